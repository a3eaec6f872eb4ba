import type { SealedText } from '@app/decider';
import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { all, CommandBody, IsCount, IsStreamOf, IsText, IsWebAddress, Nested, NestedList, QuantityBody, TitleBody } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import { type Profession, PROFESSIONS } from '../vocabulary';
import { closeSurvey, countAnswers, openSurvey, receiveAnswer, type SurveyState } from './survey.decider';
import {
  answerReceived,
  answersCounted,
  EARLIER_PARTICIPATIONS,
  type EarlierParticipation,
  SURVEY_KINDS,
  SURVEY_LANGUAGES,
  SURVEY_PARTS,
  surveyClosed,
  type SurveyKind,
  type SurveyLanguage,
  surveyOpened,
  type SurveyPart,
} from './survey.events';

const IsSurvey = (): PropertyDecorator => IsStreamOf('survey');
const IsListOf = (words: readonly string[]): PropertyDecorator =>
  all(IsArray(), ArrayMinSize(1), ArrayUnique(), IsIn(words, { each: true }));

class OpenSurveyBody extends CommandBody {
  /** Only to correct the opening of a survey; without it a new one. */
  @IsOptional() @IsSurvey() survey?: string;
  @IsIn(SURVEY_KINDS) kind: SurveyKind;
  @Nested(() => TitleBody) title: TitleBody;
  @IsListOf(SURVEY_PARTS) parts: SurveyPart[];
  @IsOptional() @IsListOf(SURVEY_LANGUAGES) languages?: SurveyLanguage[];
  @IsOptional() @Nested(() => QuantityBody) recipients?: QuantityBody;
  @IsOptional() @Matches(/^[a-z]+(-[a-z]+)*-[A-Za-z0-9_.-]{1,64}$/) about?: string;
  @IsOptional() @IsWebAddress() url?: string;
}

class OfSurveyBody extends CommandBody {
  @IsSurvey() survey: string;
}

class ReceiveAnswerBody extends OfSurveyBody {
  @IsCount(1) answer: number;
  @IsIn(SURVEY_PARTS) part: SurveyPart;
  @IsBoolean() usable: boolean;
  @IsOptional() @IsIn(SURVEY_LANGUAGES) answerLanguage?: SurveyLanguage;
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
  @IsOptional() @IsIn(EARLIER_PARTICIPATIONS) earlier?: EarlierParticipation;
  @IsOptional() @all(IsInt(), Min(1), Max(5)) satisfaction?: number;
  @IsOptional() @IsText() comment?: SealedText;
}

class PartCountBody {
  @IsIn(SURVEY_PARTS) part: SurveyPart;
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
  @Nested(() => QuantityBody) answers: QuantityBody;
}

class LanguageCountBody {
  @IsIn(SURVEY_LANGUAGES) answerLanguage: SurveyLanguage;
  @Nested(() => QuantityBody) answers: QuantityBody;
}

class CountAnswersBody extends OfSurveyBody {
  @Nested(() => QuantityBody) answers: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) usable?: QuantityBody;
  @IsOptional() @NestedList(() => PartCountBody, 40) byPart?: PartCountBody[];
  @IsOptional() @NestedList(() => LanguageCountBody, 10) byLanguage?: LanguageCountBody[];
}

const command = defineCommand<SurveyState>();
const systems = ['SYS-09', 'SYS-12', 'SYS-34', 'SYS-35', 'SYS-36', 'SYS-50', 'SYS-55'];
const ofSurvey = ({ survey }: { readonly survey: string }) => existing(survey);

export const surveyCommands: readonly CommandDefinition<any, SurveyState>[] = [
  command({
    name: 'open-survey',
    systems,
    body: OpenSurveyBody,
    emits: [surveyOpened],
    target: ({ survey }) => (survey === undefined ? created() : existing(survey)),
    decide: openSurvey,
    refusals: ['survey.already-opened'],
  }),
  command({
    name: 'receive-answer',
    systems,
    body: ReceiveAnswerBody,
    emits: [answerReceived],
    target: ofSurvey,
    decide: receiveAnswer,
    refusals: [
      'survey.not-opened',
      'survey.answer-number-taken',
      'survey.answers-counted',
      'survey.before-opening',
      'survey.already-closed',
      'survey.another-part',
      'survey.profession-of-a-resident',
    ],
  }),
  command({
    name: 'count-answers',
    systems,
    body: CountAnswersBody,
    emits: [answersCounted],
    target: ofSurvey,
    decide: countAnswers,
    refusals: [
      'survey.not-opened',
      'survey.already-counted',
      'survey.answers-recorded',
      'survey.before-opening',
      'survey.more-usable',
      'survey.another-part',
      'survey.profession-of-a-resident',
    ],
  }),
  command({
    name: 'close-survey',
    systems,
    body: OfSurveyBody,
    emits: [surveyClosed],
    target: ofSurvey,
    decide: closeSurvey,
    refusals: ['survey.not-opened', 'survey.already-closed', 'survey.before-opening'],
  }),
];

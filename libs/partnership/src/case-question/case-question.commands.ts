import type { SealedText } from '@app/decider';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsCount, IsOrganisationRef, IsStreamOf, IsText } from '../command-body';
import { created, defineCommand, existing, type Target } from '../term';
import { answerQuestion, askQuestion, type CaseQuestionState, closeQuestion } from './case-question.decider';
import {
  ABOUT,
  type About,
  type Channel,
  CHANNELS,
  type Network,
  NETWORKS,
  type Outcome,
  OUTCOMES,
  questionAnswered,
  questionAsked,
  questionClosed,
} from './case-question.events';

export class AskQuestionBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('case-question') caseQuestion?: string;
  @IsIn(NETWORKS) network: Network;
  @IsIn(CHANNELS) channel: Channel;
  @IsIn(ABOUT) about: About;
  @IsOptional() @IsOrganisationRef() askedBy?: string;
  @IsOptional() @IsText() question?: SealedText;
}

export class AnswerQuestionBody extends CommandBody {
  @IsStreamOf('case-question') caseQuestion: string;
  @IsOptional() @IsCount(1) number?: number;
  @IsOptional() @IsOrganisationRef() answeredBy?: string;
  @IsBoolean() solutionFound: boolean;
  @IsOptional() @IsText() answer?: SealedText;
}

export class CloseQuestionBody extends CommandBody {
  @IsStreamOf('case-question') caseQuestion: string;
  @IsIn(OUTCOMES) outcome: Outcome;
}

const define = defineCommand<CaseQuestionState>();
const systems = ['SYS-29', 'SYS-30'];
const ofRecordOrNew = ({ caseQuestion }: { readonly caseQuestion?: string }): Target =>
  caseQuestion === undefined ? created() : existing(caseQuestion);
const named = ({ caseQuestion }: { readonly caseQuestion: string }): Target => existing(caseQuestion);
const afterAsking = ['case-question.not-asked', 'case-question.before-asking'];

export const caseQuestionCommands = [
  define({
    name: 'ask-question',
    systems,
    body: AskQuestionBody,
    emits: [questionAsked],
    target: ofRecordOrNew,
    decide: askQuestion,
    refusals: ['case-question.already-asked', 'case-question.before-asking'],
  }),
  define({
    name: 'answer-question',
    systems,
    body: AnswerQuestionBody,
    emits: [questionAnswered],
    target: named,
    decide: answerQuestion,
    refusals: [...afterAsking, 'case-question.already-answered', 'case-question.closed'],
  }),
  define({
    name: 'close-question',
    systems,
    body: CloseQuestionBody,
    emits: [questionClosed],
    target: named,
    decide: closeQuestion,
    refusals: [...afterAsking, 'case-question.already-closed', 'case-question.answered-later'],
  }),
];

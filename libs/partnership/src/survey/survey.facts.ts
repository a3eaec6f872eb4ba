import { exactly, type RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, many, one } from '../facts';
import type { AnswerReceivedData, AnswersCountedData, LanguageCount, PartCount, SurveyClosedData, SurveyOpenedData } from './survey.events';

const byPart = (kind: string, { part, profession, answers }: PartCount, rest: Partial<FactDraft> = {}): FactDraft =>
  many('answers-by-part', 'answer', answers, { ...rest, dims: { kind, part, ...(profession ? { profession } : {}) } });

const byLanguage = (kind: string, { answerLanguage, answers }: LanguageCount, rest: Partial<FactDraft> = {}): FactDraft =>
  many('answers-by-language', 'answer', answers, { ...rest, dims: { kind, answerLanguage } });

/**
 * Every answer stands in `answer-received` or, counted with others, in `answers-counted`, never in both. The same answers stand once more by part, by
 * language and as usable ones; those rows are never added to them.
 */
export const surveyFacts: FactMapping = {
  SurveyOpened: ({ streamId, data }: RecordedEvent<string, SurveyOpenedData>) => {
    const rest = { groupKey: streamId, dims: { kind: data.kind } };
    return [
      one('survey-opened', 'survey', rest),
      ...(data.recipients ? [many('survey-recipients', 'unique-person', data.recipients, rest)] : []),
    ];
  },
  AnswerReceived: ({ streamId, data }: RecordedEvent<string, AnswerReceivedData>) => {
    const { kind, part, profession, usable, answerLanguage, earlier, satisfaction } = data;
    const rest = { groupKey: streamId };
    const answers = exactly(1);
    return [
      one('answer-received', 'answer', {
        ...rest,
        dims: { kind, part, usable, ...(profession ? { profession } : {}), ...(earlier ? { earlier } : {}) },
      }),
      ...(usable ? [one('answers-usable', 'answer', { ...rest, dims: { kind } })] : []),
      byPart(kind, { part, answers, ...(profession ? { profession } : {}) }, rest),
      ...(answerLanguage ? [byLanguage(kind, { answerLanguage, answers }, rest)] : []),
      ...(satisfaction === undefined
        ? []
        : [many('survey-satisfaction', 'score', exactly(satisfaction), { ...rest, dims: { kind, part } })]),
    ];
  },
  AnswersCounted: ({ streamId, data }: RecordedEvent<string, AnswersCountedData>) => {
    const { kind, answers, usable } = data;
    const rest = { groupKey: streamId };
    return [
      many('answers-counted', 'answer', answers, { ...rest, dims: { kind } }),
      ...(usable ? [many('answers-usable', 'answer', usable, { ...rest, dims: { kind } })] : []),
      ...(data.byPart ?? []).map((count) => byPart(kind, count, rest)),
      ...(data.byLanguage ?? []).map((count) => byLanguage(kind, count, rest)),
    ];
  },
  SurveyClosed: ({ streamId, data }: RecordedEvent<string, SurveyClosedData>) => [
    one('survey-closed', 'survey', { groupKey: streamId, dims: { kind: data.kind } }),
  ],
};

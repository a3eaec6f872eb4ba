import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import type { QuestionAnsweredData, QuestionAskedData, QuestionClosedData } from './case-question.events';

type Asked = Pick<QuestionAskedData, 'network' | 'channel' | 'about'>;

/** Every row carries the question as its group: of how many questions a solution was found is a share of the same questions. */
const of = ({ streamId, subject, data: { network, channel, about } }: RecordedEvent<string, Asked>) => ({
  subjectKind: subject,
  groupKey: streamId,
  dims: { network, channel, about },
});

export const caseQuestionFacts: FactMapping = {
  QuestionAsked: (event: RecordedEvent<string, QuestionAskedData>) => [one('question-asked', 'question', of(event))],
  QuestionAnswered: (event: RecordedEvent<string, QuestionAnsweredData>) => {
    const rest = of(event);
    return [one('question-answered', 'answer', { ...rest, dims: { ...rest.dims, solutionFound: event.data.solutionFound } })];
  },
  QuestionClosed: (event: RecordedEvent<string, QuestionClosedData>) => {
    const rest = of(event);
    return [one('question-closed', 'question', { ...rest, dims: { ...rest.dims, outcome: event.data.outcome } })];
  },
};

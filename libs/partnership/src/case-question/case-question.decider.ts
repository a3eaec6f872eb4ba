import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  isSameMeeting,
  type Kept,
  kept,
  type Occurred,
  type RecordedEvent,
  repeats,
} from '@app/decider';
import {
  type Outcome,
  questionAnswered,
  type QuestionAnsweredData,
  questionAsked,
  type QuestionAskedData,
  questionClosed,
  type QuestionClosedData,
} from './case-question.events';

export type AskQuestion = QuestionAskedData;
export type AnswerQuestion = Omit<QuestionAnsweredData, 'network' | 'channel' | 'about'>;
export interface CloseQuestion {
  readonly outcome: Outcome;
}

/** Each step stands on its own, so that a correction of one still sees the others. */
export interface CaseQuestionState {
  readonly asked?: Kept<QuestionAskedData>;
  readonly answers: readonly Kept<QuestionAnsweredData>[];
  readonly closed?: Kept<QuestionClosedData>;
}

export const caseQuestionEvolution: Evolution<CaseQuestionState> = {
  initialState: { answers: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case questionAsked.type:
        return { ...state, asked: kept(event) };
      case questionAnswered.type:
        return { ...state, answers: [...state.answers, kept(event)] };
      case questionClosed.type:
        return { ...state, closed: kept(event) };
      default:
        return state;
    }
  },
};

export const askQuestion: Decide<AskQuestion, CaseQuestionState> = (command, { asked, answers, closed }, { occurred }) => {
  const data = dataOf(questionAsked, command);
  if (repeats(asked, data, occurred)) return [];
  ensure(asked === undefined, 'case-question.already-asked');
  ensure(
    [...answers, ...(closed ? [closed] : [])].every((later) => later.occurred.to >= occurred.from),
    'case-question.before-asking',
    {},
    '/occurred',
  );
  return [happened(questionAsked, data)];
};

function askedOf({ asked }: CaseQuestionState, { to }: Occurred): Pick<QuestionAskedData, 'network' | 'channel' | 'about'> {
  ensure(asked !== undefined, 'case-question.not-asked');
  ensure(to >= asked.occurred.from, 'case-question.before-asking', {}, '/occurred');
  const { network, channel, about } = asked.data;
  return { network, channel, about };
}

/** An answer is known by its number, else by its date. */
export const answerQuestion: Decide<AnswerQuestion, CaseQuestionState> = (command, state, { occurred }) => {
  const data = dataOf(questionAnswered, { ...command, ...askedOf(state, occurred) });
  const earlier = state.answers.find((answer) => isSameMeeting(answer, command.number, occurred));
  if (repeats(earlier, data, occurred)) return [];
  ensure(earlier === undefined, 'case-question.already-answered', {}, command.number === undefined ? '/occurred' : '/number');
  ensure(state.closed === undefined || occurred.from <= state.closed.occurred.to, 'case-question.closed', {}, '/occurred');
  return [happened(questionAnswered, data)];
};

export const closeQuestion: Decide<CloseQuestion, CaseQuestionState> = ({ outcome }, state, { occurred }) => {
  const data = { ...askedOf(state, occurred), outcome };
  if (repeats(state.closed, data, occurred)) return [];
  ensure(state.closed === undefined, 'case-question.already-closed');
  ensure(
    state.answers.every((answer) => answer.occurred.from <= occurred.to),
    'case-question.answered-later',
    {},
    '/occurred',
  );
  return [happened(questionClosed, data)];
};

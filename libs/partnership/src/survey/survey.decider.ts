import { boundsOf, dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, repeats } from '@app/decider';
import {
  answerReceived,
  type AnswerReceivedData,
  answersCounted,
  type AnswersCountedData,
  answersFromWork,
  surveyClosed,
  type SurveyClosedData,
  surveyOpened,
  type SurveyOpenedData,
} from './survey.events';

export type OpenSurvey = SurveyOpenedData;
export type ReceiveAnswer = Omit<AnswerReceivedData, 'kind'>;
export type CountAnswers = Omit<AnswersCountedData, 'kind'>;

export interface SurveyState {
  readonly opened?: Kept<SurveyOpenedData>;
  readonly answers: ReadonlyMap<number, Kept<AnswerReceivedData>>;
  readonly counted?: Kept<AnswersCountedData>;
  readonly closed?: Kept<SurveyClosedData>;
}

type SurveyEvent =
  EventOf<typeof surveyOpened> | EventOf<typeof answerReceived> | EventOf<typeof answersCounted> | EventOf<typeof surveyClosed>;

const evolve = (state: SurveyState, event: SurveyEvent): SurveyState => {
  switch (event.type) {
    case 'SurveyOpened':
      return { ...state, opened: kept(event) };
    case 'AnswerReceived':
      return { ...state, answers: new Map([...state.answers, [event.data.answer, kept(event)]]) };
    case 'AnswersCounted':
      return { ...state, counted: kept(event) };
    case 'SurveyClosed':
      return { ...state, closed: kept(event) };
    default:
      return state;
  }
};

export const surveyEvolution: Evolution<SurveyState> = { initialState: { answers: new Map() }, evolve };

function openedIn({ opened }: SurveyState): Kept<SurveyOpenedData> {
  ensure(opened !== undefined, 'survey.not-opened');
  return opened;
}

export const openSurvey: Decide<OpenSurvey, SurveyState> = (command, state, { occurred }) => {
  const data = dataOf(surveyOpened, command);
  if (repeats(state.opened, data, occurred)) return [];
  ensure(!state.opened, 'survey.already-opened');
  return [happened(surveyOpened, data)];
};

/** Answers are recorded one by one or counted together, never both. */
export const receiveAnswer: Decide<ReceiveAnswer, SurveyState> = (command, state, { occurred }) => {
  const opened = openedIn(state);
  const { kind, parts } = opened.data;
  const data = dataOf(answerReceived, { ...command, kind });
  const known = state.answers.get(command.answer);
  if (repeats(known, data, occurred)) return [];
  ensure(!known, 'survey.answer-number-taken', { answer: command.answer }, '/answer');
  ensure(!state.counted, 'survey.answers-counted');
  ensure(occurred.to >= opened.occurred.from, 'survey.before-opening');
  ensure(!state.closed || occurred.from <= state.closed.occurred.to, 'survey.already-closed');
  ensure(parts.includes(command.part), 'survey.another-part', {}, '/part');
  ensure(command.profession === undefined || answersFromWork(command.part), 'survey.profession-of-a-resident', {}, '/profession');
  return [happened(answerReceived, data)];
};

export const countAnswers: Decide<CountAnswers, SurveyState> = (command, state, { occurred }) => {
  const { data: opened, occurred: from } = openedIn(state);
  const data = dataOf(answersCounted, { ...command, kind: opened.kind });
  if (repeats(state.counted, data, occurred)) return [];
  ensure(!state.counted, 'survey.already-counted');
  ensure(state.answers.size === 0, 'survey.answers-recorded');
  ensure(occurred.to >= from.from, 'survey.before-opening');
  const { usable, byPart = [] } = command;
  ensure(!usable || (boundsOf(usable).lo ?? 0) <= (boundsOf(command.answers).hi ?? Infinity), 'survey.more-usable', {}, '/usable');
  ensure(
    byPart.every(({ part }) => opened.parts.includes(part)),
    'survey.another-part',
    {},
    '/byPart',
  );
  ensure(
    byPart.every(({ part, profession }) => profession === undefined || answersFromWork(part)),
    'survey.profession-of-a-resident',
    {},
    '/byPart',
  );
  return [happened(answersCounted, data)];
};

export const closeSurvey: Decide<object, SurveyState> = (_command, state, { occurred }) => {
  const opened = openedIn(state);
  const data = { kind: opened.data.kind };
  if (repeats(state.closed, data, occurred)) return [];
  ensure(!state.closed, 'survey.already-closed');
  ensure(occurred.to >= opened.occurred.from, 'survey.before-opening');
  return [happened(surveyClosed, data)];
};

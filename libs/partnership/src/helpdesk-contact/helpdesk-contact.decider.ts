import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Occurred,
  type RecordedEvent,
  repeats,
} from '@app/decider';
import {
  helpdeskContactAnswered,
  type HelpdeskContactAnsweredData,
  helpdeskContactEscalated,
  type HelpdeskContactEscalatedData,
  helpdeskContactReceived,
  type HelpdeskContactReceivedData,
  helpdeskOrientationGiven,
  type HelpdeskOrientationGivenData,
  helpdeskToolEvaluated,
  type HelpdeskToolEvaluatedData,
} from './helpdesk-contact.events';

export type RegisterContact = HelpdeskContactReceivedData;
export type AnswerContact = Omit<HelpdeskContactAnsweredData, 'channel' | 'line'>;
export type OrientContact = Omit<HelpdeskOrientationGivenData, 'line'>;
export type EscalateContact = Omit<HelpdeskContactEscalatedData, 'line'>;
export type EvaluateTool = HelpdeskToolEvaluatedData;

export interface HelpdeskContactState {
  readonly received?: Kept<HelpdeskContactReceivedData>;
  readonly answered?: Kept<HelpdeskContactAnsweredData>;
  readonly orientations: readonly Kept<HelpdeskOrientationGivenData>[];
  readonly escalations: readonly Kept<HelpdeskContactEscalatedData>[];
  /** A stream of its own: an evaluation belongs to no contact. */
  readonly evaluated?: Kept<HelpdeskToolEvaluatedData>;
}

export const helpdeskContactEvolution: Evolution<HelpdeskContactState> = {
  initialState: { orientations: [], escalations: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case helpdeskContactReceived.type:
        return { ...state, received: kept(event) };
      case helpdeskContactAnswered.type:
        return { ...state, answered: kept(event) };
      case helpdeskOrientationGiven.type:
        return { ...state, orientations: [...state.orientations, kept(event)] };
      case helpdeskContactEscalated.type:
        return { ...state, escalations: [...state.escalations, kept(event)] };
      case helpdeskToolEvaluated.type:
        return { ...state, evaluated: kept(event) };
      default:
        return state;
    }
  },
};

function contactOf({ received }: HelpdeskContactState, { to }: Occurred): HelpdeskContactReceivedData {
  ensure(received !== undefined, 'helpdesk-contact.not-received');
  ensure(to >= received.occurred.from, 'helpdesk-contact.before-receipt', {}, '/occurred');
  return received.data;
}

export const registerContact: Decide<RegisterContact, HelpdeskContactState> = (command, state, { occurred }) => {
  const data = dataOf(helpdeskContactReceived, command);
  if (repeats(state.received, data, occurred)) return [];
  ensure(state.received === undefined && state.evaluated === undefined, 'helpdesk-contact.already-recorded');
  const later = [...(state.answered ? [state.answered] : []), ...state.orientations, ...state.escalations];
  ensure(
    later.every((step) => step.occurred.to >= occurred.from),
    'helpdesk-contact.before-receipt',
    {},
    '/occurred',
  );
  return [happened(helpdeskContactReceived, data)];
};

export const answerContact: Decide<AnswerContact, HelpdeskContactState> = (command, state, { occurred }) => {
  const { channel, line } = contactOf(state, occurred);
  const data = dataOf(helpdeskContactAnswered, { ...command, channel, line });
  if (repeats(state.answered, data, occurred)) return [];
  ensure(state.answered === undefined, 'helpdesk-contact.already-answered');
  return [happened(helpdeskContactAnswered, data)];
};

/** One contact may be oriented to several services. */
export const orientContact: Decide<OrientContact, HelpdeskContactState> = (command, state, { occurred }) => {
  const data = dataOf(helpdeskOrientationGiven, { ...command, line: contactOf(state, occurred).line });
  if (state.orientations.some((earlier) => repeats(earlier, data, occurred))) return [];
  return [happened(helpdeskOrientationGiven, data)];
};

export const escalateContact: Decide<EscalateContact, HelpdeskContactState> = (command, state, { occurred }) => {
  const data = dataOf(helpdeskContactEscalated, { ...command, line: contactOf(state, occurred).line });
  const earlier = state.escalations.find((escalation) => escalation.data.escalatedTo === command.escalatedTo);
  if (repeats(earlier, data, occurred)) return [];
  ensure(earlier === undefined, 'helpdesk-contact.already-escalated', { escalatedTo: command.escalatedTo }, '/escalatedTo');
  return [happened(helpdeskContactEscalated, data)];
};

export const evaluateTool: Decide<EvaluateTool, HelpdeskContactState> = (command, state, { occurred }) => {
  const data = dataOf(helpdeskToolEvaluated, command);
  if (repeats(state.evaluated, data, occurred)) return [];
  ensure(state.evaluated === undefined && state.received === undefined, 'helpdesk-contact.already-recorded');
  return [happened(helpdeskToolEvaluated, data)];
};

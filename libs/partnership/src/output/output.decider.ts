import {
  dataOf,
  type Decide,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Occurred,
  repeats,
  sameData,
  stated,
} from '@app/decider';
import {
  OUTPUT_STAGES,
  outputAdvanced,
  outputDelivered,
  type OutputDeliveredData,
  outputRevised,
  type OutputRevisedData,
  type OutputStage,
  outputWithdrawn,
  type OutputWithdrawalReason,
} from './output.events';
import type { Authority } from '../vocabulary';

export type DeliverOutput = OutputDeliveredData;
export interface AdvanceOutput {
  readonly stage: OutputStage;
  readonly url?: string;
  readonly approvedBy?: Authority;
}
export type ReviseOutput = Omit<OutputRevisedData, 'kind'>;
export interface WithdrawOutput {
  readonly reason: OutputWithdrawalReason;
}

export interface OutputState {
  readonly delivered?: { readonly data: OutputDeliveredData; readonly occurred: Occurred };
  readonly stage?: OutputStage;
  readonly revised: readonly Kept<OutputRevisedData>[];
  readonly withdrawn?: OutputWithdrawalReason;
}

type OutputEvent =
  EventOf<typeof outputDelivered> | EventOf<typeof outputAdvanced> | EventOf<typeof outputRevised> | EventOf<typeof outputWithdrawn>;

const evolve = (state: OutputState, event: OutputEvent): OutputState => {
  switch (event.type) {
    case 'OutputDelivered':
      return { ...state, delivered: { data: event.data, occurred: event.occurred }, stage: event.data.stage };
    case 'OutputAdvanced':
      return { ...state, stage: event.data.stage };
    case 'OutputRevised':
      return { ...state, revised: [...state.revised, kept(event)] };
    case 'OutputWithdrawn':
      return { ...state, withdrawn: event.data.reason };
    default:
      return state;
  }
};

export const outputEvolution: Evolution<OutputState> = { initialState: { revised: [] }, evolve };

const rank = (stage: OutputStage): number => OUTPUT_STAGES.indexOf(stage);

const ensureApproved = ({ stage, approvedBy }: AdvanceOutput): void =>
  ensure(approvedBy === undefined || rank(stage) >= rank('approved'), 'output.not-approved', {}, '/approvedBy');

export const deliverOutput: Decide<DeliverOutput, OutputState> = (command, state, { occurred }) => {
  const data = dataOf(outputDelivered, command);
  if (sameData(state.delivered, { data, occurred })) return [];
  ensure(!state.delivered, 'output.already-delivered');
  ensureApproved(command);
  return [happened(outputDelivered, data)];
};

export const advanceOutput: Decide<AdvanceOutput, OutputState> = (command, state) => {
  const { stage, url, approvedBy } = command;
  ensure(state.delivered !== undefined && state.stage !== undefined, 'output.not-delivered');
  if (state.stage === stage) return [];
  ensure(state.withdrawn === undefined, 'output.already-withdrawn');
  ensure(rank(stage) > rank(state.stage), 'output.not-further', { stage: state.stage }, '/stage');
  ensureApproved(command);
  return [happened(outputAdvanced, stated({ kind: state.delivered.data.kind, stage, url, approvedBy }))];
};

/** One revision a day. A draft is not revised: it goes on until it is delivered. */
export const reviseOutput: Decide<ReviseOutput, OutputState> = (command, state, { occurred }) => {
  ensure(state.delivered !== undefined && state.stage !== undefined, 'output.not-delivered');
  const data = dataOf(outputRevised, { ...command, kind: state.delivered.data.kind });
  if (state.revised.some((revision) => repeats(revision, data, occurred))) return [];
  ensure(!state.revised.some((revision) => revision.occurred.from === occurred.from), 'output.already-revised', {}, '/occurred');
  ensure(state.withdrawn === undefined, 'output.already-withdrawn');
  ensure(rank(state.stage) > rank('draft'), 'output.still-a-draft');
  ensure(occurred.to >= state.delivered.occurred.from, 'output.revised-before-delivery', {}, '/occurred');
  return [happened(outputRevised, data)];
};

export const withdrawOutput: Decide<WithdrawOutput, OutputState> = ({ reason }, state) => {
  ensure(state.delivered !== undefined, 'output.not-delivered');
  if (state.withdrawn === reason) return [];
  ensure(state.withdrawn === undefined, 'output.already-withdrawn');
  return [happened(outputWithdrawn, { kind: state.delivered.data.kind, reason })];
};

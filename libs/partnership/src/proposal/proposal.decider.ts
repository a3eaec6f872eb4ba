import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, type Occurred, repeats } from '@app/decider';
import {
  conditionAttached,
  type ConditionAttachedData,
  type ConditionKind,
  proposalAdopted,
  type ProposalAdoptedData,
  type ProposalDimensions,
  proposalFormulated,
  type ProposalFormulatedData,
  proposalRejected,
  type ProposalRejectedData,
  proposalsMerged,
  type ProposalsMergedData,
  proposalStarted,
  type ProposalTitle,
  type RejectionReason,
} from './proposal.events';

export type FormulateProposal = ProposalFormulatedData;
export interface AttachCondition {
  readonly condition: number;
  readonly kind: ConditionKind;
  readonly title: ProposalTitle;
}
export interface AdoptProposal {
  readonly body?: string;
}
export interface RejectProposal {
  readonly reason: RejectionReason;
}
export interface MergeProposals {
  readonly proposal: string;
  readonly into: string;
}

export interface ProposalState {
  readonly formulated?: Kept<ProposalFormulatedData>;
  readonly conditions: ReadonlyMap<number, Kept<ConditionAttachedData>>;
  readonly adopted?: Kept<ProposalAdoptedData>;
  readonly started?: Kept<ProposalDimensions>;
  readonly rejected?: Kept<ProposalRejectedData>;
  readonly merged?: Kept<ProposalsMergedData>;
}

type ProposalEvent =
  | EventOf<typeof proposalFormulated>
  | EventOf<typeof conditionAttached>
  | EventOf<typeof proposalAdopted>
  | EventOf<typeof proposalStarted>
  | EventOf<typeof proposalRejected>
  | EventOf<typeof proposalsMerged>;

const evolve = (state: ProposalState, event: ProposalEvent): ProposalState => {
  switch (event.type) {
    case 'ProposalFormulated':
      return { ...state, formulated: kept(event) };
    case 'ConditionAttached':
      return { ...state, conditions: new Map([...state.conditions, [event.data.condition, kept(event)]]) };
    case 'ProposalAdopted':
      return { ...state, adopted: kept(event) };
    case 'ProposalStarted':
      return { ...state, started: kept(event) };
    case 'ProposalRejected':
      return { ...state, rejected: kept(event) };
    case 'ProposalsMerged':
      return { ...state, merged: kept(event) };
    default:
      return state;
  }
};

export const proposalEvolution: Evolution<ProposalState> = { initialState: { conditions: new Map() }, evolve };

function dimensionsOf({ formulated }: ProposalState): ProposalDimensions {
  ensure(formulated !== undefined, 'proposal.not-formulated');
  const { rank, zoneFunction, service } = formulated.data;
  return { rank, zoneFunction, ...(service ? { service } : {}) };
}

/** What came before the end may be recorded, and corrected, after it. */
function ensureStanding({ rejected, merged }: ProposalState, { from }: Occurred): void {
  ensure(!rejected || from <= rejected.occurred.from, 'proposal.already-rejected');
  ensure(!merged || from <= merged.occurred.from, 'proposal.already-merged', { into: merged?.data.into ?? '' });
}

export const formulateProposal: Decide<FormulateProposal, ProposalState> = (command, state, { occurred }) => {
  const data = dataOf(proposalFormulated, command);
  if (repeats(state.formulated, data, occurred)) return [];
  ensure(!state.formulated, 'proposal.already-formulated');
  return [happened(proposalFormulated, data)];
};

export const attachCondition: Decide<AttachCondition, ProposalState> = (command, state, { occurred }) => {
  const data = dataOf(conditionAttached, { ...command, ...dimensionsOf(state) });
  const known = state.conditions.get(command.condition);
  if (repeats(known, data, occurred)) return [];
  ensure(!known, 'proposal.condition-exists', { condition: command.condition }, '/condition');
  ensureStanding(state, occurred);
  return [happened(conditionAttached, data)];
};

/** What started by itself may be adopted afterwards. */
export const adoptProposal: Decide<AdoptProposal, ProposalState> = (command, state, { occurred }) => {
  const data = dataOf(proposalAdopted, { ...command, ...dimensionsOf(state) });
  if (repeats(state.adopted, data, occurred)) return [];
  ensure(!state.adopted, 'proposal.already-adopted');
  ensureStanding(state, occurred);
  return [happened(proposalAdopted, data)];
};

/** A zone may start without an adoption: some of it exists before anybody decides. */
export const startProposal: Decide<object, ProposalState> = (_command, state, { occurred }) => {
  const data = dimensionsOf(state);
  if (repeats(state.started, data, occurred)) return [];
  ensure(!state.started, 'proposal.already-started');
  ensureStanding(state, occurred);
  return [happened(proposalStarted, data)];
};

export const rejectProposal: Decide<RejectProposal, ProposalState> = ({ reason }, state, { occurred }) => {
  const data = { reason, ...dimensionsOf(state) };
  if (repeats(state.rejected, data, occurred)) return [];
  ensure(!state.rejected, 'proposal.already-rejected');
  ensureStanding(state, occurred);
  ensure(!state.started, 'proposal.already-started');
  return [happened(proposalRejected, data)];
};

export const mergeProposals: Decide<MergeProposals, ProposalState> = ({ proposal, into }, state, { occurred }) => {
  const data = { into, ...dimensionsOf(state) };
  if (repeats(state.merged, data, occurred)) return [];
  ensure(!state.merged, 'proposal.already-merged', { into: state.merged?.data.into ?? '' });
  ensureStanding(state, occurred);
  ensure(into !== proposal, 'proposal.merges-with-itself', {}, '/into');
  return [happened(proposalsMerged, data)];
};

import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, repeats, sameData } from '@app/decider';
import {
  activityTransferred,
  type ActivityTransferredData,
  organisationAbsorbed,
  type OrganisationAbsorbedData,
  transferAgreed,
  type TransferAgreedData,
  transferProposed,
  type TransferProposedData,
  transferRefused,
  type TransferRefusedData,
} from './transfer.events';

export type ProposeTransfer = TransferProposedData;
export type AgreeTransfer = TransferAgreedData;
export type RefuseTransfer = TransferRefusedData;
export type TransferActivity = ActivityTransferredData;
export type AbsorbOrganisation = OrganisationAbsorbedData;

export interface TransferState {
  readonly proposed?: Kept<TransferProposedData>;
  readonly agreed?: TransferAgreedData;
  readonly refused?: TransferRefusedData;
  readonly transferred?: Kept<ActivityTransferredData>;
  readonly absorbed?: Kept<OrganisationAbsorbedData>;
}

type TransferEvent =
  | EventOf<typeof transferProposed>
  | EventOf<typeof transferAgreed>
  | EventOf<typeof transferRefused>
  | EventOf<typeof activityTransferred>
  | EventOf<typeof organisationAbsorbed>;

const evolve = (state: TransferState, event: TransferEvent): TransferState => {
  switch (event.type) {
    case 'TransferProposed':
      return { ...state, proposed: kept(event) };
    case 'TransferAgreed':
      return { ...state, agreed: event.data };
    case 'TransferRefused':
      return { ...state, refused: event.data };
    case 'ActivityTransferred':
      return { ...state, transferred: kept(event) };
    case 'OrganisationAbsorbed':
      return { ...state, absorbed: kept(event) };
    default:
      return state;
  }
};

export const transferEvolution: Evolution<TransferState> = { initialState: {}, evolve };

const ensureTwoParties = ({ fromOrganisation, toOrganisation }: { fromOrganisation?: string; toOrganisation?: string }): void =>
  ensure(fromOrganisation === undefined || fromOrganisation !== toOrganisation, 'transfer.to-itself', {}, '/toOrganisation');

function ensureOpen({ refused, transferred }: TransferState): void {
  ensure(!refused, 'transfer.already-refused');
  ensure(!transferred, 'transfer.already-done');
}

export const proposeTransfer: Decide<ProposeTransfer, TransferState> = (command, { proposed }, { occurred }) => {
  const data = dataOf(transferProposed, command);
  if (repeats(proposed, data, occurred)) return [];
  ensure(!proposed, 'transfer.already-proposed');
  ensureTwoParties(data);
  return [happened(transferProposed, data)];
};

export const agreeTransfer: Decide<AgreeTransfer, TransferState> = (command, state) => {
  const data = dataOf(transferAgreed, command);
  ensure(state.proposed !== undefined, 'transfer.not-proposed');
  if (sameData(state.agreed, data)) return [];
  ensure(!state.agreed, 'transfer.already-agreed');
  ensureOpen(state);
  return [happened(transferAgreed, data)];
};

/** Also after an agreement: what was promised may still not come. */
export const refuseTransfer: Decide<RefuseTransfer, TransferState> = (command, state) => {
  const data = dataOf(transferRefused, command);
  ensure(state.proposed !== undefined, 'transfer.not-proposed');
  if (sameData(state.refused, data)) return [];
  ensureOpen(state);
  return [happened(transferRefused, data)];
};

/** With or without a proposal on record. */
export const transferActivity: Decide<TransferActivity, TransferState> = (command, state, { occurred }) => {
  const data = dataOf(activityTransferred, command);
  if (repeats(state.transferred, data, occurred)) return [];
  ensureOpen(state);
  ensureTwoParties(data);
  ensure(!state.proposed || occurred.to >= state.proposed.occurred.from, 'transfer.before-the-proposal');
  return [happened(activityTransferred, data)];
};

export const absorbOrganisation: Decide<AbsorbOrganisation, TransferState> = (command, { absorbed }, { occurred }) => {
  const data = dataOf(organisationAbsorbed, command);
  if (repeats(absorbed, data, occurred)) return [];
  ensure(!absorbed, 'transfer.already-absorbed');
  ensureTwoParties(data);
  return [happened(organisationAbsorbed, data)];
};

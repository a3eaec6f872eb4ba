import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Quantity,
  repeats,
  type RecordedEvent,
  type Territory,
} from '@app/decider';
import {
  anonymousInclusionRecorded,
  type AnonymousInclusionRecordedData,
  inclusionEnded,
  type InclusionEndedData,
  inclusionTransferred,
  type InclusionTransferredData,
  personIncluded,
  type PersonIncludedData,
  sharingRefused,
  type SharingRefusedData,
} from './inclusion.events';
import type { Programme } from '../vocabulary';

export interface IncludePerson extends PersonIncludedData {
  readonly person: string;
}

export interface IncludeAnonymously {
  readonly programme: Programme;
  readonly period: string;
  readonly heads: Quantity;
  readonly territory?: Territory;
}

export type RefuseSharing = SharingRefusedData;
export type TransferInclusion = InclusionTransferredData;
export type EndInclusion = Pick<InclusionEndedData, 'reason' | 'outcome'>;

/** Each part stands on its own, so that a correction of the inclusion still sees its end. */
export interface InclusionState {
  readonly included?: Kept<PersonIncludedData>;
  readonly anonymous?: Kept<AnonymousInclusionRecordedData>;
  readonly refusedScopes: readonly string[];
  readonly transfers: readonly Kept<InclusionTransferredData>[];
  readonly ended?: Kept<InclusionEndedData>;
}

export const inclusionEvolution: Evolution<InclusionState> = {
  initialState: { refusedScopes: [], transfers: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case personIncluded.type:
        return { ...state, included: kept(event) };
      case anonymousInclusionRecorded.type:
        return { ...state, anonymous: kept(event) };
      case sharingRefused.type:
        return { ...state, refusedScopes: [...state.refusedScopes, event.data.scope] };
      case inclusionTransferred.type:
        return { ...state, transfers: [...state.transfers, kept(event)] };
      case inclusionEnded.type:
        return { ...state, ended: kept(event) };
      default:
        return state;
    }
  },
};

const UP_TO_ZONE = ['region', 'zone', 'outside'];

const programmeNow = ({ transfers }: InclusionState, included: Kept<PersonIncludedData>): Programme =>
  transfers.at(-1)?.data.to ?? included.data.programme;

function fileOf({ included, anonymous }: InclusionState): Kept<PersonIncludedData> {
  ensure(anonymous === undefined, 'inclusion.anonymous-has-no-file');
  ensure(included !== undefined, 'inclusion.not-included');
  return included;
}

/** One inclusion per person, programme and period: its stream is derived from the three. */
export const includePerson: Decide<IncludePerson, InclusionState> = (command, state, { occurred }) => {
  const data = dataOf(personIncluded, command);
  if (repeats(state.included, data, occurred)) return [];
  ensure(state.included === undefined, 'inclusion.already-included', {}, '/person');
  const after = [...state.transfers, ...(state.ended ? [state.ended] : [])];
  ensure(
    after.every((later) => later.occurred.to >= occurred.from),
    'inclusion.before-inclusion',
    {},
    '/occurred',
  );
  return [happened(personIncluded, data)];
};

/** No file, no person, no territory below the care zone. */
export const includeAnonymously: Decide<IncludeAnonymously, InclusionState> = (command, state, { occurred }) => {
  const data = dataOf(anonymousInclusionRecorded, command);
  const { heads, territory } = command;
  if (repeats(state.anonymous, data, occurred)) return [];
  ensure(state.anonymous === undefined && state.included === undefined, 'inclusion.already-recorded');
  ensure((heads.value ?? heads.hi ?? heads.lo ?? 0) >= 1, 'inclusion.nobody-included', {}, '/heads');
  ensure(territory === undefined || UP_TO_ZONE.includes(territory.level), 'inclusion.territory-too-fine', {}, '/territory/level');
  return [happened(anonymousInclusionRecorded, data)];
};

/** A refusal changes nothing else: not the inclusion, not its programme, not what may still be recorded of services. */
export const refuseSharing: Decide<RefuseSharing, InclusionState> = ({ scope }, state) => {
  fileOf(state);
  return state.refusedScopes.includes(scope) ? [] : [happened(sharingRefused, { scope })];
};

/** The same inclusion goes on in another programme; it never counts as a new one. */
export const transferInclusion: Decide<TransferInclusion, InclusionState> = ({ from, to }, state, { occurred }) => {
  if (state.transfers.some((transfer) => repeats(transfer, { from, to }, occurred))) return [];
  const included = fileOf(state);
  ensure(state.ended === undefined, 'inclusion.already-ended');
  ensure(from !== to, 'inclusion.same-programme', {}, '/to');
  const programme = programmeNow(state, included);
  ensure(programme === from, 'inclusion.other-programme', { programme }, '/from');
  ensure(occurred.to >= included.occurred.from, 'inclusion.before-inclusion', {}, '/occurred');
  return [happened(inclusionTransferred, { from, to })];
};

export const endInclusion: Decide<EndInclusion, InclusionState> = (command, state, { occurred }) => {
  const included = fileOf(state);
  const data = dataOf(inclusionEnded, { ...command, programme: programmeNow(state, included) });
  if (repeats(state.ended, data, occurred)) return [];
  ensure(state.ended === undefined, 'inclusion.already-ended');
  ensure(occurred.to >= included.occurred.from, 'inclusion.before-inclusion', {}, '/occurred');
  return [happened(inclusionEnded, data)];
};

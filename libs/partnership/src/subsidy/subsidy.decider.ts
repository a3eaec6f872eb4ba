import { dataOf, type Decide, ensure, type Evolution, happened, type Kept, kept, type RecordedEvent, repeats } from '@app/decider';
import {
  type SubsidyDimensions,
  subsidyGranted,
  type SubsidyGrantedData,
  subsidyReceived,
  type SubsidyReceivedData,
  subsidyStopped,
  type SubsidyStoppedData,
} from './subsidy.events';

export type GrantSubsidy = SubsidyGrantedData;
export type ReceiveSubsidy = Omit<SubsidyReceivedData, keyof SubsidyDimensions>;
export type StopSubsidy = Pick<SubsidyStoppedData, 'reason'>;

export interface SubsidyState {
  readonly granted?: Kept<SubsidyGrantedData>;
  readonly received: readonly Kept<SubsidyReceivedData>[];
  readonly stopped?: Kept<SubsidyStoppedData>;
}

export const subsidyEvolution: Evolution<SubsidyState> = {
  initialState: { received: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case subsidyGranted.type:
        return { ...state, granted: kept(event) };
      case subsidyReceived.type:
        return { ...state, received: [...state.received, kept(event)] };
      case subsidyStopped.type:
        return { ...state, stopped: kept(event) };
      default:
        return state;
    }
  },
};

function grantedIn({ granted }: SubsidyState): Kept<SubsidyGrantedData> {
  ensure(granted !== undefined, 'subsidy.not-granted');
  return granted;
}

const dimensionsOf = ({ funder, kind }: SubsidyDimensions): SubsidyDimensions => ({ funder, kind });

/** Payments whose amount nobody told are no part of the sum. */
function ensureWithin(granted: number | undefined, payments: readonly Pick<SubsidyReceivedData, 'amountCents'>[]): void {
  const paid = payments.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
  ensure(granted === undefined || paid <= granted, 'subsidy.more-than-granted', { granted: granted ?? 0 }, '/amountCents');
}

export const grantSubsidy: Decide<GrantSubsidy, SubsidyState> = (command, state, { occurred }) => {
  const data = dataOf(subsidyGranted, command);
  if (repeats(state.granted, data, occurred)) return [];
  ensure(state.granted === undefined, 'subsidy.already-granted');
  const from = data.firstDay ?? occurred.from;
  ensure(data.lastDay === undefined || data.lastDay >= from, 'subsidy.lasts-no-day', {}, '/lastDay');
  ensure(
    state.received.every((payment) => payment.occurred.to >= occurred.from),
    'subsidy.received-before-grant',
    {},
    '/occurred',
  );
  ensure(state.stopped === undefined || state.stopped.data.stoppedOn >= from, 'subsidy.stops-before-it-starts', {}, '/occurred');
  ensureWithin(
    data.amountCents,
    state.received.map((payment) => payment.data),
  );
  return [happened(subsidyGranted, data)];
};

/** One payment a day. */
export const receiveSubsidy: Decide<ReceiveSubsidy, SubsidyState> = (command, state, { occurred }) => {
  const granted = grantedIn(state);
  const data = dataOf(subsidyReceived, { ...dimensionsOf(granted.data), ...command });
  if (state.received.some((payment) => repeats(payment, data, occurred))) return [];
  ensure(!state.received.some((payment) => payment.occurred.from === occurred.from), 'subsidy.payment-recorded', {}, '/occurred');
  ensure(occurred.to >= granted.occurred.from, 'subsidy.received-before-grant', {}, '/occurred');
  ensureWithin(granted.data.amountCents, [...state.received.map((payment) => payment.data), data]);
  return [happened(subsidyReceived, data)];
};

/** The last day of `occurred` is the first without the subsidy; what is still owed may be paid afterwards. */
export const stopSubsidy: Decide<StopSubsidy, SubsidyState> = ({ reason }, state, { occurred }) => {
  const { data: granted, occurred: decided } = grantedIn(state);
  const data = { ...dimensionsOf(granted), reason, stoppedOn: occurred.to };
  if (repeats(state.stopped, data, occurred)) return [];
  ensure(state.stopped === undefined, 'subsidy.already-stopped');
  ensure(occurred.to >= (granted.firstDay ?? decided.from), 'subsidy.stops-before-it-starts', {}, '/occurred');
  return [happened(subsidyStopped, data)];
};

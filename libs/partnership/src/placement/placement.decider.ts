import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  nextNumber,
  overlaps,
  type RecordedEvent,
  repeats,
  type Spell,
  stated,
} from '@app/decider';
import {
  hostOffered,
  type HostOfferedData,
  hostWithdrawn,
  type HostWithdrawnData,
  placementDeclined,
  type PlacementDeclinedData,
  placementEnded,
  type PlacementEndedData,
  type PlacementKind,
  placementRequested,
  type PlacementRequestedData,
  placementStarted,
  type PlacementStartedData,
} from './placement.events';

export type RequestPlacement = Omit<PlacementRequestedData, 'trainees'> & { readonly trainees?: number };
export type StartPlacement = Partial<PlacementStartedData>;
export type EndPlacement = Pick<PlacementEndedData, 'outcome'>;
export type DeclinePlacement = Pick<PlacementDeclinedData, 'reason'>;
export type OfferHost = Omit<HostOfferedData, 'offer'>;
export type WithdrawHost = Omit<HostWithdrawnData, 'offer' | 'withdrawnOn'>;

interface Offer {
  readonly offered?: Kept<HostOfferedData>;
  readonly withdrawn?: Kept<HostWithdrawnData>;
}

/** A stream is one placement, or what one host offers for one kind. */
export interface PlacementState {
  readonly requested?: Kept<PlacementRequestedData>;
  readonly started?: Kept<PlacementStartedData>;
  readonly ended?: Kept<PlacementEndedData>;
  readonly declined?: Kept<PlacementDeclinedData>;
  readonly offers: ReadonlyMap<number, Offer>;
}

export const placementEvolution: Evolution<PlacementState> = {
  initialState: { offers: new Map() },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case placementRequested.type:
        return { ...state, requested: kept(event) };
      case placementStarted.type:
        return { ...state, started: kept(event) };
      case placementEnded.type:
        return { ...state, ended: kept(event) };
      case placementDeclined.type:
        return { ...state, declined: kept(event) };
      case hostOffered.type:
        return { ...state, offers: withOffer(state.offers, event.data.offer, { offered: kept(event) }) };
      case hostWithdrawn.type:
        return { ...state, offers: withOffer(state.offers, event.data.offer, { withdrawn: kept(event) }) };
      default:
        return state;
    }
  },
};

const withOffer = (offers: PlacementState['offers'], number: number, part: Offer): PlacementState['offers'] =>
  new Map([...offers, [number, { ...offers.get(number), ...part }]]);

const ensureNoHost = ({ offers }: PlacementState): void => ensure(offers.size === 0, 'placement.is-a-host', {}, '/placement');

const ensureNamedAlone = ({ trainees, trainee }: PlacementRequestedData): void =>
  ensure(trainee === undefined || trainees === 1, 'placement.named-alone', {}, '/trainee');

function ensureWithin(requested: number, started: number): void {
  ensure(started <= requested, 'placement.more-than-requested', { requested }, '/trainees');
}

export const requestPlacement: Decide<RequestPlacement, PlacementState> = (command, state, { occurred }) => {
  const data = dataOf(placementRequested, { ...command, trainees: command.trainees ?? 1 });
  if (repeats(state.requested, data, occurred)) return [];
  ensureNoHost(state);
  ensure(state.requested === undefined, 'placement.already-requested');
  ensureNamedAlone(data);
  if (state.started) ensureWithin(data.trainees, state.started.data.trainees);
  return [happened(placementRequested, data)];
};

/** After a request, or without one: then the command describes it. What the request said stands unless the command says otherwise. */
export const startPlacement: Decide<StartPlacement, PlacementState> = (command, state, { occurred }) => {
  const { kind, host, trainees = 1, ...rest } = { ...state.requested?.data, ...stated(command) };
  ensure(kind !== undefined, 'placement.not-described', {}, '/kind');
  ensure(host !== undefined, 'placement.not-described', {}, '/host');
  const data = dataOf(placementStarted, { ...rest, kind, host, trainees });
  if (repeats(state.started, data, occurred)) return [];
  ensureNoHost(state);
  ensure(state.declined === undefined, 'placement.already-declined');
  ensure(state.started === undefined, 'placement.already-started');
  ensureNamedAlone(data);
  if (state.requested) ensureWithin(state.requested.data.trainees, trainees);
  ensure(state.ended === undefined || occurred.from <= state.ended.data.endedOn, 'placement.ends-before-it-starts', {}, '/occurred');
  return [happened(placementStarted, data)];
};

/** The last day of `occurred` is the first on which nobody is placed any more. */
export const endPlacement: Decide<EndPlacement, PlacementState> = ({ outcome }, state, { occurred }) => {
  ensure(state.started !== undefined, 'placement.not-started');
  const { kind, trainees } = state.started.data;
  const data = { kind, trainees, outcome, endedOn: occurred.to };
  if (repeats(state.ended, data, occurred)) return [];
  ensure(state.ended === undefined, 'placement.already-ended');
  ensure(occurred.to >= state.started.occurred.from, 'placement.ends-before-it-starts', {}, '/occurred');
  return [happened(placementEnded, data)];
};

export const declinePlacement: Decide<DeclinePlacement, PlacementState> = ({ reason }, state, { occurred }) => {
  ensure(state.requested !== undefined, 'placement.not-requested');
  const { kind, trainees } = state.requested.data;
  const data = { kind, trainees, reason };
  if (repeats(state.declined, data, occurred)) return [];
  ensure(state.declined === undefined, 'placement.already-declined');
  ensure(state.started === undefined, 'placement.already-started');
  return [happened(placementDeclined, data)];
};

/** One stream per host and kind. */
export const hostKey = ({ kind, host }: { readonly kind: PlacementKind; readonly host: string }): string => `${kind}.${host}`;

const spellOf = (offered: Kept<HostOfferedData>, withdrawn: Kept<HostWithdrawnData> | undefined): Spell => ({
  from: offered.occurred.from,
  ...(withdrawn ? { until: withdrawn.data.withdrawnOn } : {}),
});

const othersThan = (offers: PlacementState['offers'], number: number): readonly Spell[] =>
  [...offers].flatMap(([other, { offered, withdrawn }]) => (other !== number && offered ? [spellOf(offered, withdrawn)] : []));

export const offerHost: Decide<OfferHost, PlacementState> = (command, { offers }, { occurred }) => {
  const all = [...offers.values()];
  if (all.some(({ offered }) => offered && repeats(offered, dataOf(hostOffered, { ...command, offer: offered.data.offer }), occurred)))
    return [];
  const offer = nextNumber([...offers].flatMap(([number, { offered }]) => (offered ? [number] : [])));
  const data = dataOf(hostOffered, { ...command, offer });
  const withdrawn = offers.get(offer)?.withdrawn;
  ensure(withdrawn === undefined || occurred.from <= withdrawn.data.withdrawnOn, 'placement.host-before-offer', {}, '/occurred');
  const spell = spellOf({ data, occurred }, withdrawn);
  ensure(!othersThan(offers, offer).some((other) => overlaps(other, spell)), 'placement.already-host', {}, '/host');
  return [happened(hostOffered, data)];
};

/** The last day of `occurred` is the first on which the host receives nobody any more. */
export const withdrawHost: Decide<WithdrawHost, PlacementState> = (command, { offers }, { occurred }) => {
  const dataFor = (offer: number): HostWithdrawnData => dataOf(hostWithdrawn, { ...command, offer, withdrawnOn: occurred.to });
  if ([...offers].some(([offer, { withdrawn }]) => repeats(withdrawn, dataFor(offer), occurred))) return [];
  const open = [...offers].find(([, { offered, withdrawn }]) => offered && !withdrawn);
  ensure(open?.[1].offered !== undefined, 'placement.not-a-host', {}, '/host');
  const [offer, { offered }] = open;
  ensure(occurred.to >= offered.occurred.from, 'placement.host-before-offer', {}, '/occurred');
  const data = dataFor(offer);
  const spell = spellOf(offered, { data, occurred });
  ensure(!othersThan(offers, offer).some((other) => overlaps(other, spell)), 'placement.already-host', {}, '/occurred');
  return [happened(hostWithdrawn, data)];
};

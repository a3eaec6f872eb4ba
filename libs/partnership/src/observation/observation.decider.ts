import {
  boundsOf,
  dataOf,
  type Decide,
  ensure,
  type EventDefinition,
  type Evolution,
  happened,
  type NewEvent,
  type Occurred,
  type Quantity,
  sameData,
} from '@app/decider';
import {
  contactsObserved,
  type ContactsObservedData,
  pageShareObserved,
  type PageShareObservedData,
  postsObserved,
  type PostsObservedData,
  subscribersObserved,
  type SubscribersObservedData,
  webTrafficObserved,
  type WebTrafficObservedData,
  weeklyAverageObserved,
  type WeeklyAverageObservedData,
} from './observation.events';

export type ObserveWebTraffic = WebTrafficObservedData;
export type ObserveSubscribers = SubscribersObservedData;
export type ObserveContacts = ContactsObservedData;
export type ObservePosts = PostsObservedData;
export type ObserveWeeklyAverage = WeeklyAverageObservedData;
export type ObservePageShare = PageShareObservedData;

interface Observation {
  readonly from: string;
  readonly to: string;
  readonly data: object;
}

/** One stream is one followed series: a site, a network, a list, a channel's category. */
export interface ObservationState {
  readonly observations: readonly Observation[];
}

const OBSERVED: ReadonlySet<string> = new Set(
  [webTrafficObserved, subscribersObserved, contactsObserved, postsObserved, weeklyAverageObserved, pageShareObserved].map(
    ({ type }) => type,
  ),
);

export const observationEvolution: Evolution<ObservationState> = {
  initialState: { observations: [] },
  evolve: (state, { type, occurred: { from, to }, data }) =>
    OBSERVED.has(type) ? { observations: [...state.observations, { from, to, data }] } : state,
};

/** At most one value for a day or a period of a series: a second one is the same, or it contradicts the first. */
function observe<Data extends object>(
  definition: EventDefinition<string, Data>,
  data: Data,
  { observations }: ObservationState,
  { from, to }: Occurred,
): readonly NewEvent[] {
  const earlier = observations.find((observation) => observation.from === from && observation.to === to);
  if (sameData(earlier?.data, data)) return [];
  ensure(!earlier, 'observation.already-observed', { from, to }, '/occurred');
  return [happened(definition, data)];
}

/** What is counted over periods is added up, so that two periods of one series may not share a day. */
function ensureOwnPeriod({ observations }: ObservationState, { nature, from, to }: Occurred): void {
  ensure(nature === 'span', 'observation.not-a-period', {}, '/occurred');
  const other = observations.find(
    (observation) => observation.from <= to && from <= observation.to && !(observation.from === from && observation.to === to),
  );
  ensure(!other, 'observation.overlaps', { from: other?.from ?? '', to: other?.to ?? '' }, '/occurred');
}

const surelyMore = (part: Quantity | undefined, whole: Quantity | undefined): boolean => {
  const lo = part && boundsOf(part).lo;
  const hi = whole && boundsOf(whole).hi;
  return typeof lo === 'number' && typeof hi === 'number' && lo > hi;
};

export const observeWebTraffic: Decide<ObserveWebTraffic, ObservationState> = (command, state, { occurred }) => {
  const data = dataOf(webTrafficObserved, command);
  const { sessions, users, pageViews, measuredSessions, measuredUsers, measuredShare, extrapolated } = data;
  ensure(sessions !== undefined || users !== undefined || pageViews !== undefined, 'observation.nothing-observed', {}, '/sessions');
  const measured = measuredSessions !== undefined || measuredUsers !== undefined || measuredShare !== undefined;
  ensure(extrapolated || !measured, 'observation.not-extrapolated', {}, '/extrapolated');
  ensure(!surelyMore(measuredSessions, sessions), 'observation.more-measured-than-in-all', {}, '/measuredSessions');
  ensure(!surelyMore(measuredUsers, users), 'observation.more-measured-than-in-all', {}, '/measuredUsers');
  ensureOwnPeriod(state, occurred);
  return observe(webTrafficObserved, data, state, occurred);
};

export const observeSubscribers: Decide<ObserveSubscribers, ObservationState> = (command, state, { occurred }) =>
  observe(subscribersObserved, dataOf(subscribersObserved, command), state, occurred);

export const observeContacts: Decide<ObserveContacts, ObservationState> = (command, state, { occurred }) =>
  observe(contactsObserved, dataOf(contactsObserved, command), state, occurred);

export const observePosts: Decide<ObservePosts, ObservationState> = (command, state, { occurred }) => {
  ensureOwnPeriod(state, occurred);
  return observe(postsObserved, dataOf(postsObserved, command), state, occurred);
};

export const observeWeeklyAverage: Decide<ObserveWeeklyAverage, ObservationState> = (command, state, { occurred }) => {
  ensureOwnPeriod(state, occurred);
  return observe(weeklyAverageObserved, dataOf(weeklyAverageObserved, command), state, occurred);
};

export const observePageShare: Decide<ObservePageShare, ObservationState> = (command, state, { occurred }) => {
  ensureOwnPeriod(state, occurred);
  return observe(pageShareObserved, dataOf(pageShareObserved, command), state, occurred);
};

import {
  dataOf,
  dayAfter,
  type Decide,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  kept,
  type Kept,
  type Occurred,
  repeats,
  sameData,
  type SealedText,
  type Territory,
} from '@app/decider';
import {
  type ClosingReason,
  organisationClosed,
  type OrganisationClosedData,
  organisationLeftPlace,
  type OrganisationLeftPlaceData,
  organisationLocated,
  type OrganisationLocatedData,
  organisationMoved,
  type OrganisationMovedData,
  organisationRegistered,
  type OrganisationRegisteredData,
  type PlaceRole,
} from './organisation.events';

export type RegisterOrganisation = OrganisationRegisteredData;

export interface LocateOrganisation {
  readonly organisation: string;
  readonly place: string;
  readonly role: PlaceRole;
  readonly address?: SealedText;
  readonly territory?: Territory;
}

export interface MoveOrganisation {
  readonly organisation: string;
  readonly place: string;
  readonly address?: SealedText;
  readonly territory?: Territory;
}

interface Ending {
  readonly organisation: string;
  readonly leftOn?: string;
  readonly lastDay?: string;
}
export interface LeavePlace extends Ending {
  readonly place: string;
}
export interface CloseOrganisation extends Ending {
  readonly reason: ClosingReason;
}

type Stay = Kept<OrganisationLocatedData | OrganisationMovedData> & { readonly territory?: Territory };

/** A place with every address that it had, the last one last. */
interface Place {
  readonly role: PlaceRole;
  readonly stays: readonly [Stay, ...Stay[]];
  readonly left?: OrganisationLeftPlaceData;
}

export interface OrganisationState {
  readonly registered?: Kept<OrganisationRegisteredData>;
  readonly places: Readonly<Record<string, Place>>;
  readonly closed?: OrganisationClosedData;
}

type OrganisationEvent =
  | EventOf<typeof organisationRegistered>
  | EventOf<typeof organisationLocated>
  | EventOf<typeof organisationMoved>
  | EventOf<typeof organisationLeftPlace>
  | EventOf<typeof organisationClosed>;

const stayOf = (event: EventOf<typeof organisationLocated> | EventOf<typeof organisationMoved>): Stay => ({
  ...kept(event),
  ...(event.territory ? { territory: event.territory } : {}),
});

const withPlace = (state: OrganisationState, code: string, change: (place: Place) => Place): OrganisationState => {
  const place = state.places[code];
  return place ? { ...state, places: { ...state.places, [code]: change(place) } } : state;
};

const evolve = (state: OrganisationState, event: OrganisationEvent): OrganisationState => {
  switch (event.type) {
    case 'OrganisationRegistered':
      return { ...state, registered: kept(event) };
    case 'OrganisationLocated':
      return { ...state, places: { ...state.places, [event.data.place]: { role: event.data.role, stays: [stayOf(event)] } } };
    case 'OrganisationMoved':
      return withPlace(state, event.data.place, (place) => ({ ...place, stays: [...place.stays, stayOf(event)] }));
    case 'OrganisationLeftPlace':
      return withPlace(state, event.data.place, (place) => ({ ...place, left: event.data }));
    case 'OrganisationClosed':
      return { ...state, closed: event.data };
    default:
      return state;
  }
};

export const organisationEvolution: Evolution<OrganisationState> = { initialState: { places: {} }, evolve };

/** The nth stay of a place, first 1. */
const stayId = (place: string, n: number): string => `${place}.${n}`;

/** Whether a stay says the same as a command, whichever number it has; an address is sealed, so no decision can compare it. */
const isStay = ({ data, occurred, territory }: Stay, command: LocateOrganisation, at: Occurred): boolean =>
  data.place === command.place && data.role === command.role && sameData(occurred, at) && sameData(territory, command.territory);

function ensureOpen({ registered, closed }: OrganisationState): Kept<OrganisationRegisteredData> {
  ensure(registered !== undefined, 'organisation.not-registered');
  ensure(!closed, 'organisation.already-closed', { day: closed?.leftOn ?? '' });
  return registered;
}

function ensurePlace(state: OrganisationState, code: string): Place {
  const place = state.places[code];
  ensure(place !== undefined, 'organisation.unknown-place', {}, '/place');
  ensure(!place.left, 'organisation.already-left', {}, '/place');
  return place;
}

const endOf = ({ leftOn, lastDay }: Ending, occurred: Occurred): string => {
  ensure(leftOn === undefined || lastDay === undefined, 'organisation.two-ends', {}, '/lastDay');
  return leftOn ?? (lastDay === undefined ? occurred.from : dayAfter(lastDay));
};

export const registerOrganisation: Decide<RegisterOrganisation, OrganisationState> = (command, { registered }, { occurred }) => {
  const data = dataOf(organisationRegistered, command);
  if (repeats(registered, data, occurred)) return [];
  ensure(!registered, 'organisation.already-registered');
  return [happened(organisationRegistered, data)];
};

export const locateOrganisation: Decide<LocateOrganisation, OrganisationState> = (command, state, { occurred }) => {
  const known = state.places[command.place];
  if (known && isStay(known.stays[0], command, occurred)) return [];
  const registered = ensureOpen(state);
  ensure(command.territory !== undefined, 'organisation.territory-needed', {}, '/territory');
  ensure(!known, 'organisation.place-already-known', {}, '/place');
  const hasSeat = Object.values(state.places).some(({ role, left }) => role === 'seat' && !left);
  ensure(command.role !== 'seat' || !hasSeat, 'organisation.second-seat', {}, '/role');
  ensure(occurred.to >= registered.occurred.from, 'organisation.before-registration', {}, '/occurred');
  return [happened(organisationLocated, dataOf(organisationLocated, { ...command, stay: stayId(command.place, 1) }))];
};

export const moveOrganisation: Decide<MoveOrganisation, OrganisationState> = (command, state, { occurred }) => {
  const known = state.places[command.place];
  if (known?.stays.slice(1).some((stay) => isStay(stay, { ...command, role: known.role }, occurred))) return [];
  ensureOpen(state);
  const { role, stays } = ensurePlace(state, command.place);
  const last = stays.at(-1)!;
  ensure(command.territory !== undefined, 'organisation.territory-needed', {}, '/territory');
  ensure(occurred.from >= last.occurred.from, 'organisation.moves-before-it-came', {}, '/occurred');
  const stay = stayId(command.place, stays.length + 1);
  return [happened(organisationMoved, dataOf(organisationMoved, { ...command, role, stay, from: last.data.stay }))];
};

export const leavePlace: Decide<LeavePlace, OrganisationState> = (command, state, { occurred }) => {
  const { organisation, place } = command;
  const leftOn = endOf(command, occurred);
  if (state.places[place]?.left?.leftOn === leftOn) return [];
  ensureOpen(state);
  const last = ensurePlace(state, place).stays.at(-1)!;
  ensure(leftOn >= last.occurred.from, 'organisation.leaves-before-it-came', {}, '/leftOn');
  return [happened(organisationLeftPlace, { organisation, place, stay: last.data.stay, leftOn })];
};

export const closeOrganisation: Decide<CloseOrganisation, OrganisationState> = (command, state, { occurred }) => {
  const { organisation, reason } = command;
  const leftOn = endOf(command, occurred);
  if (state.closed?.leftOn === leftOn && state.closed.reason === reason) return [];
  const registered = ensureOpen(state);
  const held = Object.values(state.places).flatMap(({ left, stays }) => (left ? [] : [stays.at(-1)!]));
  const tooEarly = [registered, ...held].some((since) => leftOn < since.occurred.from);
  ensure(!tooEarly, 'organisation.closes-before-it-came', {}, '/leftOn');
  return [happened(organisationClosed, { organisation, leftOn, stays: held.map(({ data }) => data.stay), reason })];
};

import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, repeats } from '@app/decider';
import { identitiesLinked, type IdentitiesLinkedData, identitiesUnlinked, type IdentitiesUnlinkedData } from './person-link.events';

interface Pair {
  readonly person: string;
  readonly samePerson: string;
}

export type LinkPersons = Pair & IdentitiesLinkedData;
export type UnlinkPersons = Pair & IdentitiesUnlinkedData;

export interface PersonLinkState {
  readonly links: readonly Kept<IdentitiesLinkedData>[];
  readonly unlinks: readonly Kept<IdentitiesUnlinkedData>[];
  /** The link that holds now. */
  readonly holds?: Kept<IdentitiesLinkedData>;
}

type PersonLinkEvent = EventOf<typeof identitiesLinked> | EventOf<typeof identitiesUnlinked>;

const evolve = (state: PersonLinkState, event: PersonLinkEvent): PersonLinkState => {
  switch (event.type) {
    case 'IdentitiesLinked':
      return { ...state, links: [...state.links, kept(event)], holds: kept(event) };
    case 'IdentitiesUnlinked':
      return { links: state.links, unlinks: [...state.unlinks, kept(event)] };
    default:
      return state;
  }
};

export const personLinkEvolution: Evolution<PersonLinkState> = { initialState: { links: [], unlinks: [] }, evolve };

const ensureTwo = ({ person, samePerson }: Pair): void => ensure(person !== samePerson, 'person-link.one-reference', {}, '/samePerson');

/** Two references turn out to be one person: counted once from then on. */
export const linkPersons: Decide<LinkPersons, PersonLinkState> = (command, { links, holds }, { occurred }) => {
  ensureTwo(command);
  const data = dataOf(identitiesLinked, command);
  if (links.some((link) => repeats(link, data, occurred))) return [];
  ensure(holds === undefined, 'person-link.already-linked');
  return [happened(identitiesLinked, data)];
};

/** They are two persons after all. */
export const unlinkPersons: Decide<UnlinkPersons, PersonLinkState> = (command, { unlinks, holds }, { occurred }) => {
  ensureTwo(command);
  const data = dataOf(identitiesUnlinked, command);
  if (unlinks.some((unlink) => repeats(unlink, data, occurred))) return [];
  ensure(holds !== undefined, 'person-link.not-linked');
  ensure(occurred.to >= holds.occurred.from, 'person-link.before-link', {}, '/occurred');
  return [happened(identitiesUnlinked, data)];
};

import { defineEvent, type SealedText } from '@app/decider';
import type { OrganisationKind } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Where an organisation is registered, or where it works: the one says nothing about the other. */
export const PLACE_ROLES = ['seat', 'activity'] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

export const CLOSING_REASONS = ['ceased', 'merged', 'moved-away', 'not-stated'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export interface OrganisationRegisteredData {
  readonly organisation: string;
  /** Name of the organisation; never that of one natural person. */
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** `occurred` is the day from which it is known, or exists. */
export const organisationRegistered = defineEvent<OrganisationRegisteredData>()({
  type: 'OrganisationRegistered',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { organisation: 'core', name: 'public-text', kind: 'core' },
});

/** The territory of the event is where the place lies. */
export interface OrganisationLocatedData {
  readonly organisation: string;
  /** Its own code among the places of this organisation; it has one seat and any number of places where it works. */
  readonly place: string;
  /** One address of the place for as long as it lasts: `<place>.<number>`. */
  readonly stay: string;
  readonly role: PlaceRole;
  readonly address?: SealedText;
}

export const organisationLocated = defineEvent<OrganisationLocatedData>()({
  type: 'OrganisationLocated',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { organisation: 'core', place: 'core', stay: 'core', role: 'core', address: 'text' },
});

/** The place is elsewhere from that day on: in the territory of the event. */
export interface OrganisationMovedData extends OrganisationLocatedData {
  /** The stay that ends. */
  readonly from: string;
}

export const organisationMoved = defineEvent<OrganisationMovedData>()({
  type: 'OrganisationMoved',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { organisation: 'core', place: 'core', stay: 'core', from: 'core', role: 'core', address: 'text' },
});

export interface OrganisationLeftPlaceData {
  readonly organisation: string;
  readonly place: string;
  readonly stay: string;
  /** First day on which it is no longer there. */
  readonly leftOn: string;
}

export const organisationLeftPlace = defineEvent<OrganisationLeftPlaceData>()({
  type: 'OrganisationLeftPlace',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { organisation: 'core', place: 'core', stay: 'core', leftOn: 'core' },
});

export interface OrganisationClosedData {
  readonly organisation: string;
  /** First day on which it is no more. */
  readonly leftOn: string;
  /** The stays that end with it. */
  readonly stays: readonly string[];
  readonly reason: ClosingReason;
}

export const organisationClosed = defineEvent<OrganisationClosedData>()({
  type: 'OrganisationClosed',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { organisation: 'core', leftOn: 'core', stays: 'core', reason: 'core' },
});

import type { RecordedEvent } from '@app/decider';
import { type FactChange, type FactDraft, type FactMapping, one } from '../facts';
import type {
  OrganisationClosedData,
  OrganisationLeftPlaceData,
  OrganisationLocatedData,
  OrganisationMovedData,
  OrganisationRegisteredData,
} from './organisation.events';

const PLACE = 'organisation-place';

const stayed = ({ organisation, stay, role }: OrganisationLocatedData): FactDraft =>
  one(PLACE, 'structure', { subjectKind: 'structure', subjectKey: organisation, occurrenceKey: stay, dims: { role } });

const ended = (stay: string, validTo: string): FactChange => ({ change: [PLACE], occurrenceKey: stay, validTo, validToExpected: false });

/**
 * `organisation-registered` and `organisation-place` are stocks under the organisation's own id. A place is one stay after
 * another: a move ends the stay before it, so that the territory of each day is that of its stay.
 */
export const organisationFacts: FactMapping = {
  OrganisationRegistered: ({ data }: RecordedEvent<string, OrganisationRegisteredData>) => [
    one('organisation-registered', 'structure', { subjectKind: 'structure', subjectKey: data.organisation, dims: { kind: data.kind } }),
  ],
  OrganisationLocated: ({ data }: RecordedEvent<string, OrganisationLocatedData>) => [stayed(data)],
  OrganisationMoved: ({ data, occurred }: RecordedEvent<string, OrganisationMovedData>) => [ended(data.from, occurred.from), stayed(data)],
  OrganisationLeftPlace: ({ data }: RecordedEvent<string, OrganisationLeftPlaceData>) => [ended(data.stay, data.leftOn)],
  OrganisationClosed: ({ data }: RecordedEvent<string, OrganisationClosedData>) => [
    { change: ['organisation-registered'], subjectKey: data.organisation, validTo: data.leftOn, validToExpected: false },
    ...data.stays.map((stay) => ended(stay, data.leftOn)),
  ],
};

import { type FactMapping, one } from '../facts';

/** `person-linked` has a row for each of the two slots, under one group while the link holds: distinct counts take the group for one person. */
export const personLinkFacts: FactMapping = {
  IdentitiesLinked: ({ streamId, subjects }) => [
    one('person-link-made', 'other', { subjectKind: 'care', groupKey: streamId }),
    ...subjects.map((subjectKey) => one('person-linked', 'unique-person', { subjectKind: 'care', subjectKey, groupKey: streamId })),
  ],
  IdentitiesUnlinked: ({ streamId }) => [
    { close: ['person-linked'] },
    one('person-link-undone', 'other', { subjectKind: 'care', groupKey: streamId }),
  ],
};

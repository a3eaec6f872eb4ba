import { dayAfter, type RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import type {
  BodyConstitutedData,
  BodyDissolvedData,
  MandateEndedData,
  MandateGivenData,
  ParticipantCategoryCoveredData,
} from './body.events';

/** Mandates are counted, not their holders: who held two seats counts twice. */
const mandateKey = (streamId: string, mandate: string): string => `${streamId}/${mandate}`;

/** `body` and `mandate` are stocks: they last until the first day on which they no longer hold. */
export const bodyFacts: FactMapping = {
  BodyConstituted: ({ streamId, data }: RecordedEvent<string, BodyConstitutedData>) => [
    one('body', 'structure', { subjectKind: 'structure', subjectKey: streamId, dims: { type: data.type, level: data.level } }),
  ],
  BodyDissolved: ({ streamId, data }: RecordedEvent<string, BodyDissolvedData>) => [
    { change: ['body'], subjectKey: streamId, validTo: data.dissolvedOn, validToExpected: false },
  ],
  MandateGiven: ({ streamId, data }: RecordedEvent<string, MandateGivenData>) => {
    const { mandate, from, lastDay, organisationKind, userRepresentative } = data;
    return [
      one('mandate', 'mandate', {
        subjectKind: 'professional',
        subjectKey: mandateKey(streamId, mandate),
        ...(from === undefined ? {} : { occurred: { from, to: from, nature: 'point', precision: 'day' } }),
        ...(lastDay === undefined ? {} : { validTo: dayAfter(lastDay), validToExpected: true }),
        dims: { body: streamId.slice('body-'.length), organisationKind, userRepresentative },
      }),
    ];
  },
  ParticipantCategoryCovered: ({ streamId, data: { category, lastDay } }: RecordedEvent<string, ParticipantCategoryCoveredData>) => [
    one('category-covered', 'other', {
      subjectKind: 'structure',
      subjectKey: `${streamId}/${category}`,
      ...(lastDay === undefined ? {} : { validTo: dayAfter(lastDay) }),
      dims: { body: streamId.slice('body-'.length), category },
    }),
  ],
  MandateEnded: ({ streamId, data }: RecordedEvent<string, MandateEndedData>) => [
    { change: ['mandate'], subjectKey: mandateKey(streamId, data.mandate), validTo: data.leftOn, validToExpected: false },
  ],
};

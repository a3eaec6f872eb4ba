import { dayAfter, type RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, one } from '../facts';
import type {
  ConventionEndedData,
  ConventionExtendedData,
  ConventionRenewedData,
  ConventionRequestedData,
  ConventionSignedData,
  InstitutionData,
} from './convention.events';

/** The convention itself is the subject: one institution may have several over the years, and each counts. */
const ofConvention = ({ streamId, subject }: RecordedEvent<string, unknown>): Partial<FactDraft> => ({
  subjectKind: subject,
  subjectKey: streamId,
});

const dimsOf = ({ kind, institutionType, profession, programme }: InstitutionData): Record<string, string> => ({
  kind,
  ...(institutionType ? { institutionType } : {}),
  ...(profession ? { profession } : {}),
  ...(programme ? { programme } : {}),
});

/**
 * `convention-requested`, `convention-declined`, `convention-signed`, `convention-renewed` each count once; `convention-in-force` is the stock and
 * lasts from the first day of the term to the first day after its end.
 */
export const conventionFacts: FactMapping = {
  ConventionRequested: (event: RecordedEvent<string, ConventionRequestedData>) => [
    one('convention-requested', 'request', {
      ...ofConvention(event),
      groupKey: event.streamId,
      dims: dimsOf(event.data),
    }),
  ],
  ConventionDeclined: (event) => [one('convention-declined', 'request', { ...ofConvention(event), groupKey: event.streamId })],
  ConventionSigned: (event: RecordedEvent<string, ConventionSignedData>) => {
    const { from, lastDay } = event.data;
    const rest = { ...ofConvention(event), dims: dimsOf(event.data) };
    return [
      one('convention-signed', 'convention', { ...rest, groupKey: event.streamId }),
      one('convention-in-force', 'convention', {
        ...rest,
        ...(from === undefined ? {} : { occurred: { from, to: from, nature: 'point', precision: 'day' } }),
        ...(lastDay === undefined ? {} : { validTo: dayAfter(lastDay), validToExpected: true }),
      }),
    ];
  },
  ConventionRenewed: (event: RecordedEvent<string, ConventionRenewedData>) => [
    one('convention-renewed', 'convention', ofConvention(event)),
    { change: ['convention-in-force'], validTo: dayAfter(event.data.lastDay), validToExpected: true },
  ],
  ConventionExtended: (event: RecordedEvent<string, ConventionExtendedData>) => [
    { change: ['convention-in-force'], validTo: dayAfter(event.data.lastDay), validToExpected: true },
  ],
  ConventionEnded: (event: RecordedEvent<string, ConventionEndedData>) => [
    { change: ['convention-in-force'], validTo: event.data.endedOn, validToExpected: false },
  ],
};

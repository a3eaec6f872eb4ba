import type { RecordedEvent } from '@app/decider';
import { conventionRequested, conventionSigned } from './convention.events';

/** Until there were kinds, every convention was with a rest home about palliative care. */
const withKind = (event: RecordedEvent): RecordedEvent => ({
  ...event,
  schemaVersion: 2,
  data: { kind: 'palliative-culture', ...event.data },
});

export const conventionUpcasters = [conventionRequested, conventionSigned].map(({ type }) => ({ type, from: 1, upcast: withKind }));

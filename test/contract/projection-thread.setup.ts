import { SqliteEventReader } from '@app/event-store/sqlite/sqlite-event-reader';
import type { CreateProjections } from '@app/projections';
import { decode, journal, tally } from '../../libs/projections/src/spec';

/** What the thread of the spec beside this file runs; with the setting `dies`, the first event ends it. */
export const createProjections: CreateProjections = ({ eventsFile, settings }) => ({
  projections: [tally(settings?.['dies'] ? { open: () => () => process.exit(3) } : {}), journal()],
  decode,
  store: new SqliteEventReader({ file: eventsFile, pollMs: 5 }),
});

import { brusselsDay } from '@app/decider';
import { SqliteEventReader } from '@app/event-store/sqlite/sqlite-event-reader';
import { createFactsProjection } from '@app/indicators';
import { terms } from '@app/partnership';
import { createEventIndex, type CreateProjections, type Projection } from '@app/projections';
import { readerOf } from '@app/recording';

/** Every read model of the service. */
export const projectionList = (): readonly Projection[] => [createFactsProjection(terms), createEventIndex(brusselsDay)];

/** Those that a thread of their own fills: the index of the events is half of the work of a rebuild that is not facts. */
export const APART: readonly string[] = ['event-index'];

/** What the projection threads run: each reads the events on a connection of its own. */
export const createProjections: CreateProjections = ({ eventsFile }) => ({
  projections: projectionList(),
  decode: readerOf(terms),
  store: new SqliteEventReader({ file: eventsFile }),
});

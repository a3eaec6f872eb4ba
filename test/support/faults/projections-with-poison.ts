import { createProjections as ofTheService } from '@app/runtime/projection-list';
import type { CreateProjections, Projection } from '@app/projections';

/** A session of this title in Dutch cannot be applied. */
export const POISON_TITLE = 'Onverteerbaar';

/** A session of this title in Dutch ends the thread. */
export const DEADLY_TITLE = 'Dodelijk';

const titles: Projection = {
  name: 'titles',
  version: 1,
  order: 'log',
  create: (db) => db.exec('CREATE TABLE titles (event_id TEXT PRIMARY KEY, nl TEXT NOT NULL) STRICT'),
  open: (db) => {
    const insert = db.prepare<[string, string]>('INSERT INTO titles VALUES (?, ?)');
    return (events) => {
      for (const entry of events) {
        if (entry.kind !== 'event') continue;
        const { nl } = (entry.event.data['title'] ?? {}) as { readonly nl?: string };
        if (nl === POISON_TITLE) throw new Error('cannot be applied');
        if (nl === DEADLY_TITLE) process.exit(9);
        if (nl !== undefined) insert.run(entry.event.id, nl);
      }
    };
  },
};

/** The service's projections and one more, which stops at one kind of event and dies of another. */
export const createProjections: CreateProjections = async (settings) => {
  const setup = await ofTheService(settings);
  return { ...setup, projections: [...setup.projections, titles] };
};

import type { AimScoredData } from '@app/partnership/self-evaluation/self-evaluation.events';
import { fateOf } from '@app/projections';
import type { Database } from 'better-sqlite3';
import { BadQuery } from '../figure-query';
import type { FigureOptions } from '../figure';
import type { Known } from '../known';
import { standing } from '../moved';
import type { Evidence, FigureEvidence } from './self-evaluation.answer';

export type { Evidence } from './self-evaluation.answer';

export interface EvidenceOptions extends FigureOptions {
  /** The index of the events, at K or beyond. */
  readonly index: Database;
}

function figureEvidence(db: Database, known: Known, figureId: string, options: FigureOptions): FigureEvidence {
  const at = { knownOn: known.day, ...(known.through === undefined ? {} : { through: known.through }) };
  try {
    const { then, now, moved } = standing(db, figureId, { ...options, at });
    return { figureId, state: moved ? 'moved' : 'stands', then, now };
  } catch (error) {
    if (error instanceof BadQuery) return { figureId, state: 'unknown' };
    throw error;
  }
}

/** How what a score rests on stands at K. */
export const evidenceOf = (
  db: Database,
  known: Known,
  { events = [], figures = [] }: Pick<AimScoredData, 'events' | 'figures'>,
  options: EvidenceOptions,
): Evidence => ({
  events: events.map((event) => ({ event, state: fateOf(options.index, event, known.ordinal) ?? 'unknown' })),
  figures: figures.map((figureId) => figureEvidence(db, known, figureId, options)),
});

/** A score is stale when a figure that it rests on shows another thing, or an event that it rests on was corrected or withdrawn. */
export const isStale = ({ events, figures }: Evidence): boolean =>
  events.some(({ state }) => state === 'corrected' || state === 'withdrawn') || figures.some(({ state }) => state === 'moved');

import { DUPLICATE, WITHDRAWN } from '@app/decider';
import type { AimScoredData } from '@app/partnership/self-evaluation/self-evaluation.events';
import type { Database } from 'better-sqlite3';
import { BadQuery } from '../figure-query';
import type { FigureOptions } from '../figures';
import type { Known } from '../known';
import { type Standing, standing } from '../moved';
import { statement } from '../statements';

/** `not-followed`: it is in the record but bears on no figure, and whether it was corrected is not followed here. `unknown`: it is not in the record. */
export type EventEvidenceState = 'stands' | 'corrected' | 'withdrawn' | 'not-followed' | 'unknown';
export type FigureEvidenceState = 'stands' | 'moved' | 'unknown';

export interface EventEvidence {
  readonly event: string;
  readonly state: EventEvidenceState;
}

export interface FigureEvidence {
  readonly figureId: string;
  readonly state: FigureEvidenceState;
  /** What it showed when it was pinned, and what the same query with the same cut-off shows now. */
  readonly then?: Standing['then'];
  readonly now?: Standing['now'];
}

export interface Evidence {
  readonly events: readonly EventEvidence[];
  readonly figures: readonly FigureEvidence[];
}

/** The type of an event of the record by its id; undefined for an id that no event has. */
export type TypeOf = (eventId: string) => string | undefined;

export interface EvidenceOptions extends FigureOptions {
  readonly typeOf: TypeOf;
}

const ENDED_BY: readonly (string | undefined)[] = [WITHDRAWN, DUPLICATE];

function eventState(db: Database, known: Known, event: string, typeOf: TypeOf): EventEvidenceState {
  const followed = statement<{ known_to: number }>(db, 'SELECT known_to FROM fact_events WHERE event_id = ? AND ordinal <= ?').get(
    event,
    known.ordinal,
  );
  if (!followed) return typeOf(event) === undefined ? 'unknown' : 'not-followed';
  if (followed.known_to > known.ordinal) return 'stands';
  const later = statement<string>(db, 'SELECT event_id FROM fact_events WHERE ordinal = ?', true).get(followed.known_to);
  return later !== undefined && ENDED_BY.includes(typeOf(later)) ? 'withdrawn' : 'corrected';
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
  events: events.map((event) => ({ event, state: eventState(db, known, event, options.typeOf) })),
  figures: figures.map((figureId) => figureEvidence(db, known, figureId, options)),
});

/** A score is stale when a figure that it rests on shows another thing, or an event that it rests on was corrected or withdrawn. */
export const isStale = ({ events, figures }: Evidence): boolean =>
  events.some(({ state }) => state === 'corrected' || state === 'withdrawn') || figures.some(({ state }) => state === 'moved');

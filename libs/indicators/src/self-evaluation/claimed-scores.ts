import type { Aim } from '@app/partnership/self-evaluation/self-evaluation.events';
import type { Database } from 'better-sqlite3';
import { currentClaims, visibleClaims } from '../claims';
import type { DayRange } from '../fact-range';
import type { Known } from '../known';
import type { ClaimedScore, ClaimFlag } from './self-evaluation.answer';
import { statement } from '../statements';

export type { ClaimedScore } from './self-evaluation.answer';

const INDICATOR = 'aim-score';

/** What a printed score lacks to be one of these scores. */
const FLAGS: readonly ClaimFlag[] = ['no-scale', 'no-evidence', 'no-scorers'];

interface Asked {
  readonly year: number;
  readonly zone?: string;
  readonly asOf: string;
}

const STANDING = 'indicator = ? AND synthetic = 0 AND known_from <= ? AND known_to > ?';

const periodsIn = (db: Database, known: Known, year: number): readonly DayRange[] =>
  statement<DayRange>(
    db,
    `SELECT DISTINCT period_from AS "from", period_to AS "to" FROM claims WHERE ${STANDING} AND period_from >= ? AND period_to <= ?
     ORDER BY period_from, period_to`,
  )
    .all(INDICATOR, known.ordinal, known.ordinal, `${year}-01-01`, `${year}-12-31`)
    // What the view holds may be frozen: no row of the driver, whose prototype is its own.
    .map(({ from, to }) => ({ from, to }));

/** The scores of an aim that documents print for a year; they may contradict one another. */
export const claimedScores = (db: Database, known: Known, aim: Aim, { year, zone, asOf }: Asked): readonly ClaimedScore[] =>
  periodsIn(db, known, year).flatMap((period) => {
    const query = { indicator: INDICATOR, version: 1, ...period, origin: 'record', asOf, knownOn: known.day } as const;
    const where = [{ dim: 'aim', op: 'eq', value: [aim] }] as const;
    const claims = visibleClaims(db, known, { ...query, where, ...(zone === undefined ? {} : { territory: zone }) });
    return currentClaims(claims).map((claim) => ({ ...claim, period, flags: FLAGS }));
  });

/** The evaluations of which a document prints a score by `asOf`. */
export const claimedEvaluations = (
  db: Database,
  known: Known,
  asOf: string,
): readonly { readonly year: number; readonly zone?: string }[] =>
  statement<{ year: number; zone: string | null }>(
    db,
    `SELECT DISTINCT CAST(substr(period_to, 1, 4) AS INTEGER) AS year, territory AS zone FROM claims
     WHERE ${STANDING} AND substr(period_from, 1, 4) = substr(period_to, 1, 4) AND min(coalesce(data_on, period_to), period_to) <= ? ORDER BY year, zone`,
  )
    .all(INDICATOR, known.ordinal, known.ordinal, asOf)
    .map(({ year, zone }) => ({ year, ...(zone === null ? {} : { zone }) }));

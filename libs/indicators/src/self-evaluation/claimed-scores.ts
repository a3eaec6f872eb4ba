import type { Aim } from '@app/partnership/self-evaluation/self-evaluation.events';
import type { Database } from 'better-sqlite3';
import { type Claim, currentClaims, visibleClaims } from '../claims';
import type { DayRange } from '../fact-range';
import type { Known } from '../known';
import { statement } from '../statements';

const INDICATOR = 'aim-score';

/** What a printed score lacks to be one of these scores. */
const FLAGS = ['no-scale', 'no-evidence', 'no-scorers'] as const;
export type ClaimFlag = (typeof FLAGS)[number];

/** A score that a document prints. It stands beside the scores, is never one of them, and is never added to another. */
export interface ClaimedScore extends Claim {
  readonly period: DayRange;
  readonly flags: readonly ClaimFlag[];
}

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

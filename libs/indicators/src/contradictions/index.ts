import type { Database } from 'better-sqlite3';
import { attendancesAsPersons, kindsAdded, recountDisagrees, vagueThoughExact } from './claims-against-recount';
import { claimsDisagree, staleCopy } from './claims-disagree';
import { type Contradiction, named, type Rule } from './contradiction';
import { cancelledCounted, plannedCounted } from './counted-though-not-held';
import { dated } from './dated';
import { countedOnSeveralDays, dataEndEarly, outsidePlan, staleYear } from './days';
import { knownAt } from '../known';
import { normDiffers, overlapUnsaid } from './norms-and-overlaps';
import type { OnRecord, RecordOptions } from './on-record';
import { levelsAdded, partsOffTotal, shareOff, sharesOverWhole } from './parts-and-shares';
import { multipleOff, placesLeft, productOff } from './printed-arithmetic';
import { twoNames, wrongWeekday } from './printed-words';
import { onRecord } from './read-record';
import { resultMissing, targetsWithoutNumber } from './results';
import { copiedSeries, extrapolatedByFactor, rangeWithoutTotal } from './series';
import { type StandingContradiction, withWhatWasSaid } from './said-of';
import { wordsOf } from './words';
import { copiedTargets, fewCame, scoreWithoutScale, targetNotComparable } from './targets-and-gatherings';

export { CONTRADICTION_STATES, type StandingContradiction } from './said-of';
export { verification, type Verified } from './verification';
export type { Contradiction, Evidence, Finding, Rule } from './contradiction';

/** Every rule, in the order in which its findings are listed. */
export const contradictionRules: readonly Rule[] = [
  claimsDisagree,
  recountDisagrees,
  cancelledCounted,
  plannedCounted,
  kindsAdded,
  attendancesAsPersons,
  vagueThoughExact,
  partsOffTotal,
  levelsAdded,
  sharesOverWhole,
  shareOff,
  overlapUnsaid,
  multipleOff,
  productOff,
  placesLeft,
  copiedSeries,
  staleCopy,
  extrapolatedByFactor,
  rangeWithoutTotal,
  copiedTargets,
  targetNotComparable,
  targetsWithoutNumber,
  resultMissing,
  fewCame,
  scoreWithoutScale,
  dataEndEarly,
  countedOnSeveralDays,
  outsidePlan,
  staleYear,
  wrongWeekday,
  normDiffers,
  twoNames,
];

/** What the rules find in what was on record. */
export const contradictionsIn = (record: OnRecord): readonly Contradiction[] => {
  const words = wordsOf(record);
  return contradictionRules.flatMap((rule) => rule.find(record).map((finding) => named(rule, finding, words)));
};

/**
 * The contradictions of the record as known at K and as of A, with what was said of each. They are found anew, so one that was corrected is gone.
 * @throws BadQuery for a day or an event that is none.
 */
export function contradictions(db: Database, options: RecordOptions = {}): readonly StandingContradiction[] {
  const known = knownAt(db, options, options);
  return withWhatWasSaid(db, known, dated(db, known, contradictionsIn(onRecord(db, options))), options.origin === 'synthetic');
}

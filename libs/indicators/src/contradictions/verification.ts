import type { Database } from 'better-sqlite3';
import type { RecordOptions } from './on-record';
import { onRecord } from './read-record';
import { recountOf } from './recounted';

/** A printed figure beside what the complete record counts for it; numbers are in the minor units of the indicator. */
export interface Verified {
  readonly eventId: string;
  readonly indicator: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly plan?: string;
  readonly action?: number;
  readonly source?: { readonly ref: string; readonly line: number };
  readonly printed: { readonly raw: string; readonly value: number | null; readonly lo: number | null; readonly hi: number | null };
  readonly recount: { readonly value: number | null; readonly lo: number | null; readonly hi: number | null };
  /** Recount over claim. */
  readonly factor: { readonly lo: number | null; readonly hi: number | null };
  readonly conflict: boolean;
  readonly figureId: string;
}

/** Every claim that a complete record can verify, in the order of recording. A claim whose facts are not recorded in full is not among them. */
export const verification = (db: Database, options: RecordOptions = {}): readonly Verified[] => {
  const record = onRecord(db, options);
  return record.claims.flatMap((claim) => {
    const { figure, beside } = recountOf(record, claim) ?? {};
    if (!figure || !beside?.factor) return [];
    const { eventId, indicator, from, to, plan, action, source, raw } = claim;
    const { value, lo, hi } = figure.computed;
    return [
      {
        eventId,
        indicator,
        period: { from, to },
        ...(plan === undefined ? {} : { plan }),
        ...(action === undefined ? {} : { action }),
        ...(source === undefined ? {} : { source }),
        printed: { raw, value: beside.value, lo: beside.lo, hi: beside.hi },
        recount: { value, lo, hi },
        factor: beside.factor,
        conflict: beside.conflict === true,
        figureId: figure.id,
      },
    ];
  });
};

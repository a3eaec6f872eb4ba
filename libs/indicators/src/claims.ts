import type { CountKind, Exactness } from '@app/decider';
import type { Database } from 'better-sqlite3';
import { earlier } from './calendar';
import type { Condition } from './definition';
import type { CanonicalQuery } from './figure-query';
import type { Claim } from './figure.answer';
import type { Known } from './known';
import { statement } from './statements';

export type { Claim } from './figure.answer';

interface ClaimRow {
  readonly event_id: string;
  readonly plan: string | null;
  readonly action: number | null;
  readonly target: string | null;
  readonly kind: CountKind;
  readonly v: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly num: number | null;
  readonly den: number | null;
  readonly exactness: Exactness;
  readonly data_on: string | null;
  readonly stated_on: string | null;
  readonly raw: string;
  readonly dims: string | null;
  readonly source_ref: string | null;
  readonly source_line: number | null;
}

const claimOf = (row: ClaimRow): Claim => ({
  eventId: row.event_id,
  kind: row.kind,
  value: row.v,
  lo: row.lo,
  hi: row.hi,
  ...(row.num === null ? {} : { num: row.num }),
  ...(row.den === null ? {} : { den: row.den }),
  exactness: row.exactness,
  ...(row.data_on === null ? {} : { dataOn: row.data_on }),
  ...(row.stated_on === null ? {} : { statedOn: row.stated_on }),
  raw: row.raw,
  ...(row.plan === null ? {} : { plan: row.plan }),
  ...(row.action === null ? {} : { action: row.action }),
  ...(row.target === null ? {} : { target: row.target }),
  ...(row.source_ref === null || row.source_line === null ? {} : { source: { ref: row.source_ref, line: row.source_line } }),
});

/** A claim about a part (one network, one state) answers a question about that part only, unless it names the target that is asked for. */
function sameDims(dims: string | null, conditions: readonly Condition[]): boolean {
  const claimed = Object.entries((dims === null ? {} : JSON.parse(dims)) as Record<string, unknown>);
  if (claimed.length !== conditions.length) return false;
  return claimed.every(([dim, value]) =>
    conditions.some((condition) => condition.dim === dim && condition.value?.length === 1 && condition.value[0] === value),
  );
}

/** Claims that name several actions or targets are about different things: a question about none of them has no answer among them. */
function ofOneMatter(rows: readonly ClaimRow[]): readonly ClaimRow[] {
  const general = rows.filter((row) => row.action === null);
  if (general.length > 0) return general;
  return new Set(rows.map((row) => `${row.plan ?? ''}/${row.action ?? ''}`)).size > 1 ? [] : rows;
}

/** The claims of an action; where none names it, those that name no action at all. */
function ofAction(rows: readonly ClaimRow[], action: number): readonly ClaimRow[] {
  const own = rows.filter((row) => row.action === action);
  return own.length > 0 ? own : rows.filter((row) => row.action === null);
}

/**
 * The claims that answer exactly this period, territory, organisation and part, in the order they were recorded. What a table of territories has left over, or
 * what lay in another territory too for some of the days, no document prints.
 */
export function visibleClaims(db: Database, known: Known, query: CanonicalQuery): readonly Claim[] {
  if (query.rest !== undefined || query.within !== undefined) return [];
  const rows = statement<ClaimRow>(
    db,
    `SELECT event_id, plan, action, target, kind, v, lo, hi, num, den, exactness, data_on, stated_on, raw, dims, source_ref, source_line FROM claims
       WHERE indicator = ? AND period_from = ? AND period_to = ? AND synthetic = ? AND known_from <= ? AND known_to > ? AND territory IS ? AND organisation IS ?
       ORDER BY id`,
  )
    .all(
      query.indicator,
      query.from,
      query.to,
      query.origin === 'synthetic' ? 1 : 0,
      known.ordinal,
      known.ordinal,
      query.territory ?? null,
      query.organisation ?? null,
    )
    .filter((row) => earlier(row.data_on ?? query.to, query.to) <= query.asOf)
    .filter((row) => (row.target !== null && row.target === query.target) || sameDims(row.dims, query.where ?? []))
    .filter((row) => query.plan === undefined || row.plan === null || row.plan === query.plan)
    .filter((row) => query.target === undefined || row.target === null || row.target === query.target);
  const matter = query.action === undefined ? ofOneMatter(rows) : ofAction(rows, query.action);
  return matter.map(claimOf);
}

/** The claims that no later `dataOn` has replaced. */
export function currentClaims(claims: readonly Claim[]): readonly Claim[] {
  const last = claims.reduce<string | undefined>(
    (day, { dataOn }) => (dataOn !== undefined && (day === undefined || dataOn > day) ? dataOn : day),
    undefined,
  );
  return claims.filter(({ dataOn }) => dataOn === undefined || dataOn === last);
}

const valueOf = ({ value, lo, hi }: Claim): string => (value === null ? `${lo ?? ''}..${hi ?? ''}` : String(value));

export const disputed = (claims: readonly Claim[]): boolean => new Set(claims.map(valueOf)).size > 1;

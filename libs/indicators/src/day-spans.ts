import { earlier, later } from './calendar';

/** Days from one on, until the first that is no longer among them; without `until`, for good. */
export interface Span {
  readonly from: string;
  readonly until?: string;
}

/** Spans in order, apart from each other: what touches is one span. */
export type Days = readonly Span[];

const FIRST = '0001-01-01';
const NO_END = '9999-12-31';

export const ALWAYS: Days = [{ from: FIRST }];
export const NEVER: Days = [];

const span = (from: string, until: string): Days => {
  if (from >= until) return NEVER;
  return [{ from, ...(until === NO_END ? {} : { until }) }];
};

export const both = (some: Days, others: Days): Days =>
  some.flatMap((one) => others.flatMap((other) => span(later(one.from, other.from), earlier(one.until ?? NO_END, other.until ?? NO_END))));

const notIn = (days: Days): Days =>
  [...days.map(({ from }) => from), NO_END].flatMap((until, n) => span(n === 0 ? FIRST : (days[n - 1]?.until ?? NO_END), until));

export const except = (some: Days, others: Days): Days => (others.length === 0 ? some : both(some, notIn(others)));

/** What lasts: from its first day to the first day on which it no longer holds, both `YYYY-MM-DD`. */
export interface Spell {
  readonly from: string;
  /** Absent while no end is known. */
  readonly until?: string;
}

export const overlaps = (a: Spell, b: Spell): boolean =>
  (a.until === undefined || b.from < a.until) && (b.until === undefined || a.from < b.until);

/** The smallest number that is not taken: a spell is named by it, so that its end, and the correction of its start, name the same one. */
export function nextNumber(taken: Iterable<number>): number {
  const all = new Set(taken);
  for (let n = 1; ; n++) if (!all.has(n)) return n;
}

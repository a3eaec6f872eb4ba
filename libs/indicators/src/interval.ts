/** What a number lies between; null is open. */
export interface Bounds {
  readonly lo: number | null;
  readonly hi: number | null;
}

/** No number lies in both. */
export const areApart = (one: Bounds, other: Bounds): boolean =>
  (one.hi !== null && other.lo !== null && one.hi < other.lo) || (one.lo !== null && other.hi !== null && one.lo > other.hi);

/** The same thing as an edition shows it and as it shows now; one of them is absent when only the other has it. */
export interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

/** Pairs of what has the same key in both lists, those of one list alone included. */
export function paired<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): readonly Pair<T>[] {
  const pairs = new Map<string, Pair<T>>(before.map((item) => [keyOf(item), { before: item }]));
  for (const item of after) pairs.set(keyOf(item), { ...pairs.get(keyOf(item)), after: item });
  return [...pairs.values()];
}

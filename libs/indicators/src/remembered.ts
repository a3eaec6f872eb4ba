/** What was made once for a key, even if it was undefined, and not again. */
export function remembered<Key, T>(kept: Map<Key, T>, key: Key, make: () => T): T {
  const value = kept.has(key) ? (kept.get(key) as T) : make();
  kept.set(key, value);
  return value;
}

const FEW = 16;

/**
 * The same array, ordered by UTF-16 code units. Member names and commitments are few, and for few texts insertion takes less than half of the time of
 * `sort()` and no memory, several times in every command.
 */
export function sortedByCode(texts: string[]): string[] {
  if (texts.length > FEW) return texts.sort();
  for (let at = 1; at < texts.length; at += 1) {
    const text = texts[at]!;
    let to = at;
    for (; to > 0 && texts[to - 1]! > text; to -= 1) texts[to] = texts[to - 1]!;
    texts[to] = text;
  }
  return texts;
}

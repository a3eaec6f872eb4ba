export type Part = string | number | null;

/**
 * A map whose keys have several parts, the same number each. It looks for one part after the other: joined, they would be a new text at every look, whose
 * hash and whose comparison cost more than the looks.
 */
export class ByParts<Value extends string | number | object> {
  /** Maps within maps, and in the innermost the values. */
  #maps = new Map<Part, unknown>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(parts: readonly Part[]): Value | undefined {
    let found: unknown = this.#maps;
    for (const part of parts) {
      found = (found as Map<Part, unknown>).get(part);
      if (found === undefined) return undefined;
    }
    return found as Value;
  }

  set(parts: readonly Part[], value: Value): void {
    let map = this.#maps;
    for (const part of parts.slice(0, -1)) {
      let next = map.get(part) as Map<Part, unknown> | undefined;
      if (!next) map.set(part, (next = new Map()));
      map = next;
    }
    const last = parts.at(-1)!;
    if (!map.has(last)) this.#size += 1;
    map.set(last, value);
  }

  clear(): void {
    this.#maps = new Map();
    this.#size = 0;
  }
}

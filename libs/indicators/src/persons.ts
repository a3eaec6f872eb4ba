import type { Database } from 'better-sqlite3';
import { ROWS_PER_EVENT } from './facts.schema';
import { statement } from './statements';

/** Whose slot a `kid` is: the vault's answer, undefined for one that was erased. It never leaves the process. */
export type PersonOf = (kid: string) => string | undefined;

interface LinkedRow {
  readonly id: number;
  readonly root: number;
  readonly changed_by: number | null;
  readonly link: string;
  readonly kid: string;
}

/** A row of a link that a count followed, for its provenance. */
export type LinkRow = Pick<LinkedRow, 'id' | 'root' | 'changed_by'>;

export interface LinkedPersons {
  /** All references of one person answer the same text. */
  readonly personOf: PersonOf;
  /** The links that make one person of several references among these slots. */
  readonly linksAmong: (kids: readonly string[]) => readonly LinkRow[];
}

const LINKED = `
  SELECT f.id, f.root, f.changed_by, f.group_key AS link, f.subject_key AS kid FROM facts f
  WHERE f.kind IN (SELECT id FROM fact_kinds WHERE fact_type = 'person-linked' AND synthetic = ?) AND f.id < ? AND f.known_to > ?
    AND f.group_key IS NOT NULL AND f.subject_key IS NOT NULL
  ORDER BY f.id`;

/**
 * Who is behind the slots, with the links between references that are known at K (`ordinal`). Nothing of it is stored: an erasure takes effect at the next
 * question, and no read database joins a person's traces.
 */
export function linkedPersons(db: Database, ordinal: number, synthetic: boolean, personOf: PersonOf): LinkedPersons {
  const rows = statement<LinkedRow>(db, LINKED).all(synthetic ? 1 : 0, (ordinal + 1) * ROWS_PER_EVENT, ordinal);
  const parents = new Map<string, string>();
  const rootOf = (person: string): string => {
    const parent = parents.get(person);
    return parent === undefined ? person : rootOf(parent);
  };
  const linkedPerson = (kid: string): string | undefined => {
    const person = personOf(kid);
    return person === undefined ? undefined : rootOf(person);
  };
  const first = new Map<string, string>();
  for (const { link, kid } of rows) {
    const person = personOf(kid);
    if (person === undefined) continue;
    const other = first.get(link);
    if (other === undefined) first.set(link, person);
    else if (rootOf(other) !== rootOf(person)) parents.set(rootOf(person), rootOf(other));
  }
  return {
    personOf: linkedPerson,
    linksAmong: (kids) => {
      const references = new Map<string, Set<string>>();
      for (const kid of kids) {
        const person = personOf(kid);
        if (person !== undefined) references.set(rootOf(person), (references.get(rootOf(person)) ?? new Set()).add(person));
      }
      return rows.filter(({ kid }) => (references.get(linkedPerson(kid) ?? '')?.size ?? 0) > 1);
    },
  };
}

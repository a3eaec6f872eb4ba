import type { Database } from 'better-sqlite3';
import { ROWS_PER_EVENT } from './facts.schema';
import { statement } from './statements';

/** Whose slot a `kid` is: the vault's answer, undefined for one that was erased. It never leaves the process. */
export type PersonOf = (kid: string) => string | undefined;

interface LinkedRow {
  readonly link: string;
  readonly kid: string;
}

const LINKED = `
  SELECT f.group_key AS link, f.subject_key AS kid FROM facts f
  WHERE f.kind IN (SELECT id FROM fact_kinds WHERE fact_type = 'person-linked' AND synthetic = ?) AND f.id < ? AND f.known_to > ?
    AND f.group_key IS NOT NULL AND f.subject_key IS NOT NULL
  ORDER BY f.id`;

/**
 * The same, with the links between references that are known at K (`ordinal`): all references of one person answer the same text. Nothing of it is stored:
 * an erasure takes effect at the next question, and no read database joins a person's traces.
 */
export function linkedPersonOf(db: Database, ordinal: number, synthetic: boolean, personOf: PersonOf): PersonOf {
  const rows = statement<LinkedRow>(db, LINKED).all(synthetic ? 1 : 0, (ordinal + 1) * ROWS_PER_EVENT, ordinal);
  const parents = new Map<string, string>();
  const rootOf = (person: string): string => {
    const parent = parents.get(person);
    return parent === undefined ? person : rootOf(parent);
  };
  const first = new Map<string, string>();
  for (const { link, kid } of rows) {
    const person = personOf(kid);
    if (person === undefined) continue;
    const other = first.get(link);
    if (other === undefined) first.set(link, person);
    else if (rootOf(other) !== rootOf(person)) parents.set(rootOf(person), rootOf(other));
  }
  return (kid) => {
    const person = personOf(kid);
    return person === undefined ? undefined : rootOf(person);
  };
}

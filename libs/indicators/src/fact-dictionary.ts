import type { Database } from 'better-sqlite3';

const MOST = 200_000;

/**
 * Texts that repeat, by number. The cache trusts the table only as far as the table reaches: a batch that was rolled back left numbers here that stand
 * nowhere, so `check` at the start of a batch compares and forgets.
 */
export class Dictionary {
  private readonly ids = new Map<string, number>();
  private last = 0;
  /** The cache holds every row of the table, so what it does not know is new. */
  private complete = false;
  private readonly readLast;
  private readonly find;
  private readonly insert;

  /** `columns` in the order of the values that `idOf` is given; `key` names the unique ones. */
  constructor(db: Database, table: string, columns: readonly string[], key: readonly string[]) {
    this.readLast = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck();
    this.find = db
      .prepare<unknown[], number>(`SELECT id FROM ${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`)
      .pluck();
    this.insert = db.prepare<unknown[]>(`INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`);
  }

  check(): void {
    const last = this.readLast.get() ?? 0;
    if (last !== this.last) this.ids.clear();
    this.complete = this.ids.size === last;
    this.last = last;
  }

  /** The number of what `cacheKey` stands for; the callbacks run only for what the cache does not know, `added` for what is new. */
  idOf(cacheKey: string, key: () => readonly unknown[], row: () => readonly unknown[], added?: (id: number) => void): number {
    const known = this.ids.get(cacheKey);
    if (known !== undefined) return known;
    let id = this.complete ? undefined : this.find.get(...key());
    if (id === undefined) {
      id = ++this.last;
      this.insert.run(id, ...row());
      added?.(id);
    }
    if (this.ids.size >= MOST) {
      this.ids.clear();
      this.complete = false;
    }
    this.ids.set(cacheKey, id);
    return id;
  }
}

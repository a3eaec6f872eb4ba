import type { Database } from 'better-sqlite3';

const MOST = 200_000;

export interface DictionaryOptions {
  /** Entries that are held in memory; default 200,000. */
  readonly most?: number;
  /**
   * Makes the index on the key, if it is not there. For a table that is filled in bulk: as long as the cache holds every row nobody looks for one, and an
   * index that takes random texts one by one costs more than the rows.
   */
  readonly index?: string;
}

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
  private readonly most: number;
  private indexed: boolean;

  /** `columns` in the order of the values that `idOf` is given; `key` names the unique ones. */
  constructor(
    private readonly db: Database,
    table: string,
    columns: readonly string[],
    key: readonly string[],
    private readonly options: DictionaryOptions = {},
  ) {
    this.most = options.most ?? MOST;
    this.indexed = options.index === undefined;
    this.readLast = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck();
    this.find = db
      .prepare<unknown[], number>(`SELECT id FROM ${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`)
      .pluck();
    this.insert = db.prepare<unknown[]>(`INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`);
  }

  check(): void {
    const last = this.readLast.get() ?? 0;
    if (last !== this.last) this.ids.clear();
    this.last = last;
    if (this.ids.size === last) this.complete = true;
    else this.forgo();
  }

  /** From now on the table is asked. */
  private forgo(): void {
    this.complete = false;
    if (this.indexed || this.options.index === undefined) return;
    this.db.exec(this.options.index);
    this.indexed = true;
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
    if (this.ids.size >= this.most) {
      this.ids.clear();
      this.forgo();
    }
    this.ids.set(cacheKey, id);
    return id;
  }
}

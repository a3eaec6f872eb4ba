import type { Database } from 'better-sqlite3';
import { ByParts, type Part } from './by-parts';

const MOST = 200_000;

export interface DictionaryOptions {
  /** Entries that are held in memory; default 200,000. */
  readonly most?: number;
  /**
   * Makes the index on the key, if it is not there. For a table that is filled in bulk: as long as the cache holds every row nobody looks for one, and an
   * index that takes random texts one by one costs more than the rows.
   */
  readonly index?: string;
  /** The unique column with all parts in one text, for parts of which one may be null; without it the parts themselves are unique. */
  readonly joined?: string;
}

/**
 * What repeats, by number: a text, or several parts. The cache trusts the table only as far as the table reaches: a batch that was rolled back left numbers here that stand
 * nowhere, so `check` at the start of a batch compares and forgets.
 */
export class Dictionary {
  private readonly ids = new ByParts<number>();
  private last = 0;
  /** The cache holds every row of the table, so what it does not know is new. */
  private complete = false;
  private readonly readLast;
  private readonly find;
  private readonly insert;
  private readonly most: number;
  private indexed: boolean;

  /** `columns`: those of the parts. */
  constructor(
    private readonly db: Database,
    table: string,
    columns: readonly string[],
    private readonly options: DictionaryOptions = {},
  ) {
    const { most = MOST, index, joined } = options;
    this.most = most;
    this.indexed = index === undefined;
    const unique = joined === undefined ? columns : [joined];
    const filled = joined === undefined ? columns : [...columns, joined];
    this.readLast = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck();
    this.find = db
      .prepare<Part[], number>(`SELECT id FROM ${table} WHERE ${unique.map((column) => `${column} = ?`).join(' AND ')}`)
      .pluck();
    this.insert = db.prepare<Part[]>(`INSERT INTO ${table} (id, ${filled.join(', ')}) VALUES (?${', ?'.repeat(filled.length)})`);
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

  /** The number of these parts; `added` is told of a new one. */
  idOf(parts: readonly Part[], added?: (id: number) => void): number {
    const known = this.ids.get(parts);
    if (known !== undefined) return known;
    const joined = this.options.joined === undefined ? [] : [parts.map((part) => part ?? '').join('|')];
    let id = this.complete ? undefined : this.find.get(...(joined.length > 0 ? joined : parts));
    if (id === undefined) {
      id = ++this.last;
      this.insert.run(id, ...parts, ...joined);
      added?.(id);
    }
    if (this.ids.size >= this.most) {
      this.ids.clear();
      this.forgo();
    }
    this.ids.set(parts, id);
    return id;
  }
}

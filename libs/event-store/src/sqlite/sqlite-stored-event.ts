import type { Position, StoredEvent } from '../port';

/** What a decoder shows where bytes are no UTF-8. */
const REPLACEMENT = '\uFFFD';

/** An event as it is read: as text. `bytes` come from it; only what may not have been UTF-8 is asked for again, with `exact`. */
export class SqliteStoredEvent implements StoredEvent {
  constructor(
    readonly id: string,
    readonly type: string,
    readonly text: string,
    readonly streamId: string,
    readonly revision: bigint,
    readonly position: Position,
    private readonly exact: (position: Position) => Buffer,
  ) {}

  get bytes(): Buffer {
    return this.text.includes(REPLACEMENT) ? this.exact(this.position) : Buffer.from(this.text, 'utf8');
  }
}

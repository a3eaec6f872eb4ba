import type { RandomSource } from '@app/decider';
import type { SlotRow } from '@app/event-store';
import type { Database, Statement } from 'better-sqlite3';
import { BoundedMap } from './bounded-map';
import type { MasterKey } from './master-key';
import { INSERT_SLOT } from './schema';
import { VaultError } from './vault-error';

/** A sealing slot: its public id, its key, and, until it is known to be durable, its row, which travels with every append that uses it. */
export interface Slot {
  readonly kid: string;
  readonly key: Buffer;
  readonly row?: SlotRow;
}

interface HeldSlot extends Slot {
  readonly place: string;
  readonly person?: string;
  row?: SlotRow;
}

/** What opening a slot can find. `unavailable`: there is no key and no tombstone, so nobody may guess. */
export type SlotOpening = Buffer | 'erased' | 'unavailable';

interface StoredSlot {
  readonly kid: string;
  readonly wrapped: Buffer;
}

const KID_BYTES = 16;
const KEY_BYTES = 32;

const placeOf = (streamId: string, person: string | undefined): string => `${streamId} ${person ?? ''}`;
const labelOf = (kid: string): string => `kroniek/slot/v1|${kid}`;

/** The slots of the vault. At most `most` are held in memory. */
export class Slots {
  private readonly held: BoundedMap<HeldSlot>;
  private readonly unconfirmed: BoundedMap<HeldSlot>;
  private readonly find: Statement<[string, string | null], StoredSlot>;
  private readonly read: Statement<[string], { readonly wrapped: Buffer | null; readonly erased: number }>;
  private readonly owner: Statement<[string], { readonly person: string | null }>;
  private readonly insert: Statement<[{ kid: string; stream: string; person: string | null; wrapped: Buffer }]>;

  constructor(
    private readonly db: Database,
    private readonly master: MasterKey,
    private readonly random: RandomSource,
    private readonly now: () => number,
    private readonly refuseErased: (person: string) => void,
    most: number,
  ) {
    this.held = new BoundedMap(most);
    this.unconfirmed = new BoundedMap(most);
    this.find = db.prepare('SELECT kid, wrapped FROM slot WHERE stream = ? AND person IS ? AND wrapped IS NOT NULL ORDER BY kid LIMIT 1');
    this.read = db.prepare('SELECT wrapped, erased_at IS NOT NULL AS erased FROM slot WHERE kid = ?');
    this.owner = db.prepare('SELECT person FROM slot WHERE kid = ?');
    this.insert = db.prepare(INSERT_SLOT);
  }

  findOrMake(streamId: string, person: string | undefined): Slot {
    const place = placeOf(streamId, person);
    const known = this.held.get(place);
    if (known) return known;
    const stored = this.find.get(streamId, person ?? null);
    if (!stored && person !== undefined) this.refuseErased(person);
    const slot = stored ? this.fromRow(stored, place, person) : this.make(streamId, place, person);
    this.held.set(place, slot);
    return slot;
  }

  confirm(kid: string): void {
    const slot = this.unconfirmed.get(kid);
    // Believed only when it is there: a slot that is wrongly taken for durable loses whatever is sealed under it.
    if (!slot || !this.read.get(kid)) return;
    delete slot.row;
    this.unconfirmed.delete(kid);
  }

  write(rows: readonly SlotRow[]): void {
    this.db.transaction(() => {
      for (const { kid, streamId, person, wrapped } of rows) this.insert.run({ kid, stream: streamId, person: person ?? null, wrapped });
    })();
  }

  open(kid: string): SlotOpening {
    const stored = this.read.get(kid);
    if (stored?.erased) return 'erased';
    if (stored?.wrapped) return this.master.unwrap(labelOf(kid), stored.wrapped) ?? 'unavailable';
    return this.unconfirmed.get(kid)?.key ?? 'unavailable';
  }

  /** Undefined for a text slot, and for one that was erased or never stored. */
  personOf(kid: string): string | undefined {
    return this.owner.get(kid)?.person ?? undefined;
  }

  /** Destroys one key. The tombstone also stops a row that is still on its way. */
  erase(kid: string): void {
    const forget = (slot: HeldSlot): void => {
      this.held.delete(slot.place);
      this.unconfirmed.delete(slot.kid);
    };
    for (const slot of [...this.held.values(), ...this.unconfirmed.values()]) if (slot.kid === kid) forget(slot);
    this.db
      .prepare(
        `INSERT INTO slot (kid, stream, person, wrapped, erased_at) VALUES (@kid, '', NULL, NULL, @at)
         ON CONFLICT (kid) DO UPDATE SET person = NULL, wrapped = NULL, erased_at = coalesce(erased_at, @at)`,
      )
      .run({ kid, at: new Date(this.now()).toISOString() });
  }

  /** Destroys every key of one person, those that no append has carried yet included. */
  eraseOf(person: string): void {
    const stored = this.db.prepare<[string], { kid: string }>('SELECT kid FROM slot WHERE person = ?').all(person);
    const inMemory = [...this.held.values(), ...this.unconfirmed.values()].filter((slot) => slot.person === person);
    for (const kid of new Set([...stored, ...inMemory].map((slot) => slot.kid))) this.erase(kid);
  }

  private fromRow({ kid, wrapped }: StoredSlot, place: string, person: string | undefined): HeldSlot {
    const key = this.master.unwrap(labelOf(kid), wrapped);
    if (!key) throw new VaultError('vault.damaged', `the key of slot ${kid} does not open with the master key`);
    return { kid, key, place, person };
  }

  private make(streamId: string, place: string, person: string | undefined): HeldSlot {
    const kid = this.random.bytes(KID_BYTES).toString('base64url');
    const key = Buffer.from(this.random.bytes(KEY_BYTES));
    const row: SlotRow = { kid, streamId, ...(person === undefined ? {} : { person }), wrapped: this.master.wrap(labelOf(kid), key) };
    const slot: HeldSlot = { kid, key, place, person, row };
    this.unconfirmed.set(kid, slot);
    return slot;
  }
}

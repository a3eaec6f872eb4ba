import type { RandomSource } from '@app/decider';
import type { SlotWriter } from '@app/event-store';
import Sqlite, { type Database } from 'better-sqlite3';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Accounts, type Principal, type PrincipalKind } from './accounts';
import { hmacKey, type HmacKey } from './hmac';
import { type MasterKey, masterKeyFrom } from './master-key';
import { Persons } from './persons';
import { INSERT_SLOT, prepare } from './schema';
import { type Slot, type SlotOpening, Slots } from './slots';
import { VaultError } from './vault-error';

export interface VaultOptions {
  readonly file: string;
  readonly masterKeyFile: string;
  readonly random: RandomSource;
  /** Milliseconds since 1970, from the Clock port. */
  readonly now: () => number;
  /** Slots and person roots held in memory, each; default 20,000. */
  readonly mostHeld?: number;
}

export interface TokenRequest {
  readonly kind: PrincipalKind;
  readonly name: string;
  /** Default: our own organisation. */
  readonly organisation?: string;
}

const ID_SECRET = 'id-secret';
const ID_SECRET_LABEL = 'kroniek/id-secret/v1';
const MASTER_KEY_ID = 'master-key-id';
const OWN_ORGANISATION = 'own-organisation';
const APPLICATION_PREFIX = 'app:';
const DEFAULT_MOST_HELD = 20_000;

/**
 * What the record may never show: keys, persons, accounts. One SQLite file, everything secret in it wrapped by a master key that stands in a file of
 * its own. Losing it erases every sealed part: back it up, never older than the events.
 */
export class Vault {
  /** The key of key tags and of stream ids that must not be guessed (K_id). */
  readonly idKey: HmacKey;
  /** Random id of the organisation whose record this is. */
  readonly ownOrganisation: string;
  /** For the worker of the SQLite store, which writes slots on a connection of its own. Parameters: @kid, @stream, @person (or null), @wrapped. */
  readonly slotTable: { readonly file: string; readonly insert: string };
  /** For the other stores. */
  readonly writeSlots: SlotWriter;
  private readonly slots: Slots;
  private readonly persons: Persons;
  private readonly accounts: Accounts;

  private constructor(
    private readonly db: Database,
    master: MasterKey,
    private readonly random: RandomSource,
    { file, now, mostHeld = DEFAULT_MOST_HELD }: VaultOptions,
    /** The master key was made by this start: the operator must be told to keep it safe. */
    readonly madeMasterKey: boolean,
  ) {
    this.idKey = hmacKey(this.idSecret(master));
    this.ownOrganisation = this.constant(OWN_ORGANISATION, () => `org-${random.bytes(16).toString('base64url')}`);
    this.persons = new Persons(db, master, random, now, mostHeld);
    this.slots = new Slots(db, master, random, now, (person) => this.persons.refuseErased(person), mostHeld);
    this.accounts = new Accounts(db, random, now, this.ownOrganisation);
    this.slotTable = { file, insert: INSERT_SLOT };
    this.writeSlots = async (rows) => this.slots.write(rows);
  }

  /**
   * Opens the vault, and makes it and its master key at the first start.
   * @throws VaultError `vault.wrong-master-key`, `vault.master-key-missing`, `vault.master-key-malformed`, `vault.not-durable`, `vault.newer-schema`
   */
  static open(options: VaultOptions): Vault {
    const { file, masterKeyFile, random } = options;
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600));
    const db = new Sqlite(file);
    try {
      prepare(db);
      const expected = readMeta(db, MASTER_KEY_ID);
      const { key, made } = masterKeyFrom(masterKeyFile, expected === undefined, random);
      if (expected === undefined) writeMeta(db, MASTER_KEY_ID, key.id);
      else if (expected !== key.id) {
        throw new VaultError(
          'vault.wrong-master-key',
          `${masterKeyFile} holds key ${key.id}, the vault was written with key ${String(expected)}`,
        );
      }
      return new Vault(db, key, random, options, made);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /**
   * The slot of a person in a stream, or the stream's text slot. Made in memory when there is none: then `row` travels with every append until one of
   * them is confirmed, so that no event is ever sealed under a key that was not stored.
   * @throws VaultError `vault.person-erased`
   */
  findOrMakeSlot(streamId: string, person?: string): Slot {
    return this.slots.findOrMake(streamId, person);
  }

  /** An append that carried the slot is durable. Without effect for a slot that is not in the file. */
  confirm(kid: string): void {
    this.slots.confirm(kid);
  }

  openSlot(kid: string): SlotOpening {
    return this.slots.open(kid);
  }

  /** Whose slot it is, for counts over several streams; undefined for nobody's, and for one that was erased. Never shown, never stored elsewhere. */
  personOf(kid: string): string | undefined {
    return this.slots.personOf(kid);
  }

  /** Destroys one key for good; a tombstone stays. */
  eraseSlot(kid: string): void {
    this.db.transaction(() => this.slots.erase(kid)).immediate();
    this.scrub();
  }

  /** Destroys a person's root and every slot, and with them the tie between the person and the record. */
  erasePerson(person: string): void {
    this.db
      .transaction(() => {
        this.slots.eraseOf(person);
        this.persons.erase(person);
      })
      .immediate();
    this.scrub();
  }

  /**
   * Enters a care person, by a new random reference or by a given one (`person-...`, for generated data); entering one again changes nothing.
   * @throws VaultError `vault.person-erased`
   */
  registerPerson(ref = `person-${this.random.bytes(16).toString('base64url')}`): string {
    return this.persons.register(ref);
  }

  personState(ref: string): 'known' | 'erased' | 'unknown' {
    return this.persons.state(ref);
  }

  /**
   * HMAC of the label under the person's root: the id of a stream that is unique for the person, and that nobody else can work out.
   * @throws VaultError `vault.unknown-person`, `vault.person-erased`
   */
  personTag(ref: string, label: string): string {
    return this.persons.tag(ref, label);
  }

  /** The principal of a kind and name, with a random account id that stays the same. @throws VaultError `vault.account-differs` */
  principalNamed({ kind, name, organisation }: TokenRequest): Principal {
    return this.accounts.findOrMake(kind, name, organisation);
  }

  /** A new bearer token (32 random bytes, base64url) for the principal; shown once, only its SHA-256 is kept. */
  createToken(request: TokenRequest): string {
    return this.accounts.createToken(this.principalNamed(request).account);
  }

  principalOf(token: string): Principal | undefined {
    return this.accounts.principalOf(token);
  }

  /** Known at once here, within seconds in other processes. */
  revokeTokens(account: string): void {
    this.accounts.revokeTokens(account);
  }

  /** Small state of the application that must outlive the read database, for example the last recording instant. */
  getMeta(key: string): string | undefined {
    const value = readMeta(this.db, APPLICATION_PREFIX + key);
    return value === undefined ? undefined : String(value);
  }

  setMeta(key: string, value: string): void {
    writeMeta(this.db, APPLICATION_PREFIX + key, value);
  }

  close(): void {
    this.db.close();
  }

  /** What was erased must also leave the write-ahead log. A reader may hold it for a while; then the next checkpoint does it. */
  private scrub(): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)');
  }

  private idSecret(master: MasterKey): Buffer {
    const stored = readMeta(this.db, ID_SECRET);
    if (stored === undefined) {
      const secret = Buffer.from(this.random.bytes(32));
      writeMeta(this.db, ID_SECRET, master.wrap(ID_SECRET_LABEL, secret));
      return secret;
    }
    const secret = Buffer.isBuffer(stored) ? master.unwrap(ID_SECRET_LABEL, stored) : undefined;
    if (!secret) throw new VaultError('vault.damaged', 'the id secret does not open with the master key');
    return secret;
  }

  private constant(key: string, make: () => string): string {
    const stored = readMeta(this.db, key);
    if (stored !== undefined) return String(stored);
    const made = make();
    writeMeta(this.db, key, made);
    return made;
  }
}

function readMeta(db: Database, key: string): string | Buffer | undefined {
  return db.prepare<[string], { value: string | Buffer }>('SELECT value FROM meta WHERE key = ?').get(key)?.value;
}

function writeMeta(db: Database, key: string, value: string | Buffer): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}

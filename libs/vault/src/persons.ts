import type { RandomSource } from '@app/decider';
import type { Database, Statement } from 'better-sqlite3';
import { BoundedMap } from './bounded-map';
import { hmacKey, type HmacKey, hmacTag } from './hmac';
import type { MasterKey } from './master-key';
import { VaultError } from './vault-error';

const ROOT_BYTES = 32;

const labelOf = (ref: string): string => `kroniek/person/v1|${ref}`;

/** The register of care persons: an opaque reference and a secret root each. */
export class Persons {
  private readonly roots: BoundedMap<HmacKey>;
  private readonly read: Statement<[string], { readonly root: Buffer | null }>;

  constructor(
    private readonly db: Database,
    private readonly master: MasterKey,
    private readonly random: RandomSource,
    private readonly now: () => number,
    most: number,
  ) {
    this.roots = new BoundedMap(most);
    this.read = db.prepare('SELECT root FROM person WHERE ref = ?');
  }

  /** @throws VaultError `vault.person-erased` for a reference whose root was destroyed */
  register(ref: string): string {
    const stored = this.read.get(ref);
    if (stored) {
      if (!stored.root) throw erased();
      return ref;
    }
    const root = this.master.wrap(labelOf(ref), this.random.bytes(ROOT_BYTES));
    this.db.prepare('INSERT INTO person (ref, root, registered_at) VALUES (?, ?, ?)').run(ref, root, new Date(this.now()).toISOString());
    return ref;
  }

  state(ref: string): 'known' | 'erased' | 'unknown' {
    if (this.roots.get(ref)) return 'known';
    const stored = this.read.get(ref);
    if (!stored) return 'unknown';
    return stored.root ? 'known' : 'erased';
  }

  /** @throws VaultError `vault.unknown-person`, `vault.person-erased` */
  tag(ref: string, label: string): string {
    return hmacTag(this.rootOf(ref), label);
  }

  erase(ref: string): void {
    this.roots.delete(ref);
    this.db
      .prepare(
        `INSERT INTO person (ref, root, registered_at, erased_at) VALUES (@ref, NULL, @at, @at)
         ON CONFLICT (ref) DO UPDATE SET root = NULL, erased_at = coalesce(erased_at, @at)`,
      )
      .run({ ref, at: new Date(this.now()).toISOString() });
  }

  /** @throws VaultError `vault.person-erased` */
  refuseErased(ref: string): void {
    if (this.state(ref) === 'erased') throw erased();
  }

  private rootOf(ref: string): HmacKey {
    const known = this.roots.get(ref);
    if (known) return known;
    const stored = this.read.get(ref);
    if (!stored) throw new VaultError('vault.unknown-person', 'no such person in the register');
    if (!stored.root) throw erased();
    const root = this.master.unwrap(labelOf(ref), stored.root);
    if (!root) throw new VaultError('vault.damaged', 'the root of a person does not open with the master key');
    const key = hmacKey(root);
    this.roots.set(ref, key);
    return key;
  }
}

const erased = (): VaultError => new VaultError('vault.person-erased', 'this person was erased');

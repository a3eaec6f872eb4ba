import type { RandomSource } from '@app/decider';
import type { Database, Statement } from 'better-sqlite3';
import { hash } from 'node:crypto';
import { VaultError } from './vault-error';

/** `reaction`: nobody holds a token of it; the service acts on what was recorded. */
export type PrincipalKind = 'admin' | 'operator' | 'import' | 'generator' | 'reaction';

/** Who acts. `account` is the random id that stands in events; `name` stays in the vault. */
export interface Principal {
  readonly account: string;
  readonly kind: PrincipalKind;
  readonly name: string;
  readonly organisation: string;
}

const MOST_CACHED = 10_000;
/** Another process may revoke a token: no answer is kept for longer. */
const CACHED_FOR_MS = 5_000;
const SELECT = 'SELECT account.id AS account, kind, name, organisation FROM account';

const digestOf = (token: string): string => hash('sha256', token, 'base64url');

/** Accounts and their bearer tokens. Of a token only the SHA-256 is stored. */
export class Accounts {
  /** By token, so that a known one is not hashed again; emptied as a whole by the first question after its time. */
  private readonly known = new Map<string, Principal>();
  private forgetAt = 0;
  private readonly byDigest: Statement<[string], Principal>;

  constructor(
    private readonly db: Database,
    private readonly random: RandomSource,
    private readonly now: () => number,
    private readonly ownOrganisation: string,
  ) {
    this.byDigest = db.prepare(`${SELECT} JOIN token ON token.account = account.id WHERE digest = ? AND revoked_at IS NULL`);
  }

  /** @throws VaultError `vault.account-differs` when the account exists for another organisation */
  findOrMake(kind: PrincipalKind, name: string, organisation: string | undefined): Principal {
    return this.db
      .transaction(() => {
        const known = this.db.prepare<[string, string], Principal>(`${SELECT} WHERE kind = ? AND name = ?`).get(kind, name);
        if (known) {
          if (organisation !== undefined && organisation !== known.organisation) {
            throw new VaultError('vault.account-differs', `account ${known.account} exists for another organisation`);
          }
          return known;
        }
        const made: Principal = {
          account: `acct-${this.random.bytes(16).toString('base64url')}`,
          kind,
          name,
          organisation: organisation ?? this.ownOrganisation,
        };
        this.db
          .prepare('INSERT INTO account (id, kind, name, organisation, created_at) VALUES (?, ?, ?, ?, ?)')
          .run(made.account, kind, name, made.organisation, this.isoNow());
        return made;
      })
      .immediate();
  }

  createToken(account: string): string {
    const token = this.random.bytes(32).toString('base64url');
    this.db.prepare('INSERT INTO token (digest, account, created_at) VALUES (?, ?, ?)').run(digestOf(token), account, this.isoNow());
    return token;
  }

  principalOf(token: string): Principal | undefined {
    const now = this.now();
    if (now >= this.forgetAt || this.known.size >= MOST_CACHED) {
      this.known.clear();
      this.forgetAt = now + CACHED_FOR_MS;
    }
    const known = this.known.get(token);
    if (known) return known;
    const principal = this.byDigest.get(digestOf(token));
    if (principal) this.known.set(token, principal);
    return principal;
  }

  revokeTokens(account: string): void {
    this.db.prepare('UPDATE token SET revoked_at = ? WHERE account = ? AND revoked_at IS NULL').run(this.isoNow(), account);
    this.known.clear();
  }

  private isoNow(): string {
    return new Date(this.now()).toISOString();
  }
}

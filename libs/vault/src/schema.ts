import type { Database } from 'better-sqlite3';
import { VaultError } from './vault-error';

/** One step per version, in order; `user_version` counts the steps that were taken. Never change a step that was released. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE person (
    ref TEXT PRIMARY KEY,
    root BLOB,
    registered_at TEXT NOT NULL,
    erased_at TEXT
  ) STRICT, WITHOUT ROWID;

  -- No uniqueness over (stream, person): of two processes that make a slot at once, both must keep theirs, since events may stand under either.
  CREATE TABLE slot (
    kid TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    person TEXT,
    wrapped BLOB,
    erased_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX slot_of ON slot (stream, person) WHERE wrapped IS NOT NULL;
  CREATE INDEX slot_of_person ON slot (person) WHERE person IS NOT NULL;

  CREATE TABLE account (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (kind, name)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE token (
    digest TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    created_at TEXT NOT NULL,
    revoked_at TEXT
  ) STRICT, WITHOUT ROWID;
  `,
];

/** Puts slots in place; idempotent by `kid`, and never brings an erased one back. Parameters: kid, stream, person or null, wrapped key. */
export const INSERT_SLOT = 'INSERT INTO slot (kid, stream, person, wrapped) VALUES (@kid, @stream, @person, @wrapped) ON CONFLICT (kid) DO NOTHING';

/**
 * Sets what a vault's connection must have, reads it back, and brings the schema up to date.
 * @throws VaultError `vault.not-durable`, `vault.newer-schema`
 */
export function prepare(db: Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('foreign_keys = ON');
  const journal: unknown = db.pragma('journal_mode', { simple: true });
  const synchronous: unknown = db.pragma('synchronous', { simple: true });
  if (journal !== 'wal' || synchronous !== 2) {
    throw new VaultError(
      'vault.not-durable',
      `the vault wants WAL and synchronous=2, SQLite gives ${String(journal)} and ${String(synchronous)}`,
    );
  }
  db.transaction(() => {
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > STEPS.length)
      throw new VaultError('vault.newer-schema', `the vault has schema ${version}, this program knows up to ${STEPS.length}`);
    for (const step of STEPS.slice(version)) db.exec(step);
    db.pragma(`user_version = ${STEPS.length}`);
  }).immediate();
}

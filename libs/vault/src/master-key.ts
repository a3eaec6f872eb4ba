import type { RandomSource } from '@app/decider';
import { createCipheriv, createDecipheriv, createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultError } from './vault-error';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Wraps every other key of the vault; itself it stands in a file of its own. */
export class MasterKey {
  /** Tells keys apart without telling anything about them. */
  readonly id: string;

  private readonly key: KeyObject;

  constructor(
    key: Buffer,
    private readonly random: RandomSource,
  ) {
    this.key = createSecretKey(key);
    this.id = createHash('sha256').update('kroniek/master-key/v1|').update(key).digest().subarray(0, 12).toString('base64url');
  }

  /** AES-256-GCM; `label` binds the wrapped key to its row. */
  wrap(label: string, secret: Buffer): Buffer {
    const iv = this.random.bytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(label, 'utf8'));
    const body = cipher.update(secret);
    cipher.final();
    return Buffer.concat([iv, body, cipher.getAuthTag()]);
  }

  /** Undefined when it was not wrapped by this key for this label, or is damaged. */
  unwrap(label: string, wrapped: Buffer): Buffer | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, wrapped.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(label, 'utf8'));
      decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
      return Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES, wrapped.length - TAG_BYTES)), decipher.final()]);
    } catch {
      return undefined;
    }
  }
}

function fsyncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

// Written beside its place and moved, so that a crash leaves a whole key or none.
function makeKeyFile(file: string, key: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const handle = openSync(beside, 'wx', 0o600);
  try {
    writeSync(handle, `${key.toString('base64url')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
  fsyncFolder(dirname(file));
}

/**
 * The master key of `file`, one line of base64url. Makes it (mode 0600, flushed) where there is none, unless `mayMake` says that the vault was written
 * with a key already.
 * @throws VaultError `vault.master-key-missing`, `vault.master-key-malformed`
 */
export function masterKeyFrom(file: string, mayMake: boolean, random: RandomSource): { key: MasterKey; made: boolean } {
  const made = !existsSync(file);
  if (made) {
    if (!mayMake) throw new VaultError('vault.master-key-missing', `the vault has a master key, but ${file} is not there: put it back`);
    makeKeyFile(file, random.bytes(KEY_BYTES));
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (key.length !== KEY_BYTES)
    throw new VaultError('vault.master-key-malformed', `${file} does not hold a key of ${KEY_BYTES} bytes in base64url`);
  return { key: new MasterKey(key, random), made };
}

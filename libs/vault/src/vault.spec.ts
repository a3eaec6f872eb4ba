import type { RandomSource } from '@app/decider';
import Sqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hmacTag, Vault, VaultError } from '.';

/** Distinct, repeatable bytes. */
class CountingRandom implements RandomSource {
  private count = 0;

  bytes(length: number): Buffer {
    this.count += 1;
    return createHash('sha512').update(String(this.count)).digest().subarray(0, length);
  }
}

const NOW = Date.parse('2021-06-16T08:00:00.000Z');
const STREAM = 'inclusion-AAAAAAAAAAAAAAAAAAAAAA';

let now: number;
let folder: string;
let random: CountingRandom;
let open: Vault[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-spec-'));
  now = NOW;
  random = new CountingRandom();
  open = [];
});

afterEach(() => {
  for (const vault of open) vault.close();
  rmSync(folder, { recursive: true });
});

const file = (): string => join(folder, 'vault.db');
const masterKeyFile = (): string => join(folder, 'keys', 'master.key');

function openVault(mostHeld?: number): Vault {
  const vault = Vault.open({ file: file(), masterKeyFile: masterKeyFile(), random, now: () => now, mostHeld });
  open.push(vault);
  return vault;
}

function reopened(vault: Vault): Vault {
  vault.close();
  open.splice(open.indexOf(vault), 1);
  return openVault();
}

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof VaultError) return error.code;
    throw error;
  }
  return 'no error';
};

const rowsOf = (slots: readonly { row?: object }[]) => slots.flatMap((slot) => (slot.row ? [slot.row as never] : []));

describe('the master key', () => {
  it('is made at the first start, readable by its owner alone, and said so once', () => {
    const first = openVault();
    expect(first.madeMasterKey).toBe(true);
    expect([masterKeyFile(), file()].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(Buffer.from(readFileSync(masterKeyFile(), 'utf8').trim(), 'base64url')).toHaveLength(32);
    expect(reopened(first).madeMasterKey).toBe(false);
  });

  it('of another vault is refused, and changes nothing', () => {
    const vault = openVault();
    const { ownOrganisation } = vault;
    vault.close();
    open = [];
    renameSync(masterKeyFile(), `${masterKeyFile()}.kept`);
    writeFileSync(masterKeyFile(), Buffer.alloc(32, 7).toString('base64url'));
    expect(codeOf(openVault)).toBe('vault.wrong-master-key');
    renameSync(`${masterKeyFile()}.kept`, masterKeyFile());
    expect(openVault().ownOrganisation).toBe(ownOrganisation);
  });

  it('is never made anew for a vault that has one', () => {
    openVault().close();
    open = [];
    rmSync(masterKeyFile());
    expect(codeOf(openVault)).toBe('vault.master-key-missing');
    expect(existsSync(masterKeyFile())).toBe(false);
  });

  it('that is no key is refused', () => {
    openVault().close();
    open = [];
    chmodSync(masterKeyFile(), 0o600);
    writeFileSync(masterKeyFile(), 'short\n');
    expect(codeOf(openVault)).toBe('vault.master-key-malformed');
  });
});

describe('a vault opened again', () => {
  it('keeps its own organisation, its id secret and its small state', () => {
    const first = openVault();
    const { ownOrganisation } = first;
    const tag = hmacTag(first.idKey, 'a');
    first.setMeta('last-recorded-at', '2021-06-16T08:00:00.000Z');
    first.setMeta('last-recorded-at', '2021-06-16T08:00:01.000Z');
    const second = reopened(first);
    expect(ownOrganisation).toMatch(/^org-[A-Za-z0-9_-]{22}$/);
    expect(second.ownOrganisation).toBe(ownOrganisation);
    expect(hmacTag(second.idKey, 'a')).toBe(tag);
    expect(second.getMeta('last-recorded-at')).toBe('2021-06-16T08:00:01.000Z');
    expect(second.getMeta('never-set')).toBeUndefined();
  });

  it('of a later version is left alone', () => {
    openVault().close();
    open = [];
    const db = new Sqlite(file());
    db.pragma('user_version = 99');
    db.close();
    expect(codeOf(openVault)).toBe('vault.newer-schema');
  });
});

describe('slots', () => {
  it('are one per person and stream, and one text slot per stream', () => {
    const vault = openVault();
    const ada = vault.registerPerson();
    const slots = [
      vault.findOrMakeSlot(STREAM, ada),
      vault.findOrMakeSlot(STREAM),
      vault.findOrMakeSlot('inclusion-B', ada),
      vault.findOrMakeSlot(STREAM, vault.registerPerson()),
    ];
    expect(new Set(slots.map((slot) => slot.kid)).size).toBe(4);
    expect(new Set(slots.map((slot) => slot.key.toString('hex'))).size).toBe(4);
    for (const slot of slots) expect([slot.kid, slot.key.length]).toEqual([expect.stringMatching(/^[A-Za-z0-9_-]{22}$/), 32]);
    expect(vault.findOrMakeSlot(STREAM, ada)).toBe(slots[0]);
  });

  it('travel with every append until one is confirmed', async () => {
    const vault = openVault();
    const first = vault.findOrMakeSlot(STREAM);
    expect(first.row).toEqual({ kid: first.kid, streamId: STREAM, wrapped: expect.any(Buffer) });
    const second = vault.findOrMakeSlot(STREAM);
    expect(second.row?.kid).toBe(first.kid);
    await vault.writeSlots(rowsOf([second]));
    vault.confirm(second.kid);
    expect(vault.findOrMakeSlot(STREAM)).toEqual(expect.not.objectContaining({ row: expect.anything() }));
    expect(vault.findOrMakeSlot(STREAM).kid).toBe(first.kid);
  });

  it('that were lost before their append are harmless: the next command still brings the key', async () => {
    const carried = async (rowsOfSecond: (vault: Vault) => readonly never[]): Promise<unknown> => {
      const vault = openVault();
      const lost = vault.findOrMakeSlot(STREAM);
      // The first command fails before its append; the second seals under the same slot and is appended.
      await vault.writeSlots(rowsOfSecond(vault));
      vault.confirm(lost.kid);
      const opened = reopened(vault).openSlot(lost.kid);
      return Buffer.isBuffer(opened) ? opened.equals(lost.key) : opened;
    };
    expect(await carried((vault) => rowsOf([vault.findOrMakeSlot(STREAM)]))).toBe(true);
    // Planted defect: a slot that travels with its first command alone. Then what the second command sealed could never be opened.
    rmSync(file());
    expect(await carried(() => [])).toBe('unavailable');
  });

  it('go on travelling when they are confirmed without having been stored', async () => {
    const vault = openVault();
    const slot = vault.findOrMakeSlot(STREAM);
    vault.confirm(slot.kid);
    expect(vault.findOrMakeSlot(STREAM).row?.kid).toBe(slot.kid);
    await vault.writeSlots(rowsOf([slot]));
    vault.confirm(slot.kid);
    expect(vault.findOrMakeSlot(STREAM).row).toBeUndefined();
  });

  it('are found by person and stream after a restart', async () => {
    const vault = openVault();
    const person = vault.registerPerson();
    const slot = vault.findOrMakeSlot(STREAM, person);
    await vault.writeSlots(rowsOf([slot, slot]));
    const again = reopened(vault).findOrMakeSlot(STREAM, person);
    expect({ kid: again.kid, key: again.key.equals(slot.key), row: again.row }).toEqual({ kid: slot.kid, key: true, row: undefined });
  });

  it('are written by the prepared statement of another connection', () => {
    const vault = openVault();
    const { row, key, kid } = vault.findOrMakeSlot(STREAM);
    const worker = new Sqlite(vault.slotTable.file);
    worker.prepare(vault.slotTable.insert).run({ kid, stream: STREAM, person: row?.person ?? null, wrapped: row?.wrapped });
    worker.close();
    expect(reopened(vault).openSlot(kid)).toEqual(key);
  });

  it('never forgotten by memory alone: a confirmed slot that was pushed out comes back from the file', async () => {
    const vault = openVault(2);
    const first = vault.findOrMakeSlot('plan-1');
    await vault.writeSlots(rowsOf([first]));
    vault.confirm(first.kid);
    for (const stream of ['plan-2', 'plan-3', 'plan-4']) vault.findOrMakeSlot(stream);
    const again = vault.findOrMakeSlot('plan-1');
    expect(again).not.toBe(first);
    expect([again.kid, again.row]).toEqual([first.kid, undefined]);
  });

  it('that nobody stored are unavailable, not erased', () => {
    expect(openVault().openSlot('AAAAAAAAAAAAAAAAAAAAAA')).toBe('unavailable');
  });

  it('whose stored key was changed are unavailable', async () => {
    const vault = openVault();
    const slot = vault.findOrMakeSlot(STREAM);
    await vault.writeSlots(rowsOf([slot]));
    const db = new Sqlite(file());
    db.prepare('UPDATE slot SET wrapped = ? WHERE kid = ?').run(Buffer.alloc(60, 1), slot.kid);
    db.close();
    expect(vault.openSlot(slot.kid)).toBe('unavailable');
  });
});

describe('erasing', () => {
  it('one slot leaves a tombstone, and its key in no file', async () => {
    const vault = openVault();
    const slot = vault.findOrMakeSlot(STREAM);
    const wrapped = Buffer.from(slot.row?.wrapped ?? '');
    await vault.writeSlots(rowsOf([slot]));
    vault.eraseSlot(slot.kid);
    expect(vault.openSlot(slot.kid)).toBe('erased');
    expect(readFileSync(file()).includes(wrapped)).toBe(false);
    expect(readFileSync(`${file()}-wal`).includes(wrapped)).toBe(false);
    expect(reopened(vault).openSlot(slot.kid)).toBe('erased');
  });

  it('a slot whose row is still on its way stays erased when the row arrives', async () => {
    const vault = openVault();
    const slot = vault.findOrMakeSlot(STREAM);
    const rows = rowsOf([slot]);
    vault.eraseSlot(slot.kid);
    await vault.writeSlots(rows);
    expect(vault.openSlot(slot.kid)).toBe('erased');
    expect(vault.findOrMakeSlot(STREAM).kid).not.toBe(slot.kid);
  });

  it('a person destroys each of the slots, the root and the tie to the record, and nobody else', async () => {
    const vault = openVault();
    const [person, other] = [vault.registerPerson(), vault.registerPerson()];
    const stored = vault.findOrMakeSlot(STREAM, person);
    const kept = vault.findOrMakeSlot(STREAM, other);
    await vault.writeSlots(rowsOf([stored, kept]));
    const pending = vault.findOrMakeSlot('inclusion-B', person);
    expect([stored, kept].map((slot) => vault.personOf(slot.kid))).toEqual([person, other]);
    vault.erasePerson(person);
    expect([stored, kept].map((slot) => vault.personOf(slot.kid))).toEqual([undefined, other]);
    expect([stored, pending, kept].map((slot) => vault.openSlot(slot.kid))).toEqual(['erased', 'erased', kept.key]);
    expect([vault.personState(person), vault.personState(other)]).toEqual(['erased', 'known']);
    expect(codeOf(() => vault.personTag(person, 'x'))).toBe('vault.person-erased');
    expect(codeOf(() => vault.findOrMakeSlot(STREAM, person))).toBe('vault.person-erased');
    expect(codeOf(() => vault.registerPerson(person))).toBe('vault.person-erased');
    const db = new Sqlite(file());
    expect(db.prepare('SELECT count(*) AS n FROM slot WHERE person = ?').get(person)).toEqual({ n: 0 });
    db.close();
  });
});

describe('the person register', () => {
  it('answers the same tag for the same person and label, after a restart too', () => {
    const vault = openVault();
    const [person, other] = [vault.registerPerson(), vault.registerPerson()];
    const tag = vault.personTag(person, 'programme|2021');
    expect(person).toMatch(/^person-[A-Za-z0-9_-]{22}$/);
    expect(tag).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(new Set([tag, vault.personTag(person, 'programme|2022'), vault.personTag(other, 'programme|2021')]).size).toBe(3);
    expect(reopened(vault).personTag(person, 'programme|2021')).toBe(tag);
  });

  it('enters a given reference once', () => {
    const vault = openVault();
    expect(vault.registerPerson('person-made-0001')).toBe('person-made-0001');
    const tag = vault.personTag('person-made-0001', 'x');
    vault.registerPerson('person-made-0001');
    expect(vault.personTag('person-made-0001', 'x')).toBe(tag);
  });

  it('names nobody when it does not know somebody', () => {
    const vault = openVault();
    expect(vault.personState('person-nobody')).toBe('unknown');
    expect(() => vault.personTag('person-nobody', 'x')).toThrow(new VaultError('vault.unknown-person', 'no such person in the register'));
  });
});

describe('accounts and tokens', () => {
  it('a token tells its principal, and only its digest is kept', () => {
    const vault = openVault();
    const token = vault.createToken({ kind: 'operator', name: 'desk' });
    const principal = vault.principalOf(token);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(principal).toEqual({
      account: expect.stringMatching(/^acct-[A-Za-z0-9_-]{22}$/),
      kind: 'operator',
      name: 'desk',
      organisation: vault.ownOrganisation,
    });
    expect(vault.principalOf(`${token.slice(0, -1)}!`)).toBeUndefined();
    const again = reopened(vault);
    expect(again.principalOf(token)).toEqual(principal);
    again.close();
    open = [];
    expect(readFileSync(file()).includes(token)).toBe(false);
  });

  it('a fixed principal keeps its account, and its tokens share it', () => {
    const vault = openVault();
    const principal = vault.principalNamed({ kind: 'import', name: 'import:2021' });
    const token = vault.createToken({ kind: 'import', name: 'import:2021' });
    const again = reopened(vault);
    expect(again.principalNamed({ kind: 'import', name: 'import:2021' })).toEqual(principal);
    expect(again.principalOf(token)?.account).toBe(principal.account);
  });

  it('an account of another organisation is not given away', () => {
    const vault = openVault();
    vault.createToken({ kind: 'operator', name: 'desk', organisation: 'org-a' });
    expect(codeOf(() => vault.createToken({ kind: 'operator', name: 'desk', organisation: 'org-b' }))).toBe('vault.account-differs');
  });

  it('a revoked token is nobody at once', () => {
    const vault = openVault();
    const token = vault.createToken({ kind: 'admin', name: 'first' });
    const principal = vault.principalOf(token);
    vault.revokeTokens(principal?.account ?? '');
    expect(vault.principalOf(token)).toBeUndefined();
  });

  it('a token that another process revoked is nobody after five seconds', () => {
    const vault = openVault();
    const token = vault.createToken({ kind: 'admin', name: 'first' });
    const principal = vault.principalOf(token);
    openVault().revokeTokens(principal?.account ?? '');
    now += 4_999;
    expect(vault.principalOf(token)).toEqual(principal);
    now += 1;
    expect(vault.principalOf(token)).toBeUndefined();
  });
});

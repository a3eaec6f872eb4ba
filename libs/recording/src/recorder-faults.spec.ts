import type { SlotWriter } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { OutcomeUnknown } from './outcome';
import { type Append, appendingThrough, codeOf, held, planned, RecordingBench, replacing } from '../../../test/support/recording-bench';

let bench: RecordingBench;

beforeEach(() => {
  bench = new RecordingBench();
});

afterEach(() => bench.close());

describe('an unknown outcome', () => {
  const unknownOnce =
    (written: boolean) =>
    (append: Append): Append => {
      let told = false;
      return async (...call) => {
        if (told) return append(...call);
        told = true;
        if (written) await append(...call);
        return { outcome: 'unknown' };
      };
    };

  it.each([
    ['after writing', true],
    ['before writing', false],
  ])('%s leaves one event', async (_, written) => {
    const recorder = bench.recorder({ store: appendingThrough(bench.store, unknownOnce(written)), soleWriter: false });
    const answer = await bench.send(recorder, 'hold-session', { ...held, remark: 'een opmerking' }, { key: 'k' });
    expect(answer).toMatchObject({ revision: 0, replayed: written });
    expect(await bench.count()).toBe(1);
    const again = await bench.send(recorder, 'hold-session', { ...held, remark: 'een opmerking' }, { key: 'k' });
    expect(again).toEqual({ ...answer, replayed: true });
    expect(await bench.count()).toBe(1);
  });

  it('that stays is told as unknown, and the same key finds out', async () => {
    let silent = true;
    const recorder = bench.recorder({
      store: appendingThrough(bench.store, (append) => async (...call) => {
        const result = await append(...call);
        return silent ? { outcome: 'unknown' } : result;
      }),
    });
    await expect(bench.send(recorder, 'hold-session', held, { key: 'k' })).rejects.toEqual(new OutcomeUnknown('store.outcome-unknown'));
    silent = false;
    expect(await bench.send(recorder, 'hold-session', held, { key: 'k' })).toMatchObject({ revision: 0, replayed: true });
    expect(await bench.count()).toBe(1);
  });
});

describe('a conflict', () => {
  it('is decided again on what the other writer recorded', async () => {
    const other = bench.recorder({ soleWriter: false });
    const { streamId } = await bench.send(other, 'plan-session', planned);
    let first = true;
    const recorder = bench.recorder({
      soleWriter: false,
      store: appendingThrough(bench.store, (append) => async (...call) => {
        if (first) {
          first = false;
          await bench.send(other, 'register-participant', { session: streamId, participant: 'pro-101' });
        }
        return append(...call);
      }),
    });
    const answer = await bench.send(recorder, 'register-participant', { session: streamId, participant: 'pro-102' });
    expect(answer).toMatchObject({ revision: 2, replayed: false });
    expect((await bench.stream(streamId)).map(({ data }) => data['participant'])).toEqual([undefined, 'pro-101', 'pro-102']);
  });

  it('is decided again three times, then given up, with nothing recorded', async () => {
    let appends = 0;
    const recorder = bench.recorder({
      store: appendingThrough(bench.store, () => async () => {
        appends++;
        return { outcome: 'conflict', actual: 'no-stream' };
      }),
    });
    expect(await codeOf(bench.send(recorder, 'hold-session', held))).toBe('store.contended');
    expect(appends).toBe(3);
    expect(await bench.count()).toBe(0);
  });
});

describe('a slot that was lost before its append', () => {
  const body = { ...held, remark: 'een opmerking' };

  /** A slot writer whose first call fails, as a process that dies before the vault's commit. */
  const failingOnce = (): SlotWriter => {
    let failed = false;
    return async (rows) => {
      if (!failed) {
        failed = true;
        throw new Error('lost');
      }
      await bench.vault.writeSlots(rows);
    };
  };

  /** Every sealed part of the record whose key a vault that starts afresh does not have. */
  async function unopenable(): Promise<number> {
    const afresh = bench.openVault();
    let lost = 0;
    for await (const stored of bench.store.readAll(undefined)) {
      for (const { kid } of bench.read(stored).sealed) if (!Buffer.isBuffer(afresh.openSlot(kid))) lost++;
    }
    afresh.close();
    return lost;
  }

  it('travels with the next one: nothing is sealed under a key that was never stored', async () => {
    bench.store = new MemoryEventStore({ slotWriter: failingOnce() });
    const recorder = bench.recorder();
    expect(await codeOf(bench.send(recorder, 'hold-session', body, { key: 'k' }))).toBe('store.unavailable');
    expect(await bench.count()).toBe(0);
    expect((await bench.send(recorder, 'hold-session', body, { key: 'k' })).eventIds).toHaveLength(1);
    expect(await unopenable()).toBe(0);
  });

  it('is caught when it does not travel (planted defect)', async () => {
    bench.store = new MemoryEventStore({ slotWriter: failingOnce() });
    const met = new Set<string>();
    const forgetful = replacing(bench.vault, {
      findOrMakeSlot: (streamId: string, person?: string) => {
        const slot = bench.vault.findOrMakeSlot(streamId, person);
        const seen = met.has(slot.kid);
        met.add(slot.kid);
        return seen ? { kid: slot.kid, key: slot.key } : slot;
      },
    });
    const recorder = bench.recorder({ vault: forgetful });
    expect(await codeOf(bench.send(recorder, 'hold-session', body, { key: 'k' }))).toBe('store.unavailable');
    await bench.send(recorder, 'hold-session', body, { key: 'k' });
    expect(await unopenable()).toBe(1);
  });
});

it('a record larger than the store takes is refused before it is sent', async () => {
  const small = replacing(bench.store, { limits: { appendBytes: 100 } });
  const work = bench.send(bench.recorder({ store: small }), 'plan-session', planned);
  await expect(work).rejects.toMatchObject({ problems: [{ pointer: '', code: 'command.too-large' }] });
  expect(await bench.count()).toBe(0);
});

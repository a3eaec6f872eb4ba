import { decodeEvent, encodeEvent, PooledRandom } from '@app/audit';
import { defineEvent } from '@app/decider';
import { onDay } from '@app/decider/spec';
import { codeOf, RecordingBench } from '../../../test/support/recording-bench';

interface FirstVersion {
  readonly institution: string;
  readonly institutionType: string;
  readonly lastDay: string;
  readonly signatoryRole: string;
}

/** As it was stored before conventions had a kind. */
const signedThen = defineEvent<FirstVersion>()({
  type: 'ConventionSigned',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { institution: 'more', institutionType: 'core', lastDay: 'core', signatoryRole: 'core' },
});

const streamId = 'convention-AAAAAAAAAAAAAAAAAAAAAA';
const id = '7b3f0c52-6a1e-8d44-9c0b-2f61d0a9e873';
const data = { institution: 'org-R1', institutionType: 'rest-home', lastDay: '2021-12-31', signatoryRole: 'director' };
const signature = { ...data, convention: streamId, occurred: { from: '2021-03-01' } };
const noSlots = {
  textSlot: () => {
    throw new Error('nothing is sealed');
  },
  subjectSlot: () => {
    throw new Error('nobody is named');
  },
};

let bench: RecordingBench;

beforeEach(async () => {
  bench = new RecordingBench();
  const event = {
    ...{ id, streamId, revision: 0, definition: signedThen, subject: 'structure' as const, data, occurred: onDay('2021-03-01') },
    ...{ recordedAt: '2021-03-02T09:00:00.000Z', actor: 'acct-a', organisation: 'org-a', planRefs: [], source: 'form' as const },
    ...{ correlationId: 'c-1', subjects: [], keyTag: 'k', bodyTag: 'b' },
  };
  await bench.store.append(streamId, 'no-stream', [encodeEvent(event, noSlots, new PooledRandom())]);
});

afterEach(() => bench.close());

const stored = async () => (await Array.fromAsync(bench.store.readStream(streamId))).map(decodeEvent);

describe('an event of an earlier version', () => {
  it('is read as today, and stays as it was stored', async () => {
    expect((await bench.stream(streamId)).map(({ schemaVersion, data: read }) => [schemaVersion, read])).toEqual([
      [2, { kind: 'palliative-culture', ...data }],
    ]);
    expect((await stored()).map(({ schemaVersion, data: then }) => [schemaVersion, then])).toEqual([[1, data]]);
  });

  it('is repeated by the command of today, and refuses what contradicts it', async () => {
    const recorder = bench.recorder();
    expect((await bench.send(recorder, 'sign-convention', signature)).eventIds).toEqual([]);
    expect((await bench.send(recorder, 'sign-convention', { ...signature, kind: 'palliative-culture' })).eventIds).toEqual([]);
    expect(await codeOf(bench.send(recorder, 'sign-convention', { ...signature, kind: 'collaboration' }))).toBe(
      'convention.already-signed',
    );
  });

  it('goes on, and is corrected by an event of today', async () => {
    const recorder = bench.recorder();
    await bench.send(recorder, 'extend-convention', { convention: streamId, lastDay: '2022-06-30', occurred: { from: '2021-11-01' } });
    const correction = { ...signature, kind: 'collaboration', corrects: id, correctionReason: 'wrong-record' };
    await bench.send(recorder, 'sign-convention', correction);
    const events = await stored();
    expect(events.map(({ type, schemaVersion, corrects }) => [type, schemaVersion, corrects])).toEqual([
      ['ConventionSigned', 1, undefined],
      ['ConventionExtended', 1, undefined],
      ['ConventionSigned', 2, id],
    ]);
    expect(events.at(-1)!.data).toEqual({ kind: 'collaboration', ...data });
  });
});

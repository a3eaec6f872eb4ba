import { Refusal } from '@app/decider';
import { checkPlace } from './place';
import { codeOf, held, RecordingBench } from '../../../test/support/recording-bench';

const at = (code: string, level: string, hierarchy = '2022') => ({ territory: { code, level, hierarchy } });

let bench: RecordingBench;

beforeEach(() => {
  bench = new RecordingBench();
});

afterEach(() => bench.close());

const hold = (place: object, command = 'hold-session') => bench.send(bench.recorder(), command, { ...held, ...place });

const region = { hierarchy: '2022', level: 'region', units: [{ code: '04000', name: { fr: 'R' } }], occurred: { from: '2022-01-01' } };
const quarter = {
  hierarchy: '2022',
  level: 'quarter',
  units: [{ code: 'Q-own', name: { fr: 'Q' }, parents: ['04000'] }],
  occurred: { from: '2022-01-01' },
};

describe('the place of a command', () => {
  it('may be any that is published, without a tree in the record', async () => {
    for (const [code, level] of [
      ['04000', 'region'],
      ['Z-CW', 'zone'],
      ['no-zone', 'zone'],
      ['21004', 'commune'],
      ['Q-nord', 'quarter'],
      ['1020', 'postal'],
      ['21001A00-', 'sector'],
      ['outside', 'outside'],
    ] as const) {
      expect((await hold(at(code, level))).eventIds).toHaveLength(1);
    }
    expect((await hold(at('21004', 'commune', '2011'))).eventIds).toHaveLength(1);
  });

  it('is refused with its field when its code, level or edition is unknown', async () => {
    expect(await codeOf(hold(at('21099', 'commune')))).toBe('territory.unknown-code');
    expect(await codeOf(hold(at('Z-N', 'zone', '2011')))).toBe('territory.unknown-code');
    expect(await codeOf(hold(at('Z-N', 'commune')))).toBe('territory.another-level');
    expect(await codeOf(hold(at('Z-N', 'zone', '1999')))).toBe('territory.unknown-hierarchy');
    expect(await bench.count()).toBe(0);
    const refusal = await hold(at('21099', 'commune')).catch((error: unknown) => error);
    expect(refusal).toEqual(new Refusal('territory.unknown-code', { code: '21099', hierarchy: '2022' }, '/territory/code'));
    expect((refusal as Refusal).field).toBe('/territory/code');
  });

  it('may be one that the record has defined itself, from then on', async () => {
    expect(await codeOf(hold(at('Q-own', 'quarter')))).toBe('territory.unknown-code');
    await bench.send(bench.recorder(), 'define-territories', region);
    await bench.send(bench.recorder(), 'define-territories', quarter);
    expect((await hold(at('Q-own', 'quarter'))).eventIds).toHaveLength(1);
    expect(await codeOf(hold(at('Q-own', 'sector')))).toBe('territory.another-level');
    expect(await codeOf(hold(at('Q-other', 'quarter')))).toBe('territory.unknown-code');
  });

  it('is not looked for in the record when it is published, or absent', async () => {
    const never = () => Promise.reject(new Error('asked'));
    await checkPlace(undefined, never);
    await checkPlace({ code: 'Z-N', level: 'zone', hierarchy: '2022' }, never);
    await expect(checkPlace({ code: 'Q-own', level: 'quarter', hierarchy: '2022' }, never)).rejects.toThrow('asked');
  });

  it('stands in the answer of a repeat without being asked again', async () => {
    const recorder = bench.recorder();
    const first = await bench.send(recorder, 'hold-session', { ...held, ...at('Z-N', 'zone') }, { key: 'k-1' });
    expect(await bench.send(recorder, 'hold-session', { ...held, ...at('Z-N', 'zone') }, { key: 'k-1' })).toEqual({
      ...first,
      replayed: true,
    });
  });
});

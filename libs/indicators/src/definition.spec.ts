import { BadDefinition, loadDefinitions } from './definition';
import { definitions } from './definitions';
import { indicators } from './indicators';

const TEXTS = { nl: 'a', fr: 'b', en: 'c' };
const sound = {
  code: 'sessions',
  version: 1,
  appliesFrom: '2010-01-01',
  labels: TEXTS,
  meaning: TEXTS,
  unit: 'session',
  subjectKind: 'professional',
  measure: { op: 'sum', of: { factType: ['held'], countKind: 'session' } },
  dimensions: [],
};
const BULLET = { ref: 'S002', line: 143, block: 1, objective: '1.1', number: 'first' };
const SCOPE = { plan: '2024', action: 1 };
const problem = (change: object): string => {
  try {
    loadDefinitions([[{ ...sound, ...change }]]);
    return 'sound';
  } catch (error) {
    return error instanceof BadDefinition ? error.message : String(error);
  }
};

test.each([
  [{}, 'sound'],
  [{ code: 'Sessions' }, 'indicator Sessions: not-in-the-schema at /code'],
  [{ version: 0 }, 'indicator sessions: not-in-the-schema at /version'],
  [{ appliesFrom: '2010' }, 'indicator sessions: not-in-the-schema at /appliesFrom'],
  [{ labels: { nl: 'a', fr: 'b' } }, 'indicator sessions: not-in-the-schema at /labels'],
  [{ meaning: { ...TEXTS, fr: '' } }, 'indicator sessions: not-in-the-schema at /meaning'],
  [{ unit: 1 }, 'indicator sessions: not-in-the-schema at /unit'],
  [{ subjectKind: 'animal' }, 'indicator sessions: not-in-the-schema at /subjectKind'],
  [{ dimensions: undefined }, 'indicator sessions: not-in-the-schema at /dimensions'],
  [{ measure: { op: 'guess' } }, 'indicator sessions: not-in-the-schema at /measure/op'],
  [{ measure: { op: 'sum', of: { factType: [], countKind: 'session' } } }, 'indicator sessions: not-in-the-schema at /measure/of/factType'],
  [
    { measure: { op: 'sum', of: { factType: ['held'], countKind: 'person' } } },
    'indicator sessions: not-in-the-schema at /measure/of/countKind',
  ],
  [{ measure: { op: 'distinct', of: { ...sound.measure.of, key: 'name' } } }, 'indicator sessions: not-in-the-schema at /measure/of/key'],
  [{ measure: { op: 'sum', of: { ...sound.measure.of, where: [] } } }, 'indicator sessions: not-in-the-schema at /measure/of/where/all'],
  [
    { measure: { op: 'sum', of: { ...sound.measure.of, where: { all: [{ op: 'eq', value: [1] }] } } } },
    'indicator sessions: not-in-the-schema at /measure/of/where/all/0/dim',
  ],
  [
    { measure: { op: 'sum', of: { ...sound.measure.of, where: { all: [{ dim: 'x', op: 'like', value: [1] }] } } } },
    'indicator sessions: not-in-the-schema at /measure/of/where/all/0/op',
  ],
  [
    { measure: { op: 'sum', of: { ...sound.measure.of, where: { all: [{ dim: 'x', op: 'eq', value: [] }] } } } },
    'indicator sessions: condition-without-values at /measure/of/where/all/0/value',
  ],
  [{ measure: { op: 'ratio', num: sound.measure.of } }, 'indicator sessions: measure-does-not-fit at /measure/den'],
  [{ measure: { op: 'compose', parts: [] } }, 'indicator sessions: not-in-the-schema at /measure/parts'],
  [{ measure: { op: 'compose', parts: [{ indicator: 'views', sign: 1 }] } }, 'indicator sessions: figure.part-not-defined'],
  [{ measure: { op: 'reported', countKind: 'score' } }, 'sound'],
  [{ measure: { op: 'reported', countKind: 'opinion' } }, 'indicator sessions: not-in-the-schema at /measure/countKind'],
  [{ source: BULLET, scope: SCOPE }, 'sound'],
  [{ source: { ...BULLET, number: 'within' } }, 'sound'],
  [{ source: { ...BULLET, ref: 'plan' } }, 'indicator sessions: not-in-the-schema at /source/ref'],
  [{ source: { ...BULLET, line: 0 } }, 'indicator sessions: not-in-the-schema at /source/line'],
  [{ source: { ...BULLET, block: '1' } }, 'indicator sessions: not-in-the-schema at /source/block'],
  [{ source: { ...BULLET, objective: 1 } }, 'indicator sessions: not-in-the-schema at /source/objective'],
  [{ source: { ...BULLET, number: 'last' } }, 'indicator sessions: not-in-the-schema at /source/number'],
  [{ scope: { plan: '2024' } }, 'indicator sessions: not-in-the-schema at /scope'],
  [{ sameAs: 'sessions' }, 'indicator sessions: same-as-itself at /sameAs'],
  [{ sameAs: 'talks' }, 'indicator sessions: the same as talks, which is no other indicator'],
])('%j: %s', (change, expected) => {
  expect(problem(change)).toBe(expected);
});

test('the latest version of a code answers, and no version stands twice', () => {
  const second = { ...sound, version: 2, unit: 'gathering' };
  expect(loadDefinitions([[second], [sound]]).get('sessions')?.unit).toBe('gathering');
  expect(() => loadDefinitions([[sound], [sound]])).toThrow('indicator sessions@1 is defined twice');
});

test('a proposed merger leads to an indicator that proposes none itself', () => {
  const others = [{ ...sound, code: 'talks', sameAs: 'sessions' }];
  expect(loadDefinitions([[sound, ...others]]).get('talks')?.sameAs).toBe('sessions');
  expect(() => loadDefinitions([[sound, ...others, { ...sound, code: 'lunches', sameAs: 'talks' }]])).toThrow(
    'indicator lunches: the same as talks, which names another in turn',
  );
});

test('a part has no scope of its own: it is asked about what the whole is asked about', () => {
  const whole = { ...sound, code: 'all', measure: { op: 'compose', parts: [{ indicator: 'sessions', sign: 1 }] } };
  expect(loadDefinitions([[sound, { ...whole, scope: SCOPE }]]).size).toBe(2);
  expect(() => loadDefinitions([[{ ...sound, scope: SCOPE }, whole]])).toThrow('indicator all: figure.part-about-an-action');
});

test('the indicators of the record load, in order of their code, each with what it counts', () => {
  const codes = indicators().map(({ code }) => code);
  expect(codes).toEqual([...definitions.keys()].sort());
  const without = indicators().filter(({ countKind }) => countKind === null);
  expect(without).toEqual(indicators().filter(({ op }) => op === 'compose'));
  expect(without.map(({ code }) => code)).toContain('people-reached');
});

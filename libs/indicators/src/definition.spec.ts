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
  [{ code: 'Sessions' }, 'indicator Sessions: code is missing or not kebab case'],
  [{ version: 0 }, 'indicator sessions: version is no positive integer'],
  [{ appliesFrom: '2010' }, 'indicator sessions: appliesFrom is no day'],
  [{ labels: { nl: 'a', fr: 'b' } }, 'indicator sessions: labels lacks a language'],
  [{ meaning: { ...TEXTS, fr: '' } }, 'indicator sessions: meaning lacks a language'],
  [{ unit: 1 }, 'indicator sessions: unit is missing'],
  [{ subjectKind: 'animal' }, 'indicator sessions: subjectKind is unknown'],
  [{ dimensions: undefined }, 'indicator sessions: dimensions is no list'],
  [{ measure: { op: 'guess' } }, 'indicator sessions: measure has no known op'],
  [{ measure: { op: 'sum', of: { factType: [], countKind: 'session' } } }, 'indicator sessions: of names no factType'],
  [{ measure: { op: 'sum', of: { factType: ['held'], countKind: 'person' } } }, 'indicator sessions: of has no known countKind (person)'],
  [{ measure: { op: 'distinct', of: { ...sound.measure.of, key: 'name' } } }, 'indicator sessions: of has an unknown key'],
  [{ measure: { op: 'sum', of: { ...sound.measure.of, where: [] } } }, 'indicator sessions: of has a where without all'],
  [
    { measure: { op: 'sum', of: { ...sound.measure.of, where: { all: [{ op: 'eq', value: [1] }] } } } },
    'indicator sessions: of has a condition without dim',
  ],
  [
    { measure: { op: 'sum', of: { ...sound.measure.of, where: { all: [{ dim: 'x', op: 'like', value: [1] }] } } } },
    'indicator sessions: of has a condition with an unknown op',
  ],
  [
    { measure: { op: 'sum', of: { ...sound.measure.of, where: { all: [{ dim: 'x', op: 'eq', value: [] }] } } } },
    'indicator sessions: of has a condition without a list of values',
  ],
  [{ measure: { op: 'ratio', num: sound.measure.of } }, 'indicator sessions: den is missing'],
  [{ measure: { op: 'compose', parts: [] } }, 'indicator sessions: compose has no sound parts'],
  [{ measure: { op: 'compose', parts: [{ indicator: 'views', sign: 1 }] } }, 'indicator sessions: no part views'],
])('%j: %s', (change, expected) => {
  expect(problem(change)).toBe(expected);
});

test('the latest version of a code answers, and no version stands twice', () => {
  const second = { ...sound, version: 2, unit: 'gathering' };
  expect(loadDefinitions([[second], [sound]]).get('sessions')?.unit).toBe('gathering');
  expect(() => loadDefinitions([[sound], [sound]])).toThrow('indicator sessions@1 is defined twice');
});

test('the indicators of the record load, in order of their code, each with what it counts', () => {
  const codes = indicators().map(({ code }) => code);
  expect(codes).toEqual([...definitions.keys()].sort());
  expect(
    indicators()
      .filter(({ countKind }) => countKind === null)
      .map(({ code }) => code),
  ).toEqual(['people-reached']);
});

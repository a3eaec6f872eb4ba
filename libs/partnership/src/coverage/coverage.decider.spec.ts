import { type Given, given } from '@app/decider/spec';
import { coverageEvolution, type CoverageState, declareCoverage } from './coverage.decider';
import { coverageDeclared, type CoverageDeclaredData } from './coverage.events';

const sessions: CoverageDeclaredData = {
  factType: 'session-held',
  from: '2021-01-01',
  to: '2021-12-31',
  dims: { kind: 'information' },
  basis: 'register-printed-in-full',
};

const after = (...history: Given[]) => given<CoverageState>(coverageEvolution, history);

describe('coverage', () => {
  it('is declared for a fact type, days and a part', () => {
    expect(after().then(declareCoverage, sessions)).toEqual([['CoverageDeclared', sessions]]);
  });

  it('repeated yields nothing', () => {
    expect(after([coverageDeclared, sessions]).then(declareCoverage, { ...sessions })).toEqual([]);
  });

  it('is not overwritten by another', () => {
    expect(after([coverageDeclared, sessions]).refuses(declareCoverage, { ...sessions, to: '2021-06-30' })).toBe(
      'coverage.already-declared',
    );
  });

  it('may be of one day', () => {
    const oneDay = { ...sessions, from: '2021-12-31' };
    expect(after().then(declareCoverage, oneDay)).toEqual([['CoverageDeclared', oneDay]]);
  });

  it.each<[string, Partial<CoverageDeclaredData>]>([
    ['coverage.period-backwards', { from: '2022-01-01' }],
    ['coverage.dimensions-not-plain', { dims: { Kind: 'information' } }],
    ['coverage.dimensions-not-plain', { dims: { kind: 3 as unknown as string } }],
  ])('%s: %j', (code, change) => {
    expect(after().refuses(declareCoverage, { ...sessions, ...change })).toBe(code);
  });
});

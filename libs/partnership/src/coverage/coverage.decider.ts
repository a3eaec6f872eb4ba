import { dataOf, type Decide, ensure, type Evolution, happened, sameData } from '@app/decider';
import { coverageDeclared, type CoverageDeclaredData } from './coverage.events';

export interface CoverageState {
  readonly declared?: CoverageDeclaredData;
}

export const coverageEvolution: Evolution<CoverageState> = {
  initialState: {},
  evolve: (state, event) => (event.type === coverageDeclared.type ? { declared: event.data as CoverageDeclaredData } : state),
};

const DIMENSION = /^[a-z][a-zA-Z-]{0,39}$/;

export const declareCoverage: Decide<CoverageDeclaredData, CoverageState> = (command, { declared }) => {
  const data = dataOf(coverageDeclared, command);
  if (declared && sameData(declared, data)) return [];
  ensure(declared === undefined, 'coverage.already-declared', {}, '/coverage');
  ensure(data.from <= data.to, 'coverage.period-backwards', {}, '/to');
  const plain = Object.entries(data.dims ?? {}).every(([dim, value]) => DIMENSION.test(dim) && typeof value === 'string');
  ensure(plain, 'coverage.dimensions-not-plain', {}, '/dims');
  return [happened(coverageDeclared, data)];
};

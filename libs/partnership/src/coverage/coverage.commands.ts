import { IsIn, IsObject, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsDay, IsOrganisationRef, IsStreamOf } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { type CoverageState, declareCoverage } from './coverage.decider';
import { COVERAGE_BASES, type CoverageBasis, coverageDeclared } from './coverage.events';

class DeclareCoverageBody extends CommandBody {
  /** The declaration that this one corrects; a new one names none. */
  @IsOptional() @IsStreamOf('coverage') coverage?: string;
  @Matches(/^[a-z][a-z0-9-]{0,60}$/) factType: string;
  @IsDay() from: string;
  /** Last day, included. */
  @IsDay() to: string;
  @IsOptional() @IsOrganisationRef() organisation?: string;
  @IsOptional() @IsObject() dims?: Record<string, string>;
  @IsIn(COVERAGE_BASES) basis: CoverageBasis;
}

export const coverageCommands = [
  defineCommand<CoverageState>()({
    name: 'declare-coverage',
    systems: ['SYS-55'],
    body: DeclareCoverageBody,
    emits: [coverageDeclared],
    target: ({ coverage }) => (coverage === undefined ? created() : existing(coverage)),
    decide: declareCoverage,
    refusals: ['coverage.already-declared', 'coverage.period-backwards', 'coverage.dimensions-not-plain'],
  }),
];

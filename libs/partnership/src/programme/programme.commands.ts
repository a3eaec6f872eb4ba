import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsDay } from '../command-body';
import { defineCommand, natural, type Target } from '../term';
import { type Programme, PROGRAMMES } from '../vocabulary';
import { closeProgrammePhase, openProgrammePhase, type ProgrammeState } from './programme.decider';
import {
  FOLLOWED,
  type Followed,
  type Phase,
  PHASE_END_REASONS,
  type PhaseEndReason,
  PHASES,
  programmePhaseClosed,
  programmePhaseOpened,
} from './programme.events';

class ProgrammeBody extends CommandBody {
  @IsIn(PROGRAMMES) programme: Programme;
  @IsIn(PHASES) phase: Phase;
}

export class OpenProgrammePhaseBody extends ProgrammeBody {
  @IsIn(FOLLOWED) followed: Followed;
}

export class CloseProgrammePhaseBody extends ProgrammeBody {
  /** Last day of the phase; left out when it no longer runs on the day of `occurred`. */
  @IsOptional() @IsDay() lastDay?: string;
  @IsIn(PHASE_END_REASONS) reason: PhaseEndReason;
}

const define = defineCommand<ProgrammeState>();
const systems = ['SYS-11', 'SYS-24', 'SYS-27', 'SYS-28'];
/** One stream per programme and territory; what names no territory is said of the whole Region. */
const inTerritory = ({ programme, territory }: ProgrammeBody): Target =>
  natural(`${programme}.${territory === undefined || territory.level === 'region' ? 'region' : territory.code}`);

export const programmeCommands = [
  define({
    name: 'open-programme-phase',
    systems,
    body: OpenProgrammePhaseBody,
    emits: [programmePhaseOpened],
    target: inTerritory,
    decide: openProgrammePhase,
    refusals: ['programme.closes-before-it-opens', 'programme.another-phase-runs'],
  }),
  define({
    name: 'close-programme-phase',
    systems,
    body: CloseProgrammePhaseBody,
    emits: [programmePhaseClosed],
    target: inTerritory,
    decide: closeProgrammePhase,
    refusals: ['programme.phase-not-opened', 'programme.phase-already-closed', 'programme.closes-before-it-opens'],
  }),
];

import type { Term } from '../term';
import { programmeCommands } from './programme.commands';
import { programmeEvolution, type ProgrammeState } from './programme.decider';
import { programmePhaseClosed, programmePhaseOpened } from './programme.events';
import { programmeFacts } from './programme.facts';

export const programmeTerm: Term<ProgrammeState> = {
  name: 'programme',
  events: [programmePhaseOpened, programmePhaseClosed],
  evolution: programmeEvolution,
  commands: programmeCommands,
  facts: programmeFacts,
};

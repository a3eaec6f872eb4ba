import type { Term } from '../term';
import { inclusionCommands } from './inclusion.commands';
import { inclusionEvolution, type InclusionState } from './inclusion.decider';
import { anonymousInclusionRecorded, inclusionEnded, inclusionTransferred, personIncluded, sharingRefused } from './inclusion.events';
import { inclusionFacts } from './inclusion.facts';

export const inclusionTerm: Term<InclusionState> = {
  name: 'inclusion',
  events: [personIncluded, anonymousInclusionRecorded, sharingRefused, inclusionTransferred, inclusionEnded],
  evolution: inclusionEvolution,
  commands: inclusionCommands,
  facts: inclusionFacts,
};

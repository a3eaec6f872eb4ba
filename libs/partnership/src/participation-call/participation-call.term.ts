import type { Term } from '../term';
import { participationCallCommands } from './participation-call.commands';
import { participationCallEvolution, type ParticipationCallState } from './participation-call.decider';
import {
  callForCandidatesClosed,
  callForCandidatesPublished,
  candidateApplied,
  candidateDeclined,
  candidateSelected,
  subGroupCreated,
} from './participation-call.events';
import { participationCallFacts } from './participation-call.facts';

export const participationCallTerm: Term<ParticipationCallState> = {
  name: 'participation-call',
  events: [callForCandidatesPublished, candidateApplied, candidateSelected, candidateDeclined, subGroupCreated, callForCandidatesClosed],
  evolution: participationCallEvolution,
  commands: participationCallCommands,
  facts: participationCallFacts,
};

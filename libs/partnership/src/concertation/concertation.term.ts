import type { Term } from '../term';
import { concertationCommands } from './concertation.commands';
import { concertationEvolution, type ConcertationState } from './concertation.decider';
import {
  concertationDecisionRecorded,
  concertationHeld,
  concertationRequested,
  decisionFollowedUp,
  requestAssigned,
  requestCompleted,
  requestRefused,
  requestWithdrawn,
} from './concertation.events';
import { concertationFacts } from './concertation.facts';

export const concertationTerm: Term<ConcertationState> = {
  name: 'concertation',
  events: [
    concertationRequested,
    requestCompleted,
    requestAssigned,
    requestRefused,
    requestWithdrawn,
    concertationHeld,
    concertationDecisionRecorded,
    decisionFollowedUp,
  ],
  evolution: concertationEvolution,
  commands: concertationCommands,
  facts: concertationFacts,
};

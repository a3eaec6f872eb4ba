import type { Term } from '../term';
import { crisisWatchCommands } from './crisis-watch.commands';
import { crisisWatchEvolution, type CrisisWatchState } from './crisis-watch.decider';
import { crisisAlertEnded, crisisAlertRaised, crisisObservationRecorded } from './crisis-watch.events';
import { crisisWatchFacts } from './crisis-watch.facts';

export const crisisWatchTerm: Term<CrisisWatchState> = {
  name: 'crisis-watch',
  events: [crisisObservationRecorded, crisisAlertRaised, crisisAlertEnded],
  evolution: crisisWatchEvolution,
  commands: crisisWatchCommands,
  facts: crisisWatchFacts,
};

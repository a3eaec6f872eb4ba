import type { Term } from '../term';
import { observationCommands } from './observation.commands';
import { observationEvolution, type ObservationState } from './observation.decider';
import {
  contactsObserved,
  pageShareObserved,
  postsObserved,
  subscribersObserved,
  webTrafficObserved,
  weeklyAverageObserved,
} from './observation.events';
import { observationFacts } from './observation.facts';

export const observationTerm: Term<ObservationState> = {
  name: 'observation',
  events: [webTrafficObserved, subscribersObserved, contactsObserved, postsObserved, weeklyAverageObserved, pageShareObserved],
  evolution: observationEvolution,
  commands: observationCommands,
  facts: observationFacts,
};

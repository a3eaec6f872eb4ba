import type { Term } from '../term';
import { trainingCycleCommands } from './training-cycle.commands';
import { trainingCycleEvolution, type TrainingCycleState } from './training-cycle.decider';
import {
  completionsCounted,
  participantCompletedTraining,
  trainingCycleCancelled,
  trainingCycleClosed,
  trainingCycleOpened,
} from './training-cycle.events';
import { trainingCycleFacts } from './training-cycle.facts';

export const trainingCycleTerm: Term<TrainingCycleState> = {
  name: 'training-cycle',
  events: [trainingCycleOpened, trainingCycleClosed, trainingCycleCancelled, participantCompletedTraining, completionsCounted],
  evolution: trainingCycleEvolution,
  commands: trainingCycleCommands,
  facts: trainingCycleFacts,
};

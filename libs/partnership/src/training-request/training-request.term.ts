import type { Term } from '../term';
import { trainingRequestCommands } from './training-request.commands';
import { trainingRequestEvolution, type TrainingRequestState } from './training-request.decider';
import { trainingDeclined, trainingGranted, trainingRequested } from './training-request.events';
import { trainingRequestFacts } from './training-request.facts';

export const trainingRequestTerm: Term<TrainingRequestState> = {
  name: 'training-request',
  events: [trainingRequested, trainingGranted, trainingDeclined],
  evolution: trainingRequestEvolution,
  commands: trainingRequestCommands,
  facts: trainingRequestFacts,
};

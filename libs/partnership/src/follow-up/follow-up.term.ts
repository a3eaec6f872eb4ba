import type { Term } from '../term';
import { followUpCommands } from './follow-up.commands';
import { followUpEvolution, type FollowUpState } from './follow-up.decider';
import {
  psychologicalFollowUpClosed,
  psychologicalFollowUpOpened,
  psychologicalFollowUpRefused,
  psychologicalSessionHeld,
} from './follow-up.events';
import { followUpFacts } from './follow-up.facts';

export const followUpTerm: Term<FollowUpState> = {
  name: 'follow-up',
  events: [psychologicalFollowUpOpened, psychologicalSessionHeld, psychologicalFollowUpClosed, psychologicalFollowUpRefused],
  evolution: followUpEvolution,
  commands: followUpCommands,
  facts: followUpFacts,
};

import type { Term } from '../term';
import { bodyCommands } from './body.commands';
import { bodyEvolution, type BodyState } from './body.decider';
import { bodyConstituted, bodyDissolved, mandateEnded, mandateGiven, participantCategoryCovered } from './body.events';
import { bodyFacts } from './body.facts';

export const bodyTerm: Term<BodyState> = {
  name: 'body',
  events: [bodyConstituted, bodyDissolved, mandateGiven, mandateEnded, participantCategoryCovered],
  evolution: bodyEvolution,
  commands: bodyCommands,
  facts: bodyFacts,
  folded: true,
};

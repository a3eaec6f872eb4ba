import type { Term } from '../term';
import { selfEvaluationCommands } from './self-evaluation.commands';
import { selfEvaluationEvolution, type SelfEvaluationState } from './self-evaluation.decider';
import { aimScored, selfEvaluationClosed, selfEvaluationOpened, selfEvaluationReopened } from './self-evaluation.events';
import { selfEvaluationFacts } from './self-evaluation.facts';

export const selfEvaluationTerm: Term<SelfEvaluationState> = {
  name: 'self-evaluation',
  events: [selfEvaluationOpened, aimScored, selfEvaluationClosed, selfEvaluationReopened],
  evolution: selfEvaluationEvolution,
  commands: selfEvaluationCommands,
  facts: selfEvaluationFacts,
  folded: true,
};

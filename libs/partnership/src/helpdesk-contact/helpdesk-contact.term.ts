import type { Term } from '../term';
import { helpdeskContactCommands } from './helpdesk-contact.commands';
import { helpdeskContactEvolution, type HelpdeskContactState } from './helpdesk-contact.decider';
import {
  helpdeskContactAnswered,
  helpdeskContactEscalated,
  helpdeskContactReceived,
  helpdeskOrientationGiven,
  helpdeskToolEvaluated,
} from './helpdesk-contact.events';
import { helpdeskContactFacts } from './helpdesk-contact.facts';

export const helpdeskContactTerm: Term<HelpdeskContactState> = {
  name: 'helpdesk-contact',
  events: [helpdeskContactReceived, helpdeskContactAnswered, helpdeskOrientationGiven, helpdeskContactEscalated, helpdeskToolEvaluated],
  evolution: helpdeskContactEvolution,
  commands: helpdeskContactCommands,
  facts: helpdeskContactFacts,
};

import type { Term } from '../term';
import { diapasonCycleCommands } from './diapason-cycle.commands';
import { diapasonCycleEvolution, type DiapasonCycleState } from './diapason-cycle.decider';
import {
  diapasonAgreementTested,
  diapasonCycleClosed,
  diapasonCycleEvaluated,
  diapasonCycleOpened,
  diapasonGuideDelivered,
  diapasonMeetingHeld,
} from './diapason-cycle.events';
import { diapasonCycleFacts } from './diapason-cycle.facts';

export const diapasonCycleTerm: Term<DiapasonCycleState> = {
  name: 'diapason-cycle',
  events: [
    diapasonCycleOpened,
    diapasonMeetingHeld,
    diapasonAgreementTested,
    diapasonCycleEvaluated,
    diapasonGuideDelivered,
    diapasonCycleClosed,
  ],
  evolution: diapasonCycleEvolution,
  commands: diapasonCycleCommands,
  facts: diapasonCycleFacts,
};

import type { Term } from '../term';
import { partnerCommands } from './partner.commands';
import { partnerEvolution, type PartnerState } from './partner.decider';
import { partnerJoined, partnerLeft, partnerProfiled, partnerRenamed, partnersMerged } from './partner.events';
import { partnerFacts } from './partner.facts';

export const partnerTerm: Term<PartnerState> = {
  name: 'partner',
  events: [partnerJoined, partnerLeft, partnerRenamed, partnersMerged, partnerProfiled],
  evolution: partnerEvolution,
  commands: partnerCommands,
  facts: partnerFacts,
};

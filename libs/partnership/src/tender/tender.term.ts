import type { Term } from '../term';
import { tenderCommands } from './tender.commands';
import { tenderEvolution, type TenderState } from './tender.decider';
import { tenderAwarded, tenderNotAwarded, tenderPublished } from './tender.events';
import { tenderFacts } from './tender.facts';

export const tenderTerm: Term<TenderState> = {
  name: 'tender',
  events: [tenderPublished, tenderAwarded, tenderNotAwarded],
  evolution: tenderEvolution,
  commands: tenderCommands,
  facts: tenderFacts,
};

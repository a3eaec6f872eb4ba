import type { Term } from '../term';
import { campaignCommands } from './campaign.commands';
import { campaignEvolution, type CampaignState } from './campaign.decider';
import { campaignMeasured, campaignSent } from './campaign.events';
import { campaignFacts } from './campaign.facts';

export const campaignTerm: Term<CampaignState> = {
  name: 'campaign',
  events: [campaignSent, campaignMeasured],
  evolution: campaignEvolution,
  commands: campaignCommands,
  facts: campaignFacts,
};

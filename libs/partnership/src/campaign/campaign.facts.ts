import type { RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, many, one } from '../facts';
import type { CampaignMeasuredData, CampaignSentData, Reach } from './campaign.events';

const REACH = ['sent', 'delivered', 'opened', 'clicked', 'unsubscribed'] as const satisfies readonly (keyof Reach)[];

const messages = (reach: Reach, rest: Partial<FactDraft>): readonly FactDraft[] =>
  REACH.flatMap((step) => {
    const quantity = reach[step];
    return quantity ? [many(`campaign-${step}`, 'message', quantity, rest)] : [];
  });

/** `campaign` counts campaigns; `campaign-sent` to `campaign-unsubscribed` count messages, each step by itself, as last measured. */
export const campaignFacts: FactMapping = {
  CampaignSent: ({ data }: RecordedEvent<string, CampaignSentData>) => {
    const dims = { kind: data.kind, channel: data.channel };
    return [one('campaign', 'campaign', { dims }), ...messages(data, { dims })];
  },
  CampaignMeasured: ({ data }: RecordedEvent<string, CampaignMeasuredData>) => [
    { close: REACH.filter((step) => data[step]).map((step) => `campaign-${step}`) },
    ...messages(data, { occurred: data.sentOn, dims: { kind: data.kind, channel: data.channel } }),
  ],
};

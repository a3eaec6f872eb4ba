import {
  boundsOf,
  dataOf,
  type Decide,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  type Occurred,
  sameData,
  stated,
} from '@app/decider';
import { campaignMeasured, campaignSent, type CampaignSentData, type Reach } from './campaign.events';

export type SendCampaign = CampaignSentData;
export type MeasureCampaign = Reach;

export interface CampaignState {
  readonly sent?: { readonly data: CampaignSentData; readonly occurred: Occurred };
  /** The latest value of each, whichever record said it. */
  readonly reach: Reach;
}

type CampaignEvent = EventOf<typeof campaignSent> | EventOf<typeof campaignMeasured>;

const reachOf = ({ sent, delivered, opened, clicked, unsubscribed }: Reach): Reach =>
  stated({ sent, delivered, opened, clicked, unsubscribed });

const evolve = (state: CampaignState, event: CampaignEvent): CampaignState => {
  switch (event.type) {
    case 'CampaignSent':
      return { sent: { data: event.data, occurred: event.occurred }, reach: { ...reachOf(event.data), ...state.reach } };
    case 'CampaignMeasured':
      return { ...state, reach: { ...state.reach, ...reachOf(event.data) } };
    default:
      return state;
  }
};

export const campaignEvolution: Evolution<CampaignState> = { initialState: { reach: {} }, evolve };

/** Nobody receives more than was sent, and only what was delivered is opened or answered by unsubscribing. A click without opening is possible. */
const ensurePossible = ({ sent, delivered, opened, clicked, unsubscribed }: Reach): void => {
  const surelyMore = (part: Reach['sent'], whole: Reach['sent']): boolean => {
    const lo = part && boundsOf(part).lo;
    const hi = whole && boundsOf(whole).hi;
    return typeof lo === 'number' && typeof hi === 'number' && lo > hi;
  };
  ensure(!surelyMore(delivered, sent), 'campaign.more-delivered-than-sent', {}, '/delivered');
  ensure(!surelyMore(opened, delivered), 'campaign.more-opened-than-delivered', {}, '/opened');
  ensure(!surelyMore(clicked, delivered), 'campaign.more-clicked-than-delivered', {}, '/clicked');
  ensure(!surelyMore(unsubscribed, delivered), 'campaign.more-unsubscribed-than-delivered', {}, '/unsubscribed');
};

export const sendCampaign: Decide<SendCampaign, CampaignState> = (command, state, { occurred }) => {
  const data = dataOf(campaignSent, command);
  if (sameData(state.sent, { data, occurred })) return [];
  ensure(!state.sent, 'campaign.already-sent');
  ensurePossible(data);
  return [happened(campaignSent, data)];
};

export const measureCampaign: Decide<MeasureCampaign, CampaignState> = (command, state) => {
  ensure(state.sent !== undefined, 'campaign.not-sent');
  const { data, occurred } = state.sent;
  const measured = dataOf(campaignMeasured, { kind: data.kind, channel: data.channel, sentOn: occurred, ...reachOf(command) });
  const reach = reachOf(measured);
  ensure(Object.keys(reach).length > 0, 'campaign.nothing-measured');
  if (sameData({ ...state.reach, ...reach }, state.reach)) return [];
  ensurePossible({ ...state.reach, ...reach });
  return [happened(campaignMeasured, measured)];
};

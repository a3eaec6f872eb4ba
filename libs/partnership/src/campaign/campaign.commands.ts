import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsStreamOf, Nested, QuantityBody, TitleBody } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { type CampaignState, measureCampaign, sendCampaign } from './campaign.decider';
import {
  CAMPAIGN_CHANNELS,
  CAMPAIGN_KINDS,
  type CampaignChannel,
  type CampaignKind,
  campaignMeasured,
  campaignSent,
} from './campaign.events';

const SYSTEMS = ['SYS-43', 'SYS-44'] as const;
const IsCampaign = (): PropertyDecorator => IsStreamOf('campaign');

class ReachBody extends CommandBody {
  @IsOptional() @Nested(() => QuantityBody) sent?: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) delivered?: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) opened?: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) clicked?: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) unsubscribed?: QuantityBody;
}

export class SendCampaignBody extends ReachBody {
  /** Only to correct the sending of a campaign; without it a new one. */
  @IsOptional() @IsCampaign() campaign?: string;
  @IsIn(CAMPAIGN_KINDS) kind: CampaignKind;
  @IsIn(CAMPAIGN_CHANNELS) channel: CampaignChannel;
  @IsOptional() @Nested(() => TitleBody) title?: TitleBody;
  @IsOptional() @Nested(() => QuantityBody) recipients?: QuantityBody;
}

export class MeasureCampaignBody extends ReachBody {
  @IsCampaign() campaign: string;
}

const define = defineCommand<CampaignState>();

const POSSIBLE = [
  'campaign.more-delivered-than-sent',
  'campaign.more-opened-than-delivered',
  'campaign.more-clicked-than-delivered',
  'campaign.more-unsubscribed-than-delivered',
] as const;

export const campaignCommands = [
  define({
    name: 'send-campaign',
    systems: SYSTEMS,
    body: SendCampaignBody,
    emits: [campaignSent],
    target: ({ campaign }) => (campaign === undefined ? created() : existing(campaign)),
    decide: sendCampaign,
    refusals: ['campaign.already-sent', ...POSSIBLE],
  }),
  define({
    name: 'measure-campaign',
    systems: SYSTEMS,
    body: MeasureCampaignBody,
    emits: [campaignMeasured],
    target: ({ campaign }) => existing(campaign),
    decide: measureCampaign,
    refusals: ['campaign.not-sent', 'campaign.nothing-measured', ...POSSIBLE],
  }),
];

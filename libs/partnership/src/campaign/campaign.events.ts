import { defineEvent, type Occurred, type Quantity } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field. */
export interface CampaignTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export const CAMPAIGN_KINDS = ['newsletter', 'invitation', 'activity-flash', 'magazine-mailing', 'survey', 'other'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const CAMPAIGN_CHANNELS = ['email', 'post', 'social', 'other'] as const;
export type CampaignChannel = (typeof CAMPAIGN_CHANNELS)[number];

/** What is known of a campaign's reach. Shares are computed from these, never recorded. */
export interface Reach {
  readonly sent?: Quantity;
  readonly delivered?: Quantity;
  readonly opened?: Quantity;
  readonly clicked?: Quantity;
  readonly unsubscribed?: Quantity;
}

export interface CampaignSentData extends Reach {
  readonly kind: CampaignKind;
  readonly channel: CampaignChannel;
  readonly title?: CampaignTitle;
  /** Contacts that it was meant for. */
  readonly recipients?: Quantity;
}

const REACH_FIELDS = { sent: 'core', delivered: 'core', opened: 'core', clicked: 'core', unsubscribed: 'core' } as const;

export const campaignSent = defineEvent<CampaignSentData>()({
  type: 'CampaignSent',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { kind: 'core', channel: 'core', title: 'public-text', recipients: 'core', ...REACH_FIELDS },
});

/** A later reading of the reach. What it does not name stays as it was. */
export interface CampaignMeasuredData extends Reach {
  readonly kind: CampaignKind;
  readonly channel: CampaignChannel;
  /** When the campaign was sent: its reach counts then, not on the day of the reading. */
  readonly sentOn: Occurred;
}

export const campaignMeasured = defineEvent<CampaignMeasuredData>()({
  type: 'CampaignMeasured',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { kind: 'core', channel: 'core', sentOn: 'core', ...REACH_FIELDS },
});

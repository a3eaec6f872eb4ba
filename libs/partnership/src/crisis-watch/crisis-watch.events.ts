import { defineEvent, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Where an early sign was seen; `press` is the press review. */
export const CHANNELS = ['press', 'social-network', 'field', 'helpdesk', 'authority', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

export const THEMES = ['reputation', 'epidemic', 'heat-or-cold', 'staff', 'safety', 'supply', 'information-technology', 'other'] as const;
export type Theme = (typeof THEMES)[number];

export const LEVELS = ['attention', 'alert', 'crisis'] as const;
export type Level = (typeof LEVELS)[number];

export const END_REASONS = ['over', 'false-alarm', 'handed-over', 'other'] as const;
export type EndReason = (typeof END_REASONS)[number];

export interface CrisisObservationRecordedData {
  readonly channel: Channel;
  readonly theme: Theme;
  readonly account?: SealedText;
}

export const crisisObservationRecorded = defineEvent<CrisisObservationRecordedData>()({
  type: 'CrisisObservationRecorded',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { channel: 'core', theme: 'core', account: 'text' },
});

export interface CrisisAlertRaisedData {
  readonly level: Level;
}

export const crisisAlertRaised = defineEvent<CrisisAlertRaisedData>()({
  type: 'CrisisAlertRaised',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { level: 'core' },
});

export interface CrisisAlertEndedData {
  readonly reason: EndReason;
}

export const crisisAlertEnded = defineEvent<CrisisAlertEndedData>()({
  type: 'CrisisAlertEnded',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { reason: 'core' },
});

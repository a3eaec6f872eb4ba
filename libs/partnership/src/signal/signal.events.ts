import { defineEvent, type SealedText } from '@app/decider';
import type { Authority } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// A signal is about what is lacking, never about a person: what was told in so many words is sealed.

export const THEMES = [
  'saturation',
  'staff-shortage',
  'affordability',
  'access',
  'language',
  'digital',
  'housing',
  'mental-health',
  'addiction',
  'ageing',
  'youth',
  'disability',
  'end-of-life',
  'undocumented-persons',
  'cooperation',
  'administration',
  'protective-equipment',
  'other',
] as const;
export type Theme = (typeof THEMES)[number];

export const SEVERITIES = ['low', 'moderate', 'high', 'urgent'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where we noticed it ourselves. */
export const OCCASIONS = ['meeting', 'helpdesk', 'visit', 'survey', 'data', 'media', 'other'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Who told us. */
export const SENDERS = ['professional', 'organisation', 'network', 'local-authority', 'citizen', 'carer', 'other'] as const;
export type Sender = (typeof SENDERS)[number];

export const CHANNELS = ['meeting', 'letter', 'mail', 'report', 'advice', 'call', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What shows that an authority acted. */
export const EVIDENCE = ['decision', 'legislation', 'funding', 'programme', 'practical-measure', 'other'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const CLOSING_REASONS = ['not-relevant', 'no-answer', 'declined', 'solved-otherwise', 'not-competent', 'other'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export interface SignalPickedUpData {
  readonly theme: Theme;
  readonly occasion: Occasion;
  /** The meeting at which it was heard. */
  readonly meeting?: string;
  readonly account?: SealedText;
}

export const signalPickedUp = defineEvent<SignalPickedUpData>()({
  type: 'SignalPickedUp',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { theme: 'core', occasion: 'core', meeting: 'internal', account: 'text' },
});

export interface SignalReceivedData {
  readonly theme: Theme;
  readonly sender: Sender;
  readonly organisation?: string;
  /** The contact of the helpdesk that was passed on as a signal. */
  readonly contact?: string;
  readonly account?: SealedText;
}

export const signalReceived = defineEvent<SignalReceivedData>()({
  type: 'SignalReceived',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { theme: 'core', sender: 'core', organisation: 'more', contact: 'internal', account: 'text' },
});

export interface SignalQualifiedData {
  readonly theme: Theme;
  readonly severity: Severity;
}

export const signalQualified = defineEvent<SignalQualifiedData>()({
  type: 'SignalQualified',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { theme: 'core', severity: 'core' },
});

/** Whom it concerns: the kind of authority, and which one where the kind has several. */
export interface Addressee {
  readonly authority: Authority;
  readonly organisation?: string;
}

export interface SignalPassedOnData extends Addressee {
  readonly channel: Channel;
}

export const signalPassedOn = defineEvent<SignalPassedOnData>()({
  type: 'SignalPassedOn',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { authority: 'core', organisation: 'core', channel: 'core' },
});

export type SignalAcknowledgedData = Addressee;

export const signalAcknowledged = defineEvent<SignalAcknowledgedData>()({
  type: 'SignalAcknowledged',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { authority: 'core', organisation: 'core' },
});

export interface SignalActedUponData extends Addressee {
  readonly evidence: Evidence;
  readonly url?: string;
  readonly account?: SealedText;
}

export const signalActedUpon = defineEvent<SignalActedUponData>()({
  type: 'SignalActedUpon',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { authority: 'core', organisation: 'core', evidence: 'core', url: 'core', account: 'text' },
});

export interface SignalClosedWithoutActionData {
  readonly reason: ClosingReason;
  readonly account?: SealedText;
}

export const signalClosedWithoutAction = defineEvent<SignalClosedWithoutActionData>()({
  type: 'SignalClosedWithoutAction',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { reason: 'core', account: 'text' },
});

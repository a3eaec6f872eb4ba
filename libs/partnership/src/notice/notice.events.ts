import { defineEvent, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// What a partner writes is nobody's reviewed text before a moderator saw it: it is sealed.

export const KINDS = ['announcement', 'activity', 'vacancy', 'call', 'publication', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export const VERDICTS = ['approved', 'returned', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const WITHDRAWAL_REASONS = ['by-partner', 'outdated', 'by-moderator', 'other'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export interface NoticePostedData {
  readonly kind: Kind;
  readonly partner: string;
  readonly wording?: SealedText;
}

export const noticePosted = defineEvent<NoticePostedData>()({
  type: 'NoticePosted',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { kind: 'core', partner: 'more', wording: 'text' },
});

export interface NoticeModeratedData {
  readonly verdict: Verdict;
  readonly moderator?: string;
}

export const noticeModerated = defineEvent<NoticeModeratedData>()({
  type: 'NoticeModerated',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { verdict: 'core', moderator: 'more' },
});

export interface NoticeWithdrawnData {
  readonly reason: WithdrawalReason;
}

export const noticeWithdrawn = defineEvent<NoticeWithdrawnData>()({
  type: 'NoticeWithdrawn',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { reason: 'core' },
});

import { defineEvent, type Quantity } from '@app/decider';
import type { Authority } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field. */
export interface OutputTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export const OUTPUT_KINDS = [
  'note',
  'plan',
  'guide',
  'sheet',
  'kit',
  'tool',
  'film',
  'inventory',
  'repertory',
  'toolbox',
  'training-material',
  'analysis',
  'report',
  'publication',
  'magazine-issue',
  'website',
  'statutes',
  'agreement',
  'governance-note',
  'memo',
  'rule-sheet',
  'other',
] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** In rising order. A draft is on record, but never counts as delivered. */
export const OUTPUT_STAGES = ['draft', 'tested', 'approved', 'published'] as const;
export type OutputStage = (typeof OUTPUT_STAGES)[number];

export const OUTPUT_LANGUAGES = ['nl', 'fr', 'en', 'other'] as const;
export type OutputLanguage = (typeof OUTPUT_LANGUAGES)[number];

export const OUTPUT_WITHDRAWAL_REASONS = ['outdated', 'replaced', 'not-approved', 'not-a-priority', 'rights', 'not-stated'] as const;
export type OutputWithdrawalReason = (typeof OUTPUT_WITHDRAWAL_REASONS)[number];

export interface OutputDeliveredData {
  readonly kind: OutputKind;
  readonly stage: OutputStage;
  readonly title: OutputTitle;
  readonly url?: string;
  readonly languages?: readonly OutputLanguage[];
  /** Printed or handed out, as far as known at delivery. */
  readonly copies?: Quantity;
  /** Code by which other records name it: a concertation on a topic names its kit. */
  readonly code?: string;
  /** Who approved it, from the stage `approved` on. */
  readonly approvedBy?: Authority;
}

export const outputDelivered = defineEvent<OutputDeliveredData>()({
  type: 'OutputDelivered',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: {
    kind: 'core',
    stage: 'core',
    title: 'public-text',
    url: 'core',
    languages: 'core',
    copies: 'core',
    code: 'core',
    approvedBy: 'core',
  },
});

export interface OutputAdvancedData {
  readonly kind: OutputKind;
  readonly stage: OutputStage;
  readonly url?: string;
  readonly approvedBy?: Authority;
}

export const outputAdvanced = defineEvent<OutputAdvancedData>()({
  type: 'OutputAdvanced',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core', stage: 'core', url: 'core', approvedBy: 'core' },
});

/** Brought up to date: what was made stays one output. */
export interface OutputRevisedData {
  readonly kind: OutputKind;
  readonly url?: string;
  readonly languages?: readonly OutputLanguage[];
  /** Printed or handed out anew. */
  readonly copies?: Quantity;
}

export const outputRevised = defineEvent<OutputRevisedData>()({
  type: 'OutputRevised',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core', url: 'core', languages: 'core', copies: 'core' },
});

/** Out of use from then on; that it was delivered stays true. */
export interface OutputWithdrawnData {
  readonly kind: OutputKind;
  readonly reason: OutputWithdrawalReason;
}

export const outputWithdrawn = defineEvent<OutputWithdrawnData>()({
  type: 'OutputWithdrawn',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core', reason: 'core' },
});

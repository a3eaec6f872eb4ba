import { defineEvent, type Occurred, type Quantity, type Sealed, type SealedText, type SubjectKind } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const CONCERTATION_KINDS = ['multidisciplinary', 'gp-pharmacist', 'gp-physiotherapist', 'care-neighbourhood'] as const;
export type ConcertationKind = (typeof CONCERTATION_KINDS)[number];

/** `unnamed-person`: one person's situation without a file; it is still a care record. */
export const CONCERNS = ['person', 'unnamed-person', 'topic'] as const;
export type Concerns = (typeof CONCERNS)[number];

export const REQUESTER_SECTORS = [
  'mental-health',
  'poverty',
  'addiction',
  'chronic-conditions',
  'ageing',
  'disability',
  'hospital',
  'first-line',
  'other',
] as const;
export type RequesterSector = (typeof REQUESTER_SECTORS)[number];

export const REQUEST_REFUSALS = ['outside-brussels', 'criteria-not-met', 'no-capacity', 'duplicates-other', 'other'] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];

export const WITHDRAWAL_REASONS = ['requester', 'person', 'no-longer-needed', 'other'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export const CONCERTATION_MODES = ['in-person', 'online', 'hybrid'] as const;
export type ConcertationMode = (typeof CONCERTATION_MODES)[number];

export const DECISION_KINDS = [
  'care-agreement',
  'task',
  'referral',
  'information',
  'next-concertation',
  'practice-agreement',
  'other',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const FOLLOW_UP_OUTCOMES = ['done', 'partly-done', 'not-done', 'no-longer-needed'] as const;
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

/** Whose record it is: a concertation about one person is a care record, whether the person is named or not. */
const subject = ({ concerns }: { readonly concerns: Concerns }): SubjectKind => (concerns === 'topic' ? 'professional' : 'care');

export interface HeadsOfProfession {
  readonly profession: string;
  readonly heads: number;
}

interface About {
  readonly kind: ConcertationKind;
  readonly concerns: Concerns;
}

export interface ConcertationRequestedData extends About {
  /** False while the requester still has to hand in something. */
  readonly complete: boolean;
  /** Code of the thematic kit, for a concertation on a topic. */
  readonly kit?: string;
  readonly requesterSector?: Sealed<RequesterSector>;
}

export const concertationRequested = defineEvent<ConcertationRequestedData>()({
  type: 'ConcertationRequested',
  version: 1,
  subject,
  tense: 'fact',
  fields: { kind: 'core', concerns: 'core', complete: 'core', kit: 'core', requesterSector: 'quasi' },
});

/** What every step of a request carries on: the states of the requests of a period must add up, so each knows when the request was made. */
export interface RequestStep extends About {
  readonly requested: Occurred;
}

export type RequestCompletedData = RequestStep;

export const requestCompleted = defineEvent<RequestCompletedData>()({
  type: 'RequestCompleted',
  version: 1,
  subject,
  tense: 'fact',
  fields: { kind: 'core', concerns: 'core', requested: 'internal' },
});

export interface RequestAssignedData extends RequestStep {
  readonly organiser: string;
}

export const requestAssigned = defineEvent<RequestAssignedData>()({
  type: 'RequestAssigned',
  version: 1,
  subject,
  tense: 'fact',
  fields: { kind: 'core', concerns: 'core', requested: 'internal', organiser: 'more' },
});

export interface RequestRefusedData extends RequestStep {
  readonly reason: RequestRefusal;
}

export const requestRefused = defineEvent<RequestRefusedData>()({
  type: 'RequestRefused',
  version: 1,
  subject,
  tense: 'fact',
  fields: { kind: 'core', concerns: 'core', requested: 'internal', reason: 'core' },
});

export interface RequestWithdrawnData extends RequestStep {
  readonly reason: WithdrawalReason;
}

export const requestWithdrawn = defineEvent<RequestWithdrawnData>()({
  type: 'RequestWithdrawn',
  version: 1,
  subject,
  tense: 'fact',
  fields: { kind: 'core', concerns: 'core', requested: 'internal', reason: 'core' },
});

export interface ConcertationHeldData extends About {
  /** Absent for a concertation that nobody requested first. */
  readonly requested?: Occurred;
  readonly mode?: ConcertationMode;
  readonly kit?: string;
  readonly present?: readonly string[];
  readonly heads?: Quantity;
  readonly byProfession?: readonly HeadsOfProfession[];
  readonly structures?: readonly string[];
  readonly durationMinutes?: number;
  readonly languages?: readonly string[];
  readonly personPresent?: Sealed<boolean>;
  readonly carerPresent?: Sealed<boolean>;
}

export const concertationHeld = defineEvent<ConcertationHeldData>()({
  type: 'ConcertationHeld',
  version: 1,
  subject,
  tense: 'fact',
  fields: {
    kind: 'core',
    concerns: 'core',
    requested: 'internal',
    mode: 'core',
    kit: 'core',
    present: 'more',
    heads: 'core',
    byProfession: 'core',
    structures: 'more',
    durationMinutes: 'more',
    languages: 'internal',
    personPresent: 'quasi',
    carerPresent: 'quasi',
  },
});

export interface ConcertationDecisionRecordedData extends About {
  /** The nth decision of the concertation, counted by who writes the minutes. */
  readonly number: number;
  readonly decisionKind: DecisionKind;
  readonly owner?: string;
  /** Day by which it should be done. */
  readonly due?: string;
  readonly decision?: SealedText;
}

export const concertationDecisionRecorded = defineEvent<ConcertationDecisionRecordedData>()({
  type: 'ConcertationDecisionRecorded',
  version: 1,
  subject,
  tense: 'fact',
  fields: { kind: 'core', concerns: 'core', number: 'core', decisionKind: 'core', owner: 'more', due: 'internal', decision: 'text' },
});

export interface DecisionFollowedUpData extends About {
  readonly number: number;
  readonly outcome: FollowUpOutcome;
  readonly note?: SealedText;
}

export const decisionFollowedUp = defineEvent<DecisionFollowedUpData>()({
  type: 'DecisionFollowedUp',
  version: 1,
  subject,
  tense: 'fact',
  fields: { kind: 'core', concerns: 'core', number: 'core', outcome: 'core', note: 'text' },
});

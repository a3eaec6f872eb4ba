import { defineEvent, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const INTERVIEW_OUTCOMES = ['accepted', 'later-cycle', 'not-accepted', 'withdrew'] as const;
export type InterviewOutcome = (typeof INTERVIEW_OUTCOMES)[number];

export const LEAVING_REASONS = ['own-choice', 'health', 'moved', 'mission-ended', 'other'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

export interface VolunteerInterviewedData {
  readonly volunteer: string;
  readonly outcome: InterviewOutcome;
  /** The training cycle that the conversation prepares. */
  readonly cycle?: string;
  readonly remark?: SealedText;
}

export const volunteerInterviewed = defineEvent<VolunteerInterviewedData>()({
  type: 'VolunteerInterviewed',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { volunteer: 'more', outcome: 'core', cycle: 'internal', remark: 'text' },
});

export interface VolunteerTrainedData {
  readonly volunteer: string;
  readonly cycle?: string;
  /** The running number that the field gives the cycle ("#34"). */
  readonly cycleNumber?: number;
  /** Where the volunteer visits, for example a rest home. */
  readonly structure?: string;
}

export const volunteerTrained = defineEvent<VolunteerTrainedData>()({
  type: 'VolunteerTrained',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { volunteer: 'more', cycle: 'internal', cycleNumber: 'core', structure: 'more' },
});

export interface VolunteerLeftData {
  readonly volunteer: string;
  /** First day on which the volunteer was no longer one. */
  readonly leftOn: string;
  readonly reason: LeavingReason;
  readonly remark?: SealedText;
}

export const volunteerLeft = defineEvent<VolunteerLeftData>()({
  type: 'VolunteerLeft',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { volunteer: 'more', leftOn: 'core', reason: 'core', remark: 'text' },
});

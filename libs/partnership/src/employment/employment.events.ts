import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// Employees are professionals under a random id; what is said in an appraisal is no part of the record.

export const ROLE_FAMILIES = [
  'management',
  'coordination',
  'project-work',
  'helpdesk',
  'psychology',
  'care',
  'prevention',
  'communication',
  'data-and-evaluation',
  'administration',
  'logistics',
  'other',
] as const;
export type RoleFamily = (typeof ROLE_FAMILIES)[number];

export const WORK_LANGUAGES = ['nl', 'fr', 'en', 'other'] as const;
export type WorkLanguage = (typeof WORK_LANGUAGES)[number];

export const DEPARTURE_REASONS = ['own-wish', 'contract-ended', 'dismissed', 'retired', 'transferred', 'other'] as const;
export type DepartureReason = (typeof DEPARTURE_REASONS)[number];

export const STAFF_TRAINING_THEMES = [
  'languages',
  'care-content',
  'methods',
  'digital-tools',
  'management',
  'well-being-at-work',
  'other',
] as const;
export type StaffTrainingTheme = (typeof STAFF_TRAINING_THEMES)[number];

export interface EmployeeHiredData {
  /** The nth employment of this employee here: who leaves may come back. */
  readonly employment: number;
  readonly employee: string;
  readonly roleFamily: RoleFamily;
  /** Languages in which the employee can work. */
  readonly workLanguages?: readonly WorkLanguage[];
  /** Hundredths of a full-time equivalent. */
  readonly fteHundredths?: number;
}

export const employeeHired = defineEvent<EmployeeHiredData>()({
  type: 'EmployeeHired',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { employment: 'core', employee: 'internal', roleFamily: 'core', workLanguages: 'core', fteHundredths: 'core' },
});

export interface EmployeeLeftData {
  readonly employment: number;
  readonly employee: string;
  readonly roleFamily: RoleFamily;
  readonly reason: DepartureReason;
  /** First day on which the employee no longer works here. */
  readonly leftOn: string;
}

export const employeeLeft = defineEvent<EmployeeLeftData>()({
  type: 'EmployeeLeft',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { employment: 'core', employee: 'internal', roleFamily: 'core', reason: 'internal', leftOn: 'core' },
});

export interface AppraisalHeldData {
  readonly employee: string;
  readonly roleFamily: RoleFamily;
}

export const appraisalHeld = defineEvent<AppraisalHeldData>()({
  type: 'AppraisalHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { employee: 'internal', roleFamily: 'core' },
});

export interface TrainingFollowedData {
  readonly employee: string;
  readonly roleFamily: RoleFamily;
  readonly theme: StaffTrainingTheme;
  readonly days?: number;
  /** Organisation that gives the training. */
  readonly provider?: string;
}

export const trainingFollowed = defineEvent<TrainingFollowedData>()({
  type: 'TrainingFollowed',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { employee: 'internal', roleFamily: 'core', theme: 'core', days: 'core', provider: 'more' },
});

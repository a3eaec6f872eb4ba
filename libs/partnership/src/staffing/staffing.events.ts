import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const STAFFING_ROLES = ['responsible', 'contributor'] as const;
export type StaffingRole = (typeof STAFFING_ROLES)[number];

/** Working time that is meant for one action of a plan, from the envelope's `occurred` to the last day. */
export interface ActionStaffedData {
  readonly plan: string;
  readonly action: number;
  readonly role: StaffingRole;
  /** Absent: working time of nobody named. */
  readonly employee?: string;
  /** Hundredths of a full-time equivalent. */
  readonly fteHundredths: number;
  readonly lastDay: string;
}

export const actionStaffed = defineEvent<ActionStaffedData>()({
  type: 'ActionStaffed',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { plan: 'core', action: 'core', role: 'core', employee: 'internal', fteHundredths: 'core', lastDay: 'core' },
});

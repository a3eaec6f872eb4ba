import { defineEvent } from '@app/decider';
import type { ReferralRoute } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const ROLES = ['referrer', 'supporter'] as const;
export type Role = (typeof ROLES)[number];

export const SECTORS = ['health', 'welfare', 'education', 'other'] as const;
export type Sector = (typeof SECTORS)[number];

export const SUPPORTER_KINDS = ['welfare-organisation', 'health-service', 'sports-organisation', 'commune', 'other'] as const;
export type SupporterKind = (typeof SUPPORTER_KINDS)[number];

export const LEAVING_REASONS = ['own-choice', 'no-capacity', 'stopped-working', 'route-ended', 'other'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

interface Onboarded {
  readonly route: ReferralRoute;
  readonly member: string;
  /** The nth membership of this member along this route: its end names the same one. */
  readonly membership: number;
}

export interface ReferrerOnboardedData extends Onboarded {
  readonly sector: Sector;
  readonly profession?: string;
}

const kindOfMember = ({ member }: Onboarded): 'professional' | 'structure' => (member.startsWith('org-') ? 'structure' : 'professional');

export const referrerOnboarded = defineEvent<ReferrerOnboardedData>()({
  type: 'ReferrerOnboarded',
  version: 1,
  subject: kindOfMember,
  tense: 'fact',
  fields: { route: 'core', member: 'more', membership: 'internal', sector: 'core', profession: 'core' },
});

export interface SupporterOnboardedData extends Onboarded {
  readonly kind: SupporterKind;
}

export const supporterOnboarded = defineEvent<SupporterOnboardedData>()({
  type: 'SupporterOnboarded',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { route: 'core', member: 'more', membership: 'internal', kind: 'core' },
});

export interface ReferralMemberLeftData extends Onboarded {
  readonly role: Role;
  /** First day on which the member was no longer one. */
  readonly leftOn: string;
  readonly reason: LeavingReason;
}

export const referralMemberLeft = defineEvent<ReferralMemberLeftData>()({
  type: 'ReferralMemberLeft',
  version: 1,
  subject: kindOfMember,
  tense: 'fact',
  fields: { route: 'core', member: 'more', membership: 'internal', role: 'core', leftOn: 'core', reason: 'core' },
});

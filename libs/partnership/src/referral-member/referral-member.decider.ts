import {
  dataOf,
  dayAfter,
  type Decide,
  ensure,
  type EventDefinition,
  type Evolution,
  happened,
  type Kept,
  kept,
  type NewEvent,
  nextNumber,
  type Occurred,
  overlaps,
  type RecordedEvent,
  repeats,
  type Spell,
  stated,
} from '@app/decider';
import type { ReferralRoute } from '../vocabulary';
import {
  type LeavingReason,
  referralMemberLeft,
  type ReferralMemberLeftData,
  referrerOnboarded,
  type ReferrerOnboardedData,
  type Role,
  supporterOnboarded,
  type SupporterOnboardedData,
} from './referral-member.events';

export type OnboardReferrer = Omit<ReferrerOnboardedData, 'membership'>;
export type OnboardSupporter = Omit<SupporterOnboardedData, 'membership'>;
export interface RecordLeaving {
  readonly route: ReferralRoute;
  readonly member: string;
  readonly role: Role;
  readonly leftOn?: string;
  readonly lastDay?: string;
  readonly reason: LeavingReason;
}

type Onboarded = ReferrerOnboardedData | SupporterOnboardedData;

interface Membership {
  readonly role: Role;
  readonly kept: Kept<Onboarded>;
}

export interface ReferralMemberState {
  readonly memberships: readonly Membership[];
  /** By the number of the membership: a corrected start still sees its end. */
  readonly left: Readonly<Record<number, ReferralMemberLeftData>>;
}

export const referralMemberEvolution: Evolution<ReferralMemberState> = {
  initialState: { memberships: [], left: {} },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case referrerOnboarded.type:
        return { ...state, memberships: [...state.memberships, { role: 'referrer', kept: kept(event) }] };
      case supporterOnboarded.type:
        return { ...state, memberships: [...state.memberships, { role: 'supporter', kept: kept(event) }] };
      case referralMemberLeft.type:
        return { ...state, left: { ...state.left, [event.data.membership]: event.data } };
      default:
        return state;
    }
  },
};

const numberOf = ({ kept: { data } }: Membership): number => data.membership;
const spellOf = (membership: Membership, { left }: ReferralMemberState): Spell =>
  stated({ from: membership.kept.occurred.from, until: left[numberOf(membership)]?.leftOn });

/** Who left may come back; nobody is twice in one role at a time. */
function onboard<Data extends Onboarded>(
  role: Role,
  definition: EventDefinition<string, Data>,
  command: Omit<Data, 'membership'>,
  state: ReferralMemberState,
  occurred: Occurred,
): readonly NewEvent[] {
  const inRole = state.memberships.filter((membership) => membership.role === role);
  const numbered = (membership: number): Data => dataOf(definition, { ...command, membership } as Data);
  if (inRole.some((earlier) => repeats(earlier.kept, numbered(numberOf(earlier)), occurred))) return [];
  const membership = nextNumber(state.memberships.map(numberOf));
  const spell: Spell = stated({ from: occurred.from, until: state.left[membership]?.leftOn });
  ensure(spell.until === undefined || spell.from < spell.until, 'referral-member.leaves-before-joining', {}, '/occurred');
  ensure(!inRole.some((other) => overlaps(spellOf(other, state), spell)), 'referral-member.already-member', {}, '/member');
  return [happened(definition, numbered(membership))];
}

export const onboardReferrer: Decide<OnboardReferrer, ReferralMemberState> = (command, state, { occurred }) =>
  onboard('referrer', referrerOnboarded, command, state, occurred);

export const onboardSupporter: Decide<OnboardSupporter, ReferralMemberState> = (command, state, { occurred }) =>
  onboard('supporter', supporterOnboarded, command, state, occurred);

export const recordLeaving: Decide<RecordLeaving, ReferralMemberState> = (command, state, { occurred }) => {
  const { route, member, role, reason } = command;
  ensure(command.leftOn === undefined || command.lastDay === undefined, 'referral-member.two-ends', {}, '/lastDay');
  const leftOn = command.leftOn ?? (command.lastDay === undefined ? occurred.from : dayAfter(command.lastDay));
  const left = Object.values(state.left).filter((earlier) => earlier.role === role);
  if (left.some((earlier) => earlier.leftOn === leftOn && earlier.reason === reason)) return [];
  const inRole = state.memberships.filter((membership) => membership.role === role);
  ensure(inRole.length > 0, 'referral-member.unknown', {}, '/member');
  const standing = inRole.filter((membership) => state.left[numberOf(membership)] === undefined);
  ensure(standing.length > 0, 'referral-member.has-left');
  const ending = standing.find(({ kept: { occurred: since } }) => since.from < leftOn);
  ensure(ending !== undefined, 'referral-member.leaves-before-joining', {}, '/leftOn');
  return [happened(referralMemberLeft, { route, member, membership: numberOf(ending), role, leftOn, reason })];
};

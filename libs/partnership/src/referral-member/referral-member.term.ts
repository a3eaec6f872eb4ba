import type { Term } from '../term';
import { referralMemberCommands } from './referral-member.commands';
import { referralMemberEvolution, type ReferralMemberState } from './referral-member.decider';
import { referralMemberLeft, referrerOnboarded, supporterOnboarded } from './referral-member.events';
import { referralMemberFacts } from './referral-member.facts';

export const referralMemberTerm: Term<ReferralMemberState> = {
  name: 'referral-member',
  events: [referrerOnboarded, supporterOnboarded, referralMemberLeft],
  evolution: referralMemberEvolution,
  commands: referralMemberCommands,
  facts: referralMemberFacts,
};

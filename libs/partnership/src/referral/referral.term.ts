import type { Term } from '../term';
import { referralCommands } from './referral.commands';
import { referralEvolution, type ReferralState } from './referral.decider';
import {
  feedbackGiven,
  helpQuestionResolved,
  referralAccepted,
  referralDeclined,
  referralMade,
  satisfactionGiven,
} from './referral.events';
import { referralFacts } from './referral.facts';

export const referralTerm: Term<ReferralState> = {
  name: 'referral',
  events: [referralMade, referralAccepted, referralDeclined, feedbackGiven, helpQuestionResolved, satisfactionGiven],
  evolution: referralEvolution,
  commands: referralCommands,
  facts: referralFacts,
};

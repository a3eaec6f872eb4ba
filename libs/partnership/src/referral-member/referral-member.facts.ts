import type { RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, one } from '../facts';
import {
  type ReferralMemberLeftData,
  referralMemberLeft,
  referrerOnboarded,
  type ReferrerOnboardedData,
  type Role,
  supporterOnboarded,
  type SupporterOnboardedData,
} from './referral-member.events';

const FACT_OF: Readonly<Record<Role, string>> = { referrer: 'referrer-onboarded', supporter: 'supporter-onboarded' };

/** Under the key of the member, so that who works along two routes is one; the occurrence is the membership, which ends by itself. */
const membership = (
  type: string,
  { streamId, subject, data }: RecordedEvent<string, { readonly member: string; readonly membership: number }>,
  dims: FactDraft['dims'],
): FactDraft =>
  one(type, 'membership', { subjectKind: subject, subjectKey: data.member, occurrenceKey: `${streamId}/${data.membership}`, dims });

export const referralMemberFacts: FactMapping = {
  [referrerOnboarded.type]: (event: RecordedEvent<string, ReferrerOnboardedData>) => {
    const { route, sector, profession } = event.data;
    return [membership(FACT_OF.referrer, event, { route, sector, ...(profession ? { profession } : {}) })];
  },
  [supporterOnboarded.type]: (event: RecordedEvent<string, SupporterOnboardedData>) => {
    const { route, kind } = event.data;
    return [membership(FACT_OF.supporter, event, { route, kind })];
  },
  [referralMemberLeft.type]: (event: RecordedEvent<string, ReferralMemberLeftData>) => {
    const { streamId, data } = event;
    const { route, role, reason, leftOn } = data;
    return [
      { change: [FACT_OF[role]], occurrenceKey: `${streamId}/${data.membership}`, validTo: leftOn },
      membership('referral-member-left', event, { route, role, reason }),
    ];
  },
};

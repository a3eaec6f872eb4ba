import type { Occurred, RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import { attendanceFacts } from '../gathering';
import {
  communityEnded,
  type CommunityEndedData,
  communityMeetingHeld,
  type CommunityMeetingHeldData,
  communityStarted,
  type CommunityStartedData,
  memberJoined,
  type MemberJoinedData,
  memberLeft,
  type MemberLeftData,
} from './community.events';

const meetingKey = (streamId: string, number: number | undefined, { from, to }: Occurred): string =>
  number === undefined ? `${streamId}/${from}/${to}` : `${streamId}/${number}`;

const membershipKey = (streamId: string, member: string, membership: number): string => `${streamId}/${member}/${membership}`;

export const communityFacts: FactMapping = {
  [communityStarted.type]: ({ streamId, data: { kind } }: RecordedEvent<string, CommunityStartedData>) => [
    one('community', 'community', { subjectKind: 'none', subjectKey: streamId, groupKey: streamId, dims: { kind } }),
  ],
  [memberJoined.type]: ({ streamId, data: { membership, member, profession } }: RecordedEvent<string, MemberJoinedData>) => [
    one('community-membership', 'membership', {
      subjectKind: 'professional',
      subjectKey: member,
      occurrenceKey: membershipKey(streamId, member, membership),
      groupKey: streamId,
      dims: { community: streamId, profession },
    }),
  ],
  [memberLeft.type]: ({ streamId, data: { membership, member, reason, leftOn } }: RecordedEvent<string, MemberLeftData>) => [
    { change: ['community-membership'], occurrenceKey: membershipKey(streamId, member, membership), validTo: leftOn },
    one('community-membership-ended', 'membership', {
      subjectKind: 'professional',
      subjectKey: member,
      groupKey: streamId,
      dims: { reason },
    }),
  ],
  [communityMeetingHeld.type]: ({ streamId, occurred, data }: RecordedEvent<string, CommunityMeetingHeldData>) => {
    const dims = {
      community: streamId,
      ...(data.mode ? { mode: data.mode } : {}),
      ...(data.onePage === undefined ? {} : { onePage: data.onePage }),
    };
    const gathering = { occurrenceKey: meetingKey(streamId, data.number, occurred), groupKey: streamId, dims };
    return [
      one('community-meeting', 'meeting', { ...gathering, subjectKind: 'professional' }),
      ...attendanceFacts('community-attendances', data, gathering),
      ...(data.structures ?? []).map((subjectKey) =>
        one('community-structure', 'structure', { ...gathering, subjectKind: 'structure', subjectKey }),
      ),
    ];
  },
  [communityEnded.type]: ({ streamId, occurred, data: { reason } }: RecordedEvent<string, CommunityEndedData>) => [
    { change: ['community'], validTo: occurred.to },
    one('community-ended', 'community', { subjectKind: 'none', subjectKey: streamId, groupKey: streamId, dims: { reason } }),
  ],
};

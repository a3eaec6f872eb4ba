import { exactly, type RecordedEvent } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import { communityEvolution, endCommunity, holdCommunityMeeting, joinCommunity, leaveCommunity, startCommunity } from './community.decider';
import {
  communityEnded,
  communityMeetingHeld,
  type CommunityMeetingHeldData,
  communityStarted,
  type CommunityStartedData,
  memberJoined,
  type MemberJoinedData,
  memberLeft,
  type MemberLeftData,
} from './community.events';
import { communityFacts } from './community.facts';
import { communityUpcasters } from './community.upcast';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const start: CommunityStartedData = { kind: 'neighbourhood-referents', title: { nl: 'Noord', fr: 'Nord' } };
const join = { member: 'pro-a1', profession: 'nurse', structure: 'org-s1' };
const nurse: MemberJoinedData = { membership: 1, ...join };
const left: MemberLeftData = { membership: 1, member: 'pro-a1', reason: 'changed-work', leftOn: '2021-06-30' };
const meeting: CommunityMeetingHeldData = { mode: 'online', heads: exactly(14), situations: 2, onePage: true };
const starting = [communityStarted, start, on('2021-01-15')] as const;
const joining = [memberJoined, nurse, on('2021-02-01')] as const;
const none = given(communityEvolution, []);
const started = given(communityEvolution, [starting]);
const joined = given(communityEvolution, [starting, joining]);
const gone = given(communityEvolution, [starting, joining, [memberLeft, left, on('2021-06-30')]]);
const met = given(communityEvolution, [starting, [communityMeetingHeld, meeting, on('2021-03-03')]]);
const ended = given(communityEvolution, [starting, [communityEnded, { reason: 'merged' }, on('2021-10-01')]]);

describe('a community of practice', () => {
  it('starts once', () => {
    expect(none.then(startCommunity, start)).toEqual([['CommunityStarted', start]]);
    const aiming = { ...start, targetMembers: exactly(15), targetProfessions: ['social-worker', 'nurse'] } as const;
    expect(none.then(startCommunity, aiming)).toEqual([['CommunityStarted', aiming]]);
    expect(started.then(startCommunity, start, on('2021-01-15'))).toEqual([]);
    expect(started.refuses(startCommunity, start, on('2021-01-16'))).toBe('community.already-started');
  });

  it('starts before its first member and its first meeting', () => {
    const orphaned = given(communityEvolution, [joining, [communityMeetingHeld, meeting, on('2021-03-03')]]);
    expect(orphaned.then(startCommunity, start, on('2021-02-01'))).toHaveLength(1);
    expect(orphaned.refuses(startCommunity, start, on('2021-02-02'))).toBe('community.before-start');
    const meetingAlone = given(communityEvolution, [[communityMeetingHeld, meeting, on('2021-03-03')]]);
    expect(meetingAlone.refuses(startCommunity, start, on('2021-03-04'))).toBe('community.before-start');
  });

  it('ends once, and its members leave with it', () => {
    expect(joined.then(endCommunity, { reason: 'merged' }, on('2021-10-01'))).toEqual([
      ['CommunityEnded', { reason: 'merged' }],
      ['MemberLeft', { membership: 1, member: 'pro-a1', reason: 'community-ended', leftOn: '2021-10-01' }],
    ]);
    expect(gone.then(endCommunity, { reason: 'merged' }, on('2021-10-01'))).toEqual([['CommunityEnded', { reason: 'merged' }]]);
    expect(ended.then(endCommunity, { reason: 'merged' }, on('2021-10-01'))).toEqual([]);
    expect(ended.refuses(endCommunity, { reason: 'merged' }, on('2021-10-02'))).toBe('community.already-ended');
  });

  it('ends after it started and after its last meeting', () => {
    expect(none.refuses(endCommunity, { reason: 'merged' })).toBe('community.not-started');
    expect(started.refuses(endCommunity, { reason: 'merged' }, on('2021-01-14'))).toBe('community.before-start');
    expect(met.refuses(endCommunity, { reason: 'merged' }, on('2021-03-02'))).toBe('community.meets-after-end');
  });
});

describe('a community of the first shape', () => {
  it('aims at no profession', () => {
    const first = recorded({ ...communityStarted, version: 1 }, start);
    expect(communityUpcasters.map(({ upcast }) => upcast(first as unknown as RecordedEvent))).toEqual([{ ...first, schemaVersion: 2 }]);
  });
});

describe('membership', () => {
  it('is joined once', () => {
    expect(started.then(joinCommunity, join, on('2021-02-01'))).toEqual([['MemberJoined', nurse]]);
    expect(joined.then(joinCommunity, join, on('2021-02-01'))).toEqual([]);
    expect(joined.refuses(joinCommunity, join, on('2021-02-02'))).toBe('community.already-member');
  });

  it('may begin again after it ended', () => {
    expect(gone.then(joinCommunity, join, on('2021-09-01'))).toEqual([['MemberJoined', { ...nurse, membership: 2 }]]);
    expect(gone.refuses(joinCommunity, join, on('2021-06-01'))).toBe('community.still-member');
  });

  it('needs a running community', () => {
    expect(none.refuses(joinCommunity, join)).toBe('community.not-started');
    expect(started.refuses(joinCommunity, join, on('2021-01-14'))).toBe('community.before-start');
    expect(ended.refuses(joinCommunity, join, on('2021-10-02'))).toBe('community.ended');
  });

  it('ends on the first day on which it no longer holds', () => {
    const leave = { member: 'pro-a1', reason: 'changed-work' } as const;
    expect(joined.then(leaveCommunity, leave, on('2021-06-30'))).toEqual([['MemberLeft', left]]);
    expect(gone.then(leaveCommunity, leave, on('2021-06-30'))).toEqual([]);
    expect(gone.refuses(leaveCommunity, leave, on('2021-07-01'))).toBe('community.already-left');
    expect(started.refuses(leaveCommunity, leave)).toBe('community.not-a-member');
    expect(joined.refuses(leaveCommunity, leave, on('2021-01-31'))).toBe('community.left-before-joining');
  });
});

describe('a meeting of a community', () => {
  it('is held once per date', () => {
    expect(started.then(holdCommunityMeeting, meeting, on('2021-03-03'))).toEqual([['CommunityMeetingHeld', meeting]]);
    expect(met.then(holdCommunityMeeting, meeting, on('2021-03-03'))).toEqual([]);
    expect(met.refuses(holdCommunityMeeting, { ...meeting, heads: exactly(15) }, on('2021-03-03'))).toBe('community.meeting-already-held');
    expect(met.then(holdCommunityMeeting, meeting, on('2021-04-07'))).toHaveLength(1);
  });

  it('is held once per number, which tells two of one date apart', () => {
    const second = given(communityEvolution, [starting, [communityMeetingHeld, { ...meeting, number: 2 }, on('2021-03-03')]]);
    expect(second.then(holdCommunityMeeting, { ...meeting, number: 3 }, on('2021-03-03'))).toHaveLength(1);
    expect(second.refuses(holdCommunityMeeting, { ...meeting, number: 2 }, on('2021-03-04'))).toBe('community.meeting-already-held');
  });

  it('needs a running community', () => {
    expect(none.refuses(holdCommunityMeeting, meeting)).toBe('community.not-started');
    expect(started.refuses(holdCommunityMeeting, meeting, on('2021-01-14'))).toBe('community.before-start');
    expect(ended.refuses(holdCommunityMeeting, meeting, on('2021-10-02'))).toBe('community.ended');
  });

  it('stands in its corrected form', () => {
    const corrected = given(communityEvolution, [
      [communityMeetingHeld, meeting, on('2021-03-03')],
      [communityMeetingHeld, { ...meeting, heads: exactly(15) }, { ...on('2021-03-04'), corrects: FIRST }],
    ]);
    expect(corrected.state.meetings).toEqual([{ data: { ...meeting, heads: exactly(15) }, occurred: onDay('2021-03-04') }]);
  });
});

describe('facts of communities', () => {
  const exact = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const at = { streamId: 'community-c' };

  it('state a community from its start to its end', () => {
    const community = { ...exact, countKind: 'community', subjectKind: 'none', subjectKey: 'community-c', groupKey: 'community-c' };
    expect(communityFacts.CommunityStarted!(recorded(communityStarted, start, at))).toEqual([
      { ...community, type: 'community', dims: { kind: 'neighbourhood-referents' } },
    ]);
    const end = { reason: 'merged' } as const;
    expect(communityFacts.CommunityEnded!(recorded(communityEnded, end, { ...at, ...on('2021-10-01') }))).toEqual([
      { change: ['community'], validTo: '2021-10-01' },
      { ...community, type: 'community-ended', dims: { reason: 'merged' } },
    ]);
  });

  it('state a membership from its first day to the first day it no longer holds', () => {
    const membership = { ...exact, countKind: 'membership', subjectKind: 'professional', subjectKey: 'pro-a1', groupKey: 'community-c' };
    expect(communityFacts.MemberJoined!(recorded(memberJoined, nurse, at))).toEqual([
      {
        ...membership,
        type: 'community-membership',
        occurrenceKey: 'community-c/pro-a1/1',
        dims: { community: 'community-c', profession: 'nurse' },
      },
    ]);
    expect(communityFacts.MemberLeft!(recorded(memberLeft, left, at))).toEqual([
      { change: ['community-membership'], occurrenceKey: 'community-c/pro-a1/1', validTo: '2021-06-30' },
      { ...membership, type: 'community-membership-ended', dims: { reason: 'changed-work' } },
    ]);
  });

  it('count a meeting and its heads, by number or by date', () => {
    const dims = { community: 'community-c', mode: 'online', onePage: true };
    const meet = { ...exact, groupKey: 'community-c', dims, subjectKind: 'professional' };
    const dated = { occurrenceKey: 'community-c/2021-03-03/2021-03-03' };
    expect(communityFacts.CommunityMeetingHeld!(recorded(communityMeetingHeld, meeting, { ...at, ...on('2021-03-03') }))).toEqual([
      { ...meet, ...dated, type: 'community-meeting', countKind: 'meeting' },
      { ...meet, ...dated, type: 'community-attendances', countKind: 'attendance', v: 14, lo: 14, hi: 14 },
    ]);
    const numbered = recorded(communityMeetingHeld, { number: 2, structures: ['org-s1'] }, at);
    expect(communityFacts.CommunityMeetingHeld!(numbered)).toEqual([
      {
        ...exact,
        type: 'community-meeting',
        countKind: 'meeting',
        subjectKind: 'professional',
        occurrenceKey: 'community-c/2',
        groupKey: 'community-c',
        dims: { community: 'community-c' },
      },
      {
        ...exact,
        type: 'community-structure',
        countKind: 'structure',
        subjectKind: 'structure',
        subjectKey: 'org-s1',
        occurrenceKey: 'community-c/2',
        groupKey: 'community-c',
        dims: { community: 'community-c' },
      },
    ]);
  });
});

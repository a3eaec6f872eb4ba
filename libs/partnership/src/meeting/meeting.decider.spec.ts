import { Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  cancelMeeting,
  conveneMeeting,
  holdMeeting,
  meetingEvolution,
  publishOnePage,
  rescheduleMeeting,
  takeDecision,
} from './meeting.decider';
import { decisionTaken, meetingCancelled, meetingConvened, meetingHeld, meetingRescheduled, onePagePublished } from './meeting.events';
import { meetingFacts } from './meeting.facts';

const plenary = { body: 'boost-plenary', kind: 'plenary' } as const;
const held = { ...plenary, mode: 'online', heads: { value: 37, exactness: 'exact' } } as const;
const page = { url: 'https://example.org/page', languages: ['nl', 'fr'] } as const;
const text = new Sealed('besluit');

const unknown = given(meetingEvolution, []);
const convened = given(meetingEvolution, [[meetingConvened, plenary]]);
const moved = given(meetingEvolution, [
  [meetingConvened, plenary],
  [meetingRescheduled, plenary, { occurred: onDay('2021-07-01') }],
]);
const cancelled = given(meetingEvolution, [
  [meetingConvened, plenary],
  [meetingCancelled, { reason: 'external-crisis' }],
]);
const over = given(meetingEvolution, [[meetingHeld, held]]);
const decided = given(meetingEvolution, [
  [meetingHeld, held],
  [decisionTaken, { number: 1, basis: 'consent' }],
  [onePagePublished, page],
]);

describe('convene a meeting', () => {
  it('records the body and the kind', () => {
    expect(unknown.then(conveneMeeting, { ...plenary, mode: 'hybrid' })).toEqual([['MeetingConvened', { ...plenary, mode: 'hybrid' }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(convened.when(conveneMeeting, plenary)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(convened.refuses(conveneMeeting, { ...plenary, kind: 'board' })).toBe('meeting.already-convened');
    expect(convened.refuses(conveneMeeting, plenary, { occurred: onDay('2021-07-01') })).toBe('meeting.already-convened');
    expect(over.refuses(conveneMeeting, plenary)).toBe('meeting.already-held');
  });
});

describe('reschedule a meeting', () => {
  it('records the new day', () => {
    expect(convened.then(rescheduleMeeting, {}, { occurred: onDay('2021-07-01') })).toEqual([['MeetingRescheduled', plenary]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(moved.when(rescheduleMeeting, {}, { occurred: onDay('2021-07-01') })).toEqual([]);
    expect(convened.when(rescheduleMeeting, {})).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    const later = { occurred: onDay('2021-07-01') };
    expect(unknown.refuses(rescheduleMeeting, {}, later)).toBe('meeting.not-convened');
    expect(cancelled.refuses(rescheduleMeeting, {}, later)).toBe('meeting.already-cancelled');
    const convenedAndHeld = given(meetingEvolution, [
      [meetingConvened, plenary],
      [meetingHeld, held],
    ]);
    expect(convenedAndHeld.refuses(rescheduleMeeting, {}, later)).toBe('meeting.already-held');
  });
});

describe('cancel a meeting', () => {
  it('records the reason', () => {
    expect(convened.then(cancelMeeting, { reason: 'no-quorum' })).toEqual([['MeetingCancelled', { reason: 'no-quorum' }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(cancelled.when(cancelMeeting, { reason: 'external-crisis' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(cancelled.refuses(cancelMeeting, { reason: 'no-quorum' })).toBe('meeting.already-cancelled');
    expect(over.refuses(cancelMeeting, { reason: 'no-quorum' })).toBe('meeting.already-held');
    expect(unknown.refuses(cancelMeeting, { reason: 'no-quorum' })).toBe('meeting.not-convened');
  });
});

describe('hold a meeting', () => {
  it('needs no convening', () => {
    expect(unknown.then(holdMeeting, held)).toEqual([['MeetingHeld', held]]);
  });

  it('carries its outcome unopened', () => {
    const [event] = convened.when(holdMeeting, { ...held, outcome: text });
    expect(event!.data.outcome).toBe(text);
  });

  it('says nothing new when it is repeated', () => {
    expect(over.when(holdMeeting, held)).toEqual([]);
    expect(over.when(holdMeeting, { ...held, outcome: text })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(over.refuses(holdMeeting, { ...held, mode: 'in-person' })).toBe('meeting.already-held');
    expect(over.refuses(holdMeeting, held, { occurred: onDay('2021-06-16') })).toBe('meeting.already-held');
    expect(cancelled.refuses(holdMeeting, held)).toBe('meeting.already-cancelled');
    expect(convened.refuses(holdMeeting, { ...held, body: 'board' })).toBe('meeting.another-body');
    expect(unknown.refuses(holdMeeting, { ...held, categories: [{ category: 'welfare', count: 38 }] })).toBe('meeting.more-by-category');
  });
});

describe('take a decision', () => {
  it('carries its text unopened', () => {
    const [event] = over.when(takeDecision, { number: 1, basis: 'vote', decisionNl: text });
    expect(event!.definition.type).toBe('DecisionTaken');
    expect(event!.data).toEqual({ number: 1, basis: 'vote', decisionNl: text });
    expect(event!.data.decisionNl).toBe(text);
  });

  it('refuses what contradicts the record', () => {
    expect(convened.refuses(takeDecision, { number: 1, basis: 'vote', decisionNl: text })).toBe('meeting.not-held');
    expect(decided.refuses(takeDecision, { number: 1, basis: 'consent', decisionNl: text })).toBe('meeting.number-taken');
    expect(over.refuses(takeDecision, { number: 1, basis: 'vote' })).toBe('meeting.decision-missing');
  });
});

describe('publish a one page', () => {
  it('records where it stands', () => {
    expect(over.then(publishOnePage, page)).toEqual([['OnePagePublished', page]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(decided.when(publishOnePage, page)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(convened.refuses(publishOnePage, page)).toBe('meeting.not-held');
    expect(decided.refuses(publishOnePage, { ...page, languages: ['nl'] })).toBe('meeting.page-already-published');
  });
});

describe('a corrected meeting', () => {
  it('takes the place of the first record', () => {
    const corrected = given(meetingEvolution, [
      [meetingHeld, held],
      [meetingHeld, { ...held, heads: { value: 38, exactness: 'exact' } }, { corrects: '00000000-0000-8000-8000-000000000000' }],
    ]);
    expect(corrected.when(holdMeeting, { ...held, heads: { value: 38, exactness: 'exact' } })).toEqual([]);
    expect(corrected.refuses(holdMeeting, held)).toBe('meeting.already-held');
  });
});

describe('facts of a meeting', () => {
  const streamId = 'meeting-AAAAAAAAAAAAAAAAAAAAAA';
  const dims = { kind: 'plenary', body: 'boost-plenary', mode: 'online' };
  const heads = (n: number) => ({ exactness: 'exact', v: n, lo: n, hi: n });
  const attendance = { type: 'meeting-attendances', countKind: 'attendance', subjectKind: 'professional', occurrenceKey: streamId, dims };

  it('a meeting, and the heads that nobody names', () => {
    expect(meetingFacts['MeetingHeld']!(recorded(meetingHeld, held, { streamId }))).toEqual([
      { type: 'meeting-held', countKind: 'meeting', ...heads(1), occurred: onDay('2021-06-15'), occurrenceKey: streamId, dims },
      { ...attendance, ...heads(37) },
    ]);
  });

  it('names in a list count before the heads, categories apart', () => {
    const data = {
      ...held,
      heads: { value: 3, exactness: 'exact' },
      attendees: ['pro-7Q', 'pro-8R'],
      categories: [{ category: 'team', count: 2 }],
    } as const;
    expect(meetingFacts['MeetingHeld']!(recorded(meetingHeld, data, { streamId }))).toEqual([
      { type: 'meeting-held', countKind: 'meeting', ...heads(1), occurred: onDay('2021-06-15'), occurrenceKey: streamId, dims },
      { ...attendance, ...heads(1), subjectKey: 'pro-7Q' },
      { ...attendance, ...heads(1), subjectKey: 'pro-8R' },
      { ...attendance, ...heads(1) },
      { ...attendance, type: 'meeting-attendances-by-category', ...heads(2), dims: { ...dims, category: 'team' } },
    ]);
  });

  it('each date of a set is a meeting, the heads are one count', () => {
    const occurred = {
      from: '2021-03-29',
      to: '2021-04-01',
      nature: 'set',
      dates: ['2021-03-29', '2021-04-01'],
      precision: 'day',
    } as const;
    const facts = meetingFacts['MeetingHeld']!(recorded(meetingHeld, held, { streamId, occurred }));
    const meeting = { type: 'meeting-held', countKind: 'meeting', ...heads(1), occurrenceKey: streamId, dims };
    expect(facts).toEqual([
      { ...meeting, occurred: onDay('2021-03-29') },
      { ...meeting, occurred: onDay('2021-04-01') },
      { ...attendance, ...heads(37) },
    ]);
  });

  it('a cancelled or convened meeting is not a held one', () => {
    expect(meetingFacts['MeetingCancelled']!(recorded(meetingCancelled, { reason: 'no-quorum' } as const))).toEqual([]);
    expect(meetingFacts['MeetingConvened']!(recorded(meetingConvened, plenary))).toEqual([
      { type: 'meeting-convened', countKind: 'meeting', ...heads(1), dims: { kind: 'plenary', body: 'boost-plenary' } },
    ]);
  });
});

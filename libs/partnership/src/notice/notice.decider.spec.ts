import { Sealed } from '@app/decider';
import { type Given, given, onDay, recorded } from '@app/decider/spec';
import { moderateNotice, noticeEvolution, postNotice, withdrawNotice } from './notice.decider';
import { noticeModerated, noticePosted, noticeWithdrawn } from './notice.events';
import { noticeFacts } from './notice.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const activity = { kind: 'activity', partner: 'org-p1' } as const;
const approve = { verdict: 'approved', moderator: 'pro-m1' } as const;
const posted = [noticePosted, activity, on('2022-02-01')] as const;
const returned = [noticeModerated, { verdict: 'returned' }, on('2022-02-02')] as const;
const approved = [noticeModerated, approve, on('2022-02-03')] as const;
const withdrawn = [noticeWithdrawn, { reason: 'outdated' }, on('2022-04-01')] as const;
const notice = (...history: readonly Given[]) => given(noticeEvolution, history);
const gone = notice(posted, returned, approved, withdrawn);

describe('post a notice', () => {
  it('records what the partner wrote, sealed', () => {
    const wording = new Sealed('open deur');
    expect(JSON.stringify(notice().when(postNotice, { ...activity, wording })[0]!.data)).toBe(
      '{"kind":"activity","partner":"org-p1","wording":"[sealed]"}',
    );
    expect(notice().then(postNotice, activity)).toEqual([['NoticePosted', activity]]);
  });

  it('says nothing twice, not even later or when corrected', () => {
    expect(gone.then(postNotice, activity, on('2022-02-01'))).toEqual([]);
    const corrected = notice(posted, approved, [noticePosted, { ...activity, kind: 'call' }, { ...on('2022-02-01'), corrects: FIRST }]);
    expect(corrected.then(postNotice, { ...activity, kind: 'call' }, on('2022-02-01'))).toEqual([]);
  });

  it.each([
    ['notice.already-posted', notice(posted), '2022-02-02'],
    ['notice.before-posting', notice(approved), '2022-02-04'],
    ['notice.before-posting', notice(withdrawn), '2022-04-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(postNotice, activity, on(day))).toBe(code);
  });
});

describe('moderate a notice', () => {
  it('decides, and once more after a return', () => {
    expect(notice(posted).then(moderateNotice, approve, on('2022-02-03'))).toEqual([['NoticeModerated', approve]]);
    expect(notice(posted, returned).then(moderateNotice, approve, on('2022-02-03'))).toEqual([['NoticeModerated', approve]]);
  });

  it('says nothing twice, not even later', () => {
    expect(gone.then(moderateNotice, approve, on('2022-02-03'))).toEqual([]);
    expect(gone.then(moderateNotice, { verdict: 'returned' }, on('2022-02-02'))).toEqual([]);
  });

  it.each([
    ['notice.not-posted', notice(), '2022-02-03'],
    ['notice.before-posting', notice(posted), '2022-01-31'],
    ['notice.withdrawn', notice(posted, withdrawn), '2022-04-02'],
    ['notice.already-moderated', notice(posted, approved), '2022-02-04'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(moderateNotice, { verdict: 'rejected' }, on(day))).toBe(code);
  });
});

describe('withdraw a notice', () => {
  it('says why, once', () => {
    const reason = 'outdated';
    expect(notice(posted).then(withdrawNotice, { reason }, on('2022-04-01'))).toEqual([['NoticeWithdrawn', { reason }]]);
    expect(gone.then(withdrawNotice, { reason }, on('2022-04-01'))).toEqual([]);
  });

  it.each([
    ['notice.not-posted', notice(), '2022-04-01'],
    ['notice.before-posting', notice(posted), '2022-01-31'],
    ['notice.withdrawn', gone, '2022-04-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(withdrawNotice, { reason: 'by-partner' }, on(day))).toBe(code);
  });
});

describe('facts of a notice', () => {
  const at = { streamId: 'notice-n', ...on('2022-04-01') };
  const row = (type: string, dims?: object) => ({
    type,
    countKind: 'notice',
    exactness: 'exact',
    v: 1,
    lo: 1,
    hi: 1,
    subjectKind: 'structure',
    subjectKey: 'notice-n',
    groupKey: 'notice-n',
    ...(dims ? { dims } : {}),
  });

  it('show it from its approval until it is withdrawn', () => {
    expect(noticeFacts['NoticePosted']!(recorded(noticePosted, activity, at))).toEqual([row('notice-posted', { kind: 'activity' })]);
    expect(noticeFacts['NoticeModerated']!(recorded(noticeModerated, approve, at))).toEqual([
      row('notice-moderated', { verdict: 'approved' }),
      row('notice-shown'),
    ]);
    expect(noticeFacts['NoticeModerated']!(recorded(noticeModerated, { verdict: 'rejected' } as const, at))).toEqual([
      row('notice-moderated', { verdict: 'rejected' }),
    ]);
    expect(noticeFacts['NoticeWithdrawn']!(recorded(noticeWithdrawn, { reason: 'outdated' } as const, at))).toEqual([
      { change: ['notice-shown'], validTo: '2022-04-01' },
      row('notice-withdrawn', { reason: 'outdated' }),
    ]);
  });
});

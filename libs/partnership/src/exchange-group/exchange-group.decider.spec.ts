import { exactly } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  createExchangeGroup,
  endExchangeGroup,
  exchangeGroupEvolution,
  holdExchangeGroupMeeting,
  renameExchangeGroup,
} from './exchange-group.decider';
import { exchangeGroupCreated, exchangeGroupEnded, exchangeGroupMeetingHeld, exchangeGroupRenamed } from './exchange-group.events';
import { exchangeGroupFacts } from './exchange-group.facts';

const name = { nl: 'Verpleegkundigen', fr: 'Infirmiers' };
const parent = 'exchange-group-BBBB';
const subgroup = { name, parent, territoryLabel: 'Noord' };
const created = [exchangeGroupCreated, { name }] as const;
const met = (day: string, heads = 13) =>
  [exchangeGroupMeetingHeld, { meeting: 'm-1', heads: exactly(heads) }, { occurred: onDay(day) }] as const;
const ended = [exchangeGroupEnded, { reason: 'done', lastDay: '2021-06-15' }] as const;
const meeting = 'id-0'.padEnd(22, 'A');
const group = (...history: Parameters<typeof given>[1]) => given(exchangeGroupEvolution, history);

describe('create an exchange group', () => {
  it('names the group, the one it is part of, and its area as printed', () => {
    expect(group().then(createExchangeGroup, subgroup)).toEqual([['ExchangeGroupCreated', subgroup]]);
  });

  it('says nothing twice', () => {
    expect(group([exchangeGroupCreated, subgroup]).then(createExchangeGroup, subgroup)).toEqual([]);
  });

  it.each([
    ['exchange-group.already-created', [created], subgroup],
    ['exchange-group.own-parent', [], { name, parent: 'thing-AAAAAAAAAAAAAAAAAAAAAA' }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(group(...history).refuses(createExchangeGroup, command)).toBe(code);
  });
});

describe('hold a meeting of an exchange group', () => {
  it('records a list, a head count or both, under the group it belongs to', () => {
    const command = { attendees: ['pro-p1', 'pro-p2'], heads: exactly(13) };
    expect(group(created).then(holdExchangeGroupMeeting, command)).toEqual([['ExchangeGroupMeetingHeld', { meeting, ...command }]]);
    expect(group([exchangeGroupCreated, subgroup]).then(holdExchangeGroupMeeting, { heads: exactly(5) })).toEqual([
      ['ExchangeGroupMeetingHeld', { meeting, parent, heads: exactly(5) }],
    ]);
  });

  it('says nothing twice, however the date is printed', () => {
    expect(group(created, met('2021-06-15')).then(holdExchangeGroupMeeting, { heads: exactly(13) })).toEqual([]);
    const printed = { occurred: { ...onDay('2021-06-15'), raw: '15/06' } };
    expect(group(created, met('2021-06-15')).then(holdExchangeGroupMeeting, { heads: exactly(13) }, printed)).toEqual([]);
  });

  it('still records a meeting of before the end', () => {
    expect(group(created, ended).then(holdExchangeGroupMeeting, { heads: exactly(5) }, { occurred: onDay('2021-03-23') })).toHaveLength(1);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000001';
    const first = met('2021-06-15', 12);
    const corrected = group(
      created,
      [first[0], first[1], { ...first[2], id }],
      [first[0], { meeting: 'm-2', heads: exactly(13) }, { ...first[2], corrects: id }],
    );
    expect(corrected.state.meetings).toEqual([{ data: { meeting: 'm-2', heads: exactly(13) }, occurred: onDay('2021-06-15') }]);
    expect(corrected.then(holdExchangeGroupMeeting, { heads: exactly(13) })).toEqual([]);
  });

  it.each([
    ['exchange-group.not-created', [], '2021-06-15'],
    ['exchange-group.ended', [created, ended], '2021-06-16'],
    ['exchange-group.meeting-already-held', [created, met('2021-06-15')], '2021-06-15'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(group(...history).refuses(holdExchangeGroupMeeting, { heads: exactly(14) }, { occurred: onDay(day) })).toBe(code);
  });
});

describe('rename an exchange group', () => {
  const renamed = { nl: 'Thuisverpleging', fr: 'Soins à domicile' };
  const called = (day: string, word = renamed) => [exchangeGroupRenamed, { name: word }, { occurred: onDay(day) }] as const;

  it('gives it another name from a day on', () => {
    expect(group(created).then(renameExchangeGroup, { name: renamed })).toEqual([['ExchangeGroupRenamed', { name: renamed }]]);
  });

  it('says nothing twice, after a later name either', () => {
    expect(group(created).then(renameExchangeGroup, { name })).toEqual([]);
    expect(group(created, called('2021-06-15')).then(renameExchangeGroup, { name: renamed })).toEqual([]);
    expect(group(created, called('2021-06-15'), called('2021-09-01', name)).then(renameExchangeGroup, { name: renamed })).toEqual([]);
    expect(group(created, called('2021-06-15'), ended).then(renameExchangeGroup, { name: renamed })).toEqual([]);
  });

  it('takes an earlier name again on a later day', () => {
    expect(group(created, called('2021-03-01')).then(renameExchangeGroup, { name })).toHaveLength(1);
  });

  it.each([
    ['exchange-group.not-created', []],
    ['exchange-group.ended', [created, [exchangeGroupEnded, { reason: 'done', lastDay: '2021-06-14' }]]],
    ['exchange-group.already-renamed', [created, called('2021-06-15', { nl: 'Andere', fr: 'Autre' })]],
  ] as const)('refuses with %s', (code, history) => {
    expect(group(...history).refuses(renameExchangeGroup, { name: renamed })).toBe(code);
  });
});

describe('end an exchange group', () => {
  it('says its last day', () => {
    expect(group(created).then(endExchangeGroup, { reason: 'done' })).toEqual([
      ['ExchangeGroupEnded', { reason: 'done', lastDay: '2021-06-15' }],
    ]);
  });

  it('says nothing twice', () => {
    expect(group(created, ended).then(endExchangeGroup, { reason: 'done' })).toEqual([]);
  });

  it.each([
    ['exchange-group.not-created', []],
    ['exchange-group.ended', [created, ended]],
    ['exchange-group.met-later', [created, met('2021-11-30')]],
  ] as const)('refuses with %s', (code, history) => {
    expect(group(...history).refuses(endExchangeGroup, { reason: 'merged' })).toBe(code);
  });
});

describe('facts of an exchange group', () => {
  const streamId = 'exchange-group-AAAAAAAAAAAAAAAAAAAAAA';
  const factsOf = (id: string, presence: { attendees?: string[]; heads?: ReturnType<typeof exactly> }) =>
    exchangeGroupFacts['ExchangeGroupMeetingHeld']!(recorded(exchangeGroupMeetingHeld, { meeting: id, ...presence }, { streamId }));
  const place = (id: string) => ({ occurrenceKey: `${streamId}/${id}`, dims: { group: streamId } });
  const heads = (v: number) => ({
    type: 'exchange-attendances',
    countKind: 'attendance',
    exactness: 'exact',
    v,
    lo: v,
    hi: v,
    subjectKind: 'professional',
  });
  const held = {
    type: 'exchange-meeting-held',
    countKind: 'session',
    exactness: 'exact',
    v: 1,
    lo: 1,
    hi: 1,
    occurred: onDay('2021-06-15'),
  };

  it('states lists by name and heads without: the rows of a vector with 10 attendances and 5 to 9 people', () => {
    expect(factsOf('s1', { attendees: ['pro-p', 'pro-q', 'pro-r'] })).toEqual([
      { ...held, ...place('s1') },
      { ...heads(1), ...place('s1'), subjectKey: 'pro-p' },
      { ...heads(1), ...place('s1'), subjectKey: 'pro-q' },
      { ...heads(1), ...place('s1'), subjectKey: 'pro-r' },
    ]);
    expect(factsOf('s2', { attendees: ['pro-q'], heads: exactly(5) })).toEqual([
      { ...held, ...place('s2') },
      { ...heads(1), ...place('s2'), subjectKey: 'pro-q' },
      { ...heads(4), ...place('s2') },
    ]);
    expect(factsOf('s3', { heads: exactly(2) })).toEqual([
      { ...held, ...place('s3') },
      { ...heads(2), ...place('s3') },
    ]);
  });

  it('places a subgroup under its group', () => {
    const [first] = exchangeGroupFacts['ExchangeGroupMeetingHeld']!(
      recorded(exchangeGroupMeetingHeld, { meeting: 'm', parent }, { streamId }),
    );
    expect(first).toEqual({ ...held, occurrenceKey: `${streamId}/m`, dims: { group: parent, subgroup: streamId } });
  });

  it('counts no groups over time', () => {
    expect(exchangeGroupFacts['ExchangeGroupCreated']!(recorded(exchangeGroupCreated, { name }))).toEqual([]);
    expect(exchangeGroupFacts['ExchangeGroupEnded']!(recorded(exchangeGroupEnded, { reason: 'done', lastDay: '2021-06-15' }))).toEqual([]);
  });
});

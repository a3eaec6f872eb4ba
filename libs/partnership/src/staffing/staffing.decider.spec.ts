import { given, onDay, recorded } from '@app/decider/spec';
import { staffAction, staffingEvolution } from './staffing.decider';
import { actionStaffed } from './staffing.events';
import { staffingFacts } from './staffing.facts';

const on = (day: string) => ({ occurred: onDay(day) });
const work = {
  plan: '2021',
  action: 98,
  role: 'responsible',
  employee: 'pro-e1',
  fteHundredths: 25,
  lastDay: '2021-06-30',
} as const;
const staffed = [actionStaffed, work, on('2021-01-01')] as const;
const later = { ...work, fteHundredths: 50, lastDay: '2021-12-31' };
const action = (...history: Parameters<typeof given>[1]) => given(staffingEvolution, history);

describe('staff an action', () => {
  it('says how much work it gets until when, and serves that action', () => {
    const [event] = action().when(staffAction, work);
    expect([event?.definition.type, event?.data, event?.planRefs]).toEqual(['ActionStaffed', work, [{ plan: '2021', action: 98 }]]);
  });

  it('takes another amount from the day after, and others beside it', () => {
    expect(action(staffed).then(staffAction, later, on('2021-07-01'))).toEqual([['ActionStaffed', later]]);
    expect(action(staffed).then(staffAction, { ...work, employee: 'pro-e2' }, on('2021-01-01'))).toHaveLength(1);
    expect(action(staffed).then(staffAction, { ...work, role: 'contributor' }, on('2021-01-01'))).toHaveLength(1);
  });

  it('says nothing twice, also after another amount', () => {
    expect(action(staffed).then(staffAction, work, on('2021-01-01'))).toEqual([]);
    expect(action(staffed, [actionStaffed, later, on('2021-07-01')]).then(staffAction, work, on('2021-01-01'))).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000000';
    const corrected = action(
      [actionStaffed, work, { id, ...on('2021-01-01') }],
      [actionStaffed, { ...work, lastDay: '2021-03-31' }, { corrects: id, ...on('2021-01-01') }],
    );
    expect(corrected.then(staffAction, later, on('2021-04-01'))).toHaveLength(1);
  });

  it.each([
    ['staffing.ends-before-it-starts', [], '2021-07-01'],
    ['staffing.overlaps', [staffed], '2021-06-30'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(action(...history).refuses(staffAction, { ...work, fteHundredths: 30 }, on(day))).toBe(code);
  });
});

describe('facts of staffing', () => {
  const dims = { plan: '2021', action: 98, role: 'responsible' };
  const rest = { exactness: 'exact', subjectKind: 'professional', validTo: '2021-07-01', dims };

  it('counts working time, and who is named, while it lasts', () => {
    expect(staffingFacts['ActionStaffed']!(recorded(actionStaffed, work))).toEqual([
      { type: 'action-fte', countKind: 'fte', v: 25, lo: 25, hi: 25, ...rest },
      { type: 'action-staff', countKind: 'unique-person', v: 1, lo: 1, hi: 1, ...rest, subjectKey: 'pro-e1' },
    ]);
    const { employee: _employee, ...nobody } = work;
    expect(staffingFacts['ActionStaffed']!(recorded(actionStaffed, nobody))).toHaveLength(1);
  });
});

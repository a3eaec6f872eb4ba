import { Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import { closeFollowUp, followUpEvolution, holdPsychologicalSession, openFollowUp, refuseFollowUp } from './follow-up.decider';
import {
  psychologicalFollowUpClosed,
  psychologicalFollowUpOpened,
  psychologicalFollowUpRefused,
  psychologicalSessionHeld,
} from './follow-up.events';
import { followUpFacts } from './follow-up.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const open = { person: 'kid-1', psychologist: 'pro-a1' };
const opening = [psychologicalFollowUpOpened, { psychologist: 'pro-a1' }, { ...on('2021-02-01'), subjects: ['kid-1'] }] as const;
const visit = { mode: 'home-visit', durationMinutes: 60 } as const;
const none = given(followUpEvolution, []);
const opened = given(followUpEvolution, [opening]);
const seen = given(followUpEvolution, [opening, [psychologicalSessionHeld, visit, on('2021-02-10')]]);
const closed = given(followUpEvolution, [opening, [psychologicalFollowUpClosed, { reason: 'own-wish' }, on('2021-05-01')]]);
const refused = given(followUpEvolution, [[psychologicalFollowUpRefused, { reason: 'no-capacity' }, on('2021-02-01')]]);

describe('opening a psychological follow-up', () => {
  it('carries what tells the person apart sealed, and never the person', () => {
    const followed = new Sealed('relative' as const);
    const [event] = none.when(openFollowUp, { ...open, followed });
    expect([event!.definition.type, event!.data]).toEqual(['PsychologicalFollowUpOpened', { psychologist: 'pro-a1', followed }]);
    expect(event!.data).not.toHaveProperty('person');
  });

  it('is possible without a file', () => {
    expect(none.then(openFollowUp, {})).toEqual([['PsychologicalFollowUpOpened', {}]]);
    expect(none.refuses(openFollowUp, { followed: new Sealed('mourner' as const) })).toBe('follow-up.person-missing');
    expect(none.refuses(openFollowUp, { referrerType: new Sealed('gp' as const) })).toBe('follow-up.person-missing');
  });

  it('happens once', () => {
    expect(opened.then(openFollowUp, open, on('2021-02-01'))).toEqual([]);
    expect(opened.refuses(openFollowUp, open, on('2021-02-02'))).toBe('follow-up.already-opened');
    expect(refused.refuses(openFollowUp, open)).toBe('follow-up.already-opened');
  });

  it('is corrected with the sessions in sight', () => {
    const corrected = given(followUpEvolution, [
      opening,
      [psychologicalSessionHeld, visit, on('2021-02-10')],
      [psychologicalFollowUpOpened, { psychologist: 'pro-b2' }, { ...on('2021-02-03'), corrects: FIRST }],
    ]);
    expect(corrected.state.opened!.data).toEqual({ psychologist: 'pro-b2' });
    expect(corrected.state.sessions).toHaveLength(1);
    const orphaned = given(followUpEvolution, [[psychologicalSessionHeld, visit, on('2021-02-10')]]);
    expect(orphaned.refuses(openFollowUp, open, on('2021-02-11'))).toBe('follow-up.before-opening');
    expect(orphaned.then(openFollowUp, open, on('2021-02-09'))).toHaveLength(1);
  });
});

describe('a session', () => {
  it('is held once per date', () => {
    expect(opened.then(holdPsychologicalSession, visit, on('2021-02-10'))).toEqual([['PsychologicalSessionHeld', visit]]);
    expect(seen.then(holdPsychologicalSession, visit, on('2021-02-10'))).toEqual([]);
    expect(seen.refuses(holdPsychologicalSession, { mode: 'phone' }, on('2021-02-10'))).toBe('follow-up.session-already-held');
    expect(seen.then(holdPsychologicalSession, visit, on('2021-02-17'))).toHaveLength(1);
  });

  it('is held once per number', () => {
    const first = given(followUpEvolution, [opening, [psychologicalSessionHeld, { number: 1 }, on('2021-02-10')]]);
    expect(first.refuses(holdPsychologicalSession, { number: 1 }, on('2021-02-11'))).toBe('follow-up.session-already-held');
    expect(first.then(holdPsychologicalSession, { number: 2 }, on('2021-02-10'))).toHaveLength(1);
  });

  it('needs an open follow-up', () => {
    expect(none.refuses(holdPsychologicalSession, visit)).toBe('follow-up.not-opened');
    expect(refused.refuses(holdPsychologicalSession, visit)).toBe('follow-up.not-opened');
    expect(opened.refuses(holdPsychologicalSession, visit, on('2021-01-31'))).toBe('follow-up.before-opening');
    expect(closed.refuses(holdPsychologicalSession, visit, on('2021-05-02'))).toBe('follow-up.closed');
    expect(closed.then(holdPsychologicalSession, visit, on('2021-04-30'))).toHaveLength(1);
  });
});

describe('closing and refusing', () => {
  it('closes once, after the last session', () => {
    expect(opened.then(closeFollowUp, { reason: 'own-wish' }, on('2021-05-01'))).toEqual([
      ['PsychologicalFollowUpClosed', { reason: 'own-wish' }],
    ]);
    expect(closed.then(closeFollowUp, { reason: 'own-wish' }, on('2021-05-01'))).toEqual([]);
    expect(closed.refuses(closeFollowUp, { reason: 'own-wish' }, on('2021-05-02'))).toBe('follow-up.already-closed');
    expect(none.refuses(closeFollowUp, { reason: 'own-wish' })).toBe('follow-up.not-opened');
    expect(opened.refuses(closeFollowUp, { reason: 'own-wish' }, on('2021-01-31'))).toBe('follow-up.before-opening');
    expect(seen.refuses(closeFollowUp, { reason: 'own-wish' }, on('2021-02-09'))).toBe('follow-up.session-after-closing');
  });

  it('refuses once, instead of opening', () => {
    expect(none.then(refuseFollowUp, { reason: 'no-capacity' })).toEqual([['PsychologicalFollowUpRefused', { reason: 'no-capacity' }]]);
    expect(refused.then(refuseFollowUp, { reason: 'no-capacity' }, on('2021-02-01'))).toEqual([]);
    expect(refused.refuses(refuseFollowUp, { reason: 'other' }, on('2021-02-01'))).toBe('follow-up.already-refused');
    expect(opened.refuses(refuseFollowUp, { reason: 'other' })).toBe('follow-up.already-opened');
    expect(none.refuses(refuseFollowUp, { reason: 'other', referrerType: new Sealed('gp' as const) })).toBe('follow-up.person-missing');
  });
});

describe('facts of follow-ups', () => {
  const exact = { exactness: 'exact', v: 1, lo: 1, hi: 1, subjectKind: 'care' };
  const at = { streamId: 'follow-up-f' };

  it('name the person by its slot, or leave one head unnamed', () => {
    const fact = {
      ...exact,
      type: 'psychological-follow-up',
      countKind: 'follow-up',
      occurrenceKey: 'follow-up-f',
      groupKey: 'follow-up-f',
    };
    expect(followUpFacts.PsychologicalFollowUpOpened!(recorded(psychologicalFollowUpOpened, {}, { ...at, subjects: ['kid-1'] }))).toEqual([
      { ...fact, subjectKey: 'kid-1' },
    ]);
    expect(followUpFacts.PsychologicalFollowUpOpened!(recorded(psychologicalFollowUpOpened, {}, at))).toEqual([fact]);
  });

  it('count sessions, closings and refusals', () => {
    expect(followUpFacts.PsychologicalSessionHeld!(recorded(psychologicalSessionHeld, { number: 2, mode: 'phone' as const }, at))).toEqual([
      {
        ...exact,
        type: 'psychological-session',
        countKind: 'session',
        occurrenceKey: 'follow-up-f/2',
        groupKey: 'follow-up-f',
        dims: { mode: 'phone' },
      },
    ]);
    expect(followUpFacts.PsychologicalSessionHeld!(recorded(psychologicalSessionHeld, {}, { ...at, ...on('2021-02-10') }))).toEqual([
      {
        ...exact,
        type: 'psychological-session',
        countKind: 'session',
        occurrenceKey: 'follow-up-f/2021-02-10/2021-02-10',
        groupKey: 'follow-up-f',
      },
    ]);
    const close = recorded(psychologicalFollowUpClosed, { reason: 'deceased' as const }, { ...at, ...on('2021-05-01') });
    expect(followUpFacts.PsychologicalFollowUpClosed!(close)).toEqual([
      { change: ['psychological-follow-up'], validTo: '2021-05-01' },
      { ...exact, type: 'psychological-follow-up-closed', countKind: 'follow-up', groupKey: 'follow-up-f', dims: { reason: 'deceased' } },
    ]);
    const refuse = recorded(psychologicalFollowUpRefused, { reason: 'no-capacity' as const }, at);
    expect(followUpFacts.PsychologicalFollowUpRefused!(refuse)).toEqual([
      {
        ...exact,
        type: 'psychological-follow-up-refused',
        countKind: 'follow-up',
        occurrenceKey: 'follow-up-f',
        dims: { reason: 'no-capacity' },
      },
    ]);
  });
});

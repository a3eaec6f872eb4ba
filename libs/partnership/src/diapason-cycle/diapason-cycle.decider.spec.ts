import { exactly, type Occurred, Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  closeDiapasonCycle,
  deliverDiapasonGuide,
  diapasonCycleEvolution,
  evaluateDiapasonCycle,
  holdDiapasonMeeting,
  openDiapasonCycle,
  testDiapasonAgreement,
} from './diapason-cycle.decider';
import {
  diapasonAgreementTested,
  diapasonCycleClosed,
  diapasonCycleEvaluated,
  diapasonCycleOpened,
  diapasonGuideDelivered,
  diapasonMeetingHeld,
} from './diapason-cycle.events';
import { diapasonCycleFacts } from './diapason-cycle.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const open = { theme: { nl: 'Ontslag', fr: 'Sortie' }, structures: ['org-s1'] };
const meeting = { mode: 'online', heads: exactly(9), patientTrainer: true } as const;
const months: Occurred = { from: '2021-04-01', to: '2021-09-30', nature: 'span', precision: 'month' };
const guide = { title: { nl: 'Leidraad', fr: 'Guide' }, guideLanguage: 'both' } as const;
const opening = [diapasonCycleOpened, open, on('2021-01-10')] as const;
const testing = [diapasonAgreementTested, { structures: ['org-s1'] }, { occurred: months }] as const;
const none = given(diapasonCycleEvolution, []);
const opened = given(diapasonCycleEvolution, [opening]);
const met = given(diapasonCycleEvolution, [opening, [diapasonMeetingHeld, meeting, on('2021-02-10')]]);
const tested = given(diapasonCycleEvolution, [opening, testing]);
const evaluated = given(diapasonCycleEvolution, [opening, testing, [diapasonCycleEvaluated, { heads: exactly(8) }, on('2021-10-05')]]);
const delivered = given(diapasonCycleEvolution, [opening, [diapasonGuideDelivered, guide, on('2021-11-08')]]);
const closed = given(diapasonCycleEvolution, [opening, [diapasonCycleClosed, { reason: 'done' }, on('2021-12-01')]]);

describe('opening and closing a cycle', () => {
  it('opens once', () => {
    expect(none.then(openDiapasonCycle, open)).toEqual([['DiapasonCycleOpened', open]]);
    expect(opened.then(openDiapasonCycle, open, on('2021-01-10'))).toEqual([]);
    expect(opened.refuses(openDiapasonCycle, open, on('2021-01-11'))).toBe('diapason-cycle.already-opened');
  });

  it('opens before its first step', () => {
    const orphaned = given(diapasonCycleEvolution, [[diapasonMeetingHeld, meeting, on('2021-02-10')]]);
    expect(orphaned.then(openDiapasonCycle, open, on('2021-02-10'))).toHaveLength(1);
    expect(orphaned.refuses(openDiapasonCycle, open, on('2021-02-11'))).toBe('diapason-cycle.before-opening');
    const guideAlone = given(diapasonCycleEvolution, [[diapasonGuideDelivered, guide, on('2021-02-10')]]);
    expect(guideAlone.refuses(openDiapasonCycle, open, on('2021-02-11'))).toBe('diapason-cycle.before-opening');
  });

  it('closes once, after its last step', () => {
    expect(evaluated.then(closeDiapasonCycle, { reason: 'done' }, on('2021-12-01'))).toEqual([['DiapasonCycleClosed', { reason: 'done' }]]);
    expect(closed.then(closeDiapasonCycle, { reason: 'done' }, on('2021-12-01'))).toEqual([]);
    expect(closed.refuses(closeDiapasonCycle, { reason: 'abandoned' }, on('2021-12-01'))).toBe('diapason-cycle.already-closed');
    expect(none.refuses(closeDiapasonCycle, { reason: 'done' })).toBe('diapason-cycle.not-opened');
    expect(opened.refuses(closeDiapasonCycle, { reason: 'done' }, on('2021-01-09'))).toBe('diapason-cycle.before-opening');
    expect(met.refuses(closeDiapasonCycle, { reason: 'done' }, on('2021-02-09'))).toBe('diapason-cycle.goes-on-after-closing');
    expect(evaluated.refuses(closeDiapasonCycle, { reason: 'done' }, on('2021-10-04'))).toBe('diapason-cycle.goes-on-after-closing');
  });
});

describe('a meeting', () => {
  it('is held once per date or number', () => {
    expect(opened.then(holdDiapasonMeeting, meeting, on('2021-02-10'))).toEqual([['DiapasonMeetingHeld', meeting]]);
    expect(met.then(holdDiapasonMeeting, meeting, on('2021-02-10'))).toEqual([]);
    expect(met.refuses(holdDiapasonMeeting, { ...meeting, heads: exactly(8) }, on('2021-02-10'))).toBe(
      'diapason-cycle.meeting-already-held',
    );
    const second = given(diapasonCycleEvolution, [opening, [diapasonMeetingHeld, { number: 2 }, on('2021-02-10')]]);
    expect(second.then(holdDiapasonMeeting, { number: 3 }, on('2021-02-10'))).toHaveLength(1);
    expect(second.refuses(holdDiapasonMeeting, { number: 2 }, on('2021-02-11'))).toBe('diapason-cycle.meeting-already-held');
  });

  it('needs a running cycle', () => {
    expect(none.refuses(holdDiapasonMeeting, meeting)).toBe('diapason-cycle.not-opened');
    expect(opened.refuses(holdDiapasonMeeting, meeting, on('2021-01-09'))).toBe('diapason-cycle.before-opening');
    expect(closed.refuses(holdDiapasonMeeting, meeting, on('2021-12-02'))).toBe('diapason-cycle.closed');
  });

  it('stands in its corrected form', () => {
    const corrected = given(diapasonCycleEvolution, [
      [diapasonMeetingHeld, meeting, on('2021-02-10')],
      [diapasonMeetingHeld, { ...meeting, heads: exactly(10) }, { ...on('2021-02-11'), corrects: FIRST }],
    ]);
    expect(corrected.state.meetings).toEqual([{ data: { ...meeting, heads: exactly(10) }, occurred: onDay('2021-02-11') }]);
  });
});

describe('the test and the evaluation', () => {
  it('tests over a span, once', () => {
    expect(opened.then(testDiapasonAgreement, { structures: ['org-s1'] }, { occurred: months })).toEqual([
      ['DiapasonAgreementTested', { structures: ['org-s1'] }],
    ]);
    expect(tested.then(testDiapasonAgreement, { structures: ['org-s1'] }, { occurred: months })).toEqual([]);
    expect(tested.refuses(testDiapasonAgreement, {}, { occurred: months })).toBe('diapason-cycle.already-tested');
    expect(none.refuses(testDiapasonAgreement, {})).toBe('diapason-cycle.not-opened');
    expect(opened.refuses(testDiapasonAgreement, {}, on('2021-01-09'))).toBe('diapason-cycle.before-opening');
    expect(closed.refuses(testDiapasonAgreement, {}, on('2021-12-02'))).toBe('diapason-cycle.closed');
  });

  it('evaluates once, after the test, with its finding sealed', () => {
    const finding = new Sealed('what was found');
    expect(tested.then(evaluateDiapasonCycle, { heads: exactly(8), finding }, on('2021-10-05'))).toEqual([
      ['DiapasonCycleEvaluated', { heads: exactly(8), finding }],
    ]);
    expect(evaluated.then(evaluateDiapasonCycle, { heads: exactly(8), finding }, on('2021-10-05'))).toEqual([]);
    expect(evaluated.refuses(evaluateDiapasonCycle, { heads: exactly(7) }, on('2021-10-05'))).toBe('diapason-cycle.already-evaluated');
    expect(opened.refuses(evaluateDiapasonCycle, {})).toBe('diapason-cycle.not-tested');
    expect(tested.refuses(evaluateDiapasonCycle, {}, on('2021-03-31'))).toBe('diapason-cycle.before-test');
    expect(none.refuses(evaluateDiapasonCycle, {})).toBe('diapason-cycle.not-opened');
    expect(opened.refuses(evaluateDiapasonCycle, {}, on('2021-01-09'))).toBe('diapason-cycle.before-opening');
    expect(closed.refuses(evaluateDiapasonCycle, {}, on('2021-12-02'))).toBe('diapason-cycle.closed');
  });
});

describe('the guide', () => {
  it('is delivered once, even after the cycle is closed', () => {
    expect(opened.then(deliverDiapasonGuide, guide, on('2021-11-08'))).toEqual([['DiapasonGuideDelivered', guide]]);
    expect(closed.then(deliverDiapasonGuide, guide, on('2021-12-20'))).toHaveLength(1);
    expect(delivered.then(deliverDiapasonGuide, guide, on('2021-11-08'))).toEqual([]);
    expect(delivered.refuses(deliverDiapasonGuide, guide, on('2021-11-09'))).toBe('diapason-cycle.already-delivered');
    expect(none.refuses(deliverDiapasonGuide, guide)).toBe('diapason-cycle.not-opened');
    expect(opened.refuses(deliverDiapasonGuide, guide, on('2021-01-09'))).toBe('diapason-cycle.before-opening');
  });
});

describe('facts of Diapason cycles', () => {
  const exact = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const at = { streamId: 'diapason-cycle-d' };
  const cycle = { ...exact, countKind: 'cycle', subjectKind: 'none', groupKey: 'diapason-cycle-d' };
  const structure = {
    ...exact,
    type: 'diapason-structure',
    countKind: 'structure',
    subjectKind: 'structure',
    subjectKey: 'org-s1',
    groupKey: 'diapason-cycle-d',
  };

  it('state a cycle from its opening to its closing', () => {
    expect(diapasonCycleFacts.DiapasonCycleOpened!(recorded(diapasonCycleOpened, open, at))).toEqual([
      { ...cycle, type: 'diapason-cycle', subjectKey: 'diapason-cycle-d' },
      structure,
    ]);
    const close = recorded(diapasonCycleClosed, { reason: 'done' as const }, { ...at, ...on('2021-12-01') });
    expect(diapasonCycleFacts.DiapasonCycleClosed!(close)).toEqual([
      { change: ['diapason-cycle'], validTo: '2021-12-01' },
      { ...cycle, type: 'diapason-cycle-closed', subjectKey: 'diapason-cycle-d', dims: { reason: 'done' } },
    ]);
  });

  it('count meetings and heads, and tell the evaluation apart', () => {
    const fact = { ...exact, groupKey: 'diapason-cycle-d', subjectKind: 'professional' };
    const held = { occurrenceKey: 'diapason-cycle-d/2021-02-10/2021-02-10', dims: { moment: 'concertation', mode: 'online' } };
    expect(diapasonCycleFacts.DiapasonMeetingHeld!(recorded(diapasonMeetingHeld, meeting, { ...at, ...on('2021-02-10') }))).toEqual([
      { ...fact, ...held, type: 'diapason-meeting', countKind: 'meeting', dims: { ...held.dims, patientTrainer: true } },
      { ...fact, ...held, type: 'diapason-attendances', countKind: 'attendance', v: 9, lo: 9, hi: 9 },
    ]);
    const evaluation = recorded(diapasonCycleEvaluated, { structures: ['org-s1'] }, at);
    expect(diapasonCycleFacts.DiapasonCycleEvaluated!(evaluation)).toEqual([
      {
        ...fact,
        type: 'diapason-meeting',
        countKind: 'meeting',
        occurrenceKey: 'diapason-cycle-d/evaluation',
        dims: { moment: 'evaluation' },
      },
      structure,
    ]);
  });

  it('count the test, its answers and the guide', () => {
    const test = recorded(diapasonAgreementTested, { answers: { value: 12, exactness: 'approximate' as const } }, at);
    expect(diapasonCycleFacts.DiapasonAgreementTested!(test)).toEqual([
      { ...cycle, type: 'diapason-test' },
      {
        type: 'diapason-test-answers',
        countKind: 'answer',
        exactness: 'approximate',
        v: 12,
        lo: null,
        hi: null,
        subjectKind: 'professional',
        groupKey: 'diapason-cycle-d',
      },
    ]);
    expect(diapasonCycleFacts.DiapasonGuideDelivered!(recorded(diapasonGuideDelivered, guide, at))).toEqual([
      { ...cycle, type: 'diapason-guide', countKind: 'output' },
    ]);
  });
});

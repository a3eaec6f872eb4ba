import { exactly, type Occurred } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  cancelTrainingCycle,
  closeTrainingCycle,
  completeTraining,
  countCompletions,
  openTrainingCycle,
  trainingCycleEvolution,
} from './training-cycle.decider';
import {
  completionsCounted,
  participantCompletedTraining,
  trainingCycleCancelled,
  trainingCycleClosed,
  trainingCycleOpened,
} from './training-cycle.events';
import { trainingCycleFacts } from './training-cycle.facts';

const programme = 'palliative-volunteers' as const;
const open = { programme, cycleNumber: 34, days: 8, capacity: 14 };
const dates: Occurred = { from: '2021-09-28', to: '2021-10-05', nature: 'set', dates: ['2021-09-28', '2021-10-05'], precision: 'day' };
const opened = [trainingCycleOpened, open, { occurred: dates }] as const;
const closed = [trainingCycleClosed, { programme, heads: exactly(9) }, { occurred: dates }] as const;
const cancelled = [trainingCycleCancelled, { programme, reason: 'funding', plannedFor: dates }] as const;
const cycle = (...history: Parameters<typeof given>[1]) => given(trainingCycleEvolution, history);

describe('open a training cycle', () => {
  it('opens it for its dates', () => {
    expect(cycle().then(openTrainingCycle, open)).toEqual([['TrainingCycleOpened', open]]);
  });

  it('says nothing twice', () => {
    expect(cycle(opened).then(openTrainingCycle, open, { occurred: dates })).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000000';
    const corrected = cycle(
      [trainingCycleOpened, open, { id, occurred: dates }],
      [trainingCycleOpened, { ...open, days: 5 }, { corrects: id, occurred: dates }],
    );
    expect(corrected.state.opened?.data.days).toBe(5);
    expect(corrected.then(openTrainingCycle, { ...open, days: 5 }, { occurred: dates })).toEqual([]);
  });

  it.each([
    ['training-cycle.already-opened', [opened]],
    ['training-cycle.cancelled', [cancelled]],
  ] as const)('refuses with %s', (code, history) => {
    expect(cycle(...history).refuses(openTrainingCycle, { programme: 'other' })).toBe(code);
  });
});

describe('close a training cycle', () => {
  it('was given on the dates that it was opened for, unless the command says others', () => {
    const command = { registrations: exactly(14), heads: exactly(9), present: ['pro-p1'], organisations: exactly(8) };
    const [event] = cycle(opened).when(closeTrainingCycle, command);
    expect([event?.definition.type, event?.data, event?.occurred]).toEqual(['TrainingCycleClosed', { programme, ...command }, dates]);
    expect(cycle(opened).when(closeTrainingCycle, { occurred: {} })[0]?.occurred).toEqual(onDay('2021-06-15'));
  });

  it('says nothing twice', () => {
    expect(cycle(opened, closed).then(closeTrainingCycle, { heads: exactly(9) })).toEqual([]);
  });

  it.each([
    ['training-cycle.not-opened', []],
    ['training-cycle.cancelled', [opened, cancelled]],
    ['training-cycle.already-closed', [opened, closed]],
  ] as const)('refuses with %s', (code, history) => {
    expect(cycle(...history).refuses(closeTrainingCycle, { heads: exactly(10) })).toBe(code);
  });
});

describe('cancel a training cycle', () => {
  it('names the dates that fall away', () => {
    expect(cycle(opened).then(cancelTrainingCycle, { reason: 'funding' })).toEqual([
      ['TrainingCycleCancelled', { programme, reason: 'funding', plannedFor: dates }],
    ]);
  });

  it('says nothing twice', () => {
    expect(cycle(opened, cancelled).then(cancelTrainingCycle, { reason: 'funding' })).toEqual([]);
  });

  it.each([
    ['training-cycle.not-opened', []],
    ['training-cycle.already-closed', [opened, closed]],
    ['training-cycle.cancelled', [opened, cancelled]],
  ] as const)('refuses with %s', (code, history) => {
    expect(cycle(...history).refuses(cancelTrainingCycle, { reason: 'other' })).toBe(code);
  });
});

describe('complete a training', () => {
  const completed = [participantCompletedTraining, { programme, participant: 'pro-v1', daysAttended: 7 }] as const;

  it('names who completed it', () => {
    expect(cycle(opened).then(completeTraining, { participant: 'pro-v1', daysAttended: 7 })).toEqual([
      ['ParticipantCompletedTraining', { programme, participant: 'pro-v1', daysAttended: 7 }],
    ]);
    expect(cycle(opened, closed).then(completeTraining, { participant: 'pro-v1' })).toEqual([
      ['ParticipantCompletedTraining', { programme, participant: 'pro-v1' }],
    ]);
  });

  it('says nothing twice', () => {
    expect(cycle(opened, completed).then(completeTraining, { participant: 'pro-v1', daysAttended: 7 })).toEqual([]);
  });

  it.each([
    ['training-cycle.not-opened', [], 1],
    ['training-cycle.cancelled', [opened, cancelled], 1],
    ['training-cycle.already-completed', [opened, completed], 8],
    ['training-cycle.completions-counted', [opened, [completionsCounted, { programme, completions: exactly(26), named: 0 }]], 8],
    ['training-cycle.more-days-than-planned', [opened], 9],
  ] as const)('refuses with %s', (code, history, daysAttended) => {
    expect(cycle(...history).refuses(completeTraining, { participant: 'pro-v1', daysAttended })).toBe(code);
  });
});

describe('count completions', () => {
  const completed = [participantCompletedTraining, { programme, participant: 'pro-v1' }] as const;

  it('says how many stand by name already', () => {
    expect(cycle(opened, completed).then(countCompletions, { completions: exactly(26) })).toEqual([
      ['CompletionsCounted', { programme, completions: exactly(26), named: 1 }],
    ]);
  });

  it('says nothing twice', () => {
    const counted = [completionsCounted, { programme, completions: exactly(26), named: 1 }] as const;
    expect(cycle(opened, counted).then(countCompletions, { completions: exactly(26) })).toEqual([]);
  });

  it.each([
    ['training-cycle.not-opened', []],
    ['training-cycle.cancelled', [opened, cancelled]],
    ['training-cycle.completions-counted', [opened, [completionsCounted, { programme, completions: exactly(25), named: 0 }]]],
  ] as const)('refuses with %s', (code, history) => {
    expect(cycle(...history).refuses(countCompletions, { completions: exactly(26) })).toBe(code);
  });
});

describe('facts of a training cycle', () => {
  const streamId = 'training-cycle-AAAAAAAAAAAAAAAAAAAAAA';
  const place = { streamId, occurred: dates };
  const rest = { groupKey: streamId, dims: { programme } };
  const one = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const gathering = { ...rest, occurrenceKey: streamId, subjectKind: 'professional' };

  it('counts the cycle on its last day, its days one by one, registrations and attendances apart', () => {
    const data = { programme, registrations: exactly(14), heads: exactly(9), organisations: exactly(8) };
    expect(trainingCycleFacts['TrainingCycleClosed']!(recorded(trainingCycleClosed, data, place))).toEqual([
      { type: 'training-cycle-held', countKind: 'cycle', ...one, ...rest, occurred: onDay('2021-10-05') },
      { type: 'training-days', countKind: 'day', ...one, ...rest, occurred: onDay('2021-09-28') },
      { type: 'training-days', countKind: 'day', ...one, ...rest, occurred: onDay('2021-10-05') },
      { type: 'training-cycle-registrations', countKind: 'registration', exactness: 'exact', v: 14, lo: 14, hi: 14, ...gathering },
      { type: 'training-cycle-attendances', countKind: 'attendance', exactness: 'exact', v: 9, lo: 9, hi: 9, ...gathering },
      {
        type: 'training-cycle-organisations',
        countKind: 'structure',
        exactness: 'exact',
        v: 8,
        lo: 8,
        hi: 8,
        ...gathering,
        subjectKind: 'structure',
      },
    ]);
  });

  it('knows no days where only a period is known', () => {
    const spring: Occurred = { from: '2021-03-01', to: '2021-06-30', nature: 'span', precision: 'month' };
    expect(
      trainingCycleFacts['TrainingCycleClosed']!(recorded(trainingCycleClosed, { programme }, { streamId, occurred: spring })),
    ).toEqual([{ type: 'training-cycle-held', countKind: 'cycle', ...one, ...rest, occurred: spring }]);
  });

  it('keeps opened, cancelled and completed apart', () => {
    expect(trainingCycleFacts['TrainingCycleOpened']!(recorded(trainingCycleOpened, open, place))).toEqual([
      { type: 'training-cycle-opened', countKind: 'cycle', ...one, ...rest, occurred: onDay('2021-10-05') },
      { type: 'training-places', countKind: 'place', exactness: 'exact', v: 14, lo: 14, hi: 14, ...rest, occurred: onDay('2021-10-05') },
    ]);
    const cancellation = { programme, reason: 'funding', plannedFor: dates } as const;
    expect(trainingCycleFacts['TrainingCycleCancelled']!(recorded(trainingCycleCancelled, cancellation, { streamId }))).toEqual([
      { close: ['training-cycle-opened', 'training-places'] },
      {
        type: 'training-cycle-cancelled',
        countKind: 'cycle',
        ...one,
        groupKey: streamId,
        dims: { programme, reason: 'funding' },
        occurred: onDay('2021-10-05'),
      },
    ]);
    const completion = { programme, participant: 'pro-v1' };
    expect(trainingCycleFacts['ParticipantCompletedTraining']!(recorded(participantCompletedTraining, completion, { streamId }))).toEqual([
      { type: 'training-completions', countKind: 'unique-person', ...one, ...gathering, subjectKey: 'pro-v1' },
    ]);
  });

  it.each([
    [26, 1, [{ type: 'training-completions', countKind: 'unique-person', exactness: 'exact', v: 25, lo: 25, hi: 25, ...gathering }]],
    [1, 2, []],
  ])('counts max(T, n): %i in all, %i by name', (total, named, rows) => {
    const data = { programme, completions: exactly(total), named };
    expect(trainingCycleFacts['CompletionsCounted']!(recorded(completionsCounted, data, { streamId }))).toEqual(rows);
  });
});

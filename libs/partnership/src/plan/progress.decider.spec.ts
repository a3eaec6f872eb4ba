import { type Decide, type RecordedEvent, Sealed } from '@app/decider';
import { type Given, given, recorded } from '@app/decider/spec';
import {
  assessActionStatus,
  blockAction,
  closeAction,
  openActionTransfer,
  postponeAction,
  removeAction,
  reportProgress,
  resumeAction,
  startAction,
  startActionTest,
  suspendAction,
  unblockAction,
} from './lifecycle.decider';
import { actionDefined, objectiveDefined, planAdopted } from './plan.events';
import {
  actionBlocked,
  actionClosed,
  actionPostponed,
  actionRemoved,
  actionResumed,
  actionStarted,
  actionStatusAssessed,
  actionSuspended,
  actionTestStarted,
  actionTransferOpened,
  type Lifecycle,
  progressReported,
} from './progress.events';
import { planUpcasters } from './plan.upcast';
import { planEvolution, type PlanState } from './state.decider';

const plan = '2021';
const title = { nl: 'Opleidingsplan', fr: 'Plan de formation' };
const it73 = { plan, action: 73 };
const because = { ...it73, reason: 'dependency' } as const;
const other = { ...it73, reason: 'redesign' } as const;
const next = { from: '2022-01-01', to: '2022-12-31' };

const PLAN: readonly Given[] = [
  [planAdopted, { plan, title, period: { from: '2021-01-01', to: '2021-12-31' } }],
  [objectiveDefined, { plan, level: 'strategic', code: '4.1', title }],
  ...[71, 72, 73].map((action): Given => [actionDefined, { plan, action, objective: '4.1', title }]),
];
const after = (...history: Given[]) => given<PlanState>(planEvolution, [...PLAN, ...history]);

const INTO: Readonly<Record<Exclude<Lifecycle, 'planned' | 'split' | 'merged'>, Given>> = {
  running: [actionStarted, it73],
  'in-test': [actionTestStarted, it73],
  suspended: [actionSuspended, because],
  postponed: [actionPostponed, because],
  'transfer-pending': [actionTransferOpened, because],
  closed: [actionClosed, because],
  removed: [actionRemoved, because],
};
const FROM: Readonly<Record<string, readonly Given[]>> = {
  planned: [],
  ...Object.fromEntries(Object.entries(INTO).map(([to, event]) => [to, [event]])),
};

describe('the lifecycle of an action', () => {
  const MOVES = {
    startAction: [startAction, 'ActionStarted', it73],
    startActionTest: [startActionTest, 'ActionTestStarted', it73],
    suspendAction: [suspendAction, 'ActionSuspended', because],
    resumeAction: [resumeAction, 'ActionResumed', it73],
    postponeAction: [postponeAction, 'ActionPostponed', because],
    openActionTransfer: [openActionTransfer, 'ActionTransferOpened', because],
    closeAction: [closeAction, 'ActionClosed', because],
    removeAction: [removeAction, 'ActionRemoved', because],
  } as const;

  type Outcome = 'moves' | 'nothing' | 'not-from-here' | 'action-ended';

  // Every move out of every state: planned, running, in test, suspended, postponed, transfer pending, closed, removed.
  const TABLE: Readonly<Record<keyof typeof MOVES, readonly Outcome[]>> = {
    startAction: ['moves', 'nothing', 'moves', 'not-from-here', 'moves', 'not-from-here', 'action-ended', 'action-ended'],
    startActionTest: ['moves', 'moves', 'nothing', 'not-from-here', 'moves', 'not-from-here', 'action-ended', 'action-ended'],
    suspendAction: ['moves', 'moves', 'moves', 'nothing', 'moves', 'moves', 'action-ended', 'action-ended'],
    resumeAction: ['not-from-here', 'nothing', 'not-from-here', 'moves', 'not-from-here', 'moves', 'action-ended', 'action-ended'],
    postponeAction: ['moves', 'moves', 'moves', 'moves', 'nothing', 'moves', 'action-ended', 'action-ended'],
    openActionTransfer: ['moves', 'moves', 'moves', 'moves', 'moves', 'nothing', 'action-ended', 'action-ended'],
    closeAction: ['moves', 'moves', 'moves', 'moves', 'moves', 'moves', 'nothing', 'action-ended'],
    removeAction: ['moves', 'moves', 'moves', 'moves', 'moves', 'moves', 'action-ended', 'nothing'],
  };

  const cases = (Object.keys(TABLE) as (keyof typeof MOVES)[]).flatMap((move) =>
    ['planned', 'running', 'in-test', 'suspended', 'postponed', 'transfer-pending', 'closed', 'removed'].map(
      (from, n) => [move, from, TABLE[move][n]!] as const,
    ),
  );

  it.each(cases)('%s out of %s: %s', (move, from, outcome) => {
    const [decide, type, command] = MOVES[move] as unknown as [typeof suspendAction, string, typeof because];
    const stream = after(...FROM[from]!);
    if (outcome === 'moves') expect(stream.then(decide, command)).toEqual([[type, command]]);
    else if (outcome === 'nothing') expect(stream.then(decide, command)).toEqual([]);
    else expect(stream.refuses(decide, command)).toBe(`plan.${outcome}`);
  });

  it.each(Object.entries(INTO))('stands at %s after its event', (lifecycle, event) => {
    expect(after(event).state.actions[73]!.lifecycle).toBe(lifecycle);
  });

  it('runs again after it was resumed, without the reason', () => {
    const { lifecycle, reason } = after(INTO.suspended, [actionResumed, it73]).state.actions[73]!;
    expect([lifecycle, reason]).toEqual(['running', undefined]);
  });

  it('is not suspended, transferred, closed or removed twice for different reasons', () => {
    expect(after(INTO.suspended).refuses(suspendAction, other)).toBe('plan.not-from-here');
    expect(after(INTO['transfer-pending']).refuses(openActionTransfer, other)).toBe('plan.not-from-here');
    expect(after(INTO.closed).refuses(closeAction, other)).toBe('plan.action-ended');
    expect(after(INTO.removed).refuses(removeAction, other)).toBe('plan.action-ended');
  });

  it('may be postponed once more, to another period', () => {
    const command = { ...because, toPeriod: next };
    expect(after(INTO.postponed).then(postponeAction, command)).toEqual([['ActionPostponed', command]]);
    expect(after([actionPostponed, command]).then(postponeAction, command)).toEqual([]);
    expect(after().refuses(postponeAction, { ...because, toPeriod: { from: next.to, to: next.from } })).toBe('plan.period-backwards');
  });

  it.each(Object.entries(MOVES))('%s needs the action', (_, [decide, , command]) => {
    const decision = decide as typeof suspendAction;
    expect(after().refuses(decision, { ...because, ...command, action: 99 })).toBe('plan.unknown-action');
    expect(given<PlanState>(planEvolution, []).refuses(decision, { ...because, ...command })).toBe('plan.not-adopted');
  });
});

describe('block-action', () => {
  const blocked = { ...it73, by: 72 };

  it('links it to the action that must be done first, once, and leaves its lifecycle', () => {
    expect(after().then(blockAction, blocked)).toEqual([['ActionBlocked', blocked]]);
    expect(after([actionBlocked, blocked]).then(blockAction, blocked)).toEqual([]);
    expect(after([actionBlocked, blocked]).state.actions[73]).toMatchObject({ lifecycle: 'planned', blockedBy: [72] });
  });

  it('refuses a circle, near or far', () => {
    expect(after().refuses(blockAction, { ...it73, by: 73 })).toBe('plan.blocked-in-a-circle');
    expect(after([actionBlocked, { plan, action: 72, by: 73 }]).refuses(blockAction, blocked)).toBe('plan.blocked-in-a-circle');
    const far: Given[] = [
      [actionBlocked, { plan, action: 72, by: 71 }],
      [actionBlocked, { plan, action: 71, by: 73 }],
    ];
    expect(after(...far).refuses(blockAction, blocked)).toBe('plan.blocked-in-a-circle');
  });

  it('refuses an unknown action on either side, and one that has ended', () => {
    expect(after().refuses(blockAction, { ...it73, by: 99 })).toBe('plan.unknown-action');
    expect(after().refuses(blockAction, { plan, action: 99, by: 72 })).toBe('plan.unknown-action');
    expect(after(INTO.closed).refuses(blockAction, blocked)).toBe('plan.action-ended');
  });

  it('is undone once', () => {
    expect(after([actionBlocked, blocked]).then(unblockAction, blocked)).toEqual([['ActionUnblocked', blocked]]);
    expect(after().then(unblockAction, blocked)).toEqual([]);
    expect(after().refuses(unblockAction, { ...blocked, action: 99 })).toBe('plan.unknown-action');
  });
});

describe('report-progress', () => {
  const textNl = new Sealed('Twee sessies gehouden.');

  it('keeps the text sealed, in every state', () => {
    expect(after(INTO.closed).then(reportProgress, { ...it73, textNl })).toEqual([['ProgressReported', { ...it73, textNl }]]);
  });

  it('may point at outputs and figures, with or without a text', () => {
    const pointing = { ...it73, outputs: ['output-a'], figures: ['eyJpbmRpY2F0b3IiOiJ4In0'] };
    expect(after().then(reportProgress, pointing)).toEqual([['ProgressReported', pointing]]);
    expect(after().then(reportProgress, { ...pointing, textNl })).toEqual([['ProgressReported', { ...pointing, textNl }]]);
  });

  it('was text alone at first', () => {
    const first = recorded({ ...progressReported, version: 1 }, { ...it73 });
    expect(planUpcasters.map(({ upcast }) => upcast(first as unknown as RecordedEvent))).toEqual([{ ...first, schemaVersion: 2 }]);
  });

  it('refuses an empty report and an unknown action', () => {
    expect(after().refuses(reportProgress, it73)).toBe('plan.nothing-reported');
    expect(after().refuses(reportProgress, { plan, action: 99, textNl })).toBe('plan.unknown-action');
  });
});

describe('assess-action-status', () => {
  const assessed = { ...it73, status: 'blocked', reason: 'dependency', basis: 'reading' } as const;

  it('stands beside the lifecycle, and says nothing new twice', () => {
    expect(after().then(assessActionStatus, assessed)).toEqual([['ActionStatusAssessed', assessed]]);
    expect(after([actionStatusAssessed, assessed]).then(assessActionStatus, assessed)).toEqual([]);
    const later = { ...it73, status: 'partly', achievement: 'partly', basis: 'judgement' } as const;
    expect(after([actionStatusAssessed, assessed]).then(assessActionStatus, later)).toEqual([['ActionStatusAssessed', later]]);
    expect(after([actionStatusAssessed, assessed]).state.actions[73]!.lifecycle).toBe('planned');
  });

  it('refuses an unknown action', () => {
    expect(after().refuses(assessActionStatus, { ...assessed, action: 99 })).toBe('plan.unknown-action');
  });
});

describe('an action of a plan that was not adopted', () => {
  it.each<[string, Decide<any, PlanState>, object]>([
    ['block-action', blockAction, { by: 72 }],
    ['unblock-action', unblockAction, { by: 72 }],
    ['report-progress', reportProgress, { textNl: new Sealed('Niets.') }],
    ['assess-action-status', assessActionStatus, { status: 'partly', basis: 'reading' }],
  ])('is no action: %s', (_, decide, command) => {
    expect(given<PlanState>(planEvolution, []).refuses(decide, { ...it73, ...command })).toBe('plan.not-adopted');
  });
});

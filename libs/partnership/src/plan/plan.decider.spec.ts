import { type Given, given } from '@app/decider/spec';
import {
  actionDefined,
  actionReplaced,
  actionReworded,
  actionsMerged,
  actionSplit,
  actionTakenOver,
  objectiveDefined,
  type ObjectiveDefinedData,
  partnerCommittedToAction,
  planAdopted,
  targetRevised,
  targetSet,
  type TargetSetData,
} from './plan.events';
import { actionClosed, actionTransferOpened } from './progress.events';
import { mergeActions, replaceAction, splitAction, takeOverAction } from './restructure.decider';
import { planEvolution, type PlanState } from './state.decider';
import { adoptPlan, commitPartner, defineAction, defineObjective, rewordAction } from './structure.decider';
import { reviseTarget, setTarget } from './targets.decider';

const plan = '2021';
const period = { from: '2021-01-01', to: '2021-12-31' };
const title = { nl: 'Vrijwilligers vormen', fr: 'Former des volontaires', en: 'Train volunteers' };
const adopted = { plan, title, period };
const objective: ObjectiveDefinedData = { plan, level: 'strategic', code: '2.2', title };
const action = (number: number) => ({ plan, action: number, objective: '2.2', title });
const target: TargetSetData = {
  plan,
  action: 32,
  target: '32-2',
  indicator: 'volunteers-trained',
  comparator: 'range',
  lo: 24,
  hi: 28,
  kind: 'unique-person',
  period,
  comparatorPrinted: '24-28',
  label: title,
};

const WITH_ACTIONS: readonly Given[] = [
  [planAdopted, adopted],
  [objectiveDefined, objective],
  [actionDefined, action(32)],
  [actionDefined, action(33)],
  [actionDefined, action(34)],
  [targetSet, target],
];
const after = (...history: Given[]) => given<PlanState>(planEvolution, history);
const afterActions = (...more: Given[]) => after(...WITH_ACTIONS, ...more);
const closed33: Given = [actionClosed, { plan, action: 33, reason: 'done' }];

describe('adopt-plan', () => {
  it('adopts a plan once', () => {
    expect(after().then(adoptPlan, adopted)).toEqual([['PlanAdopted', adopted]]);
    expect(after([planAdopted, adopted]).then(adoptPlan, adopted)).toEqual([]);
  });

  it('refuses another plan under its code, and a period that ends before it begins', () => {
    const other = { ...adopted, document: 'S000' };
    expect(after([planAdopted, adopted]).refuses(adoptPlan, other)).toBe('plan.already-adopted');
    expect(after().refuses(adoptPlan, { ...adopted, period: { from: '2021-12-31', to: '2021-01-01' } })).toBe('plan.period-backwards');
  });
});

describe('define-objective', () => {
  const part: ObjectiveDefinedData = { plan, level: 'operational', code: '2.2.a', title, parent: '2.2' };

  it('defines an objective once, alone or under another', () => {
    expect(after([planAdopted, adopted]).then(defineObjective, objective)).toEqual([['ObjectiveDefined', objective]]);
    expect(afterActions().then(defineObjective, part)).toEqual([['ObjectiveDefined', part]]);
    expect(afterActions().then(defineObjective, objective)).toEqual([]);
  });

  it.each<[string, readonly Given[], ObjectiveDefinedData]>([
    ['plan.not-adopted', [], objective],
    ['plan.objective-exists', WITH_ACTIONS, { ...objective, level: 'operational' }],
    ['plan.unknown-objective', WITH_ACTIONS, { ...part, parent: '9.9' }],
  ])('%s', (code, history, command) => {
    expect(after(...history).refuses(defineObjective, command)).toBe(code);
  });
});

describe('define-action', () => {
  const full = { ...action(35), referent: 'pro-a1', partners: ['org-a1', 'org-b2'] };

  it('defines an action once', () => {
    expect(afterActions().then(defineAction, full)).toEqual([['ActionDefined', full]]);
    expect(afterActions([actionDefined, full]).then(defineAction, full)).toEqual([]);
  });

  it('refuses a taken number, an unknown objective and a plan that nobody adopted', () => {
    expect(afterActions().refuses(defineAction, { ...action(32), title: { nl: 'Anders', fr: 'Autre' } })).toBe('plan.action-exists');
    expect(afterActions().refuses(defineAction, { ...action(35), objective: '9.9' })).toBe('plan.unknown-objective');
    expect(after().refuses(defineAction, action(32))).toBe('plan.not-adopted');
  });
});

describe('set-target', () => {
  it('sets a target once', () => {
    const first = { ...target, target: '32-1', comparator: '>=', lo: 12, hi: undefined } as const;
    const { hi: _, ...data } = first;
    expect(afterActions().then(setTarget, first)).toEqual([['TargetSet', data]]);
    expect(afterActions().then(setTarget, target)).toEqual([]);
  });

  it('refuses another target under its code, an unknown action, a period that ends before it begins', () => {
    expect(afterActions().refuses(setTarget, { ...target, hi: 30 })).toBe('plan.target-exists');
    expect(afterActions().refuses(setTarget, { ...target, target: '99-1', action: 99 })).toBe('plan.unknown-action');
    expect(afterActions().refuses(setTarget, { ...target, target: '32-3', period: { from: '2022-01-01', to: '2021-01-01' } })).toBe(
      'plan.period-backwards',
    );
    expect(after().refuses(setTarget, target)).toBe('plan.not-adopted');
  });

  const bounds = (lo?: number, hi?: number) => ({ lo, hi });
  it.each<[boolean, TargetSetData['comparator'], { lo?: number; hi?: number }]>([
    [true, '=', bounds(4, 4)],
    [true, '>=', bounds(300)],
    [true, '>', bounds(25)],
    [true, '<=', bounds(undefined, 6)],
    [true, 'range', bounds(24, 28)],
    [true, 'none', bounds()],
    [true, '>=', bounds(0)],
    [false, '=', bounds(4)],
    [false, '=', bounds(4, 5)],
    [false, '>=', bounds(300, 400)],
    [false, '>', bounds()],
    [false, '<=', bounds(6)],
    [false, 'range', bounds(24)],
    [false, 'range', bounds(28, 24)],
    [false, 'none', bounds(1)],
  ])('fits %p: %s %j', (fits, comparator, { lo, hi }) => {
    const command: TargetSetData = { ...target, target: '32-9', comparator, lo, hi };
    if (fits) expect(afterActions().then(setTarget, command)).toEqual([['TargetSet', command]]);
    else expect(afterActions().refuses(setTarget, command)).toBe('plan.comparator-does-not-fit');
  });
});

describe('revise-target', () => {
  const revised = { ...target, hi: 30, reason: 'ambition' } as const;

  it('states the whole target anew, once', () => {
    expect(afterActions().then(reviseTarget, revised)).toEqual([['TargetRevised', revised]]);
    expect(afterActions([targetRevised, revised]).then(reviseTarget, { ...revised, reason: 'scope' })).toEqual([]);
    expect(afterActions().then(reviseTarget, { ...target, reason: 'wording' })).toEqual([]);
  });

  it.each<[string, object]>([
    ['plan.unknown-target', { target: '32-9' }],
    ['plan.unknown-action', { action: 99 }],
    ['plan.target-of-another-action', { action: 33 }],
    ['plan.comparator-does-not-fit', { comparator: '<=' }],
    ['plan.period-backwards', { period: { from: '2022-01-01', to: '2021-01-01' } }],
  ])('%s', (code, change) => {
    expect(afterActions().refuses(reviseTarget, { ...revised, ...change })).toBe(code);
  });
});

describe('reword-action', () => {
  const command = { plan, action: 32, title: { nl: 'Vrijwilligers opleiden', fr: 'Préparer des volontaires' }, reason: 'wording' } as const;
  const reworded = { ...command, previous: title };

  it('keeps the old wording beside the new one', () => {
    expect(afterActions().then(rewordAction, command)).toEqual([['ActionReworded', reworded]]);
    expect(afterActions([actionReworded, reworded]).then(rewordAction, command)).toEqual([]);
  });

  it('refuses an action that is unknown or has ended', () => {
    expect(afterActions().refuses(rewordAction, { ...command, action: 99 })).toBe('plan.unknown-action');
    expect(afterActions(closed33).refuses(rewordAction, { ...command, action: 33 })).toBe('plan.action-ended');
  });
});

describe('commit-partner', () => {
  const command = { plan, action: 33, partner: 'org-a1', contribution: 'staff' } as const;

  it('commits a partner once for each contribution', () => {
    expect(afterActions().then(commitPartner, command)).toEqual([['PartnerCommittedToAction', command]]);
    expect(afterActions([partnerCommittedToAction, command]).then(commitPartner, command)).toEqual([]);
    const more = { ...command, contribution: 'hosting' } as const;
    expect(afterActions([partnerCommittedToAction, command]).then(commitPartner, more)).toEqual([['PartnerCommittedToAction', more]]);
  });

  it('refuses an action that is unknown or has ended', () => {
    expect(afterActions().refuses(commitPartner, { ...command, action: 99 })).toBe('plan.unknown-action');
    expect(afterActions(closed33).refuses(commitPartner, command)).toBe('plan.action-ended');
    expect(afterActions([partnerCommittedToAction, command], closed33).then(commitPartner, command)).toEqual([]);
  });
});

describe('split-action', () => {
  const command = { plan, action: 32, into: [33, 34], mapping: [{ target: '32-2', action: 33 }], reason: 'scope' } as const;

  it('ends the action in favour of others', () => {
    expect(afterActions().then(splitAction, command)).toEqual([['ActionSplit', command]]);
    expect(afterActions([actionSplit, command]).then(splitAction, command)).toEqual([]);
    expect(afterActions([actionSplit, command]).state.actions[32]!.lifecycle).toBe('split');
    expect(afterActions([actionSplit, command]).state.targets['32-2']!.action).toBe(32);
  });

  it.each<[string, object]>([
    ['plan.split-needs-two-others', { into: [33, 33] }],
    ['plan.split-needs-two-others', { into: [32, 33] }],
    ['plan.unknown-action', { into: [33, 99] }],
    ['plan.mapping-does-not-fit', { mapping: [{ target: '32-2', action: 32 }] }],
    ['plan.mapping-does-not-fit', { mapping: [{ target: '32-9', action: 33 }] }],
  ])('%s: %j', (code, change) => {
    expect(afterActions().refuses(splitAction, { ...command, ...change })).toBe(code);
  });

  it('refuses an action that has ended', () => {
    expect(afterActions(closed33).refuses(splitAction, { ...command, action: 33, into: [32, 34], mapping: [] })).toBe('plan.action-ended');
  });
});

describe('merge-actions', () => {
  const command = { plan, actions: [32, 33], into: 33, mapping: [{ target: '32-2', action: 33 }], reason: 'redesign' } as const;

  it('ends those that go up in another', () => {
    expect(afterActions().then(mergeActions, command)).toEqual([['ActionsMerged', command]]);
    expect(afterActions([actionsMerged, command]).then(mergeActions, command)).toEqual([]);
    const { actions } = afterActions([actionsMerged, command]).state;
    expect([actions[32]!.lifecycle, actions[33]!.lifecycle]).toEqual(['merged', 'planned']);
  });

  it.each<[string, object]>([
    ['plan.merge-needs-two', { actions: [32, 32] }],
    ['plan.unknown-action', { actions: [32, 99] }],
    ['plan.unknown-action', { into: 99 }],
    ['plan.mapping-does-not-fit', { mapping: [{ target: '32-2', action: 34 }] }],
  ])('%s: %j', (code, change) => {
    expect(afterActions().refuses(mergeActions, { ...command, ...change })).toBe(code);
  });

  it('refuses an action that has ended', () => {
    expect(afterActions(closed33).refuses(mergeActions, { ...command, into: 34, mapping: [] })).toBe('plan.action-ended');
  });
});

describe('replace-action', () => {
  const command = { plan, action: 33, by: 34, reason: 'redesign' } as const;
  const form = { nl: 'Open Forum', fr: 'Forum ouvert' };

  it('links it to an action or another form, and leaves its lifecycle', () => {
    expect(afterActions().then(replaceAction, command)).toEqual([['ActionReplaced', command]]);
    const other = { plan, action: 33, form, reason: 'not-stated' } as const;
    expect(afterActions(closed33).then(replaceAction, other)).toEqual([['ActionReplaced', other]]);
    expect(afterActions([actionReplaced, command]).then(replaceAction, command)).toEqual([]);
    expect(afterActions([actionReplaced, command]).state.actions[33]!.lifecycle).toBe('planned');
  });

  it.each<[string, object]>([
    ['plan.replaced-by-one-thing', { by: undefined }],
    ['plan.replaced-by-one-thing', { form }],
    ['plan.replaces-itself', { by: 33 }],
    ['plan.unknown-action', { by: 99 }],
  ])('%s: %j', (code, change) => {
    expect(afterActions().refuses(replaceAction, { ...command, ...change })).toBe(code);
  });

  it('refuses a second replacement', () => {
    expect(afterActions([actionReplaced, command]).refuses(replaceAction, { ...command, by: 32 })).toBe('plan.already-replaced');
  });
});

describe('take-over-action', () => {
  const command = { plan, action: 33, by: { nl: 'Lokale contracten', fr: 'Contrats locaux' }, reason: 'duplicates-others' } as const;

  it('links it to the body that goes on with it', () => {
    expect(afterActions().then(takeOverAction, command)).toEqual([['ActionTakenOver', command]]);
    expect(afterActions([actionTakenOver, command]).then(takeOverAction, command)).toEqual([]);
    expect(afterActions([actionTakenOver, command]).state.actions[33]!.lifecycle).toBe('planned');
  });

  it('settles a transfer', () => {
    const opened: Given = [actionTransferOpened, { plan, action: 33, reason: 'not-stated' }];
    expect(afterActions(opened, [actionTakenOver, command]).state.actions[33]).toMatchObject({
      lifecycle: 'closed',
      reason: 'duplicates-others',
    });
  });

  it('refuses another body, and an unknown action', () => {
    expect(afterActions([actionTakenOver, command]).refuses(takeOverAction, { ...command, organisation: 'org-a1' })).toBe(
      'plan.already-taken-over',
    );
    expect(afterActions().refuses(takeOverAction, { ...command, action: 99 })).toBe('plan.unknown-action');
  });
});

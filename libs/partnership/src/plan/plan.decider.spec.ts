import type { Decide } from '@app/decider';
import { type Given, given, recorded } from '@app/decider/spec';
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
  zoneObjectiveSet,
} from './plan.events';
import { planFacts } from './plan.facts';
import { actionClosed, actionPostponed, actionStarted, actionTransferOpened, LIFECYCLE_AFTER } from './progress.events';
import { mergeActions, replaceAction, splitAction, takeOverAction } from './restructure.decider';
import { planEvolution, type PlanState } from './state.decider';
import { adoptPlan, commitPartner, defineAction, defineObjective, rewordAction, setZoneObjective } from './structure.decider';
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

describe('set-zone-objective', () => {
  const zoned = { ...adopted, plan: 'Z-N-2025', zone: 'Z-N' };
  const near = { nl: 'Zorg dichtbij', fr: 'Des soins de proximité' };
  const few = { nl: 'Weinig huisartsen', fr: 'Peu de médecins généralistes' };
  const set = { plan: 'Z-N-2025', code: 'N.1', zone: 'Z-N', title: near, diagnosis: few, regional: { plan, objective: '2.2' } };

  it('sets it once, with what it serves in the plan of the Region, in the plan of the zone or in a common one', () => {
    expect(after([planAdopted, zoned]).then(setZoneObjective, set)).toEqual([['ZoneObjectiveSet', set]]);
    expect(after([planAdopted, zoned], [zoneObjectiveSet, set]).then(setZoneObjective, set)).toEqual([]);
    expect(afterActions().then(setZoneObjective, { ...set, plan })).toEqual([['ZoneObjectiveSet', { ...set, plan }]]);
  });

  it('is an objective like any other: with or without actions, its code taken', () => {
    const inZone = { ...action(1), plan: 'Z-N-2025', objective: 'N.1' };
    expect(after([planAdopted, zoned], [zoneObjectiveSet, set]).then(defineAction, inZone)).toEqual([['ActionDefined', inZone]]);
    const part: ObjectiveDefinedData = { plan: 'Z-N-2025', level: 'operational', code: 'N.1', title };
    expect(after([planAdopted, zoned], [zoneObjectiveSet, set]).refuses(defineObjective, part)).toBe('plan.objective-exists');
  });

  it.each<[string, readonly Given[], object]>([
    ['plan.not-adopted', [], {}],
    [
      'plan.objective-exists',
      [
        [planAdopted, zoned],
        [zoneObjectiveSet, set],
      ],
      { diagnosis: near },
    ],
    ['plan.objective-exists', WITH_ACTIONS, { plan, code: '2.2' }],
    ['plan.of-another-zone', [[planAdopted, zoned]], { zone: 'Z-Z' }],
    ['plan.unknown-objective', WITH_ACTIONS, { plan, regional: { plan, objective: '9.9' } }],
  ])('%s', (code, history, change) => {
    expect(after(...history).refuses(setZoneObjective, { ...set, ...change })).toBe(code);
  });
});

describe('define-action', () => {
  const full = { ...action(35), referent: 'pro-a1', partners: ['org-a1', 'org-b2'] };

  it('defines an action once', () => {
    expect(afterActions().then(defineAction, full)).toEqual([['ActionDefined', full]]);
    expect(afterActions([actionDefined, full]).then(defineAction, full)).toEqual([]);
  });

  it('goes on from actions of earlier plans, which keep their figures', () => {
    const going = { ...action(35), territories: ['Z-N'], continues: [{ plan: '2020', action: 35 }] };
    expect(afterActions().then(defineAction, going)).toEqual([['ActionDefined', going]]);
    expect(afterActions().refuses(defineAction, { ...going, continues: [{ plan, action: 35 }] })).toBe('plan.continues-itself');
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

describe('an action of a plan that was not adopted', () => {
  const wording = { ...adopted.title, nl: 'Anders' };

  it.each<[string, Decide<any, PlanState>, object]>([
    ['revise-target', reviseTarget, { ...target, reason: 'ambition' }],
    ['reword-action', rewordAction, { plan, action: 32, title: wording, reason: 'wording' }],
    ['split-action', splitAction, { plan, action: 32, into: [33, 34], reason: 'scope' }],
    ['merge-actions', mergeActions, { plan, actions: [33, 34], into: 33, reason: 'scope' }],
    ['replace-action', replaceAction, { plan, action: 32, by: 33, reason: 'redesign' }],
    ['take-over-action', takeOverAction, { plan, action: 32, by: title, reason: 'redesign' }],
    ['commit-partner', commitPartner, { plan, action: 32, partner: 'org-p1', contribution: 'staff' }],
  ])('is no action: %s', (_, decide, command) => {
    expect(after().refuses(decide, command)).toBe('plan.not-adopted');
  });
});

describe('facts of a plan', () => {
  const counted = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const of33 = { plan, action: 33 };
  const factOf = (type: string, dims: object = {}, action = 33) => ({
    type,
    countKind: 'action',
    ...counted,
    subjectKind: 'none',
    subjectKey: `2021/${action}`,
    dims: { plan, ...dims },
  });

  it('a plan counts for the partnership or for its zone', () => {
    const adoption = (zone?: string) => planFacts['PlanAdopted']!(recorded(planAdopted, { ...adopted, ...(zone ? { zone } : {}) }));
    const once = { type: 'plan-adopted', countKind: 'document', ...counted, subjectKind: 'none', subjectKey: plan };
    expect(adoption()).toEqual([{ ...once, dims: { level: 'partnership' } }]);
    expect(adoption('Z-N')).toEqual([{ ...once, dims: { level: 'zone', zone: 'Z-N' } }]);
  });

  it('an objective of a zone says whether it serves one of the Region', () => {
    const set = { plan, code: 'N.1', zone: 'Z-N', title, diagnosis: title };
    const once = { type: 'zone-objective-set', countKind: 'objective', ...counted, subjectKind: 'none', subjectKey: '2021/N.1' };
    const regional = { plan: 'region', objective: '1' };
    expect(planFacts['ZoneObjectiveSet']!(recorded(zoneObjectiveSet, set))).toEqual([
      { ...once, dims: { plan, zone: 'Z-N', serves: 'the-zone' } },
    ]);
    expect(planFacts['ZoneObjectiveSet']!(recorded(zoneObjectiveSet, { ...set, regional }))).toEqual([
      { ...once, dims: { plan, zone: 'Z-N', serves: 'the-region' } },
    ]);
  });

  it('a commitment counts by the partner, under the action', () => {
    const commitment = { ...of33, partner: 'org-a1', contribution: 'staff' } as const;
    expect(planFacts['PartnerCommittedToAction']!(recorded(partnerCommittedToAction, commitment))).toEqual([
      {
        type: 'partner-committed-to-action',
        countKind: 'structure',
        ...counted,
        subjectKind: 'structure',
        subjectKey: 'org-a1',
        groupKey: '2021/33',
        dims: { plan, contribution: 'staff' },
      },
    ]);
  });

  it('each move of the lifecycle counts, with its reason', () => {
    expect(planFacts['ActionStarted']!(recorded(actionStarted, of33))).toEqual([factOf('action-started')]);
    const postponed = { ...of33, reason: 'dependency', toPeriod: period } as const;
    expect(planFacts['ActionPostponed']!(recorded(actionPostponed, postponed))).toEqual([
      factOf('action-postponed', { reason: 'dependency' }),
    ]);
    expect(Object.keys(LIFECYCLE_AFTER).filter((move) => planFacts[move]!(recorded(actionStarted, of33)).length !== 1)).toEqual([]);
  });

  it('a lineage counts at the action that it leaves', () => {
    const merged = { plan, actions: [32, 33, 34], into: 33, reason: 'redesign' } as const;
    expect(planFacts['ActionsMerged']!(recorded(actionsMerged, merged))).toEqual([
      factOf('actions-merged', {}, 32),
      factOf('actions-merged', {}, 34),
    ]);
    const split = { ...of33, into: [32, 34], reason: 'scope' } as const;
    expect(planFacts['ActionSplit']!(recorded(actionSplit, split))).toEqual([factOf('action-split')]);
    const replaced = { ...of33, form: title, reason: 'redesign' } as const;
    expect(planFacts['ActionReplaced']!(recorded(actionReplaced, replaced))).toEqual([
      factOf('action-replaced', { reason: 'redesign', by: 'form' }),
    ]);
    const takenOver = { ...of33, by: title, reason: 'duplicates-others' } as const;
    expect(planFacts['ActionTakenOver']!(recorded(actionTakenOver, takenOver))).toEqual([
      factOf('action-taken-over', { reason: 'duplicates-others' }),
    ]);
  });
});

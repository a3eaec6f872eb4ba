import { exactly } from '@app/decider';
import { one } from '@app/partnership';
import { defined, Log } from '../../../test/support/fact-log';
import { knownAt } from './known';
import { type ActionView, outlineAt, type PlanOptions, planView, plansAt } from './plan-view';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const title = (text: string) => ({ nl: text, fr: text });

const definitions = defined({
  inclusions: { op: 'sum', of: { factType: ['included'], countKind: 'inclusion' } },
  meetings: { op: 'sum', of: { factType: ['met'], countKind: 'meeting' } },
  outputs: { op: 'distinct', of: { factType: ['output'], countKind: 'output' } },
});

const target = (action: number, code: string, rest: object) => ({ action, target: code, comparator: '>=', period: YEAR, ...rest });

class PlanLog extends Log {
  step(type: string, data: object, on = '2021-01-01', corrects?: string, at?: string): string {
    const definition = { type, version: 1, subject: 'none', tense: 'plan', fields: {} } as const;
    return this.add(
      definition,
      { plan: '2021', ...data },
      { stream: 'plan-2021', on, line: 100 + this.events.length, ...(corrects ? { corrects } : {}), ...(at ? { at } : {}) },
    );
  }

  adopt(...actions: number[]): this {
    this.step('PlanAdopted', { title: title('Plan'), period: YEAR });
    this.step('ObjectiveDefined', { level: 'strategic', code: '2', title: title('Access') });
    this.step('ObjectiveDefined', { level: 'operational', code: '2.a', title: title('Readable'), parent: '2' });
    for (const action of actions) this.step('ActionDefined', { action, objective: '2.a', title: title(`Action ${action}`) });
    return this;
  }

  view(options: PlanOptions = {}) {
    return planView(this.read(), '2021', { definitions, today: '2026-01-31', ...options });
  }

  action(number: number, options: PlanOptions = {}): ActionView {
    const found = this.view(options)?.actions.find((action) => action.number === number);
    if (!found) throw new Error(`no action ${number}`);
    return found;
  }
}

const outline = (log: PlanLog): unknown => {
  const db = log.read();
  return outlineAt(db, knownAt(db, {}), '2021', '2026-01-31');
};

test('a plan nobody adopted is not there', () => {
  expect(new PlanLog().view()).toBeUndefined();
});

test('objectives stand in the order of the plan, actions by number', () => {
  const log = new PlanLog().adopt(7, 3);
  const view = log.view();
  expect(view?.objectives).toEqual([
    { code: '2', level: 'strategic', parent: null, title: title('Access') },
    { code: '2.a', level: 'operational', parent: '2', title: title('Readable') },
  ]);
  expect(view?.actions.map(({ number, lifecycle, achievement }) => [number, lifecycle, achievement])).toEqual([
    [3, 'planned', 'not-quantified'],
    [7, 'planned', 'not-quantified'],
  ]);
  const db = log.read();
  expect(plansAt(db, knownAt(db, {}))).toEqual([{ plan: '2021', title: title('Plan'), period: YEAR }]);
});

test.each<[string, object, string, string | null]>([
  ['ActionStarted', {}, 'running', null],
  ['ActionTestStarted', {}, 'in-test', null],
  ['ActionSuspended', { reason: 'external-crisis' }, 'suspended', 'external-crisis'],
  ['ActionResumed', {}, 'running', null],
  ['ActionPostponed', { reason: 'dependency' }, 'postponed', 'dependency'],
  ['ActionClosed', { reason: 'done' }, 'closed', 'done'],
  ['ActionRemoved', { reason: 'redesign' }, 'removed', 'redesign'],
  ['ActionTransferOpened', { reason: 'redesign' }, 'transfer-pending', 'redesign'],
  ['ActionSplit', { into: [8], reason: 'method' }, 'split', 'method'],
])('%s makes the action %j', (type, data, lifecycle, reason) => {
  const log = new PlanLog().adopt(7);
  log.step(type, { action: 7, ...data }, '2021-05-01');
  expect(log.action(7)).toMatchObject({ lifecycle, reason, since: '2021-05-01' });
});

test('taken over, replaced, blocked, split and merged are links', () => {
  const log = new PlanLog().adopt(1, 2, 3, 4, 5);
  log.step('ActionSuspended', { action: 1, reason: 'duplicates-others' });
  log.step('ActionTakenOver', { action: 1, by: title('Local contracts'), reason: 'duplicates-others' });
  log.step('ActionReplaced', { action: 2, form: title('Other form'), reason: 'external-crisis' });
  log.step('ActionBlocked', { action: 3, by: 2 });
  log.step('ActionBlocked', { action: 3, by: 1 });
  log.step('ActionUnblocked', { action: 3, by: 1 });
  log.step('ActionsMerged', { actions: [4, 5], into: 5, reason: 'method' });
  expect([1, 2, 3, 4, 5].map((number) => [log.action(number).lifecycle, log.action(number).links])).toEqual([
    ['suspended', [{ kind: 'taken-over-by', body: title('Local contracts'), reason: 'duplicates-others' }]],
    ['planned', [{ kind: 'replaced-by', body: title('Other form'), reason: 'external-crisis' }]],
    ['planned', [{ kind: 'blocked-by', action: 2 }]],
    ['merged', [{ kind: 'merged-into', action: 5, reason: 'method' }]],
    ['planned', []],
  ]);
});

test('a transfer that was pending ends when another body takes over', () => {
  const log = new PlanLog().adopt(1);
  log.step('ActionTransferOpened', { action: 1, reason: 'redesign' });
  log.step('ActionTakenOver', { action: 1, by: title('City'), reason: 'redesign' }, '2021-09-01');
  expect(log.action(1)).toMatchObject({ lifecycle: 'closed', reason: 'redesign', since: '2021-09-01' });
});

test('a corrected or withdrawn event leaves the plan as if it had been right from the start', () => {
  const wrong = new PlanLog().adopt(1, 2);
  const started = wrong.step('ActionStarted', { action: 1 }, '2021-02-01');
  const mistaken = wrong.step('ActionClosed', { action: 2, reason: 'done' });
  wrong.step('ActionSuspended', { action: 1, reason: 'no-demand' }, '2021-06-01');
  wrong.step('ActionStarted', { action: 2 }, '2021-03-01', started);
  wrong.withdraw(mistaken, { stream: 'plan-2021' });
  const right = new PlanLog().adopt(1, 2);
  right.step('ActionStarted', { action: 2 }, '2021-03-01');
  right.step('ActionSuspended', { action: 1, reason: 'no-demand' }, '2021-06-01');
  expect(outline(wrong)).toEqual(outline(right));
});

test('a printed status stands beside the computed achievement with its source line', () => {
  const log = new PlanLog().adopt(1);
  const id = log.step('ActionStatusAssessed', { action: 1, status: 'partly', basis: 'reading' });
  expect(log.action(1)).toMatchObject({
    achievement: 'not-quantified',
    printedStatus: { status: 'partly', basis: 'reading', eventId: id, source: { ref: 'S000', line: 104 } },
  });
});

describe('a plan at another time', () => {
  const log = new PlanLog().adopt(1, 2);
  const closed = log.step('ActionClosed', { action: 1, reason: 'done' }, '2021-06-01', undefined, '2021-07-01');
  log.step('ActionSuspended', { action: 2, reason: 'no-demand' }, '2021-03-01', undefined, '2021-07-02');
  log.step('ActionPostponed', { action: 1, reason: 'dependency' }, '2021-05-01', closed, '2021-08-01');
  log.step('ActionReworded', { action: 2, title: title('Anew'), previous: title('Action 2') }, '2021-09-01', undefined, '2021-09-01');
  const at = (options: PlanOptions) => [1, 2].map((number) => log.action(number, options).lifecycle);

  test('knows of an action what was recorded by K, a correction from its own recording on', () => {
    expect(at({ knownOn: '2021-06-30' })).toEqual(['planned', 'planned']);
    expect(at({ knownOn: '2021-07-01' })).toEqual(['closed', 'planned']);
    expect(at({ knownOn: '2021-07-31' })).toEqual(['closed', 'suspended']);
    expect(at({ knownOn: '2021-08-01' })).toEqual(['postponed', 'suspended']);
    expect(at({ through: closed })).toEqual(['closed', 'planned']);
  });

  test('leaves out what happened to an action after A, but not what its text says', () => {
    expect(at({ asOf: '2021-05-31', knownOn: '2021-07-31' })).toEqual(['planned', 'suspended']);
    expect(at({ asOf: '2021-05-31' })).toEqual(['postponed', 'suspended']);
    expect(at({ asOf: '2021-02-28' })).toEqual(['planned', 'planned']);
    expect(log.action(2, { asOf: '2021-02-28' }).title).toEqual(title('Anew'));
  });

  test('is not there before it was adopted, nor in the list of plans', () => {
    const db = log.read();
    expect(planView(db, '2021', { definitions, knownOn: '2020-12-31' })).toBeUndefined();
    expect(plansAt(db, knownAt(db, { knownOn: '2020-12-31' }))).toEqual([]);
  });

  test('is asked for by days of the calendar', () => {
    expect(() => log.view({ asOf: '2021-02-30' })).toThrow('query.bad-day: asOf');
    expect(() => log.view({ knownOn: 'soon' })).toThrow('query.bad-day: knownOn');
  });
});

describe('a target', () => {
  const claim = {
    indicator: 'inclusions',
    period: YEAR,
    plan: '2021',
    action: 15,
    kind: 'inclusion',
    quantity: exactly(105),
    dataOn: '2021-11-01',
  };

  test('of 300 with a claim of 105 on 1 November is 35.0 %, provisional, never not met', () => {
    const log = new PlanLog().adopt(15);
    log.target(target(15, '15-5', { indicator: 'inclusions', lo: 300, kind: 'inclusion', comparatorPrinted: '300' }));
    log.claim(claim);
    const [view] = log.action(15).targets;
    expect(view).toMatchObject({ target: '15-5', comparatorPrinted: '300', realised: { shown: 'claim', value: 105, provisional: true } });
    expect(view?.achievement).toEqual({ state: 'not-yet', provisional: true, percent: 35, periodPassed: 83.6 });
  });

  test('is answered by the facts of its own action over a complete record', () => {
    const log = new PlanLog().adopt(15, 16);
    log.target(target(15, '15-5', { indicator: 'inclusions', lo: 1, kind: 'inclusion', where: [{ dim: 'action', value: ['15'] }] }));
    log.target(target(16, '16-1', { indicator: 'inclusions', lo: 1, kind: 'inclusion' }));
    log.state([one('included', 'inclusion'), one('included', 'inclusion')], { stream: 'i', actions: [15], on: '2021-05-05' });
    log.cover('included', '2021-01-01', '2021-12-31');
    expect(log.view()?.actions.map(({ achievement }) => achievement)).toEqual(['exceeded', 'none']);
  });

  test('of an action that went up in another keeps its figure; what happens later counts where it goes on', () => {
    const log = new PlanLog().adopt(15, 16);
    log.target(target(15, '15-5', { indicator: 'inclusions', lo: 1, kind: 'inclusion' }));
    log.target(target(16, '16-1', { indicator: 'inclusions', lo: 2, kind: 'inclusion' }));
    log.state([one('included', 'inclusion')], { stream: 'i', actions: [15], on: '2021-03-05' });
    log.cover('included', '2021-01-01', '2021-12-31');
    const realised = () => log.view()?.actions.map(({ targets }) => targets[0]?.realised?.value);
    expect(realised()).toEqual([1, 0]);
    const mapping = [{ target: '15-5', action: 16 }];
    log.step('ActionsMerged', { actions: [15, 16], into: 16, mapping, reason: 'redesign' }, '2021-06-01');
    log.state([one('included', 'inclusion'), one('included', 'inclusion')], { stream: 'j', actions: [16], on: '2021-09-05' });
    expect(realised()).toEqual([1, 2]);
  });

  test('that was revised counts anew, and its withdrawn revision gives it back', () => {
    const log = new PlanLog().adopt(15);
    log.target(target(15, '15-5', { indicator: 'inclusions', lo: 300, kind: 'inclusion' }));
    const revision = log.target(target(15, '15-5', { indicator: 'inclusions', lo: 100, kind: 'inclusion' }), {}, 'TargetRevised');
    log.claim({ ...claim, dataOn: '2021-12-31' });
    expect(log.action(15).targets.map(({ lo, achievement }) => [lo, achievement.state])).toEqual([[100, 'exceeded']]);
    log.withdraw(revision, { stream: 'plan-2021' });
    expect(log.action(15).targets.map(({ lo, achievement }) => [lo, achievement.state])).toEqual([[300, 'not-met']]);
  });

  test('per group asks the farthest group, or the claim about each', () => {
    const log = new PlanLog().adopt(10);
    const per = { dimension: 'group', quantifier: 'each' };
    log.target(target(10, '10-2', { indicator: 'meetings', lo: 2, kind: 'meeting', per }));
    log.claim({
      indicator: 'meetings',
      period: YEAR,
      plan: '2021',
      action: 10,
      kind: 'meeting',
      quantity: exactly(8),
      dims: { per: 'group' },
    });
    expect(log.action(10).targets[0]?.achievement).toMatchObject({ state: 'exceeded', percent: 400 });
    log.state([one('met', 'meeting', { dims: { group: 'g1' } }), one('met', 'meeting', { dims: { group: 'g1' } })], {
      stream: 'g1',
      actions: [10],
    });
    log.state([one('met', 'meeting', { dims: { group: 'g2' } })], { stream: 'g2', actions: [10] });
    log.cover('met', '2021-01-01', '2021-12-31');
    expect(log.action(10).targets[0]).toMatchObject({ realised: { value: 3 }, achievement: { state: 'not-met', percent: 50 } });
  });

  test('of another kind is not comparable, without a number not quantified, without a definition unknown', () => {
    const log = new PlanLog().adopt(21);
    log.target(target(21, '21-1', { indicator: 'inclusions', lo: 70, kind: 'unique-person' }));
    log.target(target(21, '21-2', { indicator: 'outputs', comparator: 'none', kind: 'output' }));
    log.target(target(21, '21-3', { indicator: 'no-such', lo: 1, kind: 'output' }));
    log.claim({ ...claim, action: 21, dataOn: '2021-12-31' });
    expect(log.action(21).targets.map(({ achievement, realised }) => [achievement.state, realised?.shown])).toEqual([
      ['not-comparable', 'claim'],
      ['not-quantified', 'none'],
      ['unknown', undefined],
    ]);
  });
});

test('an objective of a zone says how things stand and what it serves; an action what it goes on from', () => {
  const log = new PlanLog();
  log.step('PlanAdopted', { title: title('Plan'), period: YEAR, zone: 'Z-N' });
  const regional = { plan: 'region', objective: '1' };
  log.step('ZoneObjectiveSet', { code: 'N.1', zone: 'Z-N', title: title('Near'), diagnosis: title('Few doctors'), regional });
  log.step('ActionDefined', { action: 4, objective: 'N.1', title: title('Open house'), continues: [{ plan: '2020', action: 4 }] });
  const view = log.view();
  expect(view?.zone).toBe('Z-N');
  expect(view?.objectives).toEqual([
    { code: 'N.1', level: 'zone', parent: null, title: title('Near'), zone: 'Z-N', diagnosis: title('Few doctors'), regional },
  ]);
  expect(view?.actions[0]?.links).toEqual([{ kind: 'continues', plan: '2020', action: 4 }]);
});

import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { effectiveEvents, type RecordedEvent } from '@app/decider';
import { recorded } from '@app/decider/spec';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { planTerm } from './plan.term';
import type { PlanState } from './state.decider';

interface Line {
  readonly key: string;
  readonly command: string;
  readonly body: object;
}

const lines: readonly Line[] = readFileSync(join(__dirname, '../../../../data/2021/01-plan.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

const commands = new Map(planTerm.commands.map((command) => [command.name, command]));

function play(): { state: PlanState; events: readonly RecordedEvent[]; invalid: readonly string[] } {
  const { initialState, evolve } = planTerm.evolution;
  const events: RecordedEvent[] = [];
  const invalid: string[] = [];
  let state = initialState;
  for (const { key, command, body } of lines) {
    const { body: Body, decide } = commands.get(command)!;
    const instance = plainToInstance(Body, body);
    if (validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).length > 0) invalid.push(key);
    const occurred = { from: '2021-01-01', to: '2021-12-31', nature: 'span', precision: 'year' } as const;
    const decided = decide(instance, state, { streamId: 'plan-2021', today: '2026-01-15', occurred, newId: String });
    if (decided.length !== 1) invalid.push(key);
    for (const { definition, data } of decided) {
      const event = recorded(definition, data, { id: key, revision: events.length });
      events.push(event);
      state = evolve(state, event);
    }
  }
  return { state, events, invalid };
}

describe('the plan of 2021', () => {
  const { state, events, invalid } = play();
  const targetsOf = (action: number) => Object.values(state.targets).filter((target) => target.action === action);

  it('is recorded line by line, one event each', () => {
    expect(invalid).toEqual([]);
    expect(effectiveEvents(events)).toHaveLength(lines.length);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  it('has 98 actions, 1 to 98', () => {
    expect(Object.keys(state.actions).map(Number)).toEqual(Array.from({ length: 98 }, (_, n) => n + 1));
  });

  it('keeps an objective without actions', () => {
    expect(Object.values(state.actions).filter(({ definition }) => definition.objective === '2.3.d')).toEqual([]);
    expect(state.objectives['2.3.d']).toMatchObject({ parent: '2.3' });
  });

  it.each([
    [15, 'inclusions', '>=', 300, undefined],
    [31, 'conventions', '>=', 25, undefined],
    [32, 'volunteers-trained', 'range', 24, 28],
    [10, 'exchange-sessions', '>=', 14, undefined],
    [18, 'concertations-held', '>=', 30, undefined],
    [21, 'psychological-follow-ups', '>=', 70, undefined],
    [6, 'information-sessions', '>=', 40, undefined],
    [40, 'neighbourhood-meetings', '>=', 4, undefined],
  ])('action %i aims at %s %s %s', (action, indicator, comparator, lo, hi) => {
    const found = targetsOf(action).filter((target) => target.indicator === indicator && target.lo === lo && target.hi === hi);
    expect(found.map((target) => target.comparator)).toEqual([comparator]);
  });

  it('reads the 98 statuses as the field does', () => {
    const counts: Record<string, number> = {};
    for (const { assessed } of Object.values(state.actions)) counts[assessed!.status] = (counts[assessed!.status] ?? 0) + 1;
    expect(counts).toEqual({
      partly: 28,
      achieved: 19,
      unquantified: 7,
      ongoing: 5,
      'in-progress': 4,
      'replaced-form': 3,
      'partly-postponed': 3,
      'not-achieved': 3,
      exceeded: 2,
      'achieved-closed': 2,
      suspended: 2,
      'taken-over': 2,
      unfinished: 2,
      'in-test': 1,
      'exceeded-partly-dropped': 1,
      'exceeded-partly': 1,
      removed: 1,
      'no-demand': 1,
      redesign: 1,
      'closed-replaced': 1,
      abandoned: 1,
      'transfer-pending': 1,
      postponed: 1,
      uncertain: 1,
      'not-solicited': 1,
      'not-funded': 1,
      'not-started': 1,
      blocked: 1,
      'not-priority': 1,
    });
  });

  it('keeps links beside the lifecycle', () => {
    expect(state.actions[41]).toMatchObject({ lifecycle: 'suspended', reason: 'duplicates-others' });
    expect(state.actions[41]!.takenOver!.by.en).toBe('Nine areas of local welfare and health contracts');
    expect(state.actions[35]).toMatchObject({ lifecycle: 'closed', reason: 'redesign' });
    expect(state.actions[35]!.replaced!.form!.en).toBe('Agreement with the hospitals on palliative culture');
    expect(state.actions[73]!.blockedBy).toEqual([72]);
    expect(state.actions[46]).toMatchObject({ lifecycle: 'postponed', toPeriod: { from: '2022-01-01', to: '2022-12-31' } });
    expect(state.actions[27]).toMatchObject({ lifecycle: 'removed' });
    expect(state.actions[13]!.lifecycle).toBe('in-test');
    expect(state.actions[45]!.lifecycle).toBe('transfer-pending');
  });

  it('repeats the targets of three pairs of actions, as the plan does', () => {
    const wording = (action: number) => targetsOf(action).map(({ label, comparator, lo }) => ({ label, comparator, lo }));
    for (const [one, other] of [
      [34, 35],
      [47, 50],
      [97, 98],
    ] as const)
      expect(wording(one)).toEqual(wording(other));
  });
});

import { brusselsDay } from '@app/decider';
import { many, terms } from '@app/partnership';
import { aimScored, selfEvaluationClosed, selfEvaluationOpened } from '@app/partnership/self-evaluation/self-evaluation.events';
import { createEventIndex } from '@app/projections';
import { definitions } from '../definitions';
import { createFactsProjection } from '../facts.projection';
import { figures } from '../figures';
import { type SelfEvaluationOptions, selfEvaluations, selfEvaluationView } from './self-evaluation-view';
import { defined, idOf, Log, statingTerm } from '../../../../test/support/fact-log';

const projection = () => createFactsProjection([...terms, statingTerm]);
const text = { nl: 'woorden', fr: 'mots' };
const scaleTo = (max: number) => ({
  min: 0,
  max,
  anchors: Array.from({ length: max + 1 }, (_, step) => ({ step, label: text })),
});
const opening = { period: { from: '2021-01-01', to: '2021-12-31' }, scale: scaleTo(5), caveat: text };
const present = (heads: number) => many('present', 'attendance', { value: heads, exactness: 'exact' }, { occurrenceKey: 'o' });
const all = new Map([...definitions, ...defined({ heads: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } } })]);

/** A log of one evaluation; everything is recorded from 2022 on. */
class Evaluation {
  readonly log = new Log();

  open(year = 2022, scale = scaleTo(5), at = '2022-02-01'): string {
    return this.log.add(selfEvaluationOpened, { year, ...opening, scale }, { stream: `self-evaluation-${year}`, on: at, at });
  }

  score(scorer: string, score: number, rest: object = {}, at = '2022-03-01', year = 2022): string {
    const data = { year, aim: 'value', score, scale: scaleTo(5), scorer, role: 'partner', rationale: text, ...rest };
    return this.log.add(aimScored, data, { stream: `self-evaluation-${year}`, on: at, at });
  }

  view(options: Partial<SelfEvaluationOptions> = {}, year = 2022) {
    const index = this.log.read(createEventIndex(brusselsDay));
    return selfEvaluationView(this.log.read(projection()), { year }, { index, definitions: all, ...options });
  }

  aim(aim = 'value', options: Partial<SelfEvaluationOptions> = {}, year = 2022) {
    return this.view(options, year)?.aims.find((view) => view.aim === aim);
  }
}

describe('a self-evaluation', () => {
  it('is not there before anything is said', () => {
    const evaluation = new Evaluation();
    expect(evaluation.view()).toBeUndefined();
    evaluation.open();
    expect(evaluation.view({ knownOn: '2022-01-31' })).toBeUndefined();
    expect(evaluation.view()).toMatchObject({ year: 2022, status: 'open', scale: scaleTo(5), caveat: text, knownOn: '2022-02-01' });
  });

  it('shows the last score of each scorer, and what it replaced', () => {
    const evaluation = new Evaluation();
    evaluation.open();
    const first = evaluation.score('pro-a', 1);
    const other = evaluation.score('pro-b', 4, { role: 'evaluator' });
    const last = evaluation.score('pro-a', 2, {}, '2022-04-01');
    const { scores, agreement } = evaluation.aim()!;
    expect(scores.map(({ event, score, role }) => [event, score, role])).toEqual([
      [last, 2, 'partner'],
      [other, 4, 'evaluator'],
    ]);
    expect(scores[0]?.replaced).toEqual([{ event: first, score: 1, on: '2022-03-01' }]);
    expect(agreement).toEqual({ state: 'too-few', scorers: 2 });
    expect(evaluation.aim('value', { asOf: '2022-03-31' })?.scores[0]?.score).toBe(1);
    expect(evaluation.aim('equity')).toMatchObject({ scores: [], agreement: { state: 'not-scored', scorers: 0 } });
    expect(JSON.stringify(evaluation.view())).not.toContain('pro-a');
  });

  it('judges agreement per aim, and closes', () => {
    const evaluation = new Evaluation();
    evaluation.open();
    [3, 3, 4, 3, 5].forEach((score, n) => evaluation.score(`pro-${n}`, score));
    [0, 1, 3, 4, 5].forEach((score, n) => evaluation.score(`pro-${n}`, score, { aim: 'equity' }));
    evaluation.log.add(selfEvaluationClosed, { year: 2022 }, { stream: 'self-evaluation-2022', on: '2022-05-01', at: '2022-05-01' });
    expect(evaluation.aim()?.agreement).toEqual({ state: 'agreed', scorers: 5, outside: 1, median: 3 });
    expect(evaluation.aim('equity')?.agreement).toEqual({ state: 'split', scorers: 5, outside: 3 });
    expect([evaluation.view()?.status, evaluation.view({ asOf: '2022-04-30' })?.status]).toEqual(['closed', 'open']);
  });

  it('offers figures of the period that it judges', () => {
    const evaluation = new Evaluation();
    evaluation.open();
    const suggested = evaluation.aim('value')?.suggestions.map(({ definition, period }) => [definition.code, period]);
    expect(suggested).toEqual(['concertations-held', 'outputs-delivered', 'listings-updated'].map((code) => [code, opening.period]));
    expect(evaluation.view()?.aims.every(({ suggestions }) => suggestions.length > 0)).toBe(true);
  });
});

describe('evidence', () => {
  const heads = (evaluation: Evaluation, value: number, on: string, envelope: object = {}) =>
    evaluation.log.state([present(value)], { stream: `thing-${on}`, on, ...envelope });

  const pinned = (evaluation: Evaluation, period: string): string =>
    figures(evaluation.log.read(projection()), { indicator: 'heads', period, asOf: '2021-12-31' }, { definitions: all }).figures[0]!.id;

  const stale = (evaluation: Evaluation, options: Partial<SelfEvaluationOptions> = {}) =>
    evaluation.aim('value', options)!.scores.map((score) => score.stale);

  it('marks, after one correction, exactly the scores that rest on it', () => {
    const evaluation = new Evaluation();
    evaluation.open();
    const touched = heads(evaluation, 10, '2021-03-04');
    const untouched = heads(evaluation, 5, '2020-03-04');
    const [moving, still] = [pinned(evaluation, '2021'), pinned(evaluation, '2020')];
    evaluation.score('by-event', 3, { events: [touched, untouched] });
    evaluation.score('by-figure', 3, { figures: [moving] });
    evaluation.score('by-other-event', 3, { events: [untouched] });
    evaluation.score('by-other-figure', 3, { figures: [still] });
    evaluation.score('by-nothing', 0);
    expect(stale(evaluation)).toEqual([false, false, false, false, false]);

    heads(evaluation, 12, '2021-03-04', { corrects: touched, at: '2022-06-01' });
    expect(stale(evaluation)).toEqual([true, true, false, false, false]);
    expect(stale(evaluation, { knownOn: '2022-05-31' })).toEqual([false, false, false, false, false]);
    const [byEvent, byFigure] = evaluation.aim()!.scores;
    expect(byEvent?.evidence.events.map(({ state }) => state)).toEqual(['corrected', 'stands']);
    expect(byFigure?.evidence.figures).toMatchObject([{ figureId: moving, state: 'moved', then: { value: 10 }, now: { value: 12 } }]);
  });

  it('is not stale by a correction that shows the same, where a figure is the evidence', () => {
    const evaluation = new Evaluation();
    evaluation.open();
    const event = heads(evaluation, 10, '2021-03-04');
    evaluation.score('by-event', 3, { events: [event] });
    evaluation.score('by-figure', 3, { figures: [pinned(evaluation, '2021')] });
    heads(evaluation, 10, '2021-03-04', { corrects: event, at: '2022-06-01' });
    expect(stale(evaluation)).toEqual([true, false]);
  });

  it('tells what was withdrawn from what was corrected, and what is not in the record', () => {
    const evaluation = new Evaluation();
    evaluation.open();
    const gone = heads(evaluation, 10, '2021-03-04');
    const twice = heads(evaluation, 10, '2021-04-04');
    const figure = Buffer.from('{"indicator":"heads"}').toString('base64url');
    evaluation.score('pro-a', 3, { events: [gone, twice, idOf(999)], figures: [figure] });
    evaluation.log.withdraw(gone, { stream: 'thing-2021-03-04' });
    evaluation.log.markDuplicate(twice, gone, { stream: 'thing-2021-04-04' });
    expect(evaluation.aim()?.scores[0]?.evidence).toEqual({
      events: [
        { event: gone, state: 'withdrawn' },
        { event: twice, state: 'withdrawn' },
        { event: idOf(999), state: 'unknown' },
      ],
      figures: [{ figureId: figure, state: 'unknown' }],
    });
  });
});

/** One event that states facts and one that states none, corrected or withdrawn alike. */
describe('evidence of either kind', () => {
  const KINDS = ['states a fact', 'states none'] as const;

  function scored() {
    const evaluation = new Evaluation();
    evaluation.open();
    const events = KINDS.map((kind, n) => {
      const statements = kind === 'states none' ? [] : [present(10)];
      return evaluation.log.state(statements, { stream: `thing-${n}`, on: '2021-03-04' });
    });
    events.forEach((event, n) => evaluation.score(`pro-${n}`, 3, { events: [event] }));
    evaluation.score('pro-both', 3, { events });
    const evidence = (options: Partial<SelfEvaluationOptions> = {}) =>
      evaluation.aim('value', options)!.scores.map(({ stale, evidence: { events: said } }) => [stale, ...said.map(({ state }) => state)]);
    const correct = (n: number, event = events[n]!) =>
      evaluation.log.state([], { stream: `thing-${n}`, corrects: event, at: '2022-06-01' });
    const withdraw = (n: number, event = events[n]!) => evaluation.log.withdraw(event, { stream: `thing-${n}`, at: '2022-06-01' });
    return { log: evaluation.log, events, evidence, correct, withdraw };
  }

  it.each(KINDS.map((kind, n) => ({ kind, n })))('marks exactly the scores that rest on one that $kind', ({ n }) => {
    const states = (state: string) => [0, 1].map((at) => (at === n ? state : 'stands'));
    const marked = (state: string) => [...states(state).map((one) => [one !== 'stands', one]), [true, ...states(state)]];
    const untouched = [
      [false, 'stands'],
      [false, 'stands'],
      [false, 'stands', 'stands'],
    ];
    const corrected = scored();
    expect(corrected.evidence()).toEqual(untouched);
    const later = corrected.correct(n);
    expect(corrected.evidence()).toEqual(marked('corrected'));
    expect(corrected.evidence({ knownOn: '2022-05-31' })).toEqual(untouched);
    corrected.withdraw(n, later);
    expect(corrected.evidence()).toEqual(marked('withdrawn'));
    const withdrawn = scored();
    withdrawn.withdraw(n);
    expect(withdrawn.evidence()).toEqual(marked('withdrawn'));
  });

  it('follows a correction that is evidence itself, and marks nothing by what is recorded beside it', () => {
    const { log, evidence, correct } = scored();
    const later = correct(1);
    log.add(
      aimScored,
      { year: 2022, aim: 'value', score: 3, scale: scaleTo(5), scorer: 'pro-later', role: 'partner', rationale: text, events: [later] },
      {
        stream: 'self-evaluation-2022',
        on: '2022-06-02',
        at: '2022-06-02',
      },
    );
    expect(evidence().at(-1)).toEqual([false, 'stands']);
    correct(1, later);
    expect(evidence().at(-1)).toEqual([true, 'corrected']);
    expect(evidence()[0]).toEqual([false, 'stands']);
  });
});

describe('the evaluation before', () => {
  const claim = (log: Log, value: number, line: number, rest: object = {}) =>
    log.claim(
      {
        indicator: 'aim-score',
        period: { from: '2021-01-01', to: '2021-01-31' },
        kind: 'score',
        quantity: { value, exactness: 'exact' },
        dims: { aim: 'value' },
        ...rest,
      },
      { at: '2021-02-01', line },
    );

  it('stands beside it, and compares on the same scale only', () => {
    const evaluation = new Evaluation();
    evaluation.open(2022);
    [2, 2, 2, 3, 3].forEach((score, n) => evaluation.score(`pro-${n}`, score));
    evaluation.open(2023, scaleTo(5), '2023-02-01');
    evaluation.open(2024, scaleTo(4), '2024-02-01');
    expect(evaluation.aim('value', {}, 2022)?.previous).toBeUndefined();
    expect(evaluation.aim('value', {}, 2023)?.previous).toEqual({
      year: 2022,
      comparable: true,
      agreement: { state: 'agreed', scorers: 5, outside: 0, median: 2 },
      claimed: [],
    });
    expect(evaluation.aim('value', {}, 2024)?.previous).toMatchObject({ year: 2023, comparable: false });
  });

  it('shows printed scores beside the others, flagged, and never among them', () => {
    const evaluation = new Evaluation();
    claim(evaluation.log, 4, 99);
    claim(evaluation.log, 3, 120);
    claim(evaluation.log, 2, 130, { dims: { aim: 'equity' } });
    const printed = evaluation.aim('value', {}, 2021)!;
    expect(printed.claimed.map(({ value, flags, period, source }) => [value, flags, period.to, source?.line])).toEqual([
      [4, ['no-scale', 'no-evidence', 'no-scorers'], '2021-01-31', 99],
      [3, ['no-scale', 'no-evidence', 'no-scorers'], '2021-01-31', 120],
    ]);
    expect(printed).toMatchObject({ scores: [], agreement: { state: 'not-scored', scorers: 0 } });
    expect(evaluation.view({}, 2021)).toMatchObject({ status: 'not-opened' });
    expect(evaluation.view({ asOf: '2021-01-30' }, 2021)).toBeUndefined();
    evaluation.open();
    expect(evaluation.aim()?.previous).toMatchObject({ year: 2021, comparable: false, claimed: [{ value: 4 }, { value: 3 }] });
  });

  it('is listed, with whether it is only claimed', () => {
    const evaluation = new Evaluation();
    claim(evaluation.log, 4, 99);
    evaluation.open();
    evaluation.score('pro-a', 3);
    expect(selfEvaluations(evaluation.log.read(projection()))).toEqual([
      { year: 2021, status: 'not-opened', scores: 0, claimed: true },
      { year: 2022, status: 'open', scores: 1, claimed: false },
    ]);
  });
});

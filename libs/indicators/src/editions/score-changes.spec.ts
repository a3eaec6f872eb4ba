import { many, terms as allTerms } from '@app/partnership';
import { type Aim, aimScored, selfEvaluationOpened } from '@app/partnership/self-evaluation/self-evaluation.events';
import fc from 'fast-check';
import { definitions as builtIn } from '../definitions';
import { figures } from '../figures';
import { type Changes, countOf } from './changes';
import { type EvaluationSent, selfEvaluationEdition } from './self-evaluation.edition';
import { defined, Log, statingTerm } from '../../../../test/support/fact-log';
import { type FrozenLog, frozenLog, readersOf } from '../../../../test/support/frozen-log';

const terms = [...allTerms, statingTerm];
const definitions = new Map([...builtIn, ...defined({ heads: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } } })]);
const scope = { view: 'self-evaluation', subject: 'record', period: '2022' } as const;
const text = { nl: 'woorden', fr: 'mots' };
const scale = { min: 0, max: 5, anchors: [0, 1, 2, 3, 4, 5].map((step) => ({ step, label: text })) };
const present = (heads: number) => many('present', 'attendance', { value: heads, exactness: 'exact' }, { occurrenceKey: 'o' });

/** Everything is recorded from 2022 on. */
class EvaluationLog extends Log {
  readonly heads = this.state([present(10)], { stream: 'thing-heads', on: '2021-03-04', at: '2022-01-05' });
  /** States nothing that is counted. */
  readonly silent = this.state([], { stream: 'thing-silent', on: '2021-03-04' });

  constructor() {
    super();
    const period = { from: '2021-01-01', to: '2021-12-31' };
    this.add(
      selfEvaluationOpened,
      { year: 2022, period, scale, caveat: text },
      { stream: 'self-evaluation-2022', on: '2022-02-01', at: '2022-02-01' },
    );
  }

  score(scorer: string, score: number, evidence: object = {}, rest: { aim?: Aim; corrects?: string } = {}): string {
    const { aim = 'value', ...envelope } = rest;
    const data = { year: 2022, aim, score, scale, scorer: `pro-${scorer}`, role: 'partner', rationale: text, ...evidence };
    return this.add(aimScored, data, { stream: 'self-evaluation-2022', on: '2022-03-01', at: '2022-03-01', ...envelope });
  }

  print(value: number, rest: object = {}): string {
    const period = { from: '2022-01-01', to: '2022-01-31' };
    const claim = { indicator: 'aim-score', period, kind: 'score', quantity: { value, exactness: 'exact' }, dims: { aim: 'value' } };
    return this.claim(claim, { at: '2022-03-01', line: 99, ...rest });
  }

  pin(): string {
    const { facts } = readersOf(this, terms);
    return figures(facts, { indicator: 'heads', period: '2021', asOf: '2021-12-31' }, { definitions }).figures[0]!.id;
  }

  correctHeads(heads: number, corrects = this.heads): string {
    return this.state([present(heads)], { stream: 'thing-heads', on: '2021-03-04', at: '2022-06-01', corrects });
  }

  freeze(): FrozenLog {
    return frozenLog(this, selfEvaluationEdition, scope, { terms, definitions, asOf: '2022-12-31' });
  }
}

const scoresTold = ({ scores }: Changes) =>
  scores.map(({ aim, role, before, after, evidence }) => [aim, role, before?.score, after?.score, evidence]);

describe('a self-evaluation that is frozen', () => {
  it('keeps its scores and how their evidence stood, and no figure that nobody chose', () => {
    const log = new EvaluationLog();
    log.score('a', 3, { figures: [log.pin()], events: [log.silent] });
    const { aims, ...rest } = log.freeze().content as EvaluationSent;
    expect(rest).toMatchObject({ year: 2022, status: 'open', asOf: '2022-12-31', knownOn: '2022-03-01' });
    expect(rest).not.toHaveProperty('position');
    const value = aims.find(({ aim }) => aim === 'value');
    expect(value).not.toHaveProperty('suggestions');
    expect(value?.scores).toMatchObject([
      { score: 3, stale: false, evidence: { events: [{ state: 'stands' }], figures: [{ state: 'stands' }] } },
    ]);
    expect(JSON.stringify(aims)).not.toContain('pro-a');
  });

  it.each([
    ['a year of which nothing was said', { ...scope, period: '2020' }],
    ['a zone that nobody scored', { ...scope, subject: 'north' }],
    ['a quarter', { ...scope, period: '2022-Q1' }],
  ])('is none of %s', (_, wanted) => {
    const log = new EvaluationLog();
    const at = { asOf: '2022-12-31', knownOn: '2022-03-01', through: log.events.at(-1)!.id };
    expect(selfEvaluationEdition.content(readersOf(log, terms), wanted, at)).toBeUndefined();
  });
});

describe('what changed since a self-evaluation was frozen', () => {
  it('is exactly the scores whose evidence was corrected, and the figure among it', () => {
    const log = new EvaluationLog();
    const figure = log.pin();
    log.score('figure', 3, { figures: [figure] });
    log.score('event', 3, { events: [log.heads] });
    log.score('silent', 3, { events: [log.silent] });
    const { since } = log.freeze();
    expect(countOf(since())).toBe(0);
    const event = log.correctHeads(12);
    expect(scoresTold(since())).toEqual([
      ['value', 'partner', 3, 3, [figure]],
      ['value', 'partner', 3, 3, [log.heads]],
    ]);
    expect(since().scores.map(({ before, after }) => [before?.stale, after?.stale])).toEqual([
      [false, true],
      [false, true],
    ]);
    expect(since().figures.map(({ before, after, events }) => [before?.value, after.value, events])).toEqual([[10, 12, [event]]]);
    expect(countOf(since())).toBe(3);
  });

  it('is exactly the score that rests on an event without figures, corrected or withdrawn', () => {
    const log = new EvaluationLog();
    log.score('event', 3, { events: [log.heads] });
    log.score('silent', 3, { events: [log.silent] });
    const { since } = log.freeze();
    const corrected = log.state([], { stream: 'thing-silent', corrects: log.silent, at: '2022-06-01' });
    expect([countOf(since()), ...scoresTold(since())]).toEqual([1, ['value', 'partner', 3, 3, [log.silent]]]);
    log.withdraw(corrected, { stream: 'thing-silent', at: '2022-06-02' });
    expect([countOf(since()), ...scoresTold(since())]).toEqual([1, ['value', 'partner', 3, 3, [log.silent]]]);
  });

  it('is nothing where evidence had moved before, until it moves on', () => {
    const log = new EvaluationLog();
    log.score('figure', 3, { figures: [log.pin()] });
    const twelve = log.correctHeads(12);
    const { since } = log.freeze();
    expect(countOf(since())).toBe(0);
    log.correctHeads(10, twelve);
    expect(since().scores.map(({ before, after }) => [before?.stale, after?.stale])).toEqual([[true, false]]);
    expect(since().figures.map(({ before, after }) => [before?.value, after.value])).toEqual([[12, 10]]);
  });

  it('is a score that was replaced, corrected, given or taken back, by the same scorer', () => {
    const log = new EvaluationLog();
    const [a, b] = [log.score('a', 0), log.score('b', 0)];
    log.score('c', 0);
    const { since } = log.freeze();
    const silent = { events: [log.silent] };
    log.score('a', 2, silent);
    log.score('b', 1, silent, { corrects: b });
    log.score('d', 4, silent, { aim: 'equity' });
    expect(scoresTold(since())).toEqual([
      ['value', 'partner', 0, 2, []],
      ['value', 'partner', 0, 1, []],
      ['equity', 'partner', undefined, 4, []],
    ]);
    log.withdraw(a, { stream: 'self-evaluation-2022' });
    expect(scoresTold(since())).toContainEqual(['value', 'partner', 0, undefined, []]);
  });

  it('is a new score, and not the figure that it alone rests on', () => {
    const log = new EvaluationLog();
    log.score('a', 0);
    const { since } = log.freeze();
    log.score('b', 2, { figures: [log.pin()] });
    expect([scoresTold(since()), since().figures]).toEqual([[['value', 'partner', undefined, 2, []]], []]);
  });

  it('is what scorers agree on, of the evaluation before too', () => {
    const log = new EvaluationLog();
    ['a', 'b', 'c', 'd'].forEach((scorer) => log.score(scorer, 3, { events: [log.silent] }));
    const { since } = log.freeze();
    log.score('e', 3, { events: [log.silent] });
    expect(since().agreements).toEqual([
      {
        year: 2022,
        aim: 'value',
        before: { state: 'too-few', scorers: 4 },
        after: { state: 'agreed', scorers: 5, outside: 0, median: 3 },
      },
    ]);
  });

  it('is a score that a document prints, once it prints another', () => {
    const log = new EvaluationLog();
    const printed = log.print(4);
    const { since } = log.freeze();
    const other = log.print(3, { corrects: printed, at: '2022-06-01' });
    expect(scoresTold(since())).toEqual([['value', undefined, 4, 3, []]]);
    log.withdraw(other, { stream: 'claim-1' });
    expect(scoresTold(since())).toEqual([['value', undefined, 4, undefined, []]]);
  });
});

type Later =
  | { readonly act: 'score'; readonly scorer: number; readonly score: number; readonly on: 'heads' | 'silent' | 'figure' }
  | { readonly act: 'correct' | 'withdraw'; readonly what: 'heads' | 'silent' };

const later: fc.Arbitrary<Later> = fc.oneof(
  fc.record({
    act: fc.constant('score' as const),
    scorer: fc.nat({ max: 3 }),
    score: fc.nat({ max: 5 }),
    on: fc.constantFrom('heads' as const, 'silent' as const, 'figure' as const),
  }),
  fc.record({ act: fc.constantFrom('correct' as const, 'withdraw' as const), what: fc.constantFrom('heads' as const, 'silent' as const) }),
);

test('the scores that are told are those that, followed by hand, are of another event or rest on what was touched', () => {
  fc.assert(
    fc.property(fc.array(later, { maxLength: 6 }), (course) => {
      const log = new EvaluationLog();
      const evidence = { heads: { events: [log.heads] }, silent: { events: [log.silent] }, figure: { figures: [log.pin()] } };
      const given: string[] = ['heads', 'silent', 'figure'];
      const first = given.map((on, scorer) => log.score(String(scorer), 3, evidence[on as keyof typeof evidence]));
      const { since } = log.freeze();

      const standing: Record<string, string | undefined> = { heads: log.heads, silent: log.silent };
      const touched = new Set<string>();
      const last: (string | undefined)[] = [...first];
      let heads = 10;
      for (const step of course) {
        if (step.act === 'score') {
          last[step.scorer] = log.score(String(step.scorer), step.score, evidence[step.on]);
          continue;
        }
        const head = standing[step.what];
        if (head === undefined) continue;
        const stream = `thing-${step.what}`;
        touched.add(step.what);
        if (step.act === 'withdraw') {
          log.withdraw(head, { stream, at: '2022-06-01' });
          standing[step.what] = undefined;
          if (step.what === 'heads') heads = 0;
        } else {
          standing[step.what] =
            step.what === 'heads' ? log.correctHeads(++heads, head) : log.state([], { stream, corrects: head, at: '2022-06-01' });
        }
      }
      if (touched.has('heads')) touched.add('figure');

      const expected = last.flatMap((event, scorer) =>
        event !== first[scorer] || touched.has(given[scorer] ?? '') ? [[first[scorer], event]] : [],
      );
      const toldOf = since().scores.map(({ before, after }) => [before?.event, after?.event]);
      expect(toldOf).toHaveLength(expected.length);
      expect(toldOf).toEqual(expect.arrayContaining(expected));
    }),
    { seed: 11, numRuns: 60 },
  );
});

import { exactly, type RecordedEvent } from '@app/decider';
import { type FactDraft, type FactStatement, many, one } from '@app/partnership';
import fc from 'fast-check';
import { type Question, recount } from '../../../test/acceptance/recount';
import { between, defined, type Envelope, Log, setOf, statingTerm } from '../../../test/support/fact-log';
import { figures } from './figures';
import { provenance } from './provenance';

const definitions = defined({
  sum: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } },
  distinct: { op: 'distinct', of: { factType: ['present'], countKind: 'attendance' } },
  stock: { op: 'stock', of: { factType: ['member'], countKind: 'membership' } },
});

const state = (event: RecordedEvent): readonly FactStatement[] => statingTerm.facts[event.type]?.(event) ?? [];
const held = (event: RecordedEvent): boolean => event.type === 'Stated';

const STREAMS = ['a', 'b'];
const KEYS = ['p', 'q'];
const days = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2021, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

type Step =
  | {
      readonly kind: 'present';
      readonly stream: number;
      readonly on: Envelope['on'];
      readonly drafts: readonly FactDraft[];
      readonly actions: readonly number[];
      readonly synthetic: boolean;
    }
  | { readonly kind: 'join' | 'leave' | 'close'; readonly stream: number; readonly key: string; readonly on: string }
  | { readonly kind: 'correct' | 'withdraw'; readonly which: number; readonly on: string; readonly heads: number };

const when: fc.Arbitrary<Envelope['on']> = fc.oneof(
  days,
  fc.tuple(days, days).map(([a, b]) => (a < b ? between(a, b) : a === b ? a : between(b, a))),
  fc.uniqueArray(days, { minLength: 2, maxLength: 3 }).map((dates) => setOf(...dates.sort())),
);

const draft: fc.Arbitrary<FactDraft> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...KEYS), fc.constantFrom('x', 'y'))
    .map(([subjectKey, occurrenceKey]) => one('present', 'attendance', { subjectKey, occurrenceKey })),
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('x', 'y'))
    .map(([heads, occurrenceKey]) => many('present', 'attendance', exactly(heads), { occurrenceKey })),
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('x', 'y'))
    .map(([lo, occurrenceKey]) => many('present', 'attendance', { lo, hi: lo + 2, exactness: 'range' }, { occurrenceKey })),
  fc.constant(many('present', 'attendance', { lo: 3, exactness: 'lower-bound' }, { occurrenceKey: 'y' })),
  fc.constant(many('present', 'attendance', { value: 5, exactness: 'approximate' }, { occurrenceKey: 'x' })),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('present' as const),
      stream: fc.nat(1),
      on: when,
      drafts: fc.array(draft, { minLength: 1, maxLength: 3 }),
      actions: fc.subarray([1, 2]),
      synthetic: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('join' as const, 'leave' as const, 'close' as const),
      stream: fc.nat(1),
      key: fc.constantFrom(...KEYS),
      on: days,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('correct' as const, 'withdraw' as const), which: fc.nat(50), on: days, heads: fc.nat(9) }),
  },
);

/** Plays the steps as a decider would allow them: a correction or withdrawal names the head of a chain in its own stream. */
function play(steps: readonly Step[]): Log {
  const log = new Log();
  const heads: { id: string; stream: string; type: string; statements: readonly FactStatement[]; on: Envelope['on'] }[] = [];
  const write = (type: string, statements: readonly FactStatement[], envelope: Envelope & { stream: string }) => {
    const id = type === 'Stated' ? log.state(statements, envelope) : log.plan(statements, envelope);
    heads.push({ id, stream: envelope.stream, type, statements, on: envelope.on });
  };
  steps.forEach((taken, index) => {
    const at = `2021-${String(1 + Math.min(11, Math.floor(index / 2))).padStart(2, '0')}-15`;
    if ('which' in taken) {
      const target = heads[taken.which % Math.max(1, heads.length)];
      if (!target) return;
      heads.splice(heads.indexOf(target), 1);
      const { id: corrects, stream, type, statements } = target;
      // Every second correction keeps the date: then the fact keeps the day on which it was first recorded, too.
      const on = taken.heads % 2 === 0 ? taken.on : target.on;
      if (taken.kind === 'withdraw') log.withdraw(corrects, { stream, at });
      else if (type === 'Stated')
        write(type, [many('present', 'attendance', exactly(taken.heads), { occurrenceKey: 'x' })], { stream, at, on, corrects });
      else
        write(
          type,
          statements.map((statement) => ('change' in statement ? { ...statement, validTo: taken.on } : statement)),
          { stream, at, on, corrects },
        );
      return;
    }
    const stream = STREAMS[taken.stream] ?? 'a';
    if (taken.kind === 'present') {
      write('Stated', taken.drafts, {
        stream,
        at,
        actions: taken.actions,
        on: taken.on,
        ...(taken.synthetic ? { source: 'synthetic' } : {}),
      });
    } else if (taken.kind === 'join') {
      write('Planned', [one('member', 'membership', { subjectKey: taken.key, occurrenceKey: taken.on < '2021-07-01' ? 'x' : 'y' })], {
        stream,
        at,
        on: taken.on,
      });
    } else if (taken.kind === 'leave') {
      write(
        'Planned',
        [{ change: ['member'], subjectKey: taken.key, validTo: taken.on, ...(taken.on < '2021-04-01' ? { occurrenceKey: 'x' } : {}) }],
        { stream, at, on: taken.on },
      );
    } else {
      write('Planned', [{ close: ['member', 'present'], subjectKey: taken.key }], { stream, at, on: taken.on });
    }
  });
  return log;
}

const question = fc.record({
  op: fc.constantFrom('sum' as const, 'distinct' as const, 'stock' as const),
  period: fc.tuple(days, days).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  asOf: fc.oneof(days, fc.constant('2022-12-31')),
  share: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  action: fc.constantFrom(undefined, 1, 2),
});

describe('the engine against a plain recount', () => {
  test('agrees on value and bounds at every K, A, period and scope, and names the events', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
        fc.array(question, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        (steps, questions, batch) => {
          const log = play(steps);
          const db = log.read(undefined, batch);
          for (const { op, period, asOf, share, ...scope } of questions) {
            const action = op === 'stock' ? undefined : scope.action;
            const known = Math.ceil(share * log.events.length);
            const through = log.events[known - 1]?.id;
            if (through === undefined) continue;
            const asked: Question = {
              op,
              factType: op === 'stock' ? 'member' : 'present',
              ...period,
              asOf,
              known,
              ...(action ? { action } : {}),
            };
            const counted = recount(log.events, state, asked, held);
            const query = {
              indicator: op,
              period: `${period.from}..${period.to}`,
              asOf,
              through,
              ...(action ? { plan: '2021', action } : {}),
            };
            const [figure] = figures(db, query, { definitions }).figures;
            const { value, lo, hi, events } = counted;
            if (!figure?.computed) {
              expect([asOf < period.from, figure?.absence]).toEqual([true, 'not-begun']);
              continue;
            }
            expect({ asked, value: figure.computed.value, lo: figure.computed.lo, hi: figure.computed.hi }).toEqual({
              asked,
              value,
              lo,
              hi,
            });
            const named = provenance(db, figure.id, { definitions }).events;
            expect(events.filter((id) => !named.includes(id))).toEqual([]);
          }
        },
      ),
      { numRuns: 300, seed: 20210101 },
    );
  });

  test('the rows are the same however the log is cut into batches', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }), fc.integer({ min: 1, max: 9 }), (steps, batch) => {
        const log = play(steps);
        const dump = (size: number) => log.read(undefined, size).prepare('SELECT * FROM facts_named ORDER BY known_from, fact_id').all();
        expect(dump(batch)).toEqual(dump(1000));
      }),
      { numRuns: 60, seed: 20210102 },
    );
  });
});

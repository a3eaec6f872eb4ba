import type { RecordedEvent } from '@app/decider';
import type { FactStatement } from '@app/partnership';
import fc from 'fast-check';
import { type Question, recount } from '../../../test/acceptance/recount';
import { defined, statingTerm } from '../../../test/support/fact-log';
import { asOfs, periods, play, step } from '../../../test/support/random-log';
import { figures } from './figures';
import { provenance } from './provenance';

const definitions = defined({
  sum: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } },
  distinct: { op: 'distinct', of: { factType: ['present'], countKind: 'attendance' } },
  stock: { op: 'stock', of: { factType: ['member'], countKind: 'membership' } },
});

const state = (event: RecordedEvent): readonly FactStatement[] => statingTerm.facts[event.type]?.(event) ?? [];
const held = (event: RecordedEvent): boolean => event.type === 'Stated';

const question = fc.record({
  op: fc.constantFrom('sum' as const, 'distinct' as const, 'stock' as const),
  period: periods,
  asOf: asOfs,
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

import { exactly } from '@app/decider';
import { type FactDraft, type FactStatement, many, one } from '@app/partnership';
import fc from 'fast-check';
import { between, type Envelope, Log, setOf } from './fact-log';

const STREAMS = ['a', 'b'];
const KEYS = ['p', 'q'];

export const days = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2021, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

const month = fc.integer({ min: 0, max: 14 });
const lastDay = (at: number): string => new Date(Date.UTC(2021, at + 1, 0)).toISOString().slice(0, 10);

/** Any two days, or months from the first day of the first to the last day of the last: a year among them. */
export const periods = fc.oneof(
  fc.tuple(days, days).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  fc.tuple(month, month).map(([a, b]) => ({ from: `${lastDay(Math.min(a, b)).slice(0, 7)}-01`, to: lastDay(Math.max(a, b)) })),
  fc.constant({ from: '2021-01-01', to: '2021-12-31' }),
);

/** As of some day, the last day of some month, or the end of all. */
export const asOfs = fc.oneof(days, month.map(lastDay), fc.constant('2022-12-31'));

export type Step =
  | {
      readonly kind: 'present';
      readonly stream: number;
      readonly on: Envelope['on'];
      readonly drafts: readonly FactDraft[];
      readonly actions: readonly number[];
      readonly synthetic: boolean;
      readonly organisation?: string;
      readonly territory?: Envelope['territory'];
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
    .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('x', 'y'), fc.constantFrom('exact' as const, 'by-reading' as const))
    .map(([heads, occurrenceKey, exactness]) => ({ ...many('present', 'attendance', exactly(heads), { occurrenceKey }), exactness })),
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('x', 'y'))
    .map(([lo, occurrenceKey]) => many('present', 'attendance', { lo, hi: lo + 2, exactness: 'range' }, { occurrenceKey })),
  fc.constant(many('present', 'attendance', { lo: 3, exactness: 'lower-bound' }, { occurrenceKey: 'y' })),
  fc.constant(many('present', 'attendance', { value: 5, exactness: 'approximate' }, { occurrenceKey: 'x' })),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom<Record<string, string>>({}, { kind: 'grant' }, { kind: 'refund' }))
    .map(([v, dims]): FactDraft => ({ type: 'paid', countKind: 'euro', exactness: 'extrapolated', v, lo: v - 1, hi: v, dims })),
);

/** One thing that is recorded: people present, a membership that begins or ends, a correction, a withdrawal. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        kind: fc.constant('present' as const),
        stream: fc.nat(1),
        on: when,
        drafts: fc.array(draft, { minLength: 1, maxLength: 3 }),
        actions: fc.subarray([1, 2]),
        synthetic: fc.constantFrom(false, false, false, true),
        organisation: fc.constantFrom('org-b'),
        territory: fc
          .constantFrom('A', 'N')
          .map((code) => ({ code, level: code === 'N' ? ('zone' as const) : ('commune' as const), hierarchy: '2021' })),
      },
      { requiredKeys: ['kind', 'stream', 'on', 'drafts', 'actions', 'synthetic'] },
    ),
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
export function play(steps: readonly Step[], log = new Log()): Log {
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
      const { actions, on, organisation, territory, synthetic } = taken;
      write('Stated', taken.drafts, {
        stream,
        at,
        actions,
        on,
        ...(synthetic ? { source: 'synthetic' } : {}),
        ...(organisation ? { organisation } : {}),
        ...(territory ? { territory } : {}),
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

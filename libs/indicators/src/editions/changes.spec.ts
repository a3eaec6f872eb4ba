import { many } from '@app/partnership';
import { indicatorTerm } from '@app/partnership/indicator/indicator.term';
import { reportingPeriodTerm } from '@app/partnership/reporting-period/reporting-period.term';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { figures } from '../figures';
import { countOf } from './changes';
import type { EditionView } from './edition-view';
import { indicatorsEdition } from './indicators.edition';
import { definitionsUsed } from './made-with';
import { quotedIn } from './quoted';
import { defined, Log, statingTerm } from '../../../../test/support/fact-log';
import { frozenLog, readersOf } from '../../../../test/support/frozen-log';

const heads = { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } } as const;
const mean = { ...heads, op: 'mean' } as const;
const guests = { op: 'sum', of: { factType: ['guest'], countKind: 'attendance' } } as const;
const definitions = defined({
  guests,
  heads,
  everybody: {
    op: 'compose',
    parts: [
      { indicator: 'heads', sign: 1 },
      { indicator: 'guests', sign: 1 },
    ],
  },
});
const scope = { view: 'indicators', subject: 'record', period: '2021' } as const;

const present = (value: number, occurrenceKey: string, type = 'present') =>
  many(type, 'attendance', { value, exactness: 'exact' }, { occurrenceKey });
const terms = [statingTerm, reportingPeriodTerm, indicatorTerm];
const readOf = (log: Log): Database => readersOf(log, terms).facts;

/** Ten heads on 4 March and a claim of 11, both recorded in March and frozen at its end. */
function frozen(view: EditionView = indicatorsEdition) {
  const log = new Log();
  const first = log.state([present(10, 'o')], { on: '2021-03-04', at: '2021-03-05' });
  return { log, first, ...frozenLog(log, view, scope, { terms, definitions, asOf: '2021-12-31' }) };
}

const told = ({ figures: changed }: ReturnType<ReturnType<typeof frozen>['since']>) =>
  changed.map(({ before, after, events }) => [after.definition.code, before?.value, after.value, events]);

describe('what changed since an edition', () => {
  test('is nothing for what lies outside its period, or changes nothing', () => {
    const { log, first, since } = frozen();
    log.state([present(5, 'p')], { on: '2022-01-03', at: '2022-01-04', stream: 'thing-2' });
    log.state([present(10, 'o')], { on: '2021-03-05', at: '2022-01-05', corrects: first });
    expect(countOf(since())).toBe(0);
  });

  test('is what a correction moved, with the correction alone', () => {
    const { log, first, since } = frozen();
    const second = log.state([present(12, 'o')], { on: '2021-03-04', at: '2021-05-10', corrects: first });
    expect(told(since())).toEqual([
      ['heads', 10, 12, [second]],
      ['everybody', 10, 12, [second]],
    ]);
  });

  test('is what a withdrawal took away', () => {
    const { log, first, since } = frozen();
    const gone = log.withdraw(first, { at: '2021-05-10' });
    expect(told(since())).toContainEqual(['heads', 10, null, [gone]]);
  });

  test('is a claim that answers now, until it is withdrawn again', () => {
    const { log, since } = frozen();
    const claim = log.claim(
      {
        indicator: 'heads',
        period: { from: '2021-01-01', to: '2021-12-31' },
        kind: 'attendance',
        quantity: { value: 11, exactness: 'exact' },
      },
      { at: '2021-06-01' },
    );
    expect(told(since())).toContainEqual(['heads', 10, 11, [claim]]);
    log.withdraw(claim, { at: '2021-06-02', stream: 'claim-1' });
    expect(countOf(since())).toBe(0);
  });

  test('is a bound that a declared coverage closed', () => {
    const { log, since } = frozen();
    const coverage = log.cover('present', '2021-01-01', '2021-12-31', { at: '2021-06-01' });
    const change = since().figures.find(({ after }) => after.definition.code === 'heads');
    expect([change?.before?.hi, change?.after.hi, change?.events]).toEqual([null, 10, [coverage]]);
  });

  test('is a figure that the edition did not have', () => {
    const { log, since } = frozen();
    const guest = log.state([present(3, 'q', 'guest')], { on: '2021-04-01', at: '2021-04-02', stream: 'thing-3' });
    expect(told(since())).toEqual([
      ['everybody', 10, 13, [guest]],
      ['guests', undefined, 3, [guest]],
    ]);
  });

  /** An indicator of the partnership's own. */
  const own = (log: Log): string => {
    const [texts, countKind] = [{ nl: 'x', fr: 'x' }, 'attendance'];
    const measure = { op: 'sum', of: { factType: ['present'], countKind } };
    const rest = { unit: countKind, subjectKind: 'professional', dimensions: [], appliesFrom: '2019-01-01' };
    return log.indicator('IndicatorDefined', { code: 'own', labels: texts, meaning: texts, measure, ...rest }, { at: '2021-06-01' });
  };

  test('is a figure whose indicator was defined since, with none of the events that were there before', () => {
    const log = new Log();
    log.state([present(10, 'o')], { on: '2021-03-04', at: '2021-03-05' });
    const { since } = frozenLog(log, indicatorsEdition, scope, { terms, asOf: '2021-12-31' });
    own(log);
    expect(told(since())).toEqual([['own', undefined, 10, []]]);
  });

  test('is told of a figure whose indicator was taken back, where it moves', () => {
    const log = new Log();
    const first = log.state([present(10, 'o')], { on: '2021-03-04', at: '2021-03-05' });
    const indicator = own(log);
    const { since } = frozenLog(log, indicatorsEdition, scope, { terms, asOf: '2021-12-31' });
    log.withdraw(indicator, { stream: 'indicator-own' });
    expect(countOf(since())).toBe(0);
    const second = log.state([present(12, 'o')], { on: '2021-03-04', corrects: first });
    expect(told(since())).toEqual([['own', 10, 12, [second]]]);
    expect(since().figures[0]!.label).toEqual({ nl: 'x', fr: 'x' });
  });

  test('is what another version of a definition counts, though nothing was recorded', () => {
    const { since } = frozen();
    const revised = new Map(definitions).set('heads', { ...definitions.get('heads')!, version: 2, measure: mean });
    const changes = since(revised);
    const [change] = changes.figures;
    expect(told(changes).map(([code]) => code)).toEqual(['heads', 'everybody']);
    expect([change?.definition, change?.before?.value, change?.after.value, change?.events]).toEqual([
      { before: 1, after: 2 },
      10,
      1_000,
      [],
    ]);
  });

  test('is that, too, where a text binds the same figure in the version of its day', () => {
    const log = new Log();
    log.state([present(10, 'o')], { on: '2021-03-04', at: '2021-03-05' });
    const asked = { indicator: 'heads', period: '2021', asOf: '2021-12-31' };
    const [pinned] = figures(readOf(log), asked, { definitions }).figures;
    log.state([present(1, 'elsewhen')], { on: '2020-03-04', at: '2021-03-06', stream: 'thing-2' });
    const both: EditionView = {
      kind: 'report',
      content: ({ facts }, _of, at) => ({
        text: { figureId: pinned!.id },
        shown: figures(facts, { ...asked, through: at.through }, at).figures,
      }),
    };
    const { since } = frozenLog(log, both, scope, { terms, definitions });
    const revised = new Map(definitions).set('heads', { ...definitions.get('heads')!, version: 2, measure: mean });
    expect(since(revised).figures.map(({ definition }) => definition)).toEqual([{ before: 1, after: 2 }]);
  });

  test('is found for a figure that a view pins by its id alone', () => {
    const pinning: EditionView = {
      kind: 'report',
      content: ({ facts }, { period }, { asOf, through }) => {
        const [figure] = figures(facts, { indicator: 'heads', period, asOf, through }, { definitions }).figures;
        return { sentences: [{ figureId: figure!.id }] };
      },
    };
    const { log, first, since } = frozen(pinning);
    expect(countOf(since())).toBe(0);
    const second = log.state([present(12, 'o')], { on: '2021-03-04', at: '2021-05-10', corrects: first });
    expect(told(since())).toEqual([['heads', 10, 12, [second]]]);
  });

  test('is not what had moved before the edition, and is where it moves on, with the events since', () => {
    const log = new Log();
    const first = log.state([present(10, 'o')], { on: '2021-03-04', at: '2021-03-05' });
    const [pinned] = figures(readOf(log), { indicator: 'heads', period: '2021', asOf: '2021-12-31' }, { definitions }).figures;
    const second = log.state([present(12, 'o')], { on: '2021-03-04', at: '2021-04-10', corrects: first });
    const unreadable = Buffer.from('{}').toString('base64url');
    const pinning: EditionView = { kind: 'report', content: () => ({ figures: [{ figureId: pinned!.id }, { figureId: unreadable }] }) };
    const { since } = frozenLog(log, pinning, scope, { terms, definitions });
    expect(countOf(since())).toBe(0);
    const third = log.state([present(15, 'o')], { on: '2021-03-04', at: '2021-05-10', corrects: second });
    expect(told(since())).toEqual([['heads', 12, 15, [third]]]);
  });
});

type Later =
  | { readonly act: 'state'; readonly type: 'present' | 'guest'; readonly day: string; readonly heads: number }
  | { readonly act: 'correct'; readonly heads: number }
  | { readonly act: 'withdraw' };

const later: fc.Arbitrary<Later> = fc.oneof(
  fc.record({
    act: fc.constant('state' as const),
    type: fc.constantFrom('present' as const, 'guest' as const),
    day: fc.constantFrom('2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'),
    heads: fc.nat({ max: 3 }),
  }),
  fc.record({ act: fc.constant('correct' as const), heads: fc.nat({ max: 12 }) }),
  fc.constant({ act: 'withdraw' as const }),
);

test('what changed is what each figure, asked by itself at both K, shows otherwise', () => {
  const shownAt = (db: Database, indicator: string, knownOn: string): string => {
    const [figure] = figures(db, { indicator, period: '2021', asOf: '2021-12-31', knownOn }, { definitions }).figures;
    return JSON.stringify([figure!.shown, figure!.value, figure!.lo, figure!.hi, figure!.exactness]);
  };
  fc.assert(
    fc.property(fc.array(later, { maxLength: 6 }), (course) => {
      const { log, first, since } = frozen();
      const recorded = new Set<string>();
      let head = first;
      for (const [n, step] of course.entries()) {
        if (step.act === 'state') {
          recorded.add(log.state([present(step.heads, `p${n}`, step.type)], { on: step.day, at: '2022-05-10', stream: `thing-${n + 2}` }));
        } else if (head !== '') {
          const corrected = { on: '2021-03-04', at: '2022-05-10', corrects: head };
          head = step.act === 'correct' ? log.state([present(step.heads, 'o')], corrected) : log.withdraw(head, { at: '2022-05-10' }) && '';
          recorded.add(log.events.at(-1)!.id);
        }
      }
      const db = readOf(log);
      const moved = [...definitions.keys()].filter((code) => shownAt(db, code, '2021-03-31') !== shownAt(db, code, '2022-12-31'));
      const { figures: changed } = since();
      expect(changed.map(({ after }) => after.definition.code).sort()).toEqual(moved.sort());
      for (const { events } of changed) {
        expect(events.length).toBeGreaterThan(0);
        expect(events.filter((event) => !recorded.has(event))).toEqual([]);
      }
    }),
    { seed: 19, numRuns: 100 },
  );
});

test('an edition names the definitions of its figures and of their parts', () => {
  const { content } = frozen();
  expect(definitionsUsed(quotedIn(content)).map(({ code, version }) => `${code}@${version}`)).toEqual([
    'everybody@1',
    'guests@1',
    'heads@1',
  ]);
});

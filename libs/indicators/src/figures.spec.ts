import { exactly } from '@app/decider';
import { many, one } from '@app/partnership';
import type { Database } from 'better-sqlite3';
import { between, defined, Log } from '../../../test/support/fact-log';
import { loadDefinitions } from './definition';
import { BadQuery, figureIdOf, type FigureQuery, parsePeriod, queryOfFigure } from './figure-query';
import type { Figure } from './figure';
import { figures } from './figures';
import { provenance } from './provenance';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const kind = (...value: string[]) => ({ where: { all: [{ dim: 'kind', op: 'in' as const, value }] } });

const definitions = defined({
  sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } },
  talks: { op: 'sum', of: { factType: ['held'], countKind: 'session', ...kind('talk', 'lunch') } },
  registrations: { op: 'sum', of: { factType: ['registered'], countKind: 'registration' } },
  attendances: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } },
  reached: {
    op: 'compose',
    parts: [
      { indicator: 'registrations', sign: 1 },
      { indicator: 'attendances', sign: 1 },
    ],
  },
  net: {
    op: 'compose',
    parts: [
      { indicator: 'sessions', sign: 1 },
      { indicator: 'talks', sign: -1 },
    ],
  },
  subscribers: { op: 'lastObserved', of: { factType: ['subscribers'], countKind: 'subscriber' } },
  'show-rate': {
    op: 'ratio',
    num: { factType: ['present'], countKind: 'attendance' },
    den: { factType: ['registered'], countKind: 'registration' },
    anchor: 'flow',
  },
  answered: {
    op: 'ratio',
    num: { factType: ['answered'], countKind: 'contact' },
    den: { factType: ['asked'], countKind: 'contact' },
    anchor: 'cohort',
  },
  heads: { op: 'mean', of: { factType: ['present'], countKind: 'attendance' } },
  wait: { op: 'delay', num: { factType: ['answered'], countKind: 'contact' }, den: { factType: ['asked'], countKind: 'contact' } },
});

function ask(db: Database, indicator: string, query: Partial<FigureQuery> = {}): Figure {
  const [figure] = figures(db, { indicator, period: '2021', ...query }, { definitions }).figures;
  if (!figure) throw new Error('no figure');
  return figure;
}
const computed = (db: Database, indicator: string, query: Partial<FigureQuery> = {}) => ask(db, indicator, query).computed;

describe('adding kinds', () => {
  const log = new Log();
  log.state([many('registered', 'registration', exactly(300))], { stream: 'a' });
  log.state([many('present', 'attendance', exactly(100))], { stream: 'b', at: '2022-01-10' });
  log.claim({ indicator: 'reached', period: YEAR, kind: 'unique-person', quantity: exactly(400) });
  const db = log.read();

  test('is refused with both parts, and the printed total beside it', () => {
    const figure = ask(db, 'reached');
    expect(figure).toMatchObject({
      value: null,
      countKind: null,
      shown: 'none',
      computed: null,
      refusal: { code: 'figure.mixed-count-kinds' },
    });
    expect(figure.parts?.map(({ indicator, countKind, value }) => [indicator, countKind, value])).toEqual([
      ['registrations', 'registration', 300],
      ['attendances', 'attendance', 100],
    ]);
    expect(figure.claims.map(({ value }) => value)).toEqual([400]);
  });

  test('is allowed in a ratio', () => {
    expect(computed(db, 'show-rate')).toMatchObject({ value: 3333, num: 100, den: 300, lo: 3333, hi: 3333 });
  });
});

test('parts of one kind compose, with signs', () => {
  const log = new Log();
  log.state([one('held', 'session', { dims: { kind: 'talk' } }), one('held', 'session', { dims: { kind: 'visit' } })], {
    at: '2022-01-10',
  });
  expect(computed(log.read(), 'net')).toMatchObject({ value: 1, lo: 1, hi: 1, exactness: 'exact' });
});

describe('what is shown', () => {
  const claim = (log: Log, value: number, rest: object = {}) =>
    log.claim({ indicator: 'sessions', period: YEAR, kind: 'session', quantity: exactly(value), ...rest }, { at: '2022-01-10' });

  test('claims that disagree stand side by side', () => {
    const log = new Log();
    claim(log, 14);
    claim(log, 15);
    expect(ask(log.read(), 'sessions')).toMatchObject({ shown: 'disputed', value: null, claims: [{ value: 14 }, { value: 15 }] });
  });

  test('a later day of data replaces an earlier one', () => {
    const log = new Log();
    claim(log, 15, { dataOn: '2021-12-31' });
    claim(log, 14, { dataOn: '2021-06-30' });
    expect(ask(log.read(), 'sessions')).toMatchObject({ shown: 'claim', value: 15 });
    expect(ask(log.read(), 'sessions', { asOf: '2021-07-31' })).toMatchObject({ shown: 'claim', value: 14, provisional: true });
  });

  test('a claim answers only its own part, territory and period', () => {
    const log = new Log();
    claim(log, 3, { dims: { kind: 'talk' } });
    const db = log.read();
    expect(ask(db, 'sessions').shown).toBe('none');
    expect(ask(db, 'sessions', { where: [{ dim: 'kind', op: 'eq', value: ['talk'] }] })).toMatchObject({ shown: 'claim', value: 3 });
    expect(ask(db, 'sessions', { period: '2021-Q1' }).shown).toBe('none');
    expect(ask(db, 'sessions', { territory: 'north' }).shown).toBe('none');
  });

  test('without a claim the recount is partial, its upper bound open', () => {
    const log = new Log();
    log.state([one('held', 'session')], { at: '2022-01-10' });
    expect(ask(log.read(), 'sessions')).toMatchObject({
      shown: 'computed',
      coverage: 'partial',
      value: 1,
      lo: 1,
      hi: null,
      computed: { hi: 1 },
    });
  });

  test('nothing is never zero without a complete record', () => {
    const log = new Log();
    log.cover('held', '2021-01-01', '2021-12-31', { at: '2022-01-10' });
    expect(ask(log.read(), 'sessions')).toMatchObject({ shown: 'computed', value: 0, coverage: 'complete' });
    expect(ask(log.read(), 'attendances')).toMatchObject({ shown: 'none', value: null, absence: 'not-recorded' });
  });

  test('a period that has not begun has no value', () => {
    const log = new Log();
    log.state([one('held', 'session')], { at: '2021-06-01' });
    expect(ask(log.read(), 'sessions', { period: '2022' })).toMatchObject({ absence: 'not-begun', value: null, computed: null });
    expect(ask(new Log().read(), 'sessions')).toMatchObject({ absence: 'not-recorded', value: null });
  });
});

describe('coverage', () => {
  test('joins adjoining declarations and needs every kind that the indicator takes', () => {
    const log = new Log();
    log.state([one('held', 'session', { dims: { kind: 'talk' } })], { at: '2022-01-10' });
    log.cover('held', '2021-01-01', '2021-06-30', {}, { dims: { kind: 'talk' } });
    log.cover('held', '2021-07-01', '2021-12-31', {}, { dims: { kind: 'talk' } });
    expect(ask(log.read(), 'talks').coverage).toBe('partial');
    log.cover('held', '2021-01-01', '2021-12-31', {}, { dims: { kind: 'lunch' } });
    expect(ask(log.read(), 'talks').coverage).toBe('complete');
    expect(ask(log.read(), 'sessions').coverage).toBe('partial');
  });

  test('is broken by a gap, by a dimension that a fact lacks, and by an event that cannot be read', () => {
    const gap = new Log();
    gap.cover('held', '2021-01-01', '2021-06-29', { at: '2022-01-10' });
    gap.cover('held', '2021-07-01', '2021-12-31');
    expect(ask(gap.read(), 'sessions').coverage).toBe('partial');

    const log = new Log();
    log.cover('held', '2021-01-01', '2021-12-31', { at: '2022-01-10' });
    log.state([one('held', 'session')]);
    const db = log.read();
    expect(ask(db, 'sessions').coverage).toBe('complete');
    expect(ask(db, 'talks')).toMatchObject({ coverage: 'partial', shown: 'none', computed: { value: 0, notAssessable: 1 } });
    db.prepare(`INSERT INTO undecodable (ordinal, event_id, stream_id, type) VALUES (1, 'x', 's', 'T')`).run();
    expect(ask(db, 'sessions').coverage).toBe('partial');
  });
});

describe('measures', () => {
  test('the last observation of each series is summed; a series without one makes it unknown', () => {
    const log = new Log();
    const seen = (seriesKey: string, value: number, on: string) =>
      log.state([many('subscribers', 'subscriber', exactly(value), { seriesKey })], { on, at: '2022-01-10' });
    seen('a', 200, '2021-06-30');
    seen('a', 295, '2021-12-30');
    seen('b', 190, '2021-12-30');
    const db = log.read();
    expect(computed(db, 'subscribers')).toMatchObject({ value: 485, facts: 2 });
    expect(computed(db, 'subscribers', { asOf: '2021-06-30' })).toMatchObject({ value: null });
  });

  test('a cohort counts a group once and waits for its answer until A; a delay is the median of the closed ones', () => {
    const log = new Log();
    const contact = (type: string, groupKey: string, on: string) =>
      log.state([one(type, 'contact', { groupKey })], { stream: groupKey, on, at: '2022-06-01' });
    contact('asked', 'g1', '2021-12-01');
    contact('asked', 'g2', '2021-12-30');
    contact('asked', 'g3', '2021-12-31');
    contact('answered', 'g1', '2021-12-05');
    contact('answered', 'g1', '2021-12-06');
    contact('answered', 'g2', '2022-01-09');
    const db = log.read();
    expect(computed(db, 'answered')).toMatchObject({ value: 6667, num: 2, den: 3 });
    expect(computed(db, 'answered', { asOf: '2021-12-31' })).toMatchObject({ value: 3333, num: 1, den: 3 });
    expect(computed(db, 'wait')).toMatchObject({ value: 4, closed: 2, open: 1 });
  });

  test('a mean is over gatherings, in hundredths', () => {
    const log = new Log();
    for (const [index, heads] of [14, 22, 16].entries())
      log.state([many('present', 'attendance', exactly(heads), { occurrenceKey: `o${index}` })], { stream: `s${index}`, at: '2022-01-10' });
    expect(computed(log.read(), 'heads')).toMatchObject({ value: 1733, num: 52, den: 3 });
  });

  test('an approximate term makes a sum about, an unknown one at least', () => {
    const about = new Log();
    about.state([many('present', 'attendance', { value: 40, exactness: 'approximate' }), many('present', 'attendance', exactly(9))], {
      at: '2022-01-10',
    });
    expect(computed(about.read(), 'attendances')).toMatchObject({ value: 49, lo: null, hi: null, exactness: 'approximate' });
    const least = new Log();
    least.state([many('present', 'attendance', { lo: 31, exactness: 'lower-bound' }), many('present', 'attendance', exactly(9))], {
      at: '2022-01-10',
    });
    expect(computed(least.read(), 'attendances')).toMatchObject({ value: null, lo: 40, hi: null, exactness: 'lower-bound' });
  });
});

test('synthetic facts, claims and coverage stay out of the record, and the record out of theirs', () => {
  const log = new Log();
  log.state([one('held', 'session')], { stream: 'a' });
  log.state([one('held', 'session'), one('held', 'session')], { stream: 'b', source: 'synthetic' });
  log.cover('held', '2021-01-01', '2021-12-31', { source: 'synthetic', at: '2022-01-10' });
  log.claim({ indicator: 'sessions', period: YEAR, kind: 'session', quantity: exactly(9) }, { source: 'synthetic' });
  const db = log.read();
  expect(ask(db, 'sessions')).toMatchObject({ value: 1, coverage: 'partial', claims: [] });
  expect(ask(db, 'sessions', { origin: 'synthetic' })).toMatchObject({ value: 2, coverage: 'complete', claims: [{ value: 9 }] });
  expect(ask(db, 'sessions', { origin: 'document' })).toMatchObject({ shown: 'none', computed: { value: 0 } });
});

test('a scope narrows by organisation and territory; the Region is everything', () => {
  const log = new Log();
  log.state([one('held', 'session')], {
    stream: 'a',
    organisation: 'org-a',
    territory: { code: 'north', level: 'zone', hierarchy: '2022' },
  });
  log.state([one('held', 'session')], { stream: 'b', organisation: 'org-b', at: '2022-01-10' });
  const db = log.read();
  const count = (query: Partial<FigureQuery>) => computed(db, 'sessions', query)?.value;
  expect([
    count({ organisation: 'org-a' }),
    count({ territory: 'north' }),
    count({ territory: 'south' }),
    count({ territory: '04000' }),
  ]).toEqual([1, 1, 0, 2]);
});

describe('a territory', () => {
  const at = (code: string, level: 'commune' | 'zone' | 'sector') => ({ territory: { code, level, hierarchy: '2022' } }) as const;
  const unit = (code: string, ...parents: string[]) => ({ code, name: { nl: code }, parents });
  const boundary = (on: string, changes: object[], envelope: object = {}) =>
    [on, { hierarchy: on.slice(0, 4), changes }, envelope] as const;

  /** Region R; communes A, and B over two zones; zones N and S since March 2021, A in N. */
  function grown(at = '2022-01-10'): Log {
    const log = new Log();
    log.places('TerritoryDefined', '2011-01-01', { hierarchy: '2011', level: 'region', units: [{ code: 'R', name: { nl: 'R' } }] }, { at });
    log.places('TerritoryDefined', '2011-01-01', { hierarchy: '2011', level: 'commune', units: [unit('A', 'R'), unit('B', 'R')] });
    log.places('TerritoryDefined', '2011-01-01', { hierarchy: '2011', level: 'sector', units: [unit('A1', 'A'), unit('B1', 'B')] });
    log.places('TerritoryDefined', '2021-03-01', { hierarchy: '2021', level: 'zone', units: [unit('N', 'R'), unit('S', 'R')] });
    return log;
  }
  const held = (log: Log, on: string | ReturnType<typeof between>, place: ReturnType<typeof at>, stream: string) =>
    log.state([one('held', 'session')], { stream, on, ...place });
  const inside = (db: Database, territory: string, query: Partial<FigureQuery> = {}) => computed(db, 'sessions', { territory, ...query });

  test('holds what happened in the places below it, since they lie there', () => {
    const log = grown();
    log.places(
      'TerritoryBoundaryChanged',
      ...boundary('2021-03-01', [
        { code: 'A', parents: ['N'] },
        { code: 'B1', parents: ['B', 'S'] },
      ]),
    );
    held(log, '2021-02-01', at('A', 'commune'), 'before');
    held(log, '2021-04-01', at('A', 'commune'), 'commune');
    held(log, '2021-04-02', at('A1', 'sector'), 'sector');
    held(log, '2021-04-03', at('N', 'zone'), 'zone');
    held(log, '2021-04-04', at('B', 'commune'), 'city');
    held(log, '2021-04-05', at('B1', 'sector'), 'part');
    log.state([one('held', 'session')], { stream: 'nowhere', on: '2021-04-06' });
    const db = log.read();
    expect(['N', 'S', 'A', 'A1', 'B', 'B1', '04000'].map((code) => inside(db, code)?.value)).toEqual([3, 1, 3, 1, 2, 1, 7]);
  });

  test('keeps its past when a boundary moves', () => {
    const log = grown();
    log.places('TerritoryBoundaryChanged', ...boundary('2021-03-01', [{ code: 'A', parents: ['N'] }]));
    log.places('TerritoryBoundaryChanged', ...boundary('2021-07-01', [{ code: 'A', parents: ['S'] }]));
    held(log, '2021-06-30', at('A', 'commune'), 'a');
    held(log, '2021-07-01', at('A', 'commune'), 'b');
    held(log, '2021-07-02', at('A1', 'sector'), 'c');
    const db = log.read();
    expect(['N', 'S', 'A'].map((code) => inside(db, code)?.value)).toEqual([1, 2, 3]);
  });

  test('knows in part what may have happened before or after its boundary moved', () => {
    const log = grown();
    log.places('TerritoryBoundaryChanged', ...boundary('2021-03-15', [{ code: 'A', parents: ['N'] }]));
    held(log, between('2021-03-01', '2021-03-31'), at('A', 'commune'), 'a');
    expect(inside(log.read(), 'N')).toMatchObject({ value: 0, lo: 0, hi: 1 });
  });

  test('is known as it was known: a boundary recorded later, or corrected, counts from then on', () => {
    const log = grown('2021-04-02');
    held(log, '2021-04-01', at('A', 'commune'), 'a');
    const drawn = log.places('TerritoryBoundaryChanged', ...boundary('2021-03-01', [{ code: 'A', parents: ['N'] }], { at: '2021-05-01' }));
    log.places(
      'TerritoryBoundaryChanged',
      ...boundary('2021-03-01', [{ code: 'A', parents: ['S'] }], { at: '2021-06-01', corrects: drawn }),
    );
    const db = log.read();
    const on = (knownOn: string) => ['N', 'S'].map((code) => inside(db, code, { knownOn })?.value);
    expect([on('2021-04-30'), on('2021-05-31'), on('2021-06-30')]).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  test('takes nothing from a tree that was made up', () => {
    const log = grown();
    const made = { source: 'synthetic' as const };
    log.places('TerritoryBoundaryChanged', ...boundary('2021-03-01', [{ code: 'A', parents: ['N'] }], made));
    held(log, '2021-04-01', at('A', 'commune'), 'a');
    log.state([one('held', 'session')], { stream: 'b', on: '2021-04-01', ...at('A', 'commune'), ...made });
    const db = log.read();
    expect([inside(db, 'N')?.value, inside(db, 'N', { origin: 'synthetic' })?.value]).toEqual([0, 1]);
  });
});

describe('a figure id', () => {
  const log = new Log();
  const first = log.state([one('held', 'session')], { stream: 'a', at: '2022-01-10', line: 573 });
  const claim = log.claim({ indicator: 'sessions', period: YEAR, kind: 'session', quantity: exactly(29), raw: '29' }, { line: 694 });
  const { id } = ask(log.read(), 'sessions');

  test('answers the same after more was recorded and after a rebuild', () => {
    log.state([one('held', 'session')], { stream: 'b' });
    const expected = {
      figureId: id,
      events: [first],
      claims: [{ eventId: claim, source: { ref: 'S000', line: 694 }, raw: '29' }],
      next: null,
    };
    expect(provenance(log.read(), id, { definitions })).toEqual(expected);
  });

  test('is its query, and nothing else is one', () => {
    expect(figureIdOf(queryOfFigure(id))).toBe(id);
    expect(() => queryOfFigure('bm90IGEgZmlndXJl')).toThrow(BadQuery);
    expect(() => queryOfFigure(`${id}AAAA`)).toThrow(BadQuery);
  });

  test('pages through many events', () => {
    const many_ = new Log();
    const ids = ['a', 'b', 'c'].map((stream) => many_.state([one('held', 'session')], { stream, at: '2022-01-10' }));
    const db = many_.read();
    const figure = ask(db, 'sessions');
    const page = provenance(db, figure.id, { definitions, limit: 2 });
    expect([page.events, page.next]).toEqual([ids.slice(0, 2), ids[1]]);
    expect(provenance(db, figure.id, { definitions, limit: 2, after: ids[1] ?? '' })).toMatchObject({ events: [ids[2]], next: null });
  });
});

describe('a period', () => {
  test.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2021-Q1', '2021-01-01', '2021-03-31'],
    ['2021-Q4', '2021-10-01', '2021-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2021-03-05', '2021-03-05', '2021-03-05'],
    ['2021-03-05..2022-01-01', '2021-03-05', '2022-01-01'],
  ])('%s is %s to %s', (period, from, to) => {
    expect(parsePeriod(period)).toEqual({ from, to });
  });

  test.each(['21', '2021-13', '2021-Q5', '2021-02-30', '2021-12-31..2021-01-01', 'last year'])('%s is none', (period) => {
    expect(() => parsePeriod(period)).toThrow(BadQuery);
  });

  test('that is left out is every year the record speaks of', () => {
    const log = new Log();
    log.state([one('held', 'session')], { on: '2019-05-01', at: '2022-01-10' });
    log.claim({ indicator: 'sessions', period: YEAR, kind: 'session', quantity: exactly(3) });
    const answer = figures(log.read(), { indicator: 'sessions' }, { definitions });
    expect(answer.figures.map(({ period, value }) => [period.from, value])).toEqual([
      ['2019-01-01', 1],
      ['2020-01-01', null],
      ['2021-01-01', 3],
    ]);
  });
});

test('what cannot be asked is a bad query', () => {
  const db = new Log().read();
  const code = (query: FigureQuery) => {
    try {
      figures(db, query, { definitions });
      return 'answered';
    } catch (error) {
      return error instanceof BadQuery ? error.code : String(error);
    }
  };
  expect(code({ indicator: 'nothing', period: '2021' })).toBe('figure.unknown-indicator');
  expect(code({ indicator: 'sessions', period: '2021', action: 6 })).toBe('query.action-without-plan');
  expect(code({ indicator: 'sessions', period: '2021', knownOn: '2021-02-30' })).toBe('query.bad-day');
  expect(code({ indicator: 'sessions', period: '2021', asOf: 'now' })).toBe('query.bad-day');
  expect(code({ indicator: 'sessions', period: '2021', through: 'none' })).toBe('query.unknown-event');
});

describe('what only claims answer', () => {
  const clarity = defined({ clarity: { op: 'reported', countKind: 'score' } });
  const asked = (log: Log) => figures(log.read(), { indicator: 'clarity', period: '2021' }, { definitions: clarity }).figures[0];
  const log = new Log();
  log.state([one('clarity', 'score')], { on: '2021-03-01', at: '2022-01-10' });

  it('is not recorded until there is a claim, never nought, even over a complete record', () => {
    log.cover('clarity', '2021-01-01', '2021-12-31');
    expect(asked(log)).toMatchObject({
      value: null,
      countKind: 'score',
      shown: 'none',
      absence: 'not-recorded',
      computed: null,
      coverage: 'partial',
    });
  });

  it('is what a claim says, and both where two disagree', () => {
    const claim = { indicator: 'clarity', period: YEAR, kind: 'score' };
    log.claim({ ...claim, quantity: exactly(4) });
    expect(asked(log)).toMatchObject({ value: 4, shown: 'claim', computed: null });
    log.claim({ ...claim, quantity: exactly(2) }, { stream: 'claim-2' });
    expect(asked(log)).toMatchObject({ value: null, shown: 'disputed', claims: [{ value: 4 }, { value: 2 }] });
  });
});

describe('an indicator about one action', () => {
  const sound = [...defined({ sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } } }).values()];
  const scoped = loadDefinitions([sound.map((definition) => ({ ...definition, scope: { plan: '2021', action: 6 } }))]);
  const log = new Log();
  const six = log.state([one('held', 'session')], { stream: 'a', on: '2021-03-01', at: '2022-01-10', actions: [6] });
  log.state([one('held', 'session')], { stream: 'b', on: '2021-03-02', actions: [7, 8] });
  const both = log.state([one('held', 'session')], { stream: 'c', on: '2021-03-03', actions: [6, 7] });
  log.claim({ indicator: 'sessions', period: YEAR, kind: 'session', quantity: exactly(9), plan: '2021', action: 7 });
  const db = log.read();
  const about = (query: Partial<FigureQuery> = {}) =>
    figures(db, { indicator: 'sessions', period: '2021', ...query }, { definitions: scoped }).figures[0]!;

  it('counts what serves it, and its id says so', () => {
    expect(about()).toMatchObject({ value: 2, shown: 'computed', claims: [] });
    expect(queryOfFigure(about().id)).toMatchObject({ plan: '2021', action: 6 });
    expect(provenance(db, about().id, { definitions: scoped }).events).toEqual([six, both]);
  });

  it('answers about another action, or the whole plan, when that is asked', () => {
    expect(about({ plan: '2021', action: 7 })).toMatchObject({ value: 9, shown: 'claim', computed: { value: 2 } });
    expect(about({ plan: '2021' }).computed).toMatchObject({ value: 3 });
    expect(about({ plan: '2022' }).computed).toMatchObject({ value: 0, facts: 0 });
  });
});

describe('what was recorded late', () => {
  const log = new Log();
  log.state([many('present', 'attendance', exactly(10))], { stream: 'a', on: '2021-03-01', at: '2021-04-01' });
  const late = log.state([many('present', 'attendance', exactly(20))], { stream: 'b', on: '2021-03-01', at: '2021-04-02' });
  log.state([many('present', 'attendance', exactly(30))], { stream: 'c', on: '2021-11-01', at: '2022-02-10' });
  log.state([many('present', 'attendance', exactly(21))], { stream: 'b', on: '2021-03-01', at: '2022-03-01', corrects: late });
  const db = log.read();

  it('is told with the figure: how many facts, and the last day', () => {
    expect(computed(db, 'attendances')).toMatchObject({ value: 61, facts: 3, late: 2 });
  });

  it('was not there on an earlier day', () => {
    expect(computed(db, 'attendances', { knownOn: '2021-04-02' })).toMatchObject({
      value: 30,
      late: 1,
    });
    const intime = computed(db, 'attendances', { knownOn: '2021-04-01' });
    expect([intime?.value, intime && 'late' in intime]).toEqual([10, false]);
  });
});

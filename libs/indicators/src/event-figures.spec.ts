import { exactly } from '@app/decider';
import { many, one } from '@app/partnership';
import { defined, Log, setOf } from '../../../test/support/fact-log';
import { eventFigures, type EventFiguresOptions, type MovedFigure } from './event-figures';
import { standing } from './moved';

const definitions = defined({
  sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } },
  webinars: {
    op: 'sum',
    of: { factType: ['held'], countKind: 'session', where: { all: [{ dim: 'kind', op: 'eq', value: ['webinar'] }] } },
  },
  attendances: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } },
  both: {
    op: 'compose',
    parts: [
      { indicator: 'sessions', sign: 1 },
      { indicator: 'webinars', sign: 1 },
    ],
  },
  members: { op: 'stock', of: { factType: ['member'], countKind: 'membership' } },
  judged: { op: 'reported', countKind: 'session' },
});

const YEAR = { from: '2021-01-01', to: '2021-12-31' };

const ask = (log: Log, event: string, options: EventFiguresOptions = {}) => {
  const answer = eventFigures(log.read(), event, { definitions, asOf: '2021-12-31', today: '2022-01-31', ...options });
  if (!answer) throw new Error('no such event');
  return answer;
};

/** `indicator period scope: before > after, now current`; the period as a query writes it. */
const told = ({ indicator, period, plan, action, territory, organisation, before, after, current }: MovedFigure): string => {
  const scope = [plan, action, territory, organisation].filter((part) => part !== undefined).join('/');
  return `${indicator} ${nameOf(period)} ${scope}: ${before.value} > ${after.value}, now ${current.value}`;
};

const nameOf = ({ from, to }: MovedFigure['period']): string => {
  const [year = '', month = ''] = from.split('-');
  if (to === `${year}-12-31` && month === '01') return year;
  return from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : `${year}-Q${Math.ceil(Number(month) / 3)}`;
};

const toldOf = (log: Log, event: string, name: string): readonly string[] =>
  ask(log, event)
    .figures.filter(({ period }) => nameOf(period) === name)
    .map(told);

describe('an event', () => {
  const log = new Log();
  log.state([one('held', 'session', { dims: { kind: 'talk' } })], { stream: 's-1', on: '2021-02-03', actions: [6] });
  const second = log.state([one('held', 'session', { dims: { kind: 'webinar' } })], {
    stream: 's-2',
    on: '2021-02-10',
    actions: [6],
    organisation: 'org-a',
  });

  test('moves figures of its plan, action and organisation, compositions included, that take such facts', () => {
    expect(toldOf(log, second, '2021')).toEqual([
      'sessions 2021 : 1 > 2, now 2',
      'webinars 2021 : null > 1, now 1',
      'both 2021 : 1 > 3, now 3',
      'sessions 2021 2021: 1 > 2, now 2',
      'webinars 2021 2021: null > 1, now 1',
      'both 2021 2021: 1 > 3, now 3',
      'sessions 2021 2021/6: 1 > 2, now 2',
      'webinars 2021 2021/6: null > 1, now 1',
      'both 2021 2021/6: 1 > 3, now 3',
      'sessions 2021 org-a: null > 1, now 1',
      'webinars 2021 org-a: null > 1, now 1',
      'both 2021 org-a: null > 2, now 2',
    ]);
  });

  test('moves those of its year, quarter and month', () => {
    expect([...new Set(ask(log, second).figures.map(({ period }) => nameOf(period)))]).toEqual(['2021', '2021-02', '2021-Q1']);
  });

  test('moves nothing that its dimensions do not fit', () => {
    const talk = log.state([one('held', 'session', { dims: { kind: 'talk' } })], { stream: 's-3', on: '2021-02-11' });
    expect(toldOf(log, talk, '2021-02')).not.toContainEqual(expect.stringContaining('webinars'));
  });

  test('pins both figures: each answers by its id alone what it answered', () => {
    const db = log.read();
    const [moved] = eventFigures(db, second, { definitions, asOf: '2021-12-31' })?.figures ?? [];
    for (const pinned of [moved?.before, moved?.after, moved?.current]) {
      const { then } = standing(db, pinned?.figureId ?? '', { definitions });
      expect([then.value, then.shown]).toEqual([pinned?.value, pinned?.shown]);
    }
    expect(standing(db, moved?.before.figureId ?? '', { definitions, at: { through: second } }).moved).toBe(true);
  });

  test('is answered page by page, nothing twice and nothing lost', () => {
    const whole = ask(log, second);
    expect(whole.next).toBeNull();
    const figures: MovedFigure[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = ask(log, second, { after, limit: 7 });
      figures.push(...page.figures);
      after = page.next;
    }
    expect(figures).toEqual(whole.figures);
  });

  test('that nobody recorded is none', () => {
    expect(eventFigures(log.read(), 'nothing', { definitions })).toBeUndefined();
  });
});

describe('a correction and a withdrawal', () => {
  const log = new Log();
  const wrong = log.state([one('held', 'session')], { on: '2021-03-30', at: '2021-04-02' });
  const right = log.state([one('held', 'session')], { on: '2021-04-01', at: '2021-05-10', corrects: wrong });
  const gone = log.withdraw(right, { at: '2021-08-01' });

  test('move what any event of the chain bore on', () => {
    const sessions = (event: string) =>
      ask(log, event)
        .figures.filter(({ indicator, organisation }) => indicator === 'sessions' && organisation === undefined)
        .map(told);
    expect(sessions(right)).toEqual([
      'sessions 2021-03 : 1 > null, now null',
      'sessions 2021-Q1 : 1 > null, now null',
      'sessions 2021-04 : null > 1, now null',
      'sessions 2021-Q2 : null > 1, now null',
    ]);
    expect(sessions(gone)).toEqual([
      'sessions 2021 : 1 > null, now null',
      'sessions 2021-04 : 1 > null, now null',
      'sessions 2021-Q2 : 1 > null, now null',
    ]);
  });
});

test('an event that ends what another stated moves the figures of both days', () => {
  const log = new Log();
  log.plan([one('member', 'membership', { subjectKey: 'p' })], { on: '2020-01-01' });
  const left = log.plan([{ change: ['member'], subjectKey: 'p', validTo: '2021-06-30' }], { on: '2021-06-30' });
  const members = ask(log, left).figures.filter(({ indicator, organisation }) => indicator === 'members' && organisation === undefined);
  expect(members.map(told)).toEqual(['members 2021 : 1 > 0, now 0', 'members 2021-06 : 1 > 0, now 0', 'members 2021-Q2 : 1 > 0, now 0']);
});

test('a set moves the months of its dates', () => {
  const log = new Log();
  const held = log.state([many('present', 'attendance', exactly(12))], { on: setOf('2021-03-29', '2021-05-01') });
  const months = ask(log, held).figures.filter(({ period, organisation }) => /^2021-\d\d$/.test(nameOf(period)) && !organisation);
  expect(months.map(({ period, before, after }) => [nameOf(period), before.hi, after.lo, after.value])).toEqual([
    ['2021-03', null, 0, 0],
    ['2021-05', null, 0, 0],
  ]);
});

test('a claim moves its indicator where it is asked for, and coverage what it makes complete', () => {
  const log = new Log();
  log.state([one('held', 'session', { dims: { kind: 'talk' } })], { on: '2021-02-03' });
  const claim = log.claim({ indicator: 'judged', period: YEAR, plan: '2021', action: 6, kind: 'session', quantity: exactly(29) });
  const cover = log.cover('held', '2021-01-01', '2021-12-31');
  expect(ask(log, claim).figures.map(told)).toEqual([
    'judged 2021 : null > 29, now 29',
    'judged 2021 2021: null > 29, now 29',
    'judged 2021 2021/6: null > 29, now 29',
  ]);
  expect(toldOf(log, cover, '2021')).toEqual([
    'sessions 2021 : 1 > 1, now 1',
    'webinars 2021 : null > 0, now 0',
    'both 2021 : 1 > 1, now 1',
  ]);
});

test('a target moves no figure and is named', () => {
  const log = new Log();
  const set = log.target({ action: 6, target: '6-1', indicator: 'sessions', comparator: '>=', lo: 3, kind: 'session', period: YEAR });
  expect(ask(log, set)).toMatchObject({ figures: [], targets: [{ plan: '2021', action: 6, target: '6-1' }], candidates: 0 });
});

test('what is synthetic moves synthetic figures alone', () => {
  const log = new Log();
  const event = log.state([one('held', 'session')], { on: '2021-02-03', source: 'synthetic' });
  const moved = ask(log, event).figures;
  expect(moved).not.toEqual([]);
  const origins = moved.map(({ after }) => (JSON.parse(Buffer.from(after.figureId, 'base64url').toString()) as { origin: string }).origin);
  expect([...new Set(origins)]).toEqual(['synthetic']);
});

test('a fact of a place moves the figures of the places above it', () => {
  const log = new Log();
  const units = [
    { code: 'zone', names: { nl: 'z', fr: 'z' } },
    { code: 'commune', names: { nl: 'c', fr: 'c' }, parents: ['zone'] },
  ];
  log.places('TerritoryDefined', '2010-01-01', { hierarchy: '2010', level: 'zone', units: [units[0]] });
  log.places('TerritoryDefined', '2010-01-01', { hierarchy: '2010', level: 'commune', units: [units[1]] });
  const held = log.state([one('held', 'session')], {
    on: '2021-02-03',
    territory: { code: 'commune', level: 'commune', hierarchy: '2010' },
  });
  const places = ask(log, held).figures.flatMap(({ indicator, territory }) => (indicator === 'sessions' && territory ? [territory] : []));
  expect([...new Set(places)]).toEqual(['commune', 'zone']);
});

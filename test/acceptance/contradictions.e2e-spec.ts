import { importRegister, registerNames } from '../support/register';
import { TestService } from '../support/service';

/** A quirk of the ledger of the field: which rule finds it, on which lines, with which arithmetic. */
interface Quirk {
  readonly quirk: string;
  readonly rule: string;
  /** Begins what it is about. */
  readonly about: string;
  readonly lines?: readonly string[];
  readonly values?: object;
  readonly factor?: number;
}

const quirks: readonly Quirk[] = [
  { quirk: 'Q-01', rule: 'claims-disagree', about: 'exchange-sessions~', lines: ['S000:800', 'S000:860'] },
  { quirk: 'Q-01', rule: 'recount-disagrees', about: 'exchange-sessions~', lines: ['S000:860'], values: { counted: '14' }, factor: 0.93 },
  {
    quirk: 'Q-02',
    rule: 'kinds-added',
    about: 'people-reached~',
    lines: ['S000:695'],
    values: { parts: '603 (registration) + 506 (attendance)' },
  },
  {
    quirk: 'Q-03',
    rule: 'attendances-as-persons',
    about: 'exchange-unique-attendants~',
    lines: ['S000:861'],
    values: { counted: '19–122' },
  },
  { quirk: 'Q-04', rule: 'vague-though-exact', about: 'exchange-attendances~', lines: ['S000:800'], values: { counted: 122 } },
  { quirk: 'Q-05', rule: 'target-not-comparable', about: '2021~10-3', values: { wanted: 'unique-person', counted: 'attendance' } },
  { quirk: 'Q-06', rule: 'few-came', about: '2021-10-04', values: { registrations: 300, attendances: 100, share: 33.3 } },
  { quirk: 'Q-07', rule: 'few-came', about: '2021-09-28', values: { registrations: 14, attendances: 9, share: 64.3 } },
  { quirk: 'Q-08', rule: 'claims-disagree', about: 'meetings-held~2021-01-01..2021-12-31~2021/20', lines: ['S000:1301', 'S000:1302'] },
  {
    quirk: 'Q-09',
    rule: 'places-left',
    about: 'training-places~',
    lines: ['S000:1786', 'S000:1788', 'S000:1788'],
    values: { places: 60, came: 44 },
  },
  { quirk: 'Q-10', rule: 'claims-disagree', about: 'community-structures~', lines: ['S000:1106', 'S000:1108'] },
  { quirk: 'Q-11', rule: 'claims-disagree', about: 'diapason-structures~', lines: ['S000:1374', 'S000:1375'] },
  { quirk: 'Q-12', rule: 'extrapolated-by-factor', about: 'web-sessions~', lines: ['S000:3470', 'S000:3470'], values: { factor: 3 } },
  { quirk: 'Q-13', rule: 'extrapolated-by-factor', about: 'web-users~', lines: ['S000:3476', 'S000:3476'], values: { factor: 3 } },
  { quirk: 'Q-14', rule: 'copied-series', about: 'web-page-share~', lines: ['S000:3482', 'S000:3498', 'S000:3486', 'S000:3505'] },
  { quirk: 'Q-15', rule: 'share-off', about: 'newsletter-delivery-share~2021', lines: ['S000:3366'], values: { computed: 80.02 } },
  { quirk: 'Q-16', rule: 'multiple-off', about: 'psy-line-growth~', lines: ['S000:934'], values: { num: 130, den: 49, computed: 2.65 } },
  { quirk: 'Q-17', rule: 'stale-copy', about: 'newsletter-contacts~', lines: ['S000:713', 'S000:3357', 'S000:3357'] },
  { quirk: 'Q-18', rule: 'counted-on-several-days', about: 'S000~2021-12-31', lines: ['S000:3553', 'S000:3555', 'S000:3557'] },
  { quirk: 'Q-18', rule: 'vague-though-exact', about: 'social-subscribers~', lines: ['S000:3553'], values: { counted: 810 } },
  { quirk: 'Q-19', rule: 'data-end-early', about: 'inclusions~', lines: ['S000:1070'], values: { dataOn: '2021-11-01', to: '2021-12-31' } },
  { quirk: 'Q-20', rule: 'shares-over-whole', about: 'subsidy-share~', lines: ['S000:229', 'S000:230'], values: { sum: 100.01 } },
  { quirk: 'Q-23', rule: 'copied-targets', about: '2021~34~35' },
  { quirk: 'Q-23', rule: 'copied-targets', about: '2021~47~50' },
  { quirk: 'Q-23', rule: 'copied-targets', about: '2021~97~98' },
  { quirk: 'Q-24', rule: 'outside-plan', about: '2021~events-joined~', lines: ['S000:2725'], values: { from: '2011-11-01' } },
  { quirk: 'Q-25', rule: 'outside-plan', about: '2024~sessions-planned~', lines: ['S002:903'], values: { from: '2023-02-01' } },
  {
    quirk: 'Q-25',
    rule: 'wrong-weekday',
    about: 'sessions-planned~2023-02-01',
    lines: ['S002:903'],
    values: { nl: 'woensdag', fr: 'mercredi' },
  },
  { quirk: 'Q-26', rule: 'outside-plan', about: '2021~65~meeting-held~', values: { from: '2022-02-01' } },
  { quirk: 'Q-27', rule: 'range-without-total', about: 'meeting-attendances~', lines: ['S000:1902'] },
  {
    quirk: 'Q-28',
    rule: 'recount-disagrees',
    about: 'information-sessions~',
    lines: ['S000:694'],
    values: { counted: '30' },
    factor: 1.03,
  },
  { quirk: 'Q-31', rule: 'claims-disagree', about: 'change-workshop-participants~', lines: ['S003:136', 'S003:692'] },
  { quirk: 'Q-32', rule: 'claims-disagree', about: 'change-workshop-procedures~', lines: ['S003:135', 'S003:414', 'S003:438'] },
  { quirk: 'Q-33', rule: 'claims-disagree', about: 'change-workshop-months~', lines: ['S003:134', 'S003:258', 'S003:774'] },
  {
    quirk: 'Q-34',
    rule: 'overlap-unsaid',
    about: 'survey-newcomer-share~survey-open-day-share~survey-focus-group-share~',
    lines: ['S003:797', 'S003:797', 'S003:796'],
    values: { parts: '25% + 15% + 60%' },
  },
  { quirk: 'Q-35', rule: 'claims-disagree', about: 'sessions-held~2022-10-01', lines: ['S003:670', 'S003:687'] },
  { quirk: 'Q-37', rule: 'norm-differs', about: 'zone-inhabitants', lines: ['S003:341', 'S002:1355'] },
  {
    quirk: 'Q-38',
    rule: 'cancelled-counted',
    about: 'sessions-held~2020',
    lines: ['S004:374'],
    values: { counted: '2', unheld: 1 },
    factor: 0.67,
  },
  { quirk: 'Q-42', rule: 'result-missing', about: '2021~18', values: { targets: '“30 in totaal”' } },
  ...[60, 61, 62, 64, 66, 68].map((action) => ({ quirk: 'Q-43', rule: 'result-missing', about: `2021~${action}` })),
  { quirk: 'Q-43', rule: 'targets-without-number', about: '2021' },
  { quirk: 'Q-44', rule: 'stale-year', about: 'documents-cited~', lines: ['S000:3877'], values: { year: '2020' } },
  { quirk: 'Q-45', rule: 'score-without-scale', about: 'aim-score~', lines: ['S001:85', 'S001:93', 'S001:99', 'S001:105', 'S001:111'] },
  { quirk: 'Q-46', rule: 'levels-added', about: 'activity-areas~', lines: ['S001:31', 'S001:31', 'S001:31'] },
  { quirk: 'Q-50', rule: 'stale-year', about: 'vaccination-campaigns~2024', lines: ['S002:1191'], values: { year: '2023' } },
  { quirk: 'Q-51', rule: 'stale-year', about: 'open-forums~2024-09-28', lines: ['S002:1298'], values: { year: '2023' } },
  { quirk: 'Q-52', rule: 'claims-disagree', about: 'meeting-kinds~', lines: ['S000:3135', 'S000:3135'] },
  {
    quirk: 'Q-53',
    rule: 'parts-off-total',
    about: 'survey-answers~2021',
    lines: ['S000:1444', 'S000:1444', 'S000:1445'],
    values: { sum: 77 },
  },
  { quirk: 'Q-54', rule: 'claims-disagree', about: 'strategic-plan-years~', lines: ['S000:442', 'S000:3864'] },
  {
    quirk: 'Q-55',
    rule: 'two-names',
    about: 'cmp-mfo.brussels~mfo-cmp.brussels',
    lines: ['S000:1448', 'S000:1471'],
  },
];

/** What the record cannot find by itself, and why. */
const notFound: Readonly<Record<string, string>> = {
  'Q-21': 'a glyph, read once when the register was made',
  'Q-22': 'a glyph, read once when the register was made',
  'Q-29': 'no contradiction: dates keep their precision',
  'Q-30': 'no contradiction: notations of dates are read when the register is made',
  'Q-36': 'the record knows a place by its code; the short name that one document gives a zone is no figure of it',
  'Q-39': 'one claim; whether its heads are different people nobody knows',
  'Q-40': 'two meanings of one acronym: the register names neither by it',
  'Q-41': 'aliases are resolved when the register is made',
  'Q-47': 'no contradiction: the comparator holds it',
  'Q-48': 'near duplicates are indicators of their own',
  'Q-49': 'an unusual definition, said in the indicator',
};

let service: TestService;
let position: string | undefined;
let found: readonly any[];

const ask = async (query: string): Promise<readonly any[]> => {
  const answer = await service.get(`/api/contradictions?${query}`);
  expect([query, answer.status]).toEqual([query, 200]);
  return answer.body.contradictions;
};

beforeAll(async () => {
  service = await TestService.start();
  for (const name of registerNames()) position = (await importRegister(service, name)).position ?? position;
  found = await ask(`position=${position}`);
}, 120_000);

afterAll(() => service.remove());

const matterOf = ({ rule, about }: any): string => [rule, ...about].join('~');

const linesOf = ({ evidence }: any): readonly string[] =>
  evidence.flatMap(({ source }: any) => (source ? [`${source.ref}:${source.line}`] : []));

describe('the contradictions of the five registers', () => {
  it.each(quirks)('$quirk is found by $rule: $about', ({ rule, about, lines = [], values = {}, factor }) => {
    const [one, ...more] = found.filter((one) => matterOf(one).startsWith(`${rule}~${about}`));
    expect(more).toEqual([]);
    expect(linesOf(one)).toEqual(lines);
    expect(one.values).toMatchObject(values);
    expect(one.factor).toEqual(factor === undefined ? undefined : { lo: factor, hi: factor });
    expect(one.evidence.every(({ eventId }: any) => typeof eventId === 'string')).toBe(true);
  });

  it('are at least 44 of the 55 of the ledger, and each of the others has its reason', () => {
    const ids = new Set(quirks.map(({ quirk }) => quirk));
    const all = Array.from({ length: 55 }, (_, n) => `Q-${String(n + 1).padStart(2, '0')}`);
    expect(ids.size).toBeGreaterThanOrEqual(44);
    expect([...ids, ...Object.keys(notFound)].sort()).toEqual(all);
  });

  it('are few beside those of the ledger', () => {
    const expected = (matter: string) => quirks.some(({ rule, about }) => matter.startsWith(`${rule}~${about}`));
    expect(found.map(matterOf).filter((matter) => !expected(matter))).toEqual([
      'claims-disagree~newsletter-contacts~2021-01-01..2021-12-31~2021/7',
      ...[6, 11, 22, 32, 34, 35, 38, 59, 65, 67, 73, 85, 93, 94].map((action) => `result-missing~2021~${action}`),
    ]);
  });

  it('have keys of their own and sentences without an empty place', () => {
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
    expect(found.map(({ key }) => key).filter((key) => !/^[a-z-]+\.[0-9a-f]{24}$/.test(key))).toEqual([]);
    for (const { sentence } of found) expect(JSON.stringify(Object.values(sentence))).not.toMatch(/[{}]/);
  });

  it('say nothing in codes, and write days and numbers as each language does', () => {
    /** What is printed, and the titles of plans, stand in quotation marks. */
    const unquoted = (text: string): string => text.replaceAll(/“[^”]*”|«[^»]*»|‘[^’]*’/g, '');
    for (const { sentence, about } of found) {
      const [nl, fr, en] = [sentence.nl, sentence.fr, sentence.en].map(unquoted);
      const codes = about.filter((part: string) => /^[a-z]+(-[a-z0-9]+)+$/.test(part));
      for (const text of [nl, fr, en]) {
        expect(text).not.toMatch(/\d{4}-\d\d|[a-z]=|\?/);
        expect(codes.filter((code: string) => text!.includes(code))).toEqual([]);
      }
      expect([nl, fr].join()).not.toMatch(/\d\.\d{1,2}(?!\d)/);
    }
  });

  it('are asked by period, plan, rule and key, and as known before anything was recorded', async () => {
    expect((await ask('rule=few-came')).map(({ rule }) => rule)).toEqual(['few-came', 'few-came']);
    expect((await ask('plan=2024')).map(({ rule }) => rule)).toEqual(['outside-plan', 'stale-year', 'wrong-weekday']);
    expect((await ask('period=2025')).every(({ period }) => period.to >= '2025-01-01')).toBe(true);
    const [first] = found;
    expect((await service.get(`/api/contradictions/${encodeURIComponent(first.key)}`)).body).toEqual(first);
    expect((await service.get('/api/contradictions/none')).body.code).toBe('contradiction.not-found');
    expect(await ask('knownOn=2020-01-01')).toEqual([]);
    expect((await ask('asOf=2021-12-31')).some(({ rule }) => rule === 'score-without-scale')).toBe(false);
  });
});

describe('a contradiction of the registers', () => {
  const text = { nl: 'Eén regel draagt twee data.', fr: 'Une ligne porte deux dates.' };
  const named = async (at: string): Promise<any> => (await service.get(`/api/contradictions/${key}?position=${at}`)).body;
  const say = async (command: string, body: object): Promise<string> => {
    const answer = await service.post(command, body);
    expect([command, answer.status]).toEqual([command, 201]);
    return answer.body.position;
  };
  let key: string;
  let seen: string;

  it('is explained, resolved and opened again, and stays in the list', async () => {
    ({ key, seen } = found.find(({ rule, evidence }) => rule === 'recount-disagrees' && evidence[0].source.line === 694));
    expect(await named(position!)).toMatchObject({ state: 'open' });
    const explained = await say('explain-contradiction', { contradiction: key, seen, text });
    expect(await named(explained)).toMatchObject({ state: 'explained', explanation: text });
    expect((await ask('state=explained')).map((one) => one.key)).toEqual([key]);
    const resolved = await say('resolve-contradiction', { contradiction: key, seen, reading: 'recorded' });
    expect(await named(resolved)).toMatchObject({ state: 'resolved', explanation: text, resolution: { reading: 'recorded' } });
    const reopened = await say('reopen-contradiction', { contradiction: key, reason: 'new-document' });
    const open = await named(reopened);
    expect(open.state).toBe('open');
    expect(open).not.toHaveProperty('explanation');
    expect(await ask('state=explained')).toEqual([]);
    expect((await ask('state=open')).length).toBe(found.length);
  });

  it('is found when an organisation is registered under two codes, and gone when one of the two is withdrawn', async () => {
    const registered = (organisation: string, name: string) =>
      service.post('register-organisation', { organisation, name, kind: 'other', occurred: { from: '2021-02-01' } });
    await registered('org-zorg-en-zonen', 'Zorg & Zonen vzw');
    const twice = await registered('org-zonen', 'vzw Zonen & Zorg');
    const names = async (at: string) => (await ask(`rule=two-names&position=${at}`)).map(({ about }) => about.join());
    const addresses = 'cmp-mfo.brussels,mfo-cmp.brussels';
    expect(await names(twice.body.position)).toEqual([addresses, 'org-zonen,org-zorg-en-zonen']);
    const wrong = { stream: twice.body.streamId, event: twice.body.eventIds[0], reason: 'did-not-happen' };
    const withdrawn = await service.post('withdraw-record', wrong);
    expect([withdrawn.status, await names(withdrawn.body.position)]).toEqual([201, [addresses]]);
  });

  it('is refused a state that is none', async () => {
    const answer = await service.get('/api/contradictions?state=closed');
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ pointer: 'state' }]]);
  });
});

describe('the verification of the registers', () => {
  it('sets each printed figure beside the complete record, with the factor between them', async () => {
    const { claims } = (await service.get('/api/verification?period=2021')).body;
    const ofLine = (line: number) => claims.filter(({ source }: any) => source?.ref === 'S000' && source.line === line);
    expect(ofLine(694)).toMatchObject([
      { indicator: 'information-sessions', printed: { value: 29 }, recount: { value: 30 }, factor: { lo: 1.03, hi: 1.03 }, conflict: true },
    ]);
    expect(claims.every(({ period }: any) => period.from <= '2021-12-31' && period.to >= '2021-01-01')).toBe(true);
    const conflicts = claims.filter(({ conflict }: any) => conflict).map(({ eventId }: any) => eventId);
    const rules = ['recount-disagrees', 'cancelled-counted', 'planned-counted'];
    const told = (await Promise.all(rules.map((rule) => ask(`rule=${rule}&period=2021`)))).flat();
    expect(told.flatMap(({ evidence }) => evidence.map(({ eventId }: any) => eventId)).sort()).toEqual(conflicts.sort());
  });
});

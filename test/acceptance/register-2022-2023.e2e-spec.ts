import type { ImportReport } from '@app/recording';
import { askFigure, importRegister } from '../support/register';
import { TestService } from '../support/service';

let service: TestService;
let first: ImportReport;

beforeAll(async () => {
  service = await TestService.start();
  first = await importRegister(service, '2022-2023');
}, 60_000);

afterAll(() => service.remove());

const figure = (indicator: string, period: string, where?: string, territory?: string) =>
  askFigure(service, { indicator, period, where, territory, position: first.position });

async function eventsOf(found: any, type: string): Promise<any[]> {
  const { events } = (await service.get(`/api/figures/${found.id}/events`)).body;
  return events.filter((event: any) => event.type === type);
}

async function inStream(streamId: string, type: string): Promise<any[]> {
  const { events } = (await service.get('/api/events?limit=1000')).body;
  return events.filter((event: any) => event.streamId === streamId && event.type === type);
}

type Claimed = readonly [value: number | readonly [lo: number | null, hi: number | null], exactness: string, kind: string, line: number];
const claimed = ({ claims }: any): Claimed[] =>
  claims.map(({ value, lo, hi, exactness, kind, source }: any) => [value ?? [lo, hi], exactness, kind, source.line]);

// Typed by hand out of the report on the change workshops (S003).
const PROCESS = '2022-08-01..2023-01-31';
const EXPLORATION = '2022-08-01..2022-09-30';
const CALL = '2022-08-01..2022-10-31';
const FOCUS_GROUPS = '2022-10-01..2023-01-31';
const CONSULTATION = '2023-01-10..2023-02-03';
const ZONES = ['Z-N', 'Z-NO', 'Z-ZO', 'Z-Z', 'Z-CW'];
const ONLINE = 'kind:consultation';

type Printed = readonly [indicator: string, period: string, where: string, claims: readonly Claimed[]];

/** What the report says once, or twice alike. */
const UNDISPUTED: readonly Printed[] = [
  ['change-workshop-zones', PROCESS, '', [[5, 'exact', 'structure', 135]]],
  [
    'territorial-levels',
    PROCESS,
    '',
    [
      [4, 'exact', 'other', 265],
      [4, 'exact', 'other', 332],
    ],
  ],
  ['zone-inhabitants', PROCESS, '', [[[250_000, 300_000], 'range', 'unique-person', 341]]],
  [
    'sessions-held',
    EXPLORATION,
    'kind:exploratory-focus-group',
    [
      [3, 'exact', 'session', 511],
      [3, 'exact', 'session', 2749],
    ],
  ],
  ['session-hours', EXPLORATION, 'kind:exploratory-focus-group', [[3, 'exact', 'other', 513]]],
  ['actors-consulted', '2022', '', [[10, 'approximate', 'structure', 561]]],
  ['open-days', '2022-10', '', [[5, 'exact', 'day', 611]]],
  ['session-hours', '2022-10', 'kind:open-day', [[3, 'exact', 'other', 613]]],
  ['session-attendances', '2022-10', 'kind:open-day', [[209, 'exact', 'attendance', 639]]],
  ['display-items', '2022-10', 'kind:panel', [[9, 'exact', 'item', 648]]],
  ['display-items', '2022-10', 'kind:poster', [[3, 'exact', 'item', 661]]],
  ['session-unique-attendants', FOCUS_GROUPS, 'kind:focus-group', [[109, 'exact', 'unique-person', 692]]],
  ['attendances-per-session', FOCUS_GROUPS, 'kind:focus-group', [[20, 'approximate', 'attendance', 694]]],
  ['focus-group-profile-share', FOCUS_GROUPS, 'profile:coordinating', [[[5001, null], 'lower-bound', 'percentage', 700]]],
  ['session-hours', FOCUS_GROUPS, 'kind:focus-group', [[2, 'exact', 'other', 718]]],
  ['survey-question-groups', CONSULTATION, ONLINE, [[7, 'exact', 'question', 778]]],
  ['survey-answers', CONSULTATION, ONLINE, [[266, 'exact', 'answer', 794]]],
  ['survey-answers-usable', CONSULTATION, ONLINE, [[240, 'approximate', 'answer', 795]]],
  ['survey-answers-dutch-share', CONSULTATION, ONLINE, [[2000, 'approximate', 'percentage', 795]]],
  ['survey-open-day-share', CONSULTATION, ONLINE, [[2500, 'exact', 'percentage', 796]]],
  ['survey-focus-group-share', CONSULTATION, ONLINE, [[1500, 'exact', 'percentage', 797]]],
  ['survey-newcomer-share', CONSULTATION, ONLINE, [[6000, 'exact', 'percentage', 797]]],
  ['survey-answers-by-part', CONSULTATION, `${ONLINE},part:professional`, [[212, 'exact', 'answer', 803]]],
  ['survey-answers-by-part', CONSULTATION, `${ONLINE},part:citizen`, [[30, 'approximate', 'answer', 804]]],
  ['survey-respondents-by-status', CONSULTATION, 'status:self-employed', [[30, 'approximate', 'answer', 808]]],
  ['survey-respondents-by-status', CONSULTATION, 'status:volunteer', [[6, 'exact', 'answer', 809]]],
  ['survey-respondents-by-status', CONSULTATION, 'status:support-service', [[10, 'approximate', 'answer', 819]]],
  ['survey-respondents-by-status', CONSULTATION, 'status:direct-contact', [[100, 'approximate', 'answer', 867]]],
  ['survey-task-share', CONSULTATION, 'task:leading', [[5000, 'approximate', 'percentage', 809]]],
  ['survey-task-share', CONSULTATION, 'task:accompanying', [[5000, 'approximate', 'percentage', 811]]],
  ['survey-profession-share', CONSULTATION, 'profession:general-practitioner', [[2000, 'approximate', 'percentage', 817]]],
  ['survey-profession-share', CONSULTATION, 'profession:social-worker', [[2000, 'approximate', 'percentage', 817]]],
  ['survey-profession-share', CONSULTATION, 'profession:nurse', [[1000, 'approximate', 'percentage', 818]]],
  ['survey-profession-share', CONSULTATION, 'profession:psychologist', [[1000, 'approximate', 'percentage', 818]]],
  ['survey-citizen-share', CONSULTATION, 'group:working-age', [[8000, 'exact', 'percentage', 823]]],
  ['survey-citizen-share', CONSULTATION, 'group:not-in-complex-situation', [[6667, 'by-reading', 'percentage', 825]]],
  ['survey-communes', CONSULTATION, '', [[13, 'exact', 'structure', 828]]],
  ['problem-fields', '2023', '', [[8, 'exact', 'other', 938]]],
  ['zone-functions', '2023', 'list:analysis', [[4, 'exact', 'other', 948]]],
  ['zone-functions', '2023', 'list:summary', [[4, 'exact', 'other', 142]]],
  ['zone-functions', '2023', 'list:missions', [[4, 'exact', 'other', 157]]],
  ['success-conditions', '2023', '', [[8, 'by-reading', 'other', 233]]],
];

/** Up to the twenty places in four zones, and some fifty in West. */
const CANDIDACIES: readonly (readonly [indicator: string, zone: string, claim: Claimed])[] = [
  ['candidacies', 'Z-N', [[null, 20], 'upper-bound', 'registration', 683]],
  ['candidacies', 'Z-NO', [[null, 20], 'upper-bound', 'registration', 683]],
  ['candidacies', 'Z-ZO', [[null, 20], 'upper-bound', 'registration', 683]],
  ['candidacies', 'Z-Z', [[null, 20], 'upper-bound', 'registration', 683]],
  ['candidacies', 'Z-CW', [50, 'approximate', 'registration', 685]],
  ['candidacies-kept', 'Z-CW', [50, 'approximate', 'registration', 687]],
];

/** Where the report contradicts itself: all that it says, side by side. */
const DISPUTED: readonly Printed[] = [
  [
    'change-workshop-participants',
    PROCESS,
    '',
    [
      [100, 'approximate', 'unique-person', 136],
      [[109, null], 'lower-bound', 'unique-person', 692],
    ],
  ],
  [
    'change-workshop-procedures',
    PROCESS,
    '',
    [
      [3, 'exact', 'other', 135],
      [5, 'exact', 'other', 414],
      [5, 'exact', 'other', 438],
    ],
  ],
  [
    'change-workshop-months',
    PROCESS,
    '',
    [
      [6, 'by-reading', 'other', 134],
      [6, 'exact', 'other', 258],
      [7, 'by-reading', 'other', 774],
    ],
  ],
  [
    'sessions-held',
    FOCUS_GROUPS,
    'kind:focus-group',
    [
      [20, 'exact', 'session', 670],
      [24, 'by-reading', 'session', 687],
    ],
  ],
  [
    'survey-professions',
    CONSULTATION,
    '',
    [
      [[21, null], 'lower-bound', 'other', 815],
      [20, 'approximate', 'other', 869],
    ],
  ],
];

const ITEMS: readonly [indicator: string, where: string, lines: readonly [item: string, line: number][]][] = [
  [
    'problem-fields',
    'field:',
    [
      ['mutual-knowledge', 938],
      ['knowledge-of-services', 939],
      ['basic-services', 940],
      ['reception', 940],
      ['coordination', 940],
      ['data-exchange', 940],
      ['territorialisation', 941],
      ['mobility', 941],
    ],
  ],
  [
    'zone-functions',
    'list:analysis,item:',
    [
      ['share-knowledge', 949],
      ['enrich-services', 950],
      ['training', 951],
      ['administrative-support', 951],
    ],
  ],
  [
    'zone-functions',
    'list:summary,item:',
    [
      ['collect-knowledge', 145],
      ['inventory-and-concertation', 149],
      ['pool-tasks', 153],
      ['training', 155],
    ],
  ],
  [
    'zone-functions',
    'list:missions,item:',
    [
      ['knowledge', 159],
      ['network', 159],
      ['coordination', 159],
      ['prevention', 159],
    ],
  ],
  [
    'success-conditions',
    'condition:',
    [
      ['build-on-what-exists', 241],
      ['working-conditions-and-saturation', 242],
      ['lasting-funding', 245],
      ['freedoms', 246],
      ['access-to-rights', 249],
      ['voice-of-beneficiaries', 250],
      ['policies-in-step', 253],
      ['guide-the-transition', 254],
    ],
  ],
];

const PROPOSALS: readonly [number: number, zoneFunction: string, line: number, conditions: number][] = [
  [1, 'knowledge', 1225, 5],
  [2, 'knowledge', 1318, 9],
  [3, 'network', 1477, 8],
  [4, 'network', 1562, 9],
  [5, 'coordination', 1759, 3],
  [6, 'coordination', 1785, 7],
  [7, 'coordination', 1869, 6],
  [8, 'prevention', 2089, 1],
  [9, 'prevention', 2116, 4],
];

const ADDITIONAL: readonly [zoneFunction: string, lines: readonly number[]][] = [
  ['knowledge', [1441, 1448]],
  ['network', [1661, 1716, 1738]],
  ['coordination', [1962, 2012, 2032, 2054, 2066, 2071]],
  ['prevention', [2163]],
];

describe('the register of 2022-2023', () => {
  it('is recorded without one refused line, and once', async () => {
    expect([first.refused, first.alreadyThere, first.recorded, first.lines]).toEqual([[], 0, 217, 217]);
    const before = await service.count();
    const again = await importRegister(service, '2022-2023');
    expect([again.refused, again.recorded, again.alreadyThere]).toEqual([[], 0, 217]);
    expect(await service.count()).toBe(before);
  });

  it('has begin and end of the process, and the plan that was presented meanwhile', async () => {
    const lines = async (period: string, kind: string) =>
      (await eventsOf(await figure('milestones', period, `kind:${kind}`), 'MilestoneReached')).map(({ sourceRef }) => sourceRef.locator);
    expect(await lines('2022-08', 'start')).toEqual([134]);
    expect(await lines('2022-10', 'reform')).toEqual([280]);
    expect(await lines('2023-01', 'end')).toEqual([134]);
  });

  it('has three exploratory focus groups of about ten people each, on days that nobody printed', async () => {
    const held = await figure('sessions-held', EXPLORATION, 'kind:exploratory-focus-group');
    expect([held.shown, held.value, held.computed.value, held.coverage]).toEqual(['claim', 3, 3, 'partial']);
    const { computed } = await figure('session-attendances', EXPLORATION, 'kind:exploratory-focus-group');
    expect([computed.value, computed.exactness, computed.lo, computed.hi]).toEqual([30, 'approximate', null, null]);
    expect((await figure('sessions-held', '2022-08', 'kind:exploratory-focus-group')).value).toBe(0);
  });

  it('has one open day in each zone, run in the morning and in the afternoon', async () => {
    for (const zone of ZONES) {
      expect([zone, (await figure('sessions-held', '2022-10', 'kind:open-day', zone)).computed.value]).toEqual([zone, 2]);
      expect([zone, (await figure('sessions-held', '2022-10', 'kind:open-day,slot:morning', zone)).computed.value]).toEqual([zone, 1]);
    }
    const rounds = await figure('sessions-held', '2022-10', 'kind:open-day');
    expect([rounds.computed.value, rounds.claims, rounds.coverage]).toEqual([10, [], 'partial']);
  });

  it('has four focus groups in each zone, one a month, and twenty in all', async () => {
    for (const zone of ZONES)
      expect([zone, (await figure('sessions-held', FOCUS_GROUPS, 'kind:focus-group', zone)).computed.value]).toEqual([zone, 4]);
    for (const month of ['2022-10', '2022-11', '2022-12', '2023-01'])
      expect([month, (await figure('sessions-held', month, 'kind:focus-group')).computed.value]).toEqual([month, 5]);
    expect((await figure('sessions-held', FOCUS_GROUPS, 'kind:focus-group')).computed.value).toBe(20);
    for (const theme of ['access', 'continuity', 'integrated-care'])
      expect([theme, (await figure('sessions-held', FOCUS_GROUPS, `kind:focus-group,theme:${theme}`)).computed.value]).toEqual([theme, 5]);
  });

  it('knows nothing of heads in the focus groups but what is printed', async () => {
    const unique = await figure('session-unique-attendants', FOCUS_GROUPS, 'kind:focus-group');
    expect([unique.shown, unique.value, unique.computed.facts]).toEqual(['claim', 109, 0]);
    const attendances = await figure('session-attendances', FOCUS_GROUPS, 'kind:focus-group');
    expect([attendances.shown, attendances.value, attendances.absence]).toEqual(['none', null, 'not-recorded']);
  });

  it('has one call for candidates with twenty places in each group, and two sub-groups in West', async () => {
    const calls = await figure('calls-for-candidates', CALL, 'purpose:focus-group');
    expect(calls.computed.value).toBe(1);
    const [published] = await eventsOf(calls, 'CallForCandidatesPublished');
    expect([published.sourceRef, published.data.places]).toEqual([{ ref: 'S003', locator: 683, raw: '20 deelnemers per focusgroep' }, 20]);
    expect((await figure('sub-groups', CALL, '', 'Z-CW')).computed.value).toBe(2);
    const groups = await eventsOf(await figure('sub-groups', CALL), 'SubGroupCreated');
    expect(groups.map(({ sourceRef }) => sourceRef)).toEqual([
      { ref: 'S003', locator: 684, raw: 'zorgzone West' },
      { ref: 'S003', locator: 684, raw: 'zorgzone West' },
    ]);
  });

  it('has a consultation that opens and closes on printed days, the last of them after the end of the process', async () => {
    const surveys = await figure('surveys', '2023-01-10', ONLINE);
    expect(surveys.computed.value).toBe(1);
    const [opened] = await eventsOf(surveys, 'SurveyOpened');
    expect([opened.sourceRef, opened.data.parts, opened.data.languages]).toEqual([
      { ref: 'S003', locator: 774, raw: '10 januari' },
      ['professional', 'citizen'],
      ['nl', 'fr'],
    ]);
    const [closed] = await inStream(opened.streamId, 'SurveyClosed');
    expect([closed.occurred.from, closed.sourceRef]).toEqual(['2023-02-03', { ref: 'S003', locator: 774, raw: '3 februari 2023' }]);
  });

  it.each(UNDISPUTED)('keeps what is printed of %s (%s, %s)', async (indicator, period, where, claims) => {
    const found = await figure(indicator, period, where);
    expect(claimed(found)).toEqual(claims);
    expect(found.shown).toBe('claim');
  });

  it.each(CANDIDACIES)('keeps what is printed of %s in %s', async (indicator, zone, claim) => {
    const found = await figure(indicator, CALL, 'purpose:focus-group', zone);
    expect([claimed(found), found.shown]).toEqual([[claim], 'claim']);
  });

  it.each(DISPUTED)('keeps side by side what the report says of %s (%s, %s)', async (indicator, period, where, claims) => {
    const found = await figure(indicator, period, where);
    expect(claimed(found)).toEqual(claims);
    expect(found.shown).toBe('disputed');
  });

  it('derives no count from a share: no claim has a numerator', async () => {
    const shares = UNDISPUTED.filter(([indicator]) => indicator.endsWith('-share'));
    for (const [indicator, period, where] of shares) {
      const { claims } = await figure(indicator, period, where);
      expect(claims.map(({ num, den, dataOn }: any) => [indicator, num, den, dataOn])).toEqual([
        [indicator, undefined, undefined, undefined],
      ]);
    }
    expect(shares).toHaveLength(13);
  });

  it.each(ITEMS)('lists what %s are (%s)', async (indicator, where, items) => {
    for (const [item, line] of items)
      expect([item, claimed(await figure(indicator, '2023', `${where}${item}`))]).toEqual([item, [[1, 'by-reading', 'other', line]]]);
  });

  it('has nine proposals and twelve additional actions, and no others in 2023', async () => {
    const priority = await figure('proposals-formulated', '2023', 'rank:priority');
    const additional = await figure('proposals-formulated', '2023', 'rank:additional');
    expect([priority.value, priority.shown, priority.coverage]).toEqual([9, 'computed', 'complete']);
    expect([additional.value, additional.shown, additional.coverage]).toEqual([12, 'computed', 'complete']);
    expect((await figure('proposals-formulated', '2023')).value).toBe(21);
    expect((await figure('proposals-standing', '2023')).computed.value).toBe(21);
  });

  it.each(PROPOSALS)('has proposal %d, on %s, at line %d with %d conditions', async (number, zoneFunction, line, conditions) => {
    const found = await figure('proposals-formulated', '2023', `rank:priority,zoneFunction:${zoneFunction}`);
    const events = await eventsOf(found, 'ProposalFormulated');
    const own = events.filter(({ data }) => data.number === number);
    expect(own.map(({ sourceRef }) => sourceRef)).toEqual([{ ref: 'S003', locator: line, raw: `Voorstel ${number}` }]);
    expect(Object.keys(own[0].data.title).sort()).toEqual(['en', 'fr', 'nl']);
    const attached = await inStream(own[0].streamId, 'ConditionAttached');
    expect(attached.map(({ data }: any) => data.condition)).toEqual(Array.from({ length: conditions }, (_, n) => n + 1));
  });

  it('has 52 conditions over the nine proposals', async () => {
    const all = await figure('proposal-conditions', '2023', 'rank:priority');
    expect([all.value, all.coverage]).toEqual([52, 'complete']);
  });

  it.each(ADDITIONAL)('has the additional actions on %s', async (zoneFunction, lines) => {
    const found = await figure('proposals-formulated', '2023', `rank:additional,zoneFunction:${zoneFunction}`);
    const events = await eventsOf(found, 'ProposalFormulated');
    expect(events.map(({ sourceRef }) => sourceRef.locator)).toEqual(lines);
  });

  it('has the report, what was shown on the open days, and the bodies and organisations that are named', async () => {
    expect((await figure('outputs-published', '2023', 'kind:report')).computed.value).toBe(1);
    expect((await figure('outputs-published', '2022-10')).computed.value).toBe(2);
    expect((await figure('organisations', '2023')).computed.value).toBe(5);
    expect((await figure('bodies', '2023', 'type:working-group')).computed.value).toBe(1);
  });
});

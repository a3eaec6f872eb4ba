import type { GeneratedLine } from '@app/partnership';
import { BETWEEN, type CleanRegister, FEBRUARY, FIRST, JANUARY } from './clean-report';

/** What one rule is to find, and begins what it is about. */
export interface Planted {
  readonly rule: string;
  readonly about: string;
  readonly lines: readonly GeneratedLine[];
}

const exact = (value: number) => ({ value, exactness: 'exact' });
const range = (lo: number, hi: number) => ({ quantity: { lo, hi, exactness: 'range' }, raw: `${lo}-${hi}` });
const ofAction = (action: number) => ({ plan: '2021', action });

function sessions(): readonly GeneratedLine[] {
  const session = (key: string, command: string, day: string, body: object): GeneratedLine => ({
    key: `synthetic:spoilt:${key}`,
    command,
    body: { occurred: { from: day }, ...body },
  });
  const titled = (kind: string) => ({ kind, title: { nl: 'Oefening', fr: 'Exercice' } });
  return [
    session('called-off', 'plan-session', '2021-01-12', titled('workshop')),
    session('cancel', 'cancel-session', '2021-01-11', { session: { $ref: 'synthetic:spoilt:called-off' }, reason: 'other' }),
    session('planned', 'plan-session', '2021-01-13', titled('festival')),
    session('empty', 'hold-session', '2021-01-14', { ...titled('seminar'), registrations: exact(300), heads: exact(3) }),
  ];
}

/** Contradictions that are put into a clean record, each of its own rule. */
export function spoilt(register: CleanRegister): readonly Planted[] {
  const claim = register.claim.bind(register);
  const whole = { from: FIRST, to: register.last };
  const day = { from: '2021-02-02', to: '2021-02-02' };
  const shares = (indicator: string, period: typeof JANUARY, values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([page, value]) => claim(indicator, period, 'percentage', value, { dims: { page } }));
  const attendances = register.counted('attendances', BETWEEN);
  const mails = register.counted('mails', BETWEEN);
  return [
    {
      rule: 'claims-disagree',
      about: 'synthetic-notes',
      lines: [7, 8].map((value) => claim('synthetic-notes', JANUARY, 'document', value)),
    },
    {
      rule: 'recount-disagrees',
      about: 'helpdesk-calls',
      lines: [claim('helpdesk-calls', BETWEEN, 'contact', register.counted('calls', BETWEEN) + 7)],
    },
    {
      rule: 'cancelled-counted',
      about: 'sessions-held',
      lines: [...sessions(), claim('sessions-held', BETWEEN, 'session', 1, { dims: { kind: 'workshop' } })],
    },
    {
      rule: 'planned-counted',
      about: 'sessions-held',
      lines: [claim('sessions-held', BETWEEN, 'session', 1, { dims: { kind: 'festival' } })],
    },
    { rule: 'kinds-added', about: 'people-reached', lines: [claim('people-reached', BETWEEN, 'unique-person', 1_109)] },
    {
      rule: 'attendances-as-persons',
      about: 'information-session-unique-attendants',
      lines: [claim('information-session-unique-attendants', BETWEEN, 'unique-person', attendances)],
    },
    {
      rule: 'vague-though-exact',
      about: 'helpdesk-mails',
      lines: [
        claim('helpdesk-mails', BETWEEN, 'message', mails, { quantity: { value: mails, exactness: 'approximate' }, raw: `+/- ${mails}` }),
      ],
    },
    {
      rule: 'parts-off-total',
      about: 'synthetic-answers',
      lines: [
        claim('synthetic-answers', JANUARY, 'answer', 80),
        claim('synthetic-answers', JANUARY, 'answer', 40, { dims: { group: 'one' } }),
        claim('synthetic-answers', JANUARY, 'answer', 37, { dims: { group: 'two' } }),
      ],
    },
    {
      rule: 'levels-added',
      about: 'synthetic-areas',
      lines: [
        claim('synthetic-areas', JANUARY, 'structure', 6),
        claim('synthetic-areas', JANUARY, 'structure', 5, { dims: { level: 'zone' } }),
        claim('synthetic-areas', JANUARY, 'structure', 1, { dims: { level: 'region' } }),
      ],
    },
    { rule: 'shares-over-whole', about: 'synthetic-spending', lines: shares('synthetic-spending', JANUARY, { one: 7_500, two: 2_600 }) },
    { rule: 'share-off', about: 'synthetic-share', lines: [claim('synthetic-share', JANUARY, 'percentage', 9_000, { num: 4, den: 5 })] },
    {
      rule: 'overlap-unsaid',
      about: 'survey-newcomer-share',
      lines: [
        claim('survey-open-day-share', JANUARY, 'percentage', 2_500),
        claim('survey-focus-group-share', JANUARY, 'percentage', 1_500),
        claim('survey-newcomer-share', JANUARY, 'percentage', 6_000),
      ],
    },
    {
      rule: 'multiple-off',
      about: 'psy-line-growth',
      lines: [claim('psy-line-growth', JANUARY, 'other', 3, { num: 130, den: 49, raw: 'verdrievoudigd' })],
    },
    {
      rule: 'product-off',
      about: 'synthetic-heads',
      lines: [
        claim('synthetic-heads', JANUARY, 'attendance', 8, { dims: { per: 'meeting' } }),
        claim('synthetic-meetings', JANUARY, 'meeting', 3),
        claim('synthetic-heads', JANUARY, 'attendance', 30),
      ],
    },
    {
      rule: 'places-left',
      about: 'synthetic-places',
      lines: [
        claim('synthetic-asked', JANUARY, 'request', 61, ofAction(9)),
        claim('synthetic-places', JANUARY, 'place', 60, ofAction(9)),
        claim('synthetic-came', JANUARY, 'unique-person', 44, ofAction(9)),
      ],
    },
    {
      rule: 'copied-series',
      about: 'synthetic-pages',
      lines: [JANUARY, FEBRUARY].flatMap((period) => shares('synthetic-pages', period, { home: 1_234, news: 2_345 })),
    },
    {
      rule: 'stale-copy',
      about: 'synthetic-list',
      lines: [
        claim('synthetic-list', JANUARY, 'contact', 600),
        claim('synthetic-list', FEBRUARY, 'contact', 600, { dataOn: undefined, ...ofAction(7) }),
        claim('synthetic-list', FEBRUARY, 'contact', 682, ofAction(8)),
      ],
    },
    {
      rule: 'extrapolated-by-factor',
      about: 'synthetic-web',
      lines: [
        claim('synthetic-web', JANUARY, 'visit', 30, { quantity: { value: 30, exactness: 'extrapolated' } }),
        claim('synthetic-web', JANUARY, 'visit', 10, { dims: { method: 'measured' } }),
      ],
    },
    {
      rule: 'range-without-total',
      about: 'synthetic-visitors',
      lines: [claim('synthetic-visitors', JANUARY, 'attendance', 0, { ...range(30, 40), dims: { per: 'meeting' } })],
    },
    { rule: 'few-came', about: '2021-01-14', lines: [] },
    { rule: 'score-without-scale', about: 'synthetic-score', lines: [claim('synthetic-score', JANUARY, 'score', 4)] },
    {
      rule: 'data-end-early',
      about: 'synthetic-visits',
      lines: [claim('synthetic-visits', whole, 'visit', 900, { dataOn: '2021-01-15' })],
    },
    {
      rule: 'counted-on-several-days',
      about: 'SYN',
      lines: [claim('synthetic-members', JANUARY, 'membership', 12, { dataOn: '2021-01-30' })],
    },
    {
      rule: 'stale-year',
      about: 'synthetic-campaigns',
      lines: [claim('synthetic-campaigns', JANUARY, 'campaign', 1, { raw: 'campagne 2019' })],
    },
    {
      rule: 'wrong-weekday',
      about: 'synthetic-forum',
      lines: [claim('synthetic-forum', day, 'meeting', 1, { raw: 'donderdag 2 februari' })],
    },
    {
      rule: 'norm-differs',
      about: 'zone-inhabitants',
      lines: [
        claim('zone-inhabitants', JANUARY, 'unique-person', 0, range(250_000, 300_000)),
        claim('zone-inhabitants', FEBRUARY, 'unique-person', 0, { ...range(200_000, 300_000), sourceRef: { ref: 'SYN2', locator: 1 } }),
      ],
    },
    {
      rule: 'two-names',
      about: 'kit-zorg.example',
      lines: ['www.kit-zorg.example', 'zorg-kit.example'].map((raw) => claim('synthetic-site', JANUARY, 'output', 1, { raw })),
    },
  ];
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateActivity, type GeneratedLine } from '@app/partnership';
import { importRegisters, type ImportReport, localSubmit } from '@app/recording';
import { addDays } from '../../libs/indicators/src/calendar';
import { registerFiles } from '../../apps/api/src/demo';
import { TestService } from '../support/service';

/*
 * How often the rules cry wolf: a register of generated activity, and a report that prints what a plain count of its lines gives, so that every alarm is
 * a false one. Then the report is spoilt in five ways, and each must be found, and nothing else.
 */

const FROM = '2021-01-01';
const DAYS = 120;
const LAST = addDays(FROM, DAYS - 1);
const activity: readonly GeneratedLine[] = [...generateActivity({ seed: 5, teams: 3, days: DAYS, from: FROM })];

interface Period {
  readonly from: string;
  readonly to: string;
}

const months: readonly Period[] = [
  { from: '2021-01-01', to: '2021-01-31' },
  { from: '2021-02-01', to: '2021-02-28' },
  { from: '2021-03-01', to: '2021-03-31' },
  { from: '2021-04-01', to: LAST },
];
const weeks: readonly Period[] = Array.from({ length: 16 }, (_, n) => ({
  from: addDays('2021-01-04', 7 * n),
  to: addDays('2021-01-10', 7 * n),
}));
const periods: readonly Period[] = [{ from: FROM, to: LAST }, ...months, ...weeks];

/** What a report prints of the lines: how much each line counts for, and the parts in which it prints it too. */
interface Printed {
  readonly indicator: string;
  readonly kind: string;
  readonly weigh: (command: string, body: any) => number;
  readonly part?: { readonly dim: string; readonly values: readonly string[] };
}

const contact = (line: string, channel: string) => (command: string, body: any) =>
  Number(command === 'register-contact' && body.line === line && body.channel === channel);

const printed: readonly Printed[] = [
  {
    indicator: 'information-sessions',
    kind: 'session',
    weigh: (command) => Number(command === 'hold-session'),
    part: { dim: 'kind', values: ['info-session', 'webinar'] },
  },
  {
    indicator: 'information-session-attendances',
    kind: 'attendance',
    weigh: (command, body) => (command === 'hold-session' ? body.heads.value : 0),
    part: { dim: 'kind', values: ['info-session', 'webinar'] },
  },
  { indicator: 'helpdesk-calls', kind: 'contact', weigh: contact('general', 'call') },
  { indicator: 'helpdesk-mails', kind: 'message', weigh: contact('general', 'mail') },
  { indicator: 'psy-line-calls', kind: 'contact', weigh: contact('psychology', 'call') },
  {
    indicator: 'concertations-held',
    kind: 'concertation',
    weigh: (command) => Number(command === 'hold-concertation'),
    part: { dim: 'mode', values: ['online', 'in-person'] },
  },
];

const counted = ({ weigh }: Printed, { from, to }: Period, dims: Readonly<Record<string, string>> = {}): number =>
  activity.reduce((sum, { command, body }: { command: string; body: any }) => {
    const inside =
      body.occurred.from >= from && body.occurred.from <= to && Object.entries(dims).every(([dim, value]) => body[dim] === value);
    return inside ? sum + weigh(command, body) : sum;
  }, 0);

let line = 0;
const claim = (indicator: string, period: Period, kind: string, value: number, rest: object = {}): GeneratedLine => ({
  key: `synthetic:report:${++line}`,
  command: 'import-claim',
  body: {
    indicator,
    period,
    kind,
    quantity: { value, exactness: 'exact' },
    raw: kind === 'percentage' ? `${(value / 100).toFixed(2).replace('.', ',')} %` : String(value),
    dataOn: period.to,
    occurred: { from: period.to },
    sourceRef: { ref: 'SYN', locator: line },
    ...rest,
  },
});

const claimsOf = (one: Printed): readonly GeneratedLine[] =>
  periods.flatMap((period) => [
    claim(one.indicator, period, one.kind, counted(one, period)),
    ...(one.part?.values ?? []).map((value) => {
      const dims = { [one.part!.dim]: value };
      return claim(one.indicator, period, one.kind, counted(one, period, dims), { dims });
    }),
  ]);

/** Calls of all that reached the general line, with the terms that give the share. */
const shares = periods.flatMap((period) => {
  const [calls, mails] = ['helpdesk-calls', 'helpdesk-mails'].map((code) =>
    counted(
      printed.find(({ indicator }) => indicator === code)!,
      period,
    ),
  );
  const [num, den] = [calls!, calls! + mails!];
  return den === 0 ? [] : [claim('synthetic-call-share', period, 'percentage', Math.round((num * 10_000) / den), { num, den })];
});

const coverage: readonly GeneratedLine[] = ['session-held', 'session-attendances', 'helpdesk-contact', 'concertation-held'].map(
  (factType) => ({
    key: `synthetic:coverage:${factType}`,
    command: 'declare-coverage',
    body: { factType, from: FROM, to: LAST, basis: 'register-kept', occurred: { from: FROM, to: LAST, nature: 'span' } },
  }),
);

const report: readonly GeneratedLine[] = [...printed.flatMap(claimsOf), ...shares];

const [january, february, march] = months as [Period, Period, Period, Period];
const calls = printed.find(({ indicator }) => indicator === 'helpdesk-calls')!;
const wrongPart = claim('synthetic-answers', january, 'answer', 37, { dims: { group: 'two' } });
const spoilt: readonly GeneratedLine[] = [
  claim('helpdesk-calls', february, 'contact', counted(calls, february) + 7),
  claim('synthetic-answers', january, 'answer', 80),
  claim('synthetic-answers', january, 'answer', 40, { dims: { group: 'one' } }),
  wrongPart,
  claim('synthetic-share', march, 'percentage', 9_000, { num: 4, den: 5 }),
  ...[january, february].flatMap((period) => [
    claim('synthetic-pages', period, 'percentage', 1_234, { dims: { page: 'home' } }),
    claim('synthetic-pages', period, 'percentage', 2_345, { dims: { page: 'news' } }),
  ]),
  claim('synthetic-visits', { from: FROM, to: LAST }, 'visit', 900, { dataOn: '2021-02-15' }),
];

let service: TestService;

async function take(name: string, lines: readonly GeneratedLine[]): Promise<ImportReport> {
  const folder = join(service.folder, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'lines.ndjson'), lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const principal = service.runtime.vault.principalNamed({ kind: 'generator', name: 'generator' });
  return importRegisters(registerFiles(folder), { submit: localSubmit(service.runtime, principal) });
}

const ask = async (path: string): Promise<any> => {
  const answer = await service.get(`/api/${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};

beforeAll(async () => {
  service = await TestService.start();
}, 60_000);

afterAll(() => service.remove());

describe('a clean register', () => {
  it('gives at most 5 alarms per 100 figures checked', async () => {
    await take('activity', activity);
    const { position } = await take('report', [...coverage, ...report]);
    const { claims } = await ask(`verification?origin=synthetic&position=${position}`);
    const { contradictions } = await ask('contradictions?origin=synthetic');
    // Shares are checked against their own terms; all else against the record.
    const checked = claims.length + shares.length;
    expect(claims.filter(({ conflict }: any) => conflict)).toEqual([]);
    expect(checked).toBeGreaterThan(200);
    const byRule = Object.groupBy(contradictions, ({ rule }: any) => rule);
    const alarms = Object.fromEntries(Object.entries(byRule).map(([rule, found]) => [rule, (found as unknown[]).length]));
    expect({ alarms, few: (100 * contradictions.length) / checked <= 5 }).toEqual({ alarms, few: true });
  }, 240_000);

  it('is no part of the record', async () => {
    expect((await ask('contradictions')).contradictions).toEqual([]);
    expect((await ask('verification')).claims).toEqual([]);
  });

  it('shows each of five contradictions that were planted, and nothing else', async () => {
    const before = new Set((await ask('contradictions?origin=synthetic')).contradictions.map(({ key }: any) => key));
    const { position } = await take('spoilt', spoilt);
    const { contradictions } = await ask(`contradictions?origin=synthetic&position=${position}`);
    const found = contradictions.filter(({ key }: any) => !before.has(key)).map(({ rule, about }: any) => `${rule}~${about[0]}`);
    expect(found).toEqual([
      'claims-disagree~helpdesk-calls',
      'recount-disagrees~helpdesk-calls',
      'parts-off-total~synthetic-answers',
      'share-off~synthetic-share',
      'copied-series~synthetic-pages',
      'data-end-early~synthetic-visits',
    ]);
  });

  it('marks an explanation stale when what it explains shows otherwise, and loses the contradiction with the correction', async () => {
    const [{ key, seen, evidence }] = (await ask('contradictions?origin=synthetic&rule=parts-off-total')).contradictions;
    const text = { nl: 'Drie zonder groep', fr: 'Trois sans groupe' };
    const explained = await service.post('explain-contradiction', { contradiction: key, seen, text });
    expect(await ask(`contradictions/${key}?origin=synthetic&position=${explained.body.position}`)).toMatchObject({ state: 'explained' });
    expect((await ask('contradictions?origin=synthetic&state=explained')).contradictions[0]).not.toHaveProperty('stale');

    const correct = async (value: number, corrects: string): Promise<any> => {
      const body = { ...(wrongPart.body as any), quantity: { value, exactness: 'exact' }, raw: String(value), claim: stream, corrects };
      const answer = await service.post('import-claim', body, { authorization: `Bearer ${service.tokenOf('generator', `g${value}`)}` });
      expect([value, answer.status, answer.body.code]).toEqual([value, 201, undefined]);
      return answer.body;
    };
    const part = evidence.find(({ raw }: any) => raw === '37').eventId;
    const stream = (await Array.fromAsync(service.runtime.store.readAll(undefined))).find(({ id }) => id === part)!.streamId;
    const first = await correct(38, part);
    expect(await ask(`contradictions/${key}?origin=synthetic&position=${first.position}`)).toMatchObject({
      state: 'explained',
      stale: true,
    });
    const second = await correct(40, first.eventIds[0]);
    const gone = await service.get(`/api/contradictions/${key}?origin=synthetic&position=${second.position}`);
    expect([gone.status, gone.body.code]).toEqual([404, 'contradiction.not-found']);
  });
});

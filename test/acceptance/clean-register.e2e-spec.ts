import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedLine } from '@app/partnership';
import { importRegisters, type ImportReport, localSubmit } from '@app/recording';
import { registerFiles } from '../../apps/api/src/demo';
import { CleanRegister, type Size } from '../support/clean-report';
import { TestService } from '../support/service';
import { spoilt } from '../support/spoilt-report';

/*
 * How often the rules cry wolf: registers of generated activity, each with a report that prints what a plain count of its lines gives, so that every
 * alarm is a false one. Then the reports are spoilt in many ways, and each must be found once, and nothing else.
 */

const SIZES: readonly Size[] = [
  { seed: 5, teams: 2, days: 75 },
  { seed: 11, teams: 1, days: 90 },
  { seed: 23, teams: 3, days: 61 },
];

interface Found {
  readonly key: string;
  readonly rule: string;
  readonly about: readonly string[];
}

async function take(service: TestService, name: string, lines: readonly GeneratedLine[]): Promise<ImportReport> {
  const folder = join(service.folder, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'lines.ndjson'), lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const principal = service.runtime.vault.principalNamed({ kind: 'generator', name: 'generator' });
  return importRegisters(registerFiles(folder), { submit: localSubmit(service.runtime, principal) });
}

async function asked(service: TestService, path: string): Promise<any> {
  const answer = await service.get(`/api/${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
}

describe.each(SIZES)('a clean register of $teams teams over $days days (seed $seed)', (size) => {
  const register = new CleanRegister(size);
  const planted = spoilt(register);
  let service: TestService;
  let clean: readonly Found[];

  const ask = (path: string): Promise<any> => asked(service, path);

  beforeAll(async () => {
    service = await TestService.start();
  }, 60_000);

  afterAll(() => service.remove());

  it('gives at most 5 alarms per 100 figures checked', async () => {
    const shares = register.shares();
    await take(service, 'activity', register.activity);
    const { position, refused } = await take(service, 'report', [...register.report(), ...shares]);
    expect(refused).toEqual([]);
    const { claims } = await ask(`verification?origin=synthetic&position=${position}`);
    clean = (await ask('contradictions?origin=synthetic')).contradictions;
    // Shares are checked against their own terms; all else against the record.
    const checked = claims.length + shares.length;
    expect(claims.filter(({ conflict }: any) => conflict)).toEqual([]);
    expect(checked).toBeGreaterThan(150);
    const alarms = clean.map(({ rule, about }) => `${rule}~${about.join('~')}`);
    expect({ alarms, few: (100 * clean.length) / checked <= 5 }).toEqual({ alarms, few: true });
  }, 120_000);

  it('is no part of the record', async () => {
    expect((await ask('contradictions')).contradictions).toEqual([]);
    expect((await ask('verification')).claims).toEqual([]);
  });

  it(`shows each of ${planted.length} contradictions of as many rules once, and nothing else`, async () => {
    const before = new Set(clean.map(({ key }) => key));
    const { position, refused } = await take(
      service,
      'spoilt',
      planted.flatMap(({ lines }) => lines),
    );
    expect(refused).toEqual([]);
    const { contradictions } = await ask(`contradictions?origin=synthetic&position=${position}`);
    const found = (contradictions as Found[]).filter(({ key }) => !before.has(key)).map(({ rule, about }) => `${rule}~${about[0]}`);
    expect(found.sort()).toEqual(planted.map(({ rule, about }) => `${rule}~${about}`).sort());
    expect(new Set(planted.map(({ rule }) => rule)).size).toBe(planted.length);
  }, 60_000);

  it('marks an explanation stale when what it explains shows otherwise, and loses the contradiction with the correction', async () => {
    const [{ key, seen, evidence }] = (await ask('contradictions?origin=synthetic&rule=parts-off-total')).contradictions;
    const text = { nl: 'Drie zonder groep', fr: 'Trois sans groupe' };
    const explained = await service.post('explain-contradiction', { contradiction: key, seen, text });
    expect(await ask(`contradictions/${key}?origin=synthetic&position=${explained.body.position}`)).toMatchObject({ state: 'explained' });
    expect((await ask('contradictions?origin=synthetic&state=explained')).contradictions[0]).not.toHaveProperty('stale');

    const wrong = planted.find(({ rule }) => rule === 'parts-off-total')!.lines.at(-1)!;
    const part = evidence.find(({ raw }: any) => raw === '37').eventId;
    const claim = (await Array.fromAsync(service.runtime.store.readAll(undefined))).find(({ id }) => id === part)!.streamId;
    const correct = async (
      value: number,
      corrects: string,
    ): Promise<{ readonly position: string; readonly eventIds: readonly string[] }> => {
      const body = { ...wrong.body, quantity: { value, exactness: 'exact' }, raw: String(value), claim, corrects };
      const answer = await service.post('import-claim', body, { authorization: `Bearer ${service.tokenOf('generator', `g${value}`)}` });
      expect([value, answer.status, answer.body.code]).toEqual([value, 201, undefined]);
      return answer.body;
    };
    const first = await correct(38, part);
    expect(await ask(`contradictions/${key}?origin=synthetic&position=${first.position}`)).toMatchObject({
      state: 'explained',
      stale: true,
    });
    const second = await correct(40, first.eventIds[0]!);
    const gone = await service.get(`/api/contradictions/${key}?origin=synthetic&position=${second.position}`);
    expect([gone.status, gone.body.code]).toEqual([404, 'contradiction.not-found']);
  }, 60_000);
});

import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '@app/indicators';
import { terms } from '@app/partnership';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

interface Claim {
  readonly indicator: string;
  readonly period: { readonly from: string };
  readonly action?: number;
  readonly target?: string;
  readonly kind: string;
  readonly quantity: { readonly value?: number; readonly lo?: number; readonly hi?: number; readonly exactness: string };
  readonly dataOn?: string;
  readonly dims?: Readonly<Record<string, string>>;
  readonly sourceRef: { readonly locator: number };
}

interface Target {
  readonly target: string;
  readonly action: number;
  readonly indicator: string;
  readonly stage?: string;
  readonly per?: { readonly dimension: string };
  readonly where?: readonly { readonly dim: string; readonly value: readonly string[] }[];
}

interface Line<Body> {
  readonly key: string;
  readonly command: string;
  readonly body: Body;
}

const linesOf = <Body>(file: string): readonly Line<Body>[] =>
  readFileSync(join(__dirname, '../../data/2021', file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line<Body>);

const claims = linesOf<Claim>('90-claims.ndjson');
const coverage = linesOf<{ readonly factType: string }>('91-coverage.ndjson');
const targets = linesOf<Target>('01-plan.ndjson').flatMap(({ command, body }) => (command === 'set-target' ? [body] : []));
const valuesOf = (indicator: string) =>
  claims.flatMap(({ body }) => (body.indicator === indicator ? [body.quantity.value ?? [body.quantity.lo, body.quantity.hi]] : []));

const commands = new Map(terms.flatMap((term) => term.commands.map((command) => [command.name, command] as const)));

describe('the claims and the coverage of 2021', () => {
  it('follow the rules of their commands, under keys of their own', () => {
    const lines = [...claims, ...coverage];
    const broken = lines.filter(
      ({ command, body }) =>
        validateSync(plainToInstance(commands.get(command)!.body, body), { whitelist: true, forbidNonWhitelisted: true }).length > 0,
    );
    expect(broken.map(({ key }) => key)).toEqual([]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  it('name indicators that are defined, and so do the targets', () => {
    const named = new Set([...claims.map(({ body }) => body.indicator), ...targets.map(({ indicator }) => indicator)]);
    expect([...named].filter((code) => !definitions.has(code))).toEqual([]);
  });

  it('cover fact types that some indicator reads', () => {
    const read = new Set(
      [...definitions.values()].flatMap(({ measure }) =>
        'of' in measure ? measure.of.factType : 'num' in measure ? measure.num.factType : [],
      ),
    );
    expect(coverage.filter(({ body }) => !read.has(body.factType)).map(({ key }) => key)).toEqual([]);
  });

  it('answer a target by its own indicator and in its own scope', () => {
    const byCode = new Map(targets.map((target) => [target.target, target]));
    const astray = claims.filter(({ body }) => {
      if (body.target === undefined) return false;
      const target = byCode.get(body.target)!;
      const scope = Object.fromEntries((target.where ?? []).map(({ dim, value }) => [dim, value.join()]));
      const dims = {
        ...scope,
        ...(target.stage ? { stage: target.stage } : {}),
        ...(target.per ? { per: target.per.dimension } : {}),
      };
      const fits = JSON.stringify(Object.entries(body.dims ?? {}).sort()) === JSON.stringify(Object.entries(dims).sort());
      return target.indicator !== body.indicator || target.action !== body.action || !(fits || (target.per && !body.dims));
    });
    expect(astray.map(({ key }) => key)).toEqual([]);
  });

  it.each<[string, readonly unknown[]]>([
    ['inclusions', [105]],
    ['helpdesk-calls', [967]],
    ['helpdesk-mails', [220]],
    ['psy-line-calls', [130, 49]],
    ['psy-line-direct-share', [5200]],
    ['psychological-follow-ups', [77]],
    ['psychological-sessions', [334]],
    ['conventions', [27]],
    ['volunteers-trained', [26]],
    ['community-members', [[12, 18], 47]],
    ['community-structures', [32, [28, 30]]],
    ['concertations-requested', [10, 6, 2, 1, 1]],
    ['information-sessions', [29]],
    ['people-reached', [1109]],
    ['exchange-sessions', [14, 15]],
    ['exchange-attendances', [122]],
    ['newsletter-contacts', [6000, 6000, 6682]],
    ['web-sessions', [15832, 8986, 26958]],
    ['social-subscribers', [[801, undefined]]],
    ['survey-answers', [80, 63, 14]],
  ])('keep every printed value of %s: %j', (indicator, values) => {
    expect(valuesOf(indicator)).toEqual(values);
  });

  it('say from which day the inclusions are', () => {
    expect(claims.flatMap(({ body }) => (body.indicator === 'inclusions' ? [body.dataOn] : []))).toEqual(['2021-11-01']);
  });
});

import { type EditionBytes, type EditionView, type EditionViews, editionViews } from '@app/indicators';
import { type CommandAnswer, OutcomeUnknown, Recorder } from '@app/recording';
import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { Dispatchables } from '../../apps/api/src/commands/dispatchables';
import { Editions } from '../../apps/api/src/editions/editions';
import { Freezing } from '../../apps/api/src/editions/freezing';
import { Reading } from '../../apps/api/src/reading/reading';
import { TestService } from '../support/service';

const title = { nl: 'Diabetes in de wijk', fr: 'Le diabète dans le quartier' };
const figures = { view: 'indicators', subject: 'record', period: '2021' } as const;
const report = { view: 'report', subject: 'yearly', period: '2021' } as const;

/** A view of one text, rendered in two languages. */
const rendering: EditionView = {
  kind: 'report',
  content: (_read, { subject, period }, { through }) => ({ subject, period, through }),
  template: () => ({ code: 'yearly', version: 3 }),
  renderings: async () =>
    (['nl', 'fr'] as const).map((language) => ({ language, mediaType: 'application/pdf', bytes: Buffer.from(`%PDF ${language}`) })),
};

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
  for (const period of [figures, report]) expect((await service.post('open-period', period)).status).toBe(201);
  await service.post('hold-session', {
    kind: 'lunch',
    title,
    heads: { value: 12, exactness: 'exact' },
    occurred: { from: '2021-03-04' },
    planRefs: [{ plan: '2021', action: 1 }],
  });
}, 60_000);

afterAll(() => service.remove());

interface Parts {
  readonly bus?: Pick<CommandBus, 'execute'>;
  readonly views?: EditionViews;
}

const freezing = ({ bus, views = editionViews }: Parts): Freezing => {
  const { app, runtime } = service;
  return new Freezing(
    (bus ?? app.get(CommandBus)) as CommandBus,
    app.get(Dispatchables),
    app.get(Recorder),
    app.get(Reading),
    app.get(Editions),
    runtime.store,
    runtime.editions,
    views,
  );
};

const freezer = (key: string) => ({
  principal: service.runtime.vault.principalNamed({ kind: 'operator', name: 'front desk' }),
  key,
  correlationId: 'c-freezing',
});

describe('a freeze that is cut off', () => {
  it('has its bytes before its event, leaves no edition, and is done by the next try under its key', async () => {
    let kept: ReturnType<EditionBytes['get']>;
    const cutOff = {
      execute: async (command: unknown): Promise<never> => {
        kept = service.runtime.editions.get((command as { request: { body: { sha256: string } } }).request.body.sha256);
        throw new OutcomeUnknown('store.outcome-unknown');
      },
    };
    await expect(freezing({ bus: cutOff }).freeze(figures, freezer('cut-off'))).rejects.toThrow(OutcomeUnknown);
    expect(JSON.parse(kept!.toString())).toMatchObject({ subject: 'record', period: '2021' });
    expect((await service.get('/api/editions')).body.editions).toEqual([]);
    const { eventIds } = await freezing({}).freeze(figures, freezer('cut-off'));
    expect(eventIds).toHaveLength(1);
    const again = await freezing({}).freeze(figures, freezer('cut-off'));
    expect([again.eventIds, again.replayed]).toEqual([eventIds, true]);
  });
});

describe('a freeze that is sent twice at once', () => {
  it('answers both alike, though each looked from a K of its own', async () => {
    const of = { ...figures, period: '2021-03' } as const;
    expect((await service.post('open-period', of)).status).toBe(201);
    let first: CommandAnswer | undefined;
    const overtaken = {
      execute: async (command: ICommand): Promise<unknown> => {
        await service.post('hold-session', { kind: 'lunch', title, occurred: { from: '2021-03-06' } });
        first = await freezing({}).freeze(of, freezer('twice'));
        return service.app.get(CommandBus).execute(command);
      },
    };
    const second = await freezing({ bus: overtaken }).freeze(of, freezer('twice'));
    expect(second).toEqual({ ...first, replayed: true });
    expect(second.eventIds).toHaveLength(1);
  });
});

describe('a freeze by a generator', () => {
  it('is refused: what it records is synthetic', async () => {
    const answer = await service.send('POST', '/api/editions', JSON.stringify(figures), {
      authorization: `Bearer ${service.tokenOf('generator')}`,
      'idempotency-key': 'synthetic',
      'content-type': 'application/json',
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'edition.not-synthetic']);
  });
});

describe('the files of an edition', () => {
  it('are those of the languages that were asked for, and are given back as they were', async () => {
    const views: EditionViews = new Map([['report', rendering]]);
    const { eventIds, position } = await freezing({ views }).freeze({ ...report, languages: ['nl'] }, freezer('report'));
    const { body } = await service.get(`/api/editions/${eventIds[0]}?position=${position}`);
    expect(body.template).toEqual({ code: 'yearly', version: 3 });
    expect(body.renderings).toEqual([{ language: 'nl', mediaType: 'application/pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const file = await service.get(`/api/editions/${body.id}/content?format=pdf&lang=nl`);
    expect([file.text, file.headers['content-type'], file.headers['etag']]).toEqual([
      '%PDF nl',
      'application/pdf',
      `"${body.renderings[0].sha256}"`,
    ]);
    const others = ['format=pdf&lang=fr', 'format=csv&lang=nl', 'format=scroll'].map(
      (query) => `/api/editions/${body.id}/content?${query}`,
    );
    const answers = await Promise.all(others.map((url) => service.get(url)));
    expect(answers.map(({ status, body: { code } }) => [status, code])).toEqual([
      [404, 'edition.no-such-file'],
      [404, 'edition.no-such-file'],
      [400, 'query.invalid'],
    ]);
  });

  it('that nobody put in the store answer as missing', async () => {
    const lost = { ...figures, subject: 'org-elsewhere', asOf: '2021-12-31', knownOn: '2021-12-31', hierarchy: 'then' };
    const { eventIds } = (await service.post('open-period', { view: 'indicators', subject: 'org-elsewhere', period: '2021' })).body;
    const bare = { through: eventIds[0], definitions: [], targets: [], sha256: 'f'.repeat(64), renderings: [] };
    const frozen = await service.post('freeze-period', { ...lost, ...bare });
    const { position } = frozen.body;
    await service.get(`/api/editions?position=${position}`);
    const answer = await service.get(`/api/editions/${frozen.body.eventIds[0]}/content`);
    expect([answer.status, answer.body.code]).toEqual([500, 'edition.bytes-missing']);
  });
});

describe('an edition over records with personal parts', () => {
  const NAMES = /"(kid|sealed|subjects|subjectKey|keyTag|bodyTag|actor|iv|ct)":/;

  const VIEWS = [
    { ...figures, period: '2021-Q1' },
    { view: 'report', subject: 'partnership-2025', period: '2021' },
    { view: 'self-evaluation', subject: 'record', period: '2022' },
  ] as const;
  const step = (n: number) => ({ step: n, label: { nl: 'trap', fr: 'degré' } });
  const evaluation = { year: 2022, occurred: { from: '2022-01-15' } };

  it('holds none of them, whatever the view', async () => {
    const generator = { authorization: `Bearer ${service.tokenOf('generator')}` };
    const person = 'person-AAAA1111';
    const included = { programme: 'boost', period: '2021', person, occurred: { from: '2021-04-01' } };
    const said = { speaker: 'partner-organisation', testimonyLanguage: 'nl', consentToQuote: true, testimony: 'Geheim' };
    const scale = { min: 0, max: 1, anchors: [step(0), step(1)] };
    const judged = { from: '2021-01-01', to: '2021-12-31' };
    const answers = [
      await service.post('include-person', included, generator),
      await service.post('withdraw-record', await withNote()),
      await service.post('receive-testimony', { ...said, occurred: { from: '2021-05-01' } }),
      await service.post('open-self-evaluation', { ...evaluation, period: judged, scale, caveat: title }),
      await service.post('score-aim', { ...evaluation, aim: 'value', score: 0, scorer: 'pro-secret', role: 'partner', rationale: title }),
      ...(await Promise.all(VIEWS.map((view) => service.post('open-period', view)))),
    ];
    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(answers.map(() => [201, undefined]));
    const secrets = [...(await secretsOfTheRecord()), 'pro-secret', 'Geheim'];
    expect(secrets.length).toBeGreaterThan(8);
    for (const view of VIEWS) {
      for (const text of await textsOf(view)) {
        expect([view.view, secrets.filter((secret) => text.includes(secret))]).toEqual([view.view, []]);
        expect(NAMES.exec(text)).toBeNull();
      }
    }
  });

  /** Freezes a view, and answers all that is given out of the edition. */
  async function textsOf(view: (typeof VIEWS)[number]): Promise<readonly string[]> {
    const { eventIds, position } = await freezing({}).freeze(view, freezer(`personal-${view.view}`));
    const edition = await service.get(`/api/editions/${eventIds[0]}?position=${position}`);
    const pages = edition.body.renderings.map(({ language }: { language: string }) => `?format=html&lang=${language}`);
    expect(pages).toHaveLength(view.view === 'report' ? 3 : 0);
    const files = await Promise.all(['', ...pages].map((query) => service.get(`/api/editions/${eventIds[0]}/content${query}`)));
    expect(files.map(({ status, text }) => [status, text.length > 1_000])).toEqual(files.map(() => [200, true]));
    return [edition.text, ...files.map(({ text }) => text)];
  }

  /** A record with a sealed text, made by a person of the partnership. */
  async function withNote(): Promise<object> {
    const { body } = await service.post('hold-session', { kind: 'lunch', title, occurred: { from: '2021-03-05' } });
    return { stream: body.streamId, event: body.eventIds[0], reason: 'test-entry', note: 'Geheim' };
  }

  async function secretsOfTheRecord(): Promise<readonly string[]> {
    const stored = await Array.fromAsync(service.runtime.store.readAll(undefined));
    return stored
      .map(service.runtime.read)
      .flatMap(({ sealed, subjects, keyTag, bodyTag, actor }) => [
        ...sealed.flatMap(({ kid, iv, ct }) => [kid, iv, ct]),
        ...subjects,
        keyTag,
        bodyTag,
        actor,
      ]);
  }
});

import { join } from 'node:path';
import { queryOfFigure, quotedIn } from '@app/indicators';
import Sqlite from 'better-sqlite3';
import { importRegister } from '../support/register';
import { type Answer, TestService } from '../support/service';

const plan = { view: 'plan', subject: '2021', period: '2021' };
const all = { view: 'indicators', subject: 'record', period: '2021' };
const title = { nl: 'Diabetes in de wijk', fr: 'Le diabète dans le quartier' };
const because = { nl: 'Een sessie was verkeerd geteld', fr: 'Une séance était mal comptée' };

let service: TestService;
let keys = 0;

const freeze = (body: object, key = `edition-${keys++}`): Promise<Answer> =>
  service.send('POST', '/api/editions', JSON.stringify(body), {
    authorization: `Bearer ${service.token}`,
    'idempotency-key': key,
    'content-type': 'application/json',
  });

async function frozen(of: object): Promise<any> {
  const answer = await freeze({ ...of, asOf: '2021-12-31' });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body;
}

const bytesOf = async (id: string): Promise<string> => (await service.get(`/api/editions/${id}/content`)).text;

async function changesOf(id: string, lang = ''): Promise<any> {
  const head = await service.runtime.store.head();
  const answer = await service.get(`/api/editions/${id}/changes?position=${head}${lang && `&lang=${lang}`}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** How many different bytes are in the store of editions. */
function kept(): number {
  const db = new Sqlite(join(service.folder, 'editions.db'), { readonly: true });
  const count = db.prepare<[], number>('SELECT count(*) FROM edition_bytes').pluck().get();
  db.close();
  return count ?? 0;
}

const holdSession = (day: string, heads: number): Promise<Answer> =>
  service.post('hold-session', { kind: 'lunch', title, heads: { value: heads, exactness: 'exact' }, occurred: { from: day } });

beforeAll(async () => {
  service = await TestService.start();
  await importRegister(service, '2021');
}, 120_000);

afterAll(() => service.remove());

describe('an edition', () => {
  it('is frozen of an open period only, and what was computed in vain harms nothing', async () => {
    const refused = await freeze({ ...plan, asOf: '2021-12-31' });
    expect([refused.status, refused.body.code]).toEqual([409, 'reporting-period.not-opened']);
    expect((await service.get('/api/editions')).body).toEqual({ editions: [] });
    for (const period of [plan, all]) expect((await service.post('open-period', period)).status).toBe(201);
  });

  it('is frozen by holders of a token only, under a key', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
    const bare = await service.send('POST', '/api/editions', JSON.stringify(plan), headers);
    expect([bare.status, bare.body.code]).toEqual([401, 'access.token-needed']);
    const keyless = await freeze(plan, '');
    expect([keyless.status, keyless.body.code]).toEqual([400, 'command.key-malformed']);
  });

  it('is number 1, says what made it, and is answered again under its key whatever was recorded since', async () => {
    const first = await freeze({ ...plan, asOf: '2021-12-31' }, 'the-plan');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ ...plan, edition: 1, asOf: '2021-12-31', hierarchy: 'then', renderings: [], current: true });
    expect(first.body.definitions).toContainEqual({ code: 'information-sessions', version: 1 });
    expect(first.body.targets.length).toBeGreaterThan(100);
    await holdSession('2022-02-01', 4);
    const before = kept();
    const again = await freeze({ ...plan, asOf: '2021-12-31' }, 'the-plan');
    expect(kept()).toBe(before);
    expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([201, 'true', first.body]);
    const otherwise = await freeze({ ...plan, asOf: '2021-06-30' }, 'the-plan');
    expect([otherwise.status, otherwise.body.code]).toEqual([422, 'command.key-reused']);
    expect((await freeze(plan)).body.code).toBe('reporting-period.frozen');
  });

  it('is the live view of its K, byte for byte, with their digest as ETag', async () => {
    const [edition] = (await service.get('/api/editions?view=plan')).body.editions;
    const content = await service.get(`/api/editions/${edition.id}/content`);
    expect(content.headers).toMatchObject({ etag: `"${edition.sha256}"`, 'content-type': 'application/json; charset=utf-8' });
    const { position, ...live } = (await service.get(`/api/plans/2021?asOf=2021-12-31&through=${edition.through}`)).body;
    expect(position).not.toBeNull();
    expect(content.body).toEqual(live);
    expect((await service.get('/api/plans/2021?edition=1')).text).toBe(content.text);
    expect((await service.get(`/api/editions/${edition.id}`)).body).toEqual(edition);
  });

  it.each([
    [404, 'edition.not-found', '/api/editions/3f0c9a52-4a1b-8c3d-9e5f-6a7b8c9d0e1f'],
    [404, 'edition.not-found', '/api/plans/2021?edition=2'],
    [404, 'edition.not-found', '/api/plans/2021?edition=1&period=2021-Q1'],
    [400, 'query.invalid', '/api/plans/2021?edition=1&asOf=2021-06-30'],
    [400, 'query.invalid', '/api/plans/2021?editions=all'],
    [400, 'query.invalid', '/api/editions?colour=red'],
  ])('answers %d %s for %s', async (status, code, url) => {
    const answer = await service.get(url);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([
    [400, 'command.invalid', { ...plan, view: 'poster' }],
    [404, 'edition.unknown-view', { ...plan, view: 'dashboard' }],
    [404, 'edition.unknown-subject', { ...plan, view: 'report' }],
    [404, 'edition.unknown-subject', { view: 'report', subject: 'action-sheets', period: '2021-Q1' }],
    [404, 'edition.unknown-subject', { view: 'self-evaluation', subject: 'record', period: '2019' }],
    [404, 'edition.unknown-subject', { ...plan, subject: '1999' }],
    [404, 'edition.unknown-subject', { ...all, subject: 'zone-north' }],
    [400, 'edition.nothing-recorded', { ...plan, knownOn: '2001-01-01' }],
    [400, 'edition.not-known-yet', { ...plan, knownOn: '2999-01-01' }],
    [400, 'query.bad-day', { ...plan, asOf: '2021-02-30' }],
  ])('answers %d %s to %j', async (status, code, body) => {
    const answer = await freeze(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('what changed since', () => {
  let plans: any;
  let figures: any;

  beforeAll(async () => {
    [plans] = (await service.get('/api/editions?view=plan')).body.editions;
    figures = await frozen(all);
  });

  it('is nothing while what was recorded since moves nothing that it shows', async () => {
    await holdSession('2022-03-01', 9);
    for (const { id } of [plans, figures]) {
      const { changed, changes, sentence } = await changesOf(id);
      expect([changed, changes]).toEqual([false, 0]);
      expect(sentence).toEqual({
        nl: 'Er is niets veranderd sinds editie 1.',
        fr: 'Rien n’a changé depuis l’édition 1.',
        en: 'Nothing has changed since edition 1.',
      });
    }
  });

  it('is each figure that a corrected session moved, and no other', async () => {
    const session = (await service.get('/api/events?limit=1000')).body.events.find(
      ({ type, data }: any) => type === 'SessionHeld' && data.kind === 'info-session' && data.heads?.exactness === 'exact',
    );
    const { heads } = session.data;
    const { planRefs, sourceRef, language, territory, occurred, data } = session;
    const corrected = await service.post('hold-session', {
      ...data,
      session: session.streamId,
      heads: { ...heads, value: heads.value + 1_000 },
      occurred: { from: occurred.from },
      ...JSON.parse(JSON.stringify({ planRefs, sourceRef, language, territory })),
      corrects: session.id,
      correctionReason: 'wrong-count',
    });
    expect([corrected.status, corrected.body.errors, corrected.body.code]).toEqual([201, undefined, undefined]);
    const [event] = corrected.body.eventIds;
    const moved = await movedOf(figures);
    expect(moved.length).toBeGreaterThan(3);
    for (const change of moved) expect(change.events).toEqual([event]);
    // The targets of the plan ask for sessions, not for heads.
    expect(await movedOf(plans)).toEqual([]);
    const told = (await changesOf(figures.id, 'nl')).figures.find(
      ({ before }: any) => before.indicator === 'information-session-attendances',
    );
    const attendances = { before: told.before.value, after: told.after.value };
    expect(attendances).toEqual({ before: 506, after: 1506 });
    expect(told.sentence).toEqual({ nl: `${told.label.nl}: 506 in editie 1, nu 1.506.` });
  });

  it('is each figure that a withdrawn session moved, the action that it served among them', async () => {
    const { actions } = JSON.parse(await bytesOf(plans.id));
    const counted = actions
      .flatMap(({ targets }: any) => targets)
      .find(({ indicator, realised }: any) => indicator === 'information-sessions' && realised.shown === 'computed' && realised.value > 0);
    const [event] = (await service.get(`/api/figures/${counted.realised.id}/events`)).body.events;
    const body = { stream: event.streamId, event: event.id, reason: 'did-not-happen' };
    const withdrawn = await service.post('withdraw-record', body);
    expect([withdrawn.status, withdrawn.body.code]).toEqual([201, undefined]);
    const moved = await movedOf(plans);
    expect(moved.map(({ label }: any) => label)).toContainEqual(counted.label);
    for (const change of moved) expect(change.events.slice(-1)).toEqual(withdrawn.body.eventIds);
    expect((await movedOf(figures)).length).toBeGreaterThan(3);
  });

  it('shows beside the live plan when it is asked for', async () => {
    expect((await service.get('/api/plans/2021')).body.editions).toBeUndefined();
    const [notice, ...others] = (await service.get('/api/plans/2021?editions=true')).body.editions;
    expect([notice, others]).toEqual([
      { id: plans.id, period: '2021', edition: 1, current: true, changed: true, changes: expect.any(Number) },
      [],
    ]);
  });

  it('is an action that took another course, and a target that was revised', async () => {
    const { body: live } = await service.get('/api/plans/2021');
    const action = live.actions.find(({ lifecycle, targets }: any) => lifecycle === 'running' && targets.length > 0);
    const of = { plan: '2021', action: action.number };
    const { target, indicator, kind, period, comparatorPrinted, label } = action.targets[0];
    const revision = { ...of, target, indicator, kind, period, comparatorPrinted, label, comparator: '>=', lo: 9_999 };
    const revised = await service.post('revise-target', { ...revision, reason: 'not-stated', occurred: { from: '2022-01-05' } });
    expect([revised.status, revised.body.errors]).toEqual([201, undefined]);
    // What happened after A is no change of what was sent; what was told late is.
    const suspended = { ...of, reason: 'external-crisis' };
    expect((await service.post('suspend-action', { ...suspended, occurred: { from: '2021-12-20' } })).status).toBe(201);
    const { actions, targets } = await changesOf(plans.id, 'fr');
    expect(actions).toHaveLength(1);
    expect(actions).toMatchObject([
      {
        before: { plan: '2021', number: action.number, lifecycle: 'running', title: action.title },
        after: { plan: '2021', number: action.number, lifecycle: 'suspended', title: action.title },
        sentence: { fr: `Action ${action.number} : En cours dans l’édition 1, Suspendue maintenant.` },
      },
    ]);
    expect(targets).toMatchObject([{ before: { target }, after: { target, eventId: revised.body.eventIds[0] } }]);
    expect(targets).toHaveLength(1);
  });

  /** The figures that are told to have moved, which are those that are found by asking each of the edition by hand. */
  async function movedOf(edition: any): Promise<readonly any[]> {
    const { figures: changed } = await changesOf(edition.id);
    expect(changed.map(({ before }: any) => before.figureId).sort()).toEqual(await movedByHand(edition));
    return changed;
  }

  /** Asks each figure of an edition once more, by itself, at its K and today; those that show something else. */
  async function movedByHand({ id, through }: any): Promise<readonly string[]> {
    const ids = [...quotedIn(JSON.parse(await bytesOf(id))).figures.keys()];
    const shown = async (figureId: string, knowing: string): Promise<string> => {
      const { indicator, from, to, plan: inPlan, action, asOf, target, where } = queryOfFigure(figureId);
      if (target !== undefined || where !== undefined) return await ofTarget(inPlan!, action!, target!, knowing);
      const query = new URLSearchParams({ period: `${from}..${to}`, asOf });
      if (inPlan !== undefined) query.set('plan', inPlan);
      if (action !== undefined) query.set('action', String(action));
      if (knowing !== '') query.set('through', knowing);
      return valueIn((await service.get(`/api/indicators/${indicator}/figures?${query}`)).body.figures[0]);
    };
    const moved: string[] = [];
    pages.clear();
    for (const figureId of ids) if ((await shown(figureId, through)) !== (await shown(figureId, ''))) moved.push(figureId);
    return moved.sort();
  }

  const pages = new Map<string, any>();

  async function ofTarget(inPlan: string, action: number, target: string, knowing: string): Promise<string> {
    const url = `/api/plans/${inPlan}?asOf=2021-12-31${knowing && `&through=${knowing}`}`;
    const page = pages.get(url) ?? (await service.get(url)).body;
    pages.set(url, page);
    const found = page.actions.find(({ number }: any) => number === action).targets.find((one: any) => one.target === target);
    return valueIn(found.realised);
  }

  const valueIn = ({ value, lo, hi, exactness, shown, countKind }: any): string =>
    JSON.stringify([value, lo, hi, exactness, shown, countKind]);
});

describe('what was sent', () => {
  it('stays byte for byte what it was after fifty more events, a rebuild and a restart', async () => {
    const { editions } = (await service.get('/api/editions')).body;
    expect(editions).toHaveLength(2);
    const before = await Promise.all(editions.map(({ id }: any) => bytesOf(id)));
    for (let n = 0; n < 50; n++) expect((await holdSession('2021-05-05', 100 + n)).status).toBe(201);
    await service.runtime.projections.rebuild();
    await service.stop();
    service = await TestService.start({ folder: service.folder });
    const head = await service.runtime.store.head();
    expect((await service.get(`/api/editions?position=${head}`)).body.editions).toEqual(editions);
    expect(await Promise.all(editions.map(({ id }: any) => bytesOf(id)))).toEqual(before);
  }, 60_000);

  it('is followed by edition 2 once the period was reopened, and both are there', async () => {
    expect((await freeze(all)).body.code).toBe('reporting-period.frozen');
    expect((await service.post('reopen-period', { ...all, reason: because })).status).toBe(201);
    const second = await frozen(all);
    expect([second.edition, second.current]).toEqual([2, true]);
    const { editions } = (await service.get(`/api/editions?view=indicators&position=${second.position}`)).body;
    expect(editions.map(({ edition, current }: any) => [edition, current])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await bytesOf(second.id)).not.toBe(await bytesOf(editions[0].id));
    expect((await changesOf(second.id)).changed).toBe(false);
  });

  it('is caught when its bytes were changed under it', async () => {
    const [edition] = (await service.get('/api/editions?view=plan')).body.editions;
    const db = new Sqlite(join(service.folder, 'editions.db'));
    db.exec('DROP TRIGGER bytes_never_updated');
    const running = `replace(bytes, '"lifecycle":"planned"', '"lifecycle":"running"')`;
    const tampered = `UPDATE edition_bytes SET bytes = CAST(${running} AS BLOB) WHERE sha256 = ?`;
    expect(db.prepare(tampered).run(edition.sha256).changes).toBe(1);
    db.close();
    const answer = await service.get(`/api/editions/${edition.id}/content`);
    expect([answer.status, answer.body.code]).toEqual([500, 'edition.bytes-broken']);
  });
});

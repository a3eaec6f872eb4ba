import { TestService } from '../support/service';

jest.setTimeout(60_000);

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
});

afterAll(() => service.remove());

const on = (from: string) => ({ occurred: { from } });

/** Records, and answers the stream and the first event. */
async function record(command: string, body: object, token?: string): Promise<{ stream: string; event: string; position: string }> {
  const answer = await service.post(command, body, token ? { authorization: `Bearer ${token}` } : {});
  expect([command, answer.status, answer.body.code]).toEqual([command, 201, undefined]);
  return { stream: answer.body.streamId, event: answer.body.eventIds[0], position: answer.body.position };
}

async function computed(indicator: string, position: string, query = ''): Promise<readonly [number | null, number | null, number | null]> {
  const answer = await service.get(`/api/indicators/${indicator}/figures?period=2021&position=${position}${query}`);
  expect([indicator, answer.status]).toEqual([indicator, 200]);
  const { value, lo, hi } = answer.body.figures[0].computed;
  return [value, lo, hi];
}

describe('a person in a programme', () => {
  const include = {
    person: 'person-syn-1',
    programme: 'protocol-3',
    period: '2021',
    commune: '21004',
    criteriaMet: ['polypharmacy'],
    ...on('2021-03-10'),
  };

  it('is taken from synthetic sources only, until access is settled', async () => {
    const before = await service.count();
    const answer = await service.post('include-person', include);
    expect([answer.status, answer.body.code]).toEqual([409, 'record.personal-not-yet']);
    expect(await service.count()).toBe(before);
  });

  it('is included once, moves to another programme and leaves, and never enters a figure of the record', async () => {
    const token = service.tokenOf('generator');
    const { stream } = await record('include-person', include, token);
    expect(stream).toMatch(/^inclusion-/);
    expect(stream).not.toContain('person-syn-1');
    const headers = { authorization: `Bearer ${token}` };
    expect((await service.post('include-person', include, headers)).status).toBe(200);
    const again = await service.post('include-person', { ...include, ...on('2021-04-01') }, headers);
    expect([again.status, again.body.code]).toEqual([409, 'inclusion.already-included']);
    await record('transfer-inclusion', { inclusion: stream, from: 'protocol-3', to: 'integreo', ...on('2021-07-01') }, token);
    const { position } = await record('end-inclusion', { inclusion: stream, reason: 'moved-away', ...on('2021-09-30') }, token);
    const answer = await service.get(`/api/indicators/inclusions/figures?period=2021&position=${position}`);
    expect(answer.body.figures[0].computed.value ?? 0).toBe(0);
  });
});

describe('requests for a concertation', () => {
  const about = { kind: 'multidisciplinary', concerns: 'unnamed-person' };

  it('add up over their states, also after a correction', async () => {
    const first = await record('request-concertation', { ...about, ...on('2021-04-01') });
    const second = await record('request-concertation', { ...about, ...on('2021-04-02') });
    const third = await record('request-concertation', { ...about, ...on('2021-04-03') });
    const fourth = await record('request-concertation', { ...about, complete: false, ...on('2021-12-30') });
    await record('assign-request', { concertation: first.stream, organiser: 'pro-a1', ...on('2021-04-10') });
    await record('refuse-request', { concertation: second.stream, reason: 'outside-brussels', ...on('2021-04-10') });
    await record('withdraw-request', { concertation: third.stream, reason: 'requester', ...on('2021-04-10') });
    const held = await record('hold-concertation', {
      concertation: first.stream,
      ...about,
      mode: 'in-person',
      heads: { value: 5, exactness: 'exact' },
      ...on('2021-05-03'),
    });
    await record('complete-request', { concertation: fourth.stream, ...on('2022-01-10') });
    await record('record-decision', {
      concertation: first.stream,
      number: 1,
      decisionKind: 'task',
      decision: 'wie doet wat',
      ...on('2021-05-03'),
    });
    const corrected = await record('request-concertation', {
      concertation: first.stream,
      ...about,
      corrects: first.event,
      correctionReason: 'wrong-date',
      ...on('2021-03-31'),
    });
    expect(corrected.stream).toBe(first.stream);
    expect((await computed('concertations-requested', corrected.position))[0]).toBe(4);
    expect((await computed('concertations-held', held.position))[0]).toBe(1);
    expect((await computed('concertation-attendances', held.position))[0]).toBe(5);
    expect((await computed('concertation-decisions', corrected.position))[0]).toBe(1);
  });
});

describe('the helpdesk', () => {
  it('prints calls and mails apart, and the direct share with its parts', async () => {
    const calls = [];
    for (const day of ['2021-02-01', '2021-02-02']) {
      calls.push(await record('register-contact', { channel: 'call', line: 'psychology', ...on(day) }));
    }
    await record('register-contact', { channel: 'call', line: 'general', ...on('2021-02-03') });
    await record('register-contact', { channel: 'mail', line: 'general', ...on('2021-02-03') });
    await record('answer-contact', { contact: calls[0]!.stream, handling: 'direct', ...on('2021-02-01') });
    const { position } = await record('answer-contact', { contact: calls[1]!.stream, handling: 'deferred', ...on('2021-02-04') });
    expect((await computed('psy-line-calls', position))[0]).toBe(2);
    expect((await computed('helpdesk-calls', position))[0]).toBe(1);
    expect((await computed('helpdesk-mails', position))[0]).toBe(1);
    expect((await computed('psy-line-direct-share', position))[0]).toBe(5_000);
  });
});

describe('a community of practice', () => {
  it('counts its members on the day, and its meetings', async () => {
    const { stream } = await record('start-community', {
      kind: 'neighbourhood-referents',
      title: { nl: 'Noord', fr: 'Nord' },
      ...on('2021-01-15'),
    });
    await record('join-community', { community: stream, member: 'pro-a1', profession: 'nurse', ...on('2021-02-01') });
    await record('join-community', { community: stream, member: 'pro-b2', profession: 'social-worker', ...on('2021-02-01') });
    await record('leave-community', { community: stream, member: 'pro-a1', reason: 'changed-work', ...on('2021-06-30') });
    const meeting = { community: stream, present: ['pro-a1', 'pro-b2'], heads: { value: 14, exactness: 'exact' }, structures: ['org-s1'] };
    const { position } = await record('hold-community-meeting', { ...meeting, ...on('2021-03-03') });
    expect((await computed('community-members', position, '&asOf=2021-06-29'))[1]).toBe(2);
    expect((await computed('community-members', position, '&asOf=2021-06-30'))[1]).toBe(1);
    expect((await computed('community-meetings', position))[0]).toBe(1);
    const back = { community: stream, member: 'pro-a1', profession: 'nurse', ...on('2021-09-01') };
    await record('join-community', back);
    const gone = await record('leave-community', { community: stream, member: 'pro-a1', reason: 'own-wish', ...on('2021-11-01') });
    expect((await computed('community-members', gone.position, '&asOf=2021-08-31'))[1]).toBe(1);
    expect((await computed('community-members', gone.position, '&asOf=2021-09-01'))[1]).toBe(2);
    expect((await computed('community-members', gone.position, '&asOf=2021-11-01'))[1]).toBe(1);
    expect((await computed('community-attendances', position))[0]).toBe(14);
    expect((await computed('community-structures', position))[1]).toBe(1);
  });
});

describe('functions, follow-up and Diapason', () => {
  it('are recorded and counted', async () => {
    const { stream } = await record('appoint-function', {
      function: 'hospital-referent',
      holder: 'pro-h1',
      fteHundredths: 50,
      ...on('2021-02-01'),
    });
    await record('end-function', { appointment: stream, reason: 'no-funding', ...on('2021-09-01') });
    const paid = await record('pay-participation', { model: 'lump-sum', amountCents: 125_000, payee: 'org-s1', ...on('2021-10-01') });
    expect((await computed('participation-paid', paid.position))[0]).toBe(125_000);
    expect((await computed('functions-filled', paid.position, '&asOf=2021-08-31'))[1]).toBe(1);
    expect((await computed('functions-filled', paid.position, '&asOf=2021-09-01'))[1]).toBe(0);

    const followUp = await record('open-psychological-follow-up', { psychologist: 'pro-p1', ...on('2021-02-01') });
    await record('hold-psychological-session', { followUp: followUp.stream, mode: 'home-visit', ...on('2021-02-10') });
    const closed = await record('close-psychological-follow-up', { followUp: followUp.stream, reason: 'own-wish', ...on('2021-05-01') });
    expect((await computed('psychological-follow-ups', closed.position))[0]).toBe(1);
    expect((await computed('psychological-sessions', closed.position))[0]).toBe(1);

    const cycle = await record('open-diapason-cycle', { theme: { nl: 'Ontslag', fr: 'Sortie' }, ...on('2021-01-10') });
    const span = { from: '2021-04-01', to: '2021-09-30', nature: 'span', precision: 'month' };
    await record('test-diapason-agreement', { cycle: cycle.stream, occurred: span });
    await record('evaluate-diapason-cycle', { cycle: cycle.stream, finding: 'wat werkte', ...on('2021-10-26') });
    const done = await record('close-diapason-cycle', { cycle: cycle.stream, reason: 'done', ...on('2021-12-01') });
    expect((await computed('diapason-cycles', done.position))[0]).toBe(1);
    expect((await computed('diapason-meetings', done.position))[0]).toBe(1);
  });
});

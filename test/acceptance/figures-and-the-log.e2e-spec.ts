import { TestService } from '../support/service';

describe('reading figures', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.remove());

  test('never reads the log', async () => {
    const recorded = await service.post('hold-session', {
      occurred: { from: '2022-03-17' },
      kind: 'info-session',
      theme: 'diabetes',
      title: { nl: 'Diabetes in de wijk', fr: 'Le diabète dans le quartier' },
      heads: { value: 12, exactness: 'exact' },
    });
    expect(recorded.status).toBe(201);
    const position = recorded.body.position as string;
    const { store } = service.runtime;
    const spies = (['readAll', 'follow', 'readStream'] as const).map((name) => jest.spyOn(store, name));
    const year = await service.get(`/api/indicators/information-session-attendances/figures?period=2022&position=${position}`);
    expect(year.body.figures[0].computed.value).toBe(12);
    for (const url of [
      '/api/indicators/information-session-attendances/figures',
      '/api/indicators/information-session-unique-attendants/figures?period=2022',
      '/api/indicators/people-reached/figures?period=2022-03',
      '/api/indicators/sessions-held/figures?period=2022&knownOn=2021-12-31',
    ])
      expect([url, (await service.get(url)).status]).toEqual([url, 200]);
    expect(spies.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  });
});

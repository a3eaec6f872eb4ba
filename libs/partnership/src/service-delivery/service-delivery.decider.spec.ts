import { given, onDay, recorded } from '@app/decider/spec';
import { declineService, deliverService, requestService, serviceDeliveryEvolution } from './service-delivery.decider';
import { serviceDeclined, serviceDelivered, type ServiceDeliveredData, serviceRequested } from './service-delivery.events';
import { serviceDeliveryFacts } from './service-delivery.facts';

const nursing = { programme: 'cohort-covid', serviceCode: 'nursing', concerns: 'structure' } as const;
const visit = { programme: 'protocol-3', serviceCode: 'p3.visit', concerns: 'person' } as const;
const on = (day: string) => ({ occurred: onDay(day) });
const march = onDay('2021-03-01');

const asked = [serviceRequested, { ...nursing, units: 3, structure: 'org-s1' }, on('2021-03-01')] as const;
const delivery = { ...nursing, requested: march, demand: 'met', units: 3, structure: 'org-s1' } as const;
const met = [serviceDelivered, delivery, on('2021-03-05')] as const;
const part = [serviceDelivered, { ...delivery, demand: 'partly-met', units: 1 }, on('2021-03-03')] as const;
const declined = [serviceDeclined, { ...nursing, requested: march, reason: 'no-capacity' }, on('2021-03-04')] as const;
const alone = [serviceDelivered, { ...visit, units: 1 }, { ...on('2021-03-05'), subjects: ['kid-1'] }] as const;
const service = (...history: Parameters<typeof given>[1]) => given(serviceDeliveryEvolution, history);

describe('ask for a service', () => {
  const command = { ...nursing, units: 3, structure: 'org-s1' };

  it('records how many', () => {
    expect(service().then(requestService, command)).toEqual([['ServiceRequested', command]]);
    expect(service().then(requestService, { ...visit, person: 'kid-1' })).toEqual([['ServiceRequested', { ...visit, units: 1 }]]);
  });

  it('says nothing twice, also after what came later', () => {
    for (const history of [[asked], [asked, met], [asked, declined]])
      expect(service(...history).then(requestService, command, on('2021-03-01'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(service(asked).refuses(requestService, { ...command, units: 4 }, on('2021-03-01'))).toBe('service-delivery.already-requested');
    expect(service(alone).refuses(requestService, { ...visit, person: 'kid-1' }, on('2021-03-01'))).toBe(
      'service-delivery.already-delivered',
    );
    expect(service(met).refuses(requestService, command, on('2021-03-06'))).toBe('service-delivery.before-request');
    expect(service(met).refuses(requestService, { ...command, serviceCode: 'p3.visit' }, on('2021-03-01'))).toBe(
      'service-delivery.other-service',
    );
    expect(service(met).refuses(requestService, { ...command, concerns: 'unnamed-person' }, on('2021-03-01'))).toBe(
      'service-delivery.other-subject',
    );
    expect(service().refuses(requestService, visit)).toBe('service-delivery.person-missing');
    expect(service().refuses(requestService, { ...nursing, person: 'kid-1' })).toBe('service-delivery.person-unexpected');
  });
});

describe('deliver a service', () => {
  it('meets the demand unless it says otherwise', () => {
    expect(service(asked).then(deliverService, { ...nursing, units: 3, structure: 'org-s1' }, on('2021-03-05'))).toEqual([
      ['ServiceDelivered', delivery],
    ]);
    expect(service(asked).then(deliverService, { ...nursing, demand: 'partly-met' }, on('2021-03-03'))).toEqual([
      ['ServiceDelivered', { ...nursing, requested: march, demand: 'partly-met', units: 1 }],
    ]);
  });

  it('needs no request', () => {
    const line = { ...visit, number: 1, amountCents: 4500, period: '2021-03', provider: 'pro-a1', profession: 'case-manager' } as const;
    expect(service().then(deliverService, { ...line, person: 'kid-1' })).toEqual([['ServiceDelivered', { ...line, units: 1 }]]);
  });

  it('says nothing twice, also after what came later', () => {
    const command = { ...nursing, demand: 'partly-met', structure: 'org-s1' } as const;
    for (const history of [
      [asked, part],
      [asked, part, met],
    ])
      expect(service(...history).then(deliverService, command, on('2021-03-03'))).toEqual([]);
    expect(service(alone).then(deliverService, { ...visit, person: 'kid-1' }, on('2021-03-05'))).toEqual([]);
  });

  it('may be a part of the demand, told apart by its number or its date', () => {
    expect(service(asked, part).then(deliverService, { ...nursing, units: 2 }, on('2021-03-05'))).toHaveLength(1);
    const numbered = [serviceDelivered, { ...visit, number: 1, units: 1 }, { ...on('2021-03-05'), subjects: ['kid-1'] }] as const;
    expect(service(numbered).then(deliverService, { ...visit, person: 'kid-1', number: 2 }, on('2021-03-05'))).toHaveLength(1);
  });

  it('refuses what contradicts the record', () => {
    expect(service(asked).refuses(deliverService, nursing, on('2021-02-28'))).toBe('service-delivery.before-request');
    expect(service().refuses(deliverService, { ...nursing, demand: 'met' })).toBe('service-delivery.no-request');
    expect(service(asked, declined).refuses(deliverService, nursing, on('2021-03-05'))).toBe('service-delivery.declined');
    expect(service(asked, met).refuses(deliverService, nursing, on('2021-03-05'))).toBe('service-delivery.already-delivered');
    expect(service(asked, met).refuses(deliverService, nursing, on('2021-03-06'))).toBe('service-delivery.demand-met');
    expect(service().refuses(deliverService, visit)).toBe('service-delivery.person-missing');
    expect(service().refuses(deliverService, { ...nursing, person: 'kid-1' })).toBe('service-delivery.person-unexpected');
    expect(service(asked).refuses(deliverService, { ...nursing, serviceCode: 'screening' }, on('2021-03-05'))).toBe(
      'service-delivery.other-service',
    );
    expect(service(alone).refuses(deliverService, { ...visit, person: 'kid-2' }, on('2021-03-05'))).toBe('service-delivery.other-subject');
  });
});

describe('decline a service', () => {
  const command = { reason: 'no-capacity' } as const;

  it('records the reason', () => {
    expect(service(asked).then(declineService, command, on('2021-03-04'))).toEqual([
      ['ServiceDeclined', { ...nursing, requested: march, ...command }],
    ]);
  });

  it('says nothing twice', () => {
    expect(service(asked, declined).then(declineService, command, on('2021-03-04'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(service(asked).refuses(declineService, command, on('2021-02-28'))).toBe('service-delivery.before-request');
    expect(service(alone).refuses(declineService, command)).toBe('service-delivery.no-request');
    expect(service(asked, declined).refuses(declineService, command, on('2021-03-05'))).toBe('service-delivery.already-declined');
    expect(service(asked, part).refuses(declineService, command, on('2021-03-05'))).toBe('service-delivery.already-delivered');
  });
});

describe('facts of services', () => {
  const streamId = 'service-delivery-s';
  const dims = { programme: 'cohort-covid', serviceCode: 'nursing' };
  const exact = (n: number) => ({ exactness: 'exact', v: n, lo: n, hi: n });

  it('a request counts its units and is open', () => {
    expect(serviceDeliveryFacts['ServiceRequested']!(recorded(serviceRequested, { ...nursing, units: 3 }, { streamId }))).toEqual([
      { type: 'service-requested', countKind: 'service', ...exact(3), subjectKind: 'structure', groupKey: streamId, dims },
      {
        type: 'service-request-state',
        countKind: 'request',
        ...exact(1),
        subjectKind: 'structure',
        groupKey: streamId,
        dims: { ...dims, state: 'open' },
      },
    ]);
  });

  it('a delivery counts its units and moves the request on its own date', () => {
    expect(serviceDeliveryFacts['ServiceDelivered']!(recorded(serviceDelivered, delivery as ServiceDeliveredData, { streamId }))).toEqual([
      { type: 'service-delivered', countKind: 'service', ...exact(3), subjectKind: 'structure', groupKey: streamId, dims },
      {
        type: 'service-recipient',
        countKind: 'structure',
        ...exact(1),
        subjectKind: 'structure',
        subjectKey: 'org-s1',
        occurrenceKey: streamId,
        dims,
      },
      { close: ['service-request-state'] },
      {
        type: 'service-request-state',
        countKind: 'request',
        ...exact(1),
        subjectKind: 'structure',
        groupKey: streamId,
        occurred: march,
        dims: { ...dims, state: 'met' },
      },
    ]);
  });

  it('a care service names the person by slot, and counts its amount and provider', () => {
    const data = { ...visit, units: 2, amountCents: 9000, period: '2021-03', provider: 'pro-a1', profession: 'case-manager' } as const;
    const of = { programme: 'protocol-3', serviceCode: 'p3.visit', profession: 'case-manager' };
    expect(serviceDeliveryFacts['ServiceDelivered']!(recorded(serviceDelivered, data, { streamId, subjects: ['kid-1'] }))).toEqual([
      {
        type: 'service-delivered',
        countKind: 'service',
        ...exact(2),
        subjectKind: 'care',
        groupKey: streamId,
        dims: { ...of, period: '2021-03' },
      },
      {
        type: 'service-recipient',
        countKind: 'unique-person',
        ...exact(1),
        subjectKind: 'care',
        subjectKey: 'kid-1',
        occurrenceKey: streamId,
        dims: of,
      },
      { type: 'service-amount', countKind: 'euro', ...exact(9000), subjectKind: 'care', dims: { ...of, period: '2021-03' } },
      { type: 'service-provider', countKind: 'unique-person', ...exact(1), subjectKind: 'professional', subjectKey: 'pro-a1', dims: of },
    ]);
  });

  it('a declined request is not met', () => {
    const data = { ...nursing, requested: march, reason: 'no-capacity' } as const;
    expect(serviceDeliveryFacts['ServiceDeclined']!(recorded(serviceDeclined, data, { streamId }))).toEqual([
      {
        type: 'service-declined',
        countKind: 'request',
        ...exact(1),
        subjectKind: 'structure',
        groupKey: streamId,
        dims: { ...dims, reason: 'no-capacity' },
      },
      { close: ['service-request-state'] },
      {
        type: 'service-request-state',
        countKind: 'request',
        ...exact(1),
        subjectKind: 'structure',
        groupKey: streamId,
        occurred: march,
        dims: { ...dims, state: 'not-met' },
      },
    ]);
  });
});

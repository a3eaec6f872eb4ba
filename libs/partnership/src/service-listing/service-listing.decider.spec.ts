import { type Given, given, onDay, recorded } from '@app/decider/spec';
import {
  delistService,
  endSaturation,
  listService,
  reportSaturation,
  serviceListingEvolution,
  updateListing,
} from './service-listing.decider';
import { listingUpdated, saturationEnded, saturationReported, serviceDelisted, serviceListed } from './service-listing.events';
import { serviceListingFacts } from './service-listing.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const directory = 'first-line';
const service = { directory, organisation: 'org-s1', category: 'mental-health' } as const;
const full = { directory, saturation: 1, degree: 'waiting-list' } as const;
const listed = [serviceListed, service, on('2024-01-10')] as const;
const updated = [listingUpdated, { directory, outcome: 'confirmed' }, on('2024-06-01')] as const;
const saturated = [saturationReported, full, on('2024-03-01')] as const;
const ended = [saturationEnded, { directory, saturation: 1, endedOn: '2024-05-01' }, on('2024-05-01')] as const;
const again = [saturationReported, { ...full, saturation: 2 }, on('2024-09-01')] as const;
const delisted = [serviceDelisted, { directory, delistedOn: '2024-12-01', reason: 'merged' }, on('2024-12-01')] as const;
/** It stood in another directory, as it turned out later. */
const moved = [serviceListed, { ...service, directory: 'other' }, { ...on('2024-01-10'), corrects: FIRST }] as const;
const listing = (...history: readonly Given[]) => given(serviceListingEvolution, history);
const whole = listing(listed, updated, saturated, ended, again, delisted);
const corrected = listing(listed, updated, saturated, ended, again, delisted, moved);

describe('list a service', () => {
  it('records where it stands, once', () => {
    expect(listing().then(listService, service)).toEqual([['ServiceListed', service]]);
    expect(whole.then(listService, service, on('2024-01-10'))).toEqual([]);
    expect(corrected.then(listService, { ...service, directory: 'other' }, on('2024-01-10'))).toEqual([]);
  });

  it.each([
    ['service-listing.already-listed', listing(listed), '2024-01-11'],
    ['service-listing.before-listing', listing(updated), '2024-06-02'],
    ['service-listing.before-listing', listing(saturated), '2024-03-02'],
    ['service-listing.before-listing', listing(delisted), '2024-12-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(listService, service, on(day))).toBe(code);
  });
});

describe('update a listing', () => {
  it('says whether it still held, once a day', () => {
    const outcome = 'confirmed';
    expect(listing(listed).then(updateListing, { outcome }, on('2024-06-01'))).toEqual([['ListingUpdated', { directory, outcome }]]);
    expect(whole.then(updateListing, { outcome }, on('2024-06-01'))).toEqual([]);
    expect(corrected.then(updateListing, { outcome }, on('2024-06-01'))).toEqual([]);
  });

  it.each([
    ['service-listing.not-listed', listing(), '2024-06-01'],
    ['service-listing.before-listing', listing(listed), '2024-01-09'],
    ['service-listing.delisted', whole, '2024-12-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(updateListing, { outcome: 'changed' }, on(day))).toBe(code);
  });
});

describe('report a saturation', () => {
  const degree = 'waiting-list';

  it('may come again, under its own number', () => {
    expect(listing(listed).then(reportSaturation, { degree }, on('2024-03-01'))).toEqual([['SaturationReported', full]]);
    expect(listing(listed, saturated, ended).then(reportSaturation, { degree }, on('2024-09-01'))).toEqual([
      ['SaturationReported', { ...full, saturation: 2 }],
    ]);
  });

  it('says nothing twice, not even later', () => {
    expect(whole.then(reportSaturation, { degree }, on('2024-03-01'))).toEqual([]);
    expect(corrected.then(reportSaturation, { degree }, on('2024-03-01'))).toEqual([]);
  });

  it('is corrected with its end in sight, under the same number', () => {
    expect(listing(listed, ended, again).then(reportSaturation, { degree }, on('2024-02-01'))).toEqual([['SaturationReported', full]]);
  });

  it.each([
    ['service-listing.not-listed', listing(), '2024-03-01'],
    ['service-listing.before-listing', listing(listed), '2024-01-09'],
    ['service-listing.delisted', listing(listed, delisted), '2024-12-01'],
    ['service-listing.already-saturated', listing(listed, saturated), '2024-04-01'],
    ['service-listing.ends-before-it-begins', listing(listed, ended), '2024-05-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(reportSaturation, { degree: 'intake-stopped' }, on(day))).toBe(code);
  });
});

describe('end a saturation', () => {
  it('names the one that runs, once', () => {
    expect(listing(listed, saturated).then(endSaturation, {}, on('2024-05-01'))).toEqual([
      ['SaturationEnded', { directory, saturation: 1, endedOn: '2024-05-01' }],
    ]);
    expect(listing(listed, saturated, ended, again).then(endSaturation, {}, on('2024-10-01'))).toEqual([
      ['SaturationEnded', { directory, saturation: 2, endedOn: '2024-10-01' }],
    ]);
    expect(whole.then(endSaturation, {}, on('2024-05-01'))).toEqual([]);
  });

  it.each([
    ['service-listing.not-saturated', listing(listed, saturated, ended), '2024-06-01'],
    ['service-listing.ends-before-it-begins', listing(listed, saturated), '2024-03-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(endSaturation, {}, on(day))).toBe(code);
  });
});

describe('delist a service', () => {
  it('says the first day without it, once', () => {
    expect(listing(listed).then(delistService, { reason: 'merged' }, on('2024-12-01'))).toEqual([
      ['ServiceDelisted', { directory, delistedOn: '2024-12-01', reason: 'merged' }],
    ]);
    expect(whole.then(delistService, { reason: 'merged' }, on('2024-12-01'))).toEqual([]);
  });

  it.each([
    ['service-listing.not-listed', listing(), '2024-12-01'],
    ['service-listing.before-listing', listing(listed), '2024-01-10'],
    ['service-listing.delisted', whole, '2024-12-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(delistService, { reason: 'on-request' }, on(day))).toBe(code);
  });
});

describe('facts of a listing', () => {
  const at = { streamId: 'service-listing-l' };
  const row = (type: string, dims: object) => ({
    type,
    countKind: 'listing',
    exactness: 'exact',
    v: 1,
    lo: 1,
    hi: 1,
    subjectKind: 'structure',
    subjectKey: 'service-listing-l',
    dims: { directory, ...dims },
  });

  it('last until they end', () => {
    expect(serviceListingFacts['ServiceListed']!(recorded(serviceListed, service, at))).toEqual([
      { ...row('service-listed', { category: 'mental-health' }), groupKey: directory },
    ]);
    expect(serviceListingFacts['ListingUpdated']!(recorded(listingUpdated, { directory, outcome: 'changed' } as const, at))).toEqual([
      row('listing-updated', { outcome: 'changed' }),
    ]);
    expect(serviceListingFacts['SaturationReported']!(recorded(saturationReported, full, at))).toEqual([
      { ...row('saturation-reported', { degree: 'waiting-list' }), occurrenceKey: 'service-listing-l/1' },
    ]);
    expect(
      serviceListingFacts['SaturationEnded']!(recorded(saturationEnded, { directory, saturation: 1, endedOn: '2024-05-01' }, at)),
    ).toEqual([{ change: ['saturation-reported'], occurrenceKey: 'service-listing-l/1', validTo: '2024-05-01' }]);
    const gone = { directory, delistedOn: '2024-12-01', reason: 'merged' } as const;
    expect(serviceListingFacts['ServiceDelisted']!(recorded(serviceDelisted, gone, at))).toEqual([
      { change: ['service-listed'], validTo: '2024-12-01' },
      row('service-delisted', { reason: 'merged' }),
    ]);
  });
});

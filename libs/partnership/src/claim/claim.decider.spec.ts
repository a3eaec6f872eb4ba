import { type ClaimState, claimEvolution, importClaim } from './claim.decider';
import { claimImported, type ClaimImportedData } from './claim.events';
import { type Given, given } from '@app/decider/spec';

const inclusions: ClaimImportedData = {
  indicator: 'inclusions',
  period: { from: '2021-01-01', to: '2021-12-31' },
  plan: '2021',
  action: 15,
  target: '15-5',
  kind: 'inclusion',
  quantity: { value: 105, exactness: 'exact' },
  dataOn: '2021-11-01',
  raw: '105 (01.11)',
};

const after = (...history: Given[]) => given<ClaimState>(claimEvolution, history);

describe('claim', () => {
  it('is imported as printed', () => {
    expect(after().then(importClaim, inclusions)).toEqual([['ClaimImported', inclusions]]);
  });

  it('keeps nothing of the envelope in its data', () => {
    const command = { ...inclusions, occurred: { from: '2021-11-01' }, claim: undefined };
    expect(after().then(importClaim, command)).toEqual([['ClaimImported', inclusions]]);
  });

  it('repeated yields nothing, whatever the order of its fields', () => {
    const repeated = { ...inclusions, period: { to: '2021-12-31', from: '2021-01-01' } };
    expect(after([claimImported, inclusions]).then(importClaim, repeated)).toEqual([]);
  });

  it('is not overwritten by another value', () => {
    const other: ClaimImportedData = { ...inclusions, quantity: { value: 106, exactness: 'exact' } };
    expect(after([claimImported, inclusions]).refuses(importClaim, other)).toBe('claim.already-imported');
  });

  it.each<[string, Partial<ClaimImportedData>]>([
    ['claim.period-backwards', { period: { from: '2021-12-31', to: '2021-01-01' } }],
    ['claim.share-incomplete', { num: 44_063 }],
    ['claim.share-incomplete', { den: 53_421 }],
    ['claim.share-incomplete', { num: 0, den: 0 }],
    ['claim.action-without-plan', { plan: undefined }],
    ['claim.stated-before-its-data', { statedOn: '2021-10-31' }],
    ['claim.dimensions-not-plain', { dims: { 'Commune Code': '21004' } }],
    ['claim.dimensions-not-plain', { dims: { state: { nested: 1 } as unknown as string } }],
  ])('%s: %j', (code, change) => {
    expect(after().refuses(importClaim, { ...inclusions, ...change })).toBe(code);
  });

  it.each<[boolean, ClaimImportedData['quantity']]>([
    [true, { value: 77, exactness: 'approximate' }],
    [true, { value: 26_958, exactness: 'extrapolated' }],
    [true, { value: 24, exactness: 'by-reading' }],
    [true, { lo: 801, exactness: 'lower-bound' }],
    [true, { hi: 6, exactness: 'upper-bound' }],
    [true, { lo: 30, hi: 40, exactness: 'range' }],
    [false, { exactness: 'exact' }],
    [false, { value: 77, lo: 70, exactness: 'approximate' }],
    [false, { value: 801, exactness: 'lower-bound' }],
    [false, { lo: 6, exactness: 'upper-bound' }],
    [false, { lo: 40, hi: 30, exactness: 'range' }],
    [false, { lo: 30, exactness: 'range' }],
  ])('fits %p: %j', (fits, quantity) => {
    const command = { ...inclusions, quantity };
    if (fits) expect(after().then(importClaim, command)).toEqual([['ClaimImported', command]]);
    else expect(after().refuses(importClaim, command)).toBe('claim.quantity-does-not-fit');
  });
});

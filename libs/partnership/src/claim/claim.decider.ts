import { dataOf, type Decide, ensure, type Evolution, happened, type Quantity, sameData } from '@app/decider';
import { claimImported, type ClaimImportedData } from './claim.events';

export interface ClaimState {
  readonly imported?: ClaimImportedData;
}

export const claimEvolution: Evolution<ClaimState> = {
  initialState: {},
  evolve: (state, event) => (event.type === claimImported.type ? { imported: event.data as ClaimImportedData } : state),
};

function quantityFits({ exactness, value, lo, hi }: Quantity): boolean {
  const [hasValue, hasLo, hasHi] = [value !== undefined, lo !== undefined, hi !== undefined];
  switch (exactness) {
    case 'exact':
    case 'approximate':
    case 'extrapolated':
    case 'by-reading':
      return hasValue && !hasLo && !hasHi;
    case 'lower-bound':
      return !hasValue && hasLo && !hasHi;
    case 'upper-bound':
      return !hasValue && !hasLo && hasHi;
    case 'range':
      return !hasValue && lo !== undefined && hi !== undefined && lo <= hi;
  }
}

const DIMENSION = /^[a-z][a-zA-Z-]{0,39}$/;
const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Contradicting claims of one figure are both kept: each has its own stream, and a comparison shows them side by side. */
export const importClaim: Decide<ClaimImportedData, ClaimState> = (command, { imported }) => {
  const data = dataOf(claimImported, command);
  if (imported && sameData(imported, data)) return [];
  ensure(imported === undefined, 'claim.already-imported', {}, '/claim');
  ensure(data.period.from <= data.period.to, 'claim.period-backwards', {}, '/period/to');
  ensure(quantityFits(data.quantity), 'claim.quantity-does-not-fit', { exactness: data.quantity.exactness }, '/quantity');
  ensure((data.num === undefined) === (data.den === undefined) && data.den !== 0, 'claim.share-incomplete', {}, '/den');
  ensure(data.plan !== undefined || (data.action === undefined && data.target === undefined), 'claim.action-without-plan', {}, '/plan');
  ensure(!data.dataOn || !data.statedOn || data.dataOn <= data.statedOn, 'claim.stated-before-its-data', {}, '/statedOn');
  const plain = Object.entries(data.dims ?? {}).every(([dim, value]) => DIMENSION.test(dim) && isPlain(value));
  ensure(plain, 'claim.dimensions-not-plain', {}, '/dims');
  return [happened(claimImported, data)];
};

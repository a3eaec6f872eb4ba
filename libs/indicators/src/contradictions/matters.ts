import type { Bounds } from '../interval';
import type { ClaimOnRecord, Dims } from './on-record';

/** The members by a text that says which belong together, in the order of the first of each. */
export function grouped<T>(list: readonly T[], keyOf: (member: T) => string): readonly (readonly [T, ...T[]])[] {
  return [...Map.groupBy(list, keyOf).values()] as unknown as readonly (readonly [T, ...T[]])[];
}

export const dimsText = ({ dims }: ClaimOnRecord): string =>
  Object.entries(dims)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dim, value]) => `${dim}=${value}`)
    .join('&');

/** Indicator, part and place of a claim, whatever its period and action. */
export const seriesOf = (claim: ClaimOnRecord): string =>
  [claim.indicator, dimsText(claim), claim.territory ?? '', claim.organisation ?? ''].join('~');

/** What a claim is about but for the action that prints it: the codes and days of its figure. */
export const matterOf = (claim: ClaimOnRecord): readonly string[] =>
  [
    claim.indicator,
    momentOf(claim),
    ...[claim.territory, claim.organisation, dimsText(claim)].filter((part) => part !== undefined && part !== ''),
  ] as readonly string[];

/** The days that a claim is about. */
export const momentOf = ({ from, to }: ClaimOnRecord): string => `${from}..${to}`;

/** Dimensions that say how a number was made, not of which part it is. */
export const NO_PARTS = ['per', 'method'];

/** The dimensions that say of which part a number is, each with its value. */
export const partsOf = (dims: Dims): readonly (readonly [dim: string, value: Dims[string]])[] =>
  Object.entries(dims).filter(([dim]) => !NO_PARTS.includes(dim));

/** Of the whole: of no part, and not for each of something. */
export const isWhole = ({ dims }: ClaimOnRecord): boolean => Object.keys(dims).length === 0;

/** Whether a claim belongs to what an action prints: it names that action, or none. */
export const inOneAction = (claim: ClaimOnRecord, { plan, action }: ClaimOnRecord): boolean =>
  claim.action === undefined || (claim.plan === plan && claim.action === action);

export const periodOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({ from, to });

/** The lowest and highest that a claim allows: an approximate value stands for itself. Null is open. */
export const boundsOf = ({ value, lo, hi }: ClaimOnRecord): Bounds => (value === null ? { lo, hi } : { lo: value, hi: value });

/** "About" allows a twentieth on either side. */
export const isNear = (printed: number, counted: number): boolean => Math.abs(printed - counted) * 20 <= Math.abs(printed);

export const withPlan = ({ plan }: ClaimOnRecord) => (plan === undefined ? {} : { plan });

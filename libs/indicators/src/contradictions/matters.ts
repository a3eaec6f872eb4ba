import type { ClaimOnRecord } from './on-record';

/** The members by a text that says which belong together, in the order of the first of each. */
export function grouped<T>(list: readonly T[], keyOf: (member: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const member of list) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return [...groups.values()];
}

const dimsText = ({ dims }: ClaimOnRecord): string =>
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
    `${claim.from}..${claim.to}`,
    ...[claim.territory, claim.organisation, dimsText(claim)].filter((part) => part !== undefined && part !== ''),
  ] as readonly string[];

export const periodOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({ from, to });

/** The lowest and highest that a claim allows: an approximate value stands for itself. Null is open. */
export const boundsOf = ({ value, lo, hi }: ClaimOnRecord): { readonly lo: number | null; readonly hi: number | null } =>
  value === null ? { lo, hi } : { lo: value, hi: value };

/** "About" allows a twentieth on either side. */
export const isNear = (printed: number, counted: number): boolean => Math.abs(printed - counted) * 20 <= Math.abs(printed);

export const withPlan = ({ plan }: ClaimOnRecord) => (plan === undefined ? {} : { plan });

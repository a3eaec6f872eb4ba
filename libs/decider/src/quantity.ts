/** How sure a printed or counted value is (source: value model of the field's own reports). */
export const EXACTNESS = ['exact', 'approximate', 'lower-bound', 'upper-bound', 'range', 'extrapolated', 'by-reading'] as const;
export type Exactness = (typeof EXACTNESS)[number];

/** What is counted. Two kinds are never added; ratios may mix two. */
export const COUNT_KINDS = [
  'session',
  'registration',
  'attendance',
  'inclusion',
  'unique-person',
  'structure',
  'request',
  'contact',
  'message',
  'document',
  'mandate',
  'place',
  'view',
  'visit',
  'user',
  'convention',
  'subscriber',
  'campaign',
  'signal',
  'community',
  'function',
  'follow-up',
  'interview',
  'decision',
  'publication',
  'answer',
  'day',
  'meeting',
  'concertation',
  'phase',
  'service',
  'question',
  'membership',
  'cycle',
  'output',
  'survey',
  'proposal',
  'testimony',
  'score',
  'post',
  'referral',
  'listing',
  'notice',
  'alert',
  'project',
  'contribution',
  'item',
  'task',
  'transfer',
  'objective',
  'use',
  'milestone',
  'percentage',
  'euro',
  'action',
  'placement',
  'fte',
  'other',
] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

/**
 * A counted or printed value, in whole units (euro: cents; percentage: hundredths of a percent; fte: hundredths of a full-time equivalent). `exact`, `approximate`, `extrapolated` and
 * `by-reading` carry `value`; `lower-bound` (">n" is n + 1) carries `lo`; `upper-bound` carries `hi`; `range` both.
 */
export interface Quantity {
  readonly value?: number;
  readonly lo?: number;
  readonly hi?: number;
  readonly exactness: Exactness;
}

export const exactly = (value: number): Quantity => ({ value, exactness: 'exact' });

/** The interval a quantity stands for; null = not known on that side. An approximate value has no bounds. */
export function boundsOf(quantity: Quantity): { v: number | null; lo: number | null; hi: number | null } {
  switch (quantity.exactness) {
    case 'exact':
    case 'by-reading':
    case 'extrapolated':
      return { v: quantity.value ?? null, lo: quantity.value ?? null, hi: quantity.value ?? null };
    case 'approximate':
      return { v: quantity.value ?? null, lo: null, hi: null };
    case 'lower-bound':
    case 'upper-bound':
    case 'range':
      return { v: null, lo: quantity.lo ?? null, hi: quantity.hi ?? null };
  }
}

/** The quantity without `n` of its units, for example the heads that remain unnamed beside `n` names; never below `atLeast`. */
export function lessUnits(quantity: Quantity, n: number, atLeast = 0): Quantity {
  const lowered = (bound: number | undefined): number | undefined => (bound === undefined ? undefined : Math.max(atLeast, bound - n));
  const [value, lo, hi] = [lowered(quantity.value), lowered(quantity.lo), lowered(quantity.hi)];
  return {
    ...(value === undefined ? {} : { value }),
    ...(lo === undefined ? {} : { lo }),
    ...(hi === undefined ? {} : { hi }),
    exactness: quantity.exactness,
  };
}

const MEMBERS: Readonly<Record<Exactness, readonly (keyof Quantity)[]>> = {
  exact: ['value'],
  approximate: ['value'],
  extrapolated: ['value'],
  'by-reading': ['value'],
  'lower-bound': ['lo'],
  'upper-bound': ['hi'],
  range: ['lo', 'hi'],
};

/** The members that are missing, too many or in the wrong order for the quantity's exactness; none when it is sound. */
export function quantityProblems(quantity: Quantity): readonly ('value' | 'lo' | 'hi')[] {
  const wanted = MEMBERS[quantity.exactness];
  const wrong = (['value', 'lo', 'hi'] as const).filter((member) => (quantity[member] !== undefined) !== wanted.includes(member));
  if (wrong.length > 0) return wrong;
  return quantity.lo !== undefined && quantity.hi !== undefined && quantity.lo > quantity.hi ? ['hi'] : [];
}

import { type Claim, currentClaims, disputed } from './claims';
import type { Coverage } from './coverage';
import type { IndicatorDefinition, Measure } from './definition';
import type { Figure } from './figure';
import type { Computed } from './measured';
import { countKindOf } from './measures';

/** What the facts say of a figure, and whether they are all there is. */
export interface Recount {
  readonly computed: Computed;
  readonly coverage: Coverage;
  readonly coverageEvents: readonly string[];
}

type Value = Pick<Figure, 'value' | 'lo' | 'hi' | 'exactness' | 'shown' | 'countKind'>;

/** Nothing to show. */
export const NO_VALUE: Omit<Value, 'countKind'> = { value: null, lo: null, hi: null, exactness: null, shown: 'none' };

/** What is shown: the recount of a complete record, else a claim that nobody disputes, else what is recorded (design: figures 4). */
export function shownOf(definition: IndicatorDefinition, counted: Recount, claims: readonly Claim[]): Value {
  const { computed, coverage } = counted;
  const countKind = countKindOf(definition) ?? null;
  const { value, lo, hi, exactness } = computed;
  if (coverage === 'complete') return { value, lo, hi, exactness, shown: 'computed', countKind };
  const current = currentClaims(claims);
  const alike = current.filter((claim) => claim.kind === countKind);
  const answering = alike.length > 0 ? alike : current;
  if (disputed(answering)) return { ...NO_VALUE, shown: 'disputed', countKind };
  const [claim] = answering;
  if (claim) return { value: claim.value, lo: claim.lo, hi: claim.hi, exactness: claim.exactness, shown: 'claim', countKind: claim.kind };
  if (computed.facts === 0) return { ...NO_VALUE, countKind };
  return { value, ...partialBounds(definition.measure, lo, hi), exactness, shown: 'computed', countKind };
}

/** Of a record that is not complete there may be more: of what is added up the upper bound is open, of what is taken away the lower. */
function partialBounds(measure: Measure, lo: number | null, hi: number | null): Pick<Value, 'lo' | 'hi'> {
  switch (measure.op) {
    case 'sum':
    case 'distinct':
    case 'stock':
    case 'milestone':
      return { lo, hi: null };
    case 'compose':
      return { lo: measure.parts.some(({ sign }) => sign < 0) ? null : lo, hi: measure.parts.some(({ sign }) => sign > 0) ? null : hi };
    default:
      return { lo, hi };
  }
}

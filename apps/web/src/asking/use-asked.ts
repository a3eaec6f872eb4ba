import { useUrlState } from '../url-state';
import type { LookedFrom, Scope } from './asked';

/** The two days in the address. */
export function useLookedFrom(): LookedFrom {
  const [asOf] = useUrlState('asOf');
  const [knownOn] = useUrlState('knownOn');
  return { asOf, knownOn };
}

/** The scope in the address. */
export function useScope(): Scope {
  const [plan] = useUrlState('plan');
  const [territory] = useUrlState('territory');
  const [organisation] = useUrlState('organisation');
  return { plan, territory, organisation };
}

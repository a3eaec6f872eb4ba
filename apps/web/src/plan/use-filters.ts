import { useUrlState } from '../url-state';
import type { Filters } from './select-actions';

/** What the reader has chosen, from the address. */
export function useFilters(): [Filters, Readonly<Record<keyof Filters, (value: string) => void>>] {
  const [search, setSearch] = useUrlState('q');
  const [objective, setObjective] = useUrlState('objective');
  const [lifecycle, setLifecycle] = useUrlState('lifecycle');
  const [achievement, setAchievement] = useUrlState('achievement');
  return [
    { search, objective, lifecycle, achievement },
    { search: setSearch, objective: setObjective, lifecycle: setLifecycle, achievement: setAchievement },
  ];
}

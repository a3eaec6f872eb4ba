import { Button, Group, Select, TextInput } from '@mantine/core';
import type { Plan } from './api';
import { type Language, titleIn, type Translate } from './language';
import { useUrlState } from './url-state';

export interface Filters {
  readonly search: string;
  readonly objective: string;
  readonly lifecycle: string;
  readonly achievement: string;
}

interface Props {
  readonly plan: Plan;
  readonly language: Language;
  readonly t: Translate;
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

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

export function PlanFilters({ plan, language, t }: Props) {
  const [filters, set] = useFilters();
  const objectives = plan.objectives.map(({ code, title }) => ({ value: code, label: `${code} ${titleIn(title, language)}` }));
  const lifecycles = sorted(plan.actions.map(({ lifecycle }) => lifecycle)).map((value) => ({
    value,
    label: t(`plan.lifecycle.${value}`),
  }));
  const achievements = sorted(plan.actions.map(({ achievement }) => achievement)).map((value) => ({
    value,
    label: t(`achievement.action.${value}`),
  }));
  const clear = () => Object.values(set).forEach((reset) => reset(''));
  return (
    <Group align="end" mb="md" role="search">
      <TextInput
        label={t('page.search')}
        value={filters.search}
        onChange={(event) => set.search(event.currentTarget.value)}
        type="search"
        w={230}
      />
      <Select
        label={t('page.objective')}
        placeholder={t('page.all')}
        data={objectives}
        maxDropdownHeight={420}
        value={filters.objective || null}
        onChange={(value) => set.objective(value ?? '')}
        clearable
        w={300}
      />
      <Select
        label={t('page.lifecycle')}
        placeholder={t('page.all')}
        data={lifecycles}
        value={filters.lifecycle || null}
        onChange={(value) => set.lifecycle(value ?? '')}
        clearable
        w={190}
      />
      <Select
        label={t('page.achievement')}
        placeholder={t('page.all')}
        data={achievements}
        value={filters.achievement || null}
        onChange={(value) => set.achievement(value ?? '')}
        clearable
        w={190}
      />
      <Button variant="default" onClick={clear}>
        {t('page.clear')}
      </Button>
    </Group>
  );
}

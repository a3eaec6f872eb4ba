import type { PlanView } from '@app/indicators/answers';
import { Button, Group, Select, TextInput } from '@mantine/core';
import { type Reader, textIn } from '../language';
import { useFilters } from './use-filters';

interface Props {
  readonly plan: PlanView;
  readonly reader: Reader;
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

export function PlanFilters({ plan, reader: { t, language } }: Props) {
  const [filters, set] = useFilters();
  const objectives = plan.objectives.map(({ code, title }) => ({ value: code, label: `${code} ${textIn(title, language)}` }));
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
    <Group align="end" mb="md" role="search" className="screen-only">
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

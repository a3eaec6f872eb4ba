import { Alert, Badge, List, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Action, fetchPlan, type Plan } from './api';
import { type Language, titleIn, type Translate } from './language';
import { PlanFilters, useFilters } from './plan-filters';
import { selectActions } from './select-actions';
import { TargetLine } from './target-line';

interface PageProps {
  readonly plan: string;
  readonly language: Language;
  readonly t: Translate;
}

function ActionRow({ action, plan, language, t }: { action: Action; plan: Plan; language: Language; t: Translate }) {
  const objective = plan.objectives.find(({ code }) => code === action.objective);
  return (
    <Table.Tr data-action={action.number}>
      <Table.Th scope="row">{action.number}</Table.Th>
      <Table.Td>
        <Text fw={600}>{titleIn(action.title, language)}</Text>
        {objective && (
          <Text size="xs" c="gray.7">
            {objective.code} {titleIn(objective.title, language)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {action.targets.length === 0 ? (
          <Text size="sm">{t('page.noTargets')}</Text>
        ) : (
          <List listStyleType="none" spacing={4}>
            {action.targets.map((target) => (
              <TargetLine key={target.target} target={target} language={language} t={t} />
            ))}
          </List>
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={4}>
          <Badge variant="outline" color="gray.9" tt="none">
            {t(`plan.value.lifecycle.${action.lifecycle}`)}
          </Badge>
          <Text size="sm">{t(`achievement.action.${action.achievement}`)}</Text>
          {action.reason && <Text size="sm">{t(`plan.value.reason.${action.reason}`)}</Text>}
          {action.printedStatus && (
            <Text size="xs" c="gray.7">
              {t('page.printed')}: {t(`plan.value.status.${action.printedStatus.status}`)}
            </Text>
          )}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

function PlanTable({ plan, language, t }: { plan: Plan; language: Language; t: Translate }) {
  const [filters] = useFilters();
  const actions = selectActions(plan, filters, language);
  return (
    <>
      <Text aria-live="polite" mb="xs" data-testid="shown">
        {t('page.shown', { shown: actions.length, total: plan.actions.length })}
      </Text>
      {actions.length === 0 ? (
        <Alert color="gray">{t('page.nothing')}</Alert>
      ) : (
        <Table.ScrollContainer minWidth={800}>
          <Table verticalSpacing="sm" stickyHeader stickyHeaderOffset={60}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('page.number')}</Table.Th>
                <Table.Th scope="col">{t('page.action')}</Table.Th>
                <Table.Th scope="col">{t('page.targets')}</Table.Th>
                <Table.Th scope="col">{t('page.status')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {actions.map((action) => (
                <ActionRow key={action.number} action={action} plan={plan} language={language} t={t} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}

/** A plan: its objectives and actions, what was wanted beside what is on record. */
export function PlanPage({ plan: code, language, t }: PageProps) {
  const plan = useQuery({ queryKey: ['plan', code], queryFn: () => fetchPlan(code) });
  return (
    <>
      <Title order={2} mb="xs">
        {t('page.plan', { plan: code })}
      </Title>
      <Text mb="md" maw={760}>
        {t('page.intro')}
      </Text>
      {plan.isPending && <Loader aria-label={t('page.plan', { plan: code })} />}
      {plan.isError && <Alert color="red">{t('page.failed')}</Alert>}
      {plan.isSuccess && (
        <>
          <PlanFilters plan={plan.data} language={language} t={t} />
          <PlanTable plan={plan.data} language={language} t={t} />
        </>
      )}
    </>
  );
}

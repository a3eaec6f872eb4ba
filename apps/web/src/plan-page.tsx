import { Alert, Badge, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Action, fetchPlan, type Plan } from './api';
import { type Language, titleIn, type Translate } from './language';
import { PlanFilters, useFilters } from './plan-filters';
import { selectActions } from './select-actions';
import { TargetLine } from './target-line';

/** The page's own header stands above the table's. */
export const HEADER_HEIGHT = 60;

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
          <ul className="list">
            {action.targets.map((target) => (
              <TargetLine key={target.target} target={target} language={language} t={t} />
            ))}
          </ul>
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={4}>
          <Badge variant="outline" color="gray.9" tt="none">
            {t(`plan.lifecycle.${action.lifecycle}`)}
          </Badge>
          {action.reason && <Text size="sm">{t(`plan.value.reason.${action.reason}`)}</Text>}
          <Text size="sm">
            {t('page.achievement')}: {t(`achievement.action.${action.achievement}`)}
          </Text>
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
        <Table className="plan" verticalSpacing="sm" stickyHeader stickyHeaderOffset={HEADER_HEIGHT} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" w={52}>
                {t('page.number')}
              </Table.Th>
              <Table.Th scope="col" w="27%">
                {t('page.action')}
              </Table.Th>
              <Table.Th scope="col">
                <span className="targets">
                  <span>{t('page.targets')}</span>
                  <span>{t('page.realised')}</span>
                  <span>{t('page.result')}</span>
                </span>
              </Table.Th>
              <Table.Th scope="col" w={200}>
                {t('page.status')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {actions.map((action) => (
              <ActionRow key={action.number} action={action} plan={plan} language={language} t={t} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

/** A plan: its objectives and actions, what was wanted beside what is on record. */
export function PlanPage({ plan: code, language, t }: PageProps) {
  const plan = useQuery({ queryKey: ['plan', code], queryFn: () => fetchPlan(code) });
  const heading = t('page.plan', { plan: code });

  useEffect(() => {
    document.title = `${heading} · Kroniek`;
  }, [heading]);

  return (
    <>
      <Title order={2} mb="xs">
        {heading}
      </Title>
      <Text mb="md" maw={760}>
        {t('page.intro')}
      </Text>
      {plan.isPending && <Loader aria-label={heading} />}
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

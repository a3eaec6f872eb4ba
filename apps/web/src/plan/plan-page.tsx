import type { ActionView, PlanSummary, PlanView } from '@app/indicators/answers';
import { Alert, Badge, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fetchPlans } from '../api';
import { Awaited } from '../awaited';
import { today } from '../days';
import { type PageProps, type Reader, textIn } from '../language';
import { PageTitle } from '../page-title';
import { useUrlState } from '../url-state';
import { fetchPlan } from './plan';
import { PlanFilters } from './plan-filters';
import { selectActions } from './select-actions';
import { TargetLine } from './target-line';
import { useFilters } from './use-filters';

interface PlanProps {
  readonly plan: PlanView;
  readonly reader: Reader;
}

function ActionRow({ action, plan, reader }: PlanProps & { action: ActionView }) {
  const { t, language } = reader;
  const objective = plan.objectives.find(({ code }) => code === action.objective);
  return (
    <Table.Tr data-action={action.number}>
      <Table.Th scope="row">{action.number}</Table.Th>
      <Table.Td>
        <Text fw={600}>{textIn(action.title, language)}</Text>
        {objective && (
          <Text size="xs" c="gray.7">
            {objective.code} {textIn(objective.title, language)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {action.targets.length === 0 ? (
          <Text size="sm">{t('page.noTargets')}</Text>
        ) : (
          <ul className="list">
            {action.targets.map((target) => (
              <TargetLine key={target.target} target={target} reader={reader} />
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

function PlanTable({ plan, reader }: PlanProps) {
  const { t, language } = reader;
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
        <Table className="plan" verticalSpacing="sm" stickyHeader layout="fixed">
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
              <ActionRow key={action.number} action={action} plan={plan} reader={reader} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function PlanChoice({
  plans,
  chosen,
  onPlan,
  reader,
}: {
  plans: readonly PlanSummary[];
  chosen: string;
  onPlan: (plan: string) => void;
  reader: Reader;
}) {
  return (
    <NativeSelect
      label={reader.t('page.whichPlan')}
      value={chosen}
      onChange={(event) => onPlan(event.currentTarget.value)}
      data={plans.map(({ plan, title }) => ({ value: plan, label: textIn(title, reader.language) }))}
      maw={420}
      mb="md"
      className="screen-only"
    />
  );
}

function ChosenPlan({ plans, reader }: { plans: readonly PlanSummary[]; reader: Reader }) {
  const { t } = reader;
  const [asked, choose] = useUrlState('plan');
  const code = (plans.find(({ plan }) => plan === asked) ?? plans.findLast(({ period }) => period.from <= today()) ?? plans[0])?.plan ?? '';
  const plan = useQuery({ queryKey: ['plan', code], queryFn: () => fetchPlan(code), enabled: code !== '' });
  const heading = t('page.plan', { plan: code });
  if (code === '') return <Alert color="gray">{t('page.noPlan')}</Alert>;
  return (
    <>
      <PageTitle heading={heading} intro={t('page.intro')} />
      {plans.length > 1 && <PlanChoice plans={plans} chosen={code} onPlan={choose} reader={reader} />}
      <Awaited of={plan} label={heading} reader={reader}>
        {(found) => (
          <>
            <PlanFilters plan={found} reader={reader} />
            <PlanTable plan={found} reader={reader} />
          </>
        )}
      </Awaited>
    </>
  );
}

/** A plan: its objectives and actions, what was wanted beside what is on record. */
export function PlanPage({ reader }: PageProps) {
  const plans = useQuery({ queryKey: ['plans'], queryFn: fetchPlans });
  return (
    <Awaited of={plans} label={reader.t('page.toPlan')} reader={reader}>
      {(found) => <ChosenPlan plans={found} reader={reader} />}
    </Awaited>
  );
}

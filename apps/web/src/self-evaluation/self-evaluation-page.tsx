import { Alert, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fetchIndicators } from '../api';
import { Awaited } from '../awaited';
import { daysIn, type PageProps, textIn } from '../language';
import { PageTitle } from '../page-title';
import { useUrlState } from '../url-state';
import { AimSection } from './aim-section';
import type { EvidenceReader } from './evidence-list';
import { type EvaluationKey, fetchSelfEvaluation, fetchSelfEvaluations } from './self-evaluation-api';

const nameOf = ({ year, zone }: EvaluationKey): string => (zone === undefined ? String(year) : `${year} ${zone}`);

function Evaluation({ evaluation: key, reader }: { evaluation: EvaluationKey; reader: EvidenceReader }) {
  const { t, language } = reader;
  const evaluation = useQuery({ queryKey: ['self-evaluation', nameOf(key)], queryFn: () => fetchSelfEvaluation(key) });
  return (
    <Awaited of={evaluation} label={nameOf(key)} reader={reader}>
      {({ status, scale, caveat, period, aims }) => (
        <>
          <Text data-testid="status">
            {t(`evaluation.status.${status}`)}
            {period && `. ${t('page.judged', { period: daysIn(period, language) })}`}
          </Text>
          <Alert color="gray" mt="sm" data-testid="caveat">
            {caveat ? textIn(caveat, language) : t('page.caveat')}
          </Alert>
          {aims.map((aim) => (
            <AimSection key={aim.aim} aim={aim} scale={scale} reader={reader} />
          ))}
        </>
      )}
    </Awaited>
  );
}

function Chosen({ all, reader }: { all: readonly EvaluationKey[]; reader: EvidenceReader }) {
  const { t } = reader;
  const [chosen, choose] = useUrlState('evaluation');
  const shown = all.find((key) => nameOf(key) === chosen) ?? all.at(-1);
  if (!shown) return <Alert color="gray">{t('page.noEvaluation')}</Alert>;
  return (
    <>
      <NativeSelect
        label={t('page.year')}
        value={nameOf(shown)}
        onChange={(event) => choose(event.currentTarget.value)}
        data={all.map(nameOf)}
        maw={240}
        mb="md"
        className="screen-only"
      />
      <Evaluation evaluation={shown} reader={reader} />
    </>
  );
}

/** The self-evaluation of a year: five aims, scored by role on a declared scale, without total or mean. */
export function SelfEvaluationPage({ reader }: PageProps) {
  const { t } = reader;
  const all = useQuery({ queryKey: ['self-evaluations'], queryFn: fetchSelfEvaluations });
  const indicators = useQuery({ queryKey: ['indicators'], queryFn: fetchIndicators, staleTime: Infinity });
  const heading = t('self-evaluation.title');
  return (
    <>
      <PageTitle heading={heading} intro={t('page.evaluationIntro')} />
      <Awaited of={all} label={heading} reader={reader}>
        {(evaluations) => (
          <Awaited of={indicators} label={heading} reader={reader}>
            {(known) => <Chosen all={evaluations} reader={{ ...reader, indicators: known }} />}
          </Awaited>
        )}
      </Awaited>
    </>
  );
}

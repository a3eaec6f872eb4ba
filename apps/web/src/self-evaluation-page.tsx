import { Alert, Loader, NativeSelect, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AimSection } from './aim-section';
import type { Reader } from './evidence-list';
import { type Language, titleIn, type Translate } from './language';
import { type EvaluationKey, fetchIndicatorLabels, fetchSelfEvaluation, fetchSelfEvaluations } from './self-evaluation-api';
import { useUrlState } from './url-state';

interface PageProps {
  readonly language: Language;
  readonly t: Translate;
}

const nameOf = ({ year, zone }: EvaluationKey): string => (zone === undefined ? String(year) : `${year} ${zone}`);

function Evaluation({ evaluation: key, reader }: { evaluation: EvaluationKey; reader: Reader }) {
  const { t, language } = reader;
  const evaluation = useQuery({ queryKey: ['self-evaluation', nameOf(key)], queryFn: () => fetchSelfEvaluation(key) });
  if (evaluation.isPending) return <Loader aria-label={nameOf(key)} />;
  if (evaluation.isError) return <Alert color="red">{t('page.failed')}</Alert>;
  const { status, scale, caveat, period, aims } = evaluation.data;
  return (
    <>
      <Text data-testid="status">
        {t(`evaluation.status.${status}`)}
        {period && `. ${t('page.judged', period)}`}
      </Text>
      <Alert color="gray" mt="sm" data-testid="caveat">
        {caveat ? titleIn(caveat, language) : t('page.caveat')}
      </Alert>
      {aims.map((aim) => (
        <AimSection key={aim.aim} aim={aim} scale={scale} reader={reader} />
      ))}
    </>
  );
}

/** The self-evaluation of a year: five aims, scored by role on a declared scale, without total or mean. */
export function SelfEvaluationPage({ language, t }: PageProps) {
  const [chosen, choose] = useUrlState('evaluation');
  const all = useQuery({ queryKey: ['self-evaluations'], queryFn: fetchSelfEvaluations });
  const indicators = useQuery({ queryKey: ['indicators'], queryFn: fetchIndicatorLabels, staleTime: Infinity });
  const heading = t('self-evaluation.title');

  useEffect(() => {
    document.title = `${heading} · Kroniek`;
  }, [heading]);

  const shown = all.data?.find((key) => nameOf(key) === chosen) ?? all.data?.at(-1);
  return (
    <>
      <Title order={2} mb="xs">
        {heading}
      </Title>
      <Text mb="md" maw={760}>
        {t('page.evaluationIntro')}
      </Text>
      {(all.isPending || indicators.isPending) && <Loader aria-label={heading} />}
      {(all.isError || indicators.isError) && <Alert color="red">{t('page.failed')}</Alert>}
      {all.isSuccess && !shown && <Alert color="gray">{t('page.noEvaluation')}</Alert>}
      {all.isSuccess && shown && indicators.isSuccess && (
        <>
          <NativeSelect
            label={t('page.year')}
            value={nameOf(shown)}
            onChange={(event) => choose(event.currentTarget.value)}
            data={all.data.map(nameOf)}
            maw={240}
            mb="md"
          />
          <Evaluation evaluation={shown} reader={{ language, t, indicators: indicators.data }} />
        </>
      )}
    </>
  );
}

import type { DashboardFigure } from '@app/indicators/answers';
import { SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Indicators } from '../api';
import { quartersOf } from '../asking/period';
import { Awaited } from '../awaited';
import { FigureEvents } from '../figures/figure-events';
import { type Reader, textIn } from '../language';
import { addressOf } from '../pages';
import { TextLink } from '../text-link';
import { useUrlState } from '../url-state';
import { type Asked, exportsOf } from './dashboard';
import { ExportLinks } from './export-links';
import { fetchSeries, type Step, STEPS } from './series';
import { SeriesChart } from './series-chart';

interface Props {
  readonly shown: DashboardFigure;
  readonly asked: Asked;
  readonly indicators: Indicators;
  readonly reader: Reader;
}

/** The figure over the years, or over the quarters of the year that is looked at. */
function Series({ shown, asked, indicators, reader }: Props) {
  const { t, language } = reader;
  const [chosen, choose] = useUrlState('step', 'year');
  const step = STEPS.find((known) => known === chosen) ?? 'year';
  const periods = step === 'quarter' ? quartersOf(shown.figure.period.from.slice(0, 4)) : [];
  const indicator = indicators.get(shown.indicator);
  const series = useQuery({
    queryKey: ['series', shown.indicator, asked, periods],
    queryFn: () => fetchSeries(asked, shown.indicator, indicator, periods),
  });
  const name = textIn(shown.labels, language);
  return (
    <>
      <SegmentedControl
        className="screen-only"
        aria-label={t('page.series.step')}
        value={step}
        onChange={choose}
        data={STEPS.map((value: Step) => ({ value, label: t(`page.series.per.${value}`) }))}
        size="xs"
        mt="xs"
      />
      <Awaited of={series} label={name} reader={reader}>
        {(figures) => <SeriesChart figures={figures} title={t('page.series.title', { name })} reader={reader} />}
      </Awaited>
    </>
  );
}

/** Where a figure comes from: what it means, how it went over time, and the events behind it. */
export function FigurePanel({ shown, asked, indicators, reader }: Props) {
  const { t, language } = reader;
  const { indicator, labels, figure } = shown;
  const name = textIn(labels, language);
  const meaning = indicators.get(indicator)?.meaning;
  const { period, plan, asOf, knownOn } = asked;
  return (
    <section className="panel" id={`about-${indicator}`} aria-label={t('page.figure.origin', { name })}>
      {meaning && <Text size="sm">{textIn(meaning, language)}</Text>}
      <ExportLinks of={exportsOf(asked, indicator, language)} what={name} reader={reader} />
      <Text size="sm" className="screen-only">
        <TextLink href={addressOf('territories', language, { indicator, period, plan, asOf, knownOn })}>
          {t('page.dashboard.overTerritories')}
        </TextLink>
      </Text>
      <Series shown={shown} asked={asked} indicators={indicators} reader={reader} />
      <Title order={4} size="h5" mt="md">
        {t('page.events.heading')}
      </Title>
      <FigureEvents figureId={figure.id} reader={reader} />
    </section>
  );
}

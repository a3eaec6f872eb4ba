import type { PlanSummary } from '@app/indicators/answers';
import { Group, NativeSelect, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OfferedTemplate, ReportList } from '../../../api/src/answers';
import { fetchPlans } from '../api';
import { KnownFields } from '../asking/known-fields';
import { defaultYear } from '../asking/period';
import { useLookedFrom } from '../asking/use-asked';
import { YearInput } from '../asking/year-input';
import { Awaited } from '../awaited';
import { today } from '../days';
import { type Language, LANGUAGES, type PageProps, type Reader, textIn } from '../language';
import { PageTitle } from '../page-title';
import { addressOf } from '../pages';
import { TextLink } from '../text-link';
import { useUrlState } from '../url-state';
import { EditionList } from './edition-list';
import { fetchEditions, fetchReports, REPORT_FORMATS, reportAddress } from './reports';

interface ListProps {
  readonly year: string;
  readonly reportLanguage: Language;
  readonly reader: Reader;
}

function TemplateLine({ template: { code, labels }, year, reportLanguage, reader }: ListProps & { template: OfferedTemplate }) {
  const { t, language } = reader;
  const looked = useLookedFrom();
  const name = `${textIn(labels, language)} ${year}`;
  return (
    <li data-template={code}>
      <Title order={3} size="h5" mt="md">
        {name}
      </Title>
      <Group gap="md" className="screen-only">
        {REPORT_FORMATS.map((format) => (
          <TextLink
            key={format}
            href={reportAddress(code, year, format, reportLanguage, looked)}
            hrefLang={reportLanguage}
            aria-label={`${t(`page.format.${format}`)}, ${name}`}
          >
            {t(`page.format.${format}`)}
          </TextLink>
        ))}
      </Group>
    </li>
  );
}

/** The reports that somebody began to write; each leads to its year. */
function Drafted({ of: { reports, templates }, reader }: { of: ReportList; reader: Reader }) {
  const { t, language } = reader;
  if (reports.length === 0) return <Text>{t('page.reports.noneDrafted')}</Text>;
  const nameOf = (code: string): string => {
    const template = templates.find((one) => one.code === code);
    return template ? textIn(template.labels, language) : code;
  };
  return (
    <ul className="list">
      {reports.map(({ template, year, state, sectionsWritten }) => (
        <li key={`${template}-${year}`} data-drafted={`${template}-${year}`}>
          <TextLink href={addressOf('reports', language, { year: String(year) })}>
            {nameOf(template)} {year}
          </TextLink>
          {`: ${t(`page.reports.state.${state}`)}, ${t('page.reports.written', { number: sectionsWritten })}`}
        </li>
      ))}
    </ul>
  );
}

function Available({ of, plans, reader }: { of: ReportList; plans: readonly PlanSummary[]; reader: Reader }) {
  const { t, language } = reader;
  const [year, choose] = useUrlState('year', defaultYear(plans, today()));
  const [wanted, want] = useUrlState('in', language);
  const reportLanguage = LANGUAGES.find((known) => known === wanted) ?? language;
  return (
    <>
      <Group align="end" className="screen-only">
        <YearInput label={t('page.periodKind.year')} year={year} onYear={choose} />
        <NativeSelect
          label={t('page.reports.language')}
          value={reportLanguage}
          onChange={(event) => want(event.currentTarget.value)}
          data={LANGUAGES.map((value) => ({ value, label: t(`report.value.textLanguage.${value}`) }))}
        />
        <KnownFields reader={reader} />
      </Group>
      <ul className="list">
        {of.templates.map((template) => (
          <TemplateLine key={template.code} template={template} year={year} reportLanguage={reportLanguage} reader={reader} />
        ))}
      </ul>
      <Title order={3} size="h4" mt="xl" mb="xs">
        {t('page.reports.drafted')}
      </Title>
      <Drafted of={of} reader={reader} />
    </>
  );
}

/** The reports that can be read or had, those that are being written, and what was frozen and sent. */
export function ReportsPage({ reader }: PageProps) {
  const { t } = reader;
  const plans = useQuery({ queryKey: ['plans'], queryFn: fetchPlans });
  const reports = useQuery({ queryKey: ['reports'], queryFn: fetchReports });
  const editions = useQuery({ queryKey: ['editions'], queryFn: fetchEditions });
  const heading = t('page.reports.heading');
  return (
    <>
      <PageTitle heading={heading} intro={t('page.reports.intro')} />
      <Awaited of={plans} label={heading} reader={reader}>
        {(known) => (
          <Awaited of={reports} label={heading} reader={reader}>
            {(found) => <Available of={found} plans={known} reader={reader} />}
          </Awaited>
        )}
      </Awaited>
      <Title order={3} size="h4" mt="xl" mb="xs">
        {t('page.reports.editions')}
      </Title>
      <Awaited of={editions} label={t('page.reports.editions')} reader={reader}>
        {(frozen) => <EditionList editions={frozen} reader={reader} />}
      </Awaited>
    </>
  );
}

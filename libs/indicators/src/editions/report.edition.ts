import { LANGUAGES, type Language } from '@app/labels';
import { REPORT_TEMPLATES, type ReportTemplate } from '@app/partnership/report/report.events';
import type { ReportingPeriod } from '@app/partnership/reporting-period/reporting-period.events';
import type { Figure } from '../figure';
import { reportFrom, reportHtml, type ReportModel, ReportSources } from '../report';
import type { EditionView } from './edition-view';
import { type PlanSent, planSent } from './plan.edition';

/** A report as it is kept: what it was made from, and how it reads in each language. */
export interface ReportSent extends Pick<ReportingPeriod, 'subject' | 'period'> {
  readonly asOf: string;
  readonly knownOn: string;
  readonly through: string;
  /** Every figure that the template asks for, those included about which nothing is known. */
  readonly figures: readonly Figure[];
  /** The plan that it tells of: its sums and lists rest on all of it. */
  readonly plans: readonly PlanSent[];
  readonly reports: Readonly<Record<Language, ReportModel>>;
}

const isTemplate = (subject: string): subject is ReportTemplate => (REPORT_TEMPLATES as readonly string[]).includes(subject);
const isYear = (period: string): boolean => /^\d{4}$/.test(period);

/** The report of a year: the subject is its template. With it go the pages as they are sent; DOCX and PDF are made from the content whenever they are asked for. */
export const reportEdition: EditionView = {
  kind: 'report',
  content: ({ facts, index }, { subject, period }, at): ReportSent | undefined => {
    if (!isTemplate(subject) || !isYear(period)) return undefined;
    const sources = new ReportSources(facts, { ...at, index });
    const inLanguage = (language: Language) => reportFrom(sources, { template: subject, year: Number(period), language });
    const reports = Object.fromEntries(LANGUAGES.map((language) => [language, inLanguage(language)])) as Record<Language, ReportModel>;
    const { asOf, knownOn, through } = at;
    return { subject, period, asOf, knownOn, through, figures: sources.figures(), plans: sources.plans().map(planSent), reports };
  },
  template: (content) => {
    const { template, templateVersion } = (content as ReportSent).reports.nl;
    return { code: template, version: templateVersion };
  },
  renderings: async (content) =>
    Object.values((content as ReportSent).reports).map((report) => ({
      language: report.language,
      mediaType: 'text/html',
      bytes: Buffer.from(reportHtml(report)),
    })),
};

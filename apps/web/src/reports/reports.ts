import { addressWith, get } from '../api';
import type { LookedFrom } from '../asking/asked';
import type { Language, Texts } from '../language';

export interface Template {
  readonly code: string;
  readonly labels: Texts;
}

export interface DraftedReport {
  readonly template: string;
  readonly year: number;
  readonly state: string;
  readonly sectionsWritten: number;
}

export interface Reports {
  readonly templates: readonly Template[];
  readonly reports: readonly DraftedReport[];
}

export interface Edition {
  readonly id: string;
  readonly view: string;
  readonly subject: string;
  readonly period: string;
  readonly edition: number;
  readonly asOf: string;
  readonly knownOn: string;
  readonly recordedAt: string;
  /** It stands as it was sent; false once the period was opened again. */
  readonly current: boolean;
  readonly renderings: readonly { readonly language: string; readonly mediaType: string }[];
}

type Said = Readonly<Partial<Record<Language, string>>>;

export interface Changes {
  readonly changed: boolean;
  readonly sentence: Said;
  readonly [kind: string]: unknown;
}

export const fetchReports = (): Promise<Reports> => get('/api/reports');
export const fetchEditions = async (): Promise<readonly Edition[]> =>
  (await get<{ editions: readonly Edition[] }>('/api/editions')).editions;
export const fetchChanges = (edition: string, language: Language): Promise<Changes> =>
  get(`/api/editions/${edition}/changes`, { lang: language });

export const REPORT_FORMATS = ['html', 'docx', 'pdf', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Where a report can be read or had. */
export const reportAddress = (
  template: string,
  year: string,
  format: ReportFormat,
  language: Language,
  { asOf, knownOn }: LookedFrom,
): string => addressWith(`/api/reports/${template}/${year}`, { format, lang: language, asOf, knownOn });

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'text/html': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

export interface EditionFile {
  readonly format: string;
  readonly language?: string;
  readonly address: string;
}

/** The files of an edition: its data, and what was sent with it in each language. */
export function filesOf({ id, renderings }: Edition): readonly EditionFile[] {
  const path = `/api/editions/${id}/content`;
  const sent = renderings.flatMap(({ language, mediaType }) => {
    const format = EXTENSIONS[mediaType];
    return format === undefined ? [] : [{ format, language, address: addressWith(path, { format, lang: language }) }];
  });
  return [...sent, { format: 'json', address: path }];
}

/** The sentences that say what changed, whatever kind of thing it was: figures, targets, actions, texts. */
export function sentencesOf(changes: Changes, language: Language): readonly string[] {
  const lists = Object.values(changes).filter((value): value is readonly { sentence?: Said }[] => Array.isArray(value));
  return lists.flat().flatMap(({ sentence }) => sentence?.[language] ?? []);
}

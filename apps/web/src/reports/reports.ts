import type { Edition } from '@app/indicators/answers';
import type { EditionChanges, EditionList, ReportList, ToldChange } from '../../../api/src/answers';
import { addressWith, get } from '../api';
import type { LookedFrom } from '../asking/asked';
import type { Language } from '../language';

export const fetchReports = (): Promise<ReportList> => get('/api/reports');
export const fetchEditions = async (): Promise<readonly Edition[]> => (await get<EditionList>('/api/editions')).editions;
export const fetchChanges = (edition: string, language: Language): Promise<EditionChanges> =>
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
export function filesOf({ id, renderings }: Pick<Edition, 'id' | 'renderings'>): readonly EditionFile[] {
  const path = `/api/editions/${id}/content`;
  const sent = renderings.flatMap(({ language, mediaType }) => {
    const format = EXTENSIONS[mediaType];
    return format === undefined ? [] : [{ format, language, address: addressWith(path, { format, lang: language }) }];
  });
  return [...sent, { format: 'json', address: path }];
}

/** The sentences that say what changed, whatever kind of thing it was: figures, targets, actions, texts. */
export function sentencesOf(changes: EditionChanges, language: Language): readonly string[] {
  const lists = Object.values(changes as object).filter((value): value is readonly ToldChange[] => Array.isArray(value));
  return lists.flat().flatMap(({ sentence }) => sentence[language] ?? []);
}

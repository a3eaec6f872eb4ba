import type { IndicatorDefinition } from '../definition';
import { COLUMNS, type Column, type Language } from './columns';
import type { PinnedExport } from './export-query';

const NAME = 'figures';

const TITLE = {
  nl: 'Cijfers uit het register van het partnerschap',
  fr: 'Chiffres issus du registre du partenariat',
  en: 'Figures out of the record of the partnership',
};

const field = ({ name, type, labels, required }: Column, language: Language): object => ({
  name,
  type,
  title: labels[language],
  labels,
  ...(required ? { constraints: { required: true } } : {}),
});

const definitionIn = ({ code, version, appliesFrom, labels, meaning, unit, subjectKind, measure }: IndicatorDefinition): object => ({
  code,
  version,
  appliesFrom,
  labels,
  meaning,
  unit,
  subjectKind,
  op: measure.op,
});

/**
 * The Frictionless descriptor of the CSV of an export: types and labels of the columns, the definitions, and which record was asked. `source` is where the
 * same figures can be had again.
 */
export function dataPackage(pinned: PinnedExport, language: Language, source: string): object {
  const { asOf, knownOn, through } = pinned;
  return {
    profile: 'tabular-data-package',
    name: NAME,
    title: TITLE[language],
    labels: TITLE,
    licenses: [{ name: 'EUPL-1.2', title: 'European Union Public Licence 1.2', path: 'https://eupl.eu/' }],
    sources: [{ title: TITLE[language], path: source }],
    asOf,
    knownOn,
    ...(through === undefined ? {} : { through }),
    resources: [
      {
        profile: 'tabular-data-resource',
        name: NAME,
        path: `${NAME}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: { fields: COLUMNS.map((column) => field(column, language)), primaryKey: ['figure_id'], missingValues: [''] },
      },
    ],
    definitions: pinned.definitions.map(definitionIn),
  };
}

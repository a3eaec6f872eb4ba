import type { Language } from '@app/labels';
import type { IndicatorDefinition } from '../definition';
import { COLUMNS, type Column } from './columns';
import type { PinnedExport } from './export-query';

/** Where the profiles of Data Package 2.0 stand: a reader knows by them how to take each part. */
const profileOf = (name: 'datapackage' | 'dataresource' | 'tabledialect' | 'tableschema'): string =>
  `https://datapackage.org/profiles/2.0/${name}.json`;

const NAME = 'figures';
const DEFINITIONS = 'definitions';

const TITLE = {
  nl: 'Cijfers uit het register van het partnerschap',
  fr: 'Chiffres issus du registre du partenariat',
  en: 'Figures out of the record of the partnership',
};

function fieldOf({ name, type, labels, required, values }: Column, language: Language): object {
  const constraints = { ...(required ? { required } : {}), ...(values ? { enum: values } : {}) };
  return { name, type, title: labels[language], labels, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
}

const figuresIn = (language: Language): object => ({
  $schema: profileOf('dataresource'),
  name: NAME,
  type: 'table',
  path: `${NAME}.csv`,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { $schema: profileOf('tabledialect'), delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: {
    $schema: profileOf('tableschema'),
    fields: COLUMNS.map((column) => fieldOf(column, language)),
    primaryKey: ['figure_id'],
    foreignKeys: [{ fields: ['indicator', 'version'], reference: { resource: DEFINITIONS, fields: ['code', 'version'] } }],
    missingValues: [''],
  },
});

const DEFINITION_TYPES = {
  code: 'string',
  version: 'integer',
  appliesFrom: 'date',
  labels: 'object',
  meaning: 'object',
  unit: 'string',
  subjectKind: 'string',
  op: 'string',
} as const;

const definitionRow = ({ code, version, appliesFrom, labels, meaning, unit, subjectKind, measure }: IndicatorDefinition) =>
  ({ code, version, appliesFrom, labels, meaning, unit, subjectKind, op: measure.op }) satisfies Record<
    keyof typeof DEFINITION_TYPES,
    unknown
  >;

const definitionsIn = (definitions: readonly IndicatorDefinition[]): object => ({
  $schema: profileOf('dataresource'),
  name: DEFINITIONS,
  type: 'table',
  data: definitions.map(definitionRow),
  schema: {
    $schema: profileOf('tableschema'),
    fields: Object.entries(DEFINITION_TYPES).map(([name, type]) => ({ name, type })),
    primaryKey: ['code', 'version'],
  },
});

/**
 * The descriptor of the CSV of an export, as Data Package 2.0: types and labels of the columns, the definitions that its rows refer to, and which record was
 * asked. `source` is the full address where the same figures can be had again.
 */
export function dataPackage(pinned: PinnedExport, language: Language, source: string): object {
  const { asOf, knownOn, through } = pinned;
  return {
    $schema: profileOf('datapackage'),
    name: NAME,
    title: TITLE[language],
    labels: TITLE,
    licenses: [{ name: 'EUPL-1.2', title: 'European Union Public Licence 1.2', path: 'https://eupl.eu/' }],
    sources: [{ title: TITLE[language], path: source }],
    asOf,
    knownOn,
    ...(through === undefined ? {} : { through }),
    resources: [figuresIn(language), definitionsIn(pinned.definitions)],
  };
}

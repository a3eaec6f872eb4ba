import { type Language, LANGUAGES, minorDigits } from '@app/labels';
import type { Texts } from '../definition';
import type { Figure } from '../figure';
import { RESTS } from '../places';
import { unitOf } from '../units';
import type { ExportRow } from './export-rows';

export type Cell = string | number | boolean | null;

/** A column of the table of figures: what it is called, what type its cells have, and how a row answers it. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'date';
  readonly required?: true;
  /** All that a cell can be. */
  readonly values?: readonly string[];
  readonly labels: Texts;
  readonly of: (row: ExportRow, language: Language) => Cell;
}

/** What a spreadsheet would take for a formula, with the wide forms of the signs that some of them take for the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that no spreadsheet runs: an apostrophe goes before what could begin a formula. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The power of ten by which the whole numbers of a row are above its unit. */
export const scaleOf = ({ figure }: ExportRow): number => minorDigits(unitOf(figure));

const SMALL = 5;

/**
 * Whether a figure about people in care rests on so few that it may not leave the partnership as it is: one to four of anything that was counted (design:
 * domain 9.4). It marks; nothing is masked here.
 */
export function isSmallCell(row: ExportRow): boolean {
  const { definition, figure } = row;
  if (definition.subjectKind !== 'care') return false;
  const { num, den } = figure.computed ?? {};
  const counted = definition.measure.op === 'delay' || scaleOf(row) > 0 ? [] : [figure.value, figure.lo, figure.hi];
  return [...counted, num, den].some((count) => typeof count === 'number' && count > 0 && count < SMALL);
}

const text = (name: string, nl: string, fr: string, en: string, of: Column['of'], required?: true): Column => ({
  name,
  type: 'string',
  labels: { nl, fr, en },
  of,
  ...(required ? { required } : {}),
});

const typed = (type: Column['type'], name: string, nl: string, fr: string, en: string, of: Column['of']): Column => ({
  ...text(name, nl, fr, en, of),
  type,
});

const oneOf = (values: readonly string[], column: Column): Column => ({ ...column, values });

/** Why a figure has no value at all; null for one that has, or whose documents disagree. */
export const noValueOf = ({ refusal, absence }: Figure): string | null => refusal?.code ?? absence ?? null;

/** In the language that is asked for, else in the first that has it. */
const nameOf = ({ name = {} }: ExportRow, language: Language): string | null =>
  [language, ...LANGUAGES].map((one) => name[one]).find((found) => found !== undefined) ?? null;

export const COLUMNS: readonly Column[] = [
  text('indicator', 'Indicator', 'Indicateur', 'Indicator', ({ definition }) => definition.code, true),
  typed(
    'integer',
    'version',
    'Versie van de definitie',
    'Version de la définition',
    'Version of the definition',
    ({ definition }) => definition.version,
  ),
  text('label', 'Naam', 'Intitulé', 'Name', ({ definition }, language) => definition.labels[language], true),
  text('unit', 'Eenheid', 'Unité', 'Unit', ({ definition }) => definition.unit, true),
  typed('integer', 'unit_divisor', 'Delen door', 'À diviser par', 'To be divided by', (row) => 10 ** scaleOf(row)),
  text('count_kind', 'Wat geteld is', 'Ce qui est compté', 'What is counted', ({ figure }) => figure.countKind),
  text('period', 'Periode', 'Période', 'Period', ({ period }) => period, true),
  typed('date', 'period_from', 'Eerste dag', 'Premier jour', 'First day', ({ figure }) => figure.period.from),
  typed('date', 'period_to', 'Laatste dag', 'Dernier jour', 'Last day', ({ figure }) => figure.period.to),
  oneOf(
    ['whole', 'territory', ...RESTS],
    text('place', 'Plaats', 'Lieu', 'Place', ({ place }) => place, true),
  ),
  text('territory', 'Gebied', 'Territoire', 'Territory', ({ territory }) => territory ?? null),
  text('territory_name', 'Naam van het gebied', 'Nom du territoire', 'Name of the territory', nameOf),
  typed('integer', 'value', 'Waarde', 'Valeur', 'Value', ({ figure }) => figure.value),
  typed('integer', 'lo', 'Minstens', 'Au moins', 'At least', ({ figure }) => figure.lo),
  typed('integer', 'hi', 'Hoogstens', 'Au plus', 'At most', ({ figure }) => figure.hi),
  text('exactness', 'Nauwkeurigheid', 'Précision', 'Exactness', ({ figure }) => figure.exactness),
  oneOf(
    ['computed', 'claim', 'disputed', 'none'],
    text('shown', 'Herkomst van de waarde', 'Provenance de la valeur', 'Where the value comes from', ({ figure }) => figure.shown, true),
  ),
  oneOf(
    ['complete', 'partial'],
    text('coverage', 'Volledigheid', 'Complétude', 'Coverage', ({ figure }) => figure.coverage, true),
  ),
  typed('boolean', 'provisional', 'Voorlopig', 'Provisoire', 'Provisional', ({ figure }) => figure.provisional),
  text('no_value', 'Waarom geen waarde', 'Pourquoi aucune valeur', 'Why there is no value', ({ figure }) => noValueOf(figure)),
  text('printed', 'Zoals gedrukt', 'Tel qu’imprimé', 'As printed', ({ figure }) => figure.claims.map(({ raw }) => raw).join(' | ') || null),
  typed('integer', 'facts', 'Aantal feiten', 'Nombre de faits', 'Number of facts', ({ figure }) => figure.computed?.facts ?? null),
  typed('integer', 'late_facts', 'Laat opgetekend', 'Consignés en retard', 'Recorded late', ({ figure }) => figure.computed?.late ?? null),
  typed('boolean', 'small_cell', 'Kleine cel', 'Petite cellule', 'Small cell', isSmallCell),
  typed('date', 'as_of', 'Stand op', 'État au', 'As of', ({ figure }) => figure.asOf),
  typed('date', 'known_on', 'Bekend op', 'Connu le', 'Known on', ({ figure }) => figure.knownOn),
  text('through', 'Tot en met gebeurtenis', 'Jusqu’à l’événement', 'Through event', ({ figure }) => figure.through ?? null),
  text('figure_id', 'Id van het cijfer', 'Identifiant du chiffre', 'Id of the figure', ({ figure }) => figure.id, true),
];

/** A row as cells, texts made harmless. */
export const cellsOf = (row: ExportRow, language: Language): readonly Cell[] =>
  COLUMNS.map(({ of }) => of(row, language)).map((cell) => (typeof cell === 'string' ? inert(cell) : cell));

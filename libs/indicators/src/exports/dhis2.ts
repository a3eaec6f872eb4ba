import { countKindOf } from '../measures';
import { isRegion, REGION_CODE } from '../places';
import { scaleOf } from './columns';
import type { ExportRow } from './export-rows';

/** Why a figure is no data value: DHIS2 holds one number per data element, period and organisation unit. */
export type Omission = 'no-org-unit' | 'no-period' | 'mixed-count-kinds' | 'disputed' | 'not-recorded' | 'bounds-only' | 'other-count-kind';

const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})$/, '$1'],
  [/^(\d{4})-(Q[1-4])$/, '$1$2'],
  [/^(\d{4})-(\d\d)$/, '$1$2'],
  [/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3'],
];

/** A year, quarter, month or day as DHIS2 writes it; undefined for other ranges. */
export function dhis2Period(period: string): string | undefined {
  const [form, written] = PERIODS.find(([pattern]) => pattern.test(period)) ?? [];
  return form && written && period.replace(form, written);
}

function orgUnitOf({ place, territory }: ExportRow): string | undefined {
  if (place !== 'whole' && place !== 'territory') return undefined;
  return isRegion(territory) ? REGION_CODE : territory;
}

function omissionOf(row: ExportRow): Omission | undefined {
  const { definition, period, figure } = row;
  if (figure.refusal) return 'mixed-count-kinds';
  if (figure.shown === 'disputed') return 'disputed';
  if (figure.shown === 'none') return 'not-recorded';
  if (figure.value === null) return 'bounds-only';
  if (definition.measure.op !== 'compose' && figure.countKind !== countKindOf(definition)) return 'other-count-kind';
  if (orgUnitOf(row) === undefined) return 'no-org-unit';
  return dhis2Period(period) === undefined ? 'no-period' : undefined;
}

/** What the number alone does not say, and where it comes from. */
function commentOf({ figure }: ExportRow): string {
  const { exactness, lo, hi, shown, coverage, provisional, id } = figure;
  const said = [`${exactness ?? ''}`, `${lo ?? ''}..${hi ?? ''}`, shown, coverage, ...(provisional ? ['provisional'] : []), `figure ${id}`];
  return said.join('; ');
}

const valueOf = (row: ExportRow): object => ({
  dataElement: row.definition.code,
  period: dhis2Period(row.period),
  orgUnit: orgUnitOf(row),
  value: String((row.figure.value ?? 0) / 10 ** scaleOf(row)),
  comment: commentOf(row),
});

const omittedOf = (row: ExportRow, reason: Omission): object => ({
  dataElement: row.definition.code,
  period: row.period,
  place: row.territory ?? row.place,
  reason,
  figureId: row.figure.id,
});

/** The figures as a DHIS2 data value set, in units, with codes; after the values, `omitted` lists every figure that is none of them, and why. */
export async function* dhis2(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  const omitted: object[] = [];
  let separator = '';
  yield '{"dataElementIdScheme":"code","orgUnitIdScheme":"code","dataValues":[';
  for await (const row of rows) {
    const reason = omissionOf(row);
    if (reason === undefined) {
      yield `${separator}\n${JSON.stringify(valueOf(row))}`;
      separator = ',';
    } else omitted.push(omittedOf(row, reason));
  }
  yield `\n],"omitted":${JSON.stringify(omitted)}}\n`;
}

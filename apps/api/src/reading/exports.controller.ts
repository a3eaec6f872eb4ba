import { Readable } from 'node:stream';
import {
  type Ask,
  csv,
  dataPackage,
  dhis2,
  type ExportQuery,
  type ExportRow,
  exportRows,
  pinExport,
  type PinnedExport,
  sdmxCsv,
  xlsx,
} from '@app/indicators';
import { isLanguage, type Language } from '@app/labels';
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem';
import { FIGURE_NAMES, figureQueryOf } from './figure-parameters';
import { given, invalid, type QueryParameters } from './query-parameters';
import { asProblem, Reading } from './reading';

const NAMES = [...FIGURE_NAMES, 'format', 'indicators', 'by', 'territories', 'parent'];

/** What a format writes, from the figures as they come: chunks of a file of that extension and type. */
interface Format {
  readonly extension: string;
  readonly type: string;
  readonly write: (rows: AsyncIterable<ExportRow>, language: Language, pinned: PinnedExport) => AsyncGenerator<string | Uint8Array>;
}

const FORMATS: Readonly<Record<string, Format>> = {
  csv: { extension: 'csv', type: 'text/csv; charset=utf-8; header=present', write: csv },
  xlsx: { extension: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
  'sdmx-csv': {
    extension: 'csv',
    type: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
    write: (rows, _language, pinned) => sdmxCsv(rows, pinned),
  },
  dhis2: { extension: 'json', type: 'application/json; charset=utf-8', write: (rows) => dhis2(rows) },
};

/** Makes the first of them at once, so that a question that cannot be answered is refused before anything is sent. */
async function firstOf<T>(made: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await made.next().catch((error: unknown) => {
    throw asProblem(error);
  });
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* made;
  })();
}

/** What makes another figure of the same indicator, with the value that asks for none of it. */
const OTHER_FIGURES: readonly (readonly [parameter: string, none?: string])[] = [
  ['plan'],
  ['action'],
  ['organisation'],
  ['where'],
  ['definition'],
  ['origin', 'record'],
  ['hierarchy', 'then'],
];

/** A DHIS2 data element has one value for a place and a period, whose place another figure would take. @throws Problem 400 `query.one-value-only` */
function refuseOtherFigures(query: QueryParameters): void {
  const other = OTHER_FIGURES.find(([parameter, none]) => query[parameter] !== undefined && query[parameter] !== none);
  if (other) throw new Problem(400, 'query.one-value-only', {}, [{ pointer: other[0], code: 'query.one-value-only' }]);
}

function exportQueryOf(query: QueryParameters): ExportQuery {
  const { indicator: _none, period, ...asked } = figureQueryOf('', query, NAMES);
  const { indicators, by, territories, parent } = query as Readonly<Record<string, string | undefined>>;
  if (!indicators) throw invalid('indicators');
  if (period === undefined) throw invalid('period');
  if (territories !== undefined && asked.territory !== undefined) throw invalid('territory');
  if (territories === undefined && parent !== undefined) throw invalid('parent');
  return {
    ...asked,
    ...given({ by: by as ExportQuery['by'], territories: territories as ExportQuery['territories'], parent }),
    indicators: indicators === 'all' ? 'all' : indicators.split(','),
    period,
  };
}

/** The full address where the figures of an export can be had again, whatever is recorded later. */
function sourceOf({ protocol, host }: FastifyRequest, query: QueryParameters, { knownOn, through, asOf }: PinnedExport): string {
  const { position: _position, ...asked } = query as Readonly<Record<string, string>>;
  const parameters = new URLSearchParams({ ...asked, format: 'csv', asOf, knownOn, ...given({ through }) });
  return `${protocol}://${host}/api/figures/export?${parameters.toString()}`;
}

@Controller('api/figures/export')
export class ExportsController {
  constructor(private readonly reading: Reading) {}

  /** Figures as a file, sent as they are made. */
  @Get()
  async export(@Query() query: QueryParameters, @Req() request: FastifyRequest): Promise<object> {
    const asked = exportQueryOf(query);
    const { format = 'csv', lang = 'nl', position } = query as Readonly<Record<string, string | undefined>>;
    if (!isLanguage(lang)) throw invalid('lang');
    await this.reading.waitFor(position, 'facts');
    const options = this.reading.asking();
    const ask: Ask = (question) => this.reading.answer('facts', question);
    const pinned = ask((db) => pinExport(db, asked, options.today));
    if (format === 'datapackage') return this.descriptor(dataPackage(pinned, lang, sourceOf(request, query, pinned)));
    const writer = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (!writer) throw invalid('format');
    if (format === 'dhis2') refuseOtherFigures(query);
    const chunks = await firstOf(writer.write(await firstOf(exportRows(ask, pinned, options)), lang, pinned));
    const disposition = `attachment; filename="figures.${writer.extension}"`;
    return new StreamableFile(Readable.from(chunks), { type: writer.type, disposition });
  }

  private descriptor(content: object): StreamableFile {
    return new StreamableFile(Buffer.from(JSON.stringify(content, null, 2)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="datapackage.json"',
    });
  }
}

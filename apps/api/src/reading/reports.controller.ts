import {
  pagePolicy,
  reportFile,
  reportHtml,
  type ReportAsked,
  type ReportModel,
  type ReportSent,
  reportsOf,
  reportTemplates,
  reportView,
  type WantedReport,
} from '@app/indicators';
import { isLanguage, type Language } from '@app/labels';
import { REPORT_TEMPLATES, type ReportTemplate } from '@app/partnership/report/report.events';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReportList } from '../answers';
import { Editions } from '../editions/editions';
import { Problem } from '../http/problem';
import { AT, given, invalid, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

const fileOf = (format: 'docx' | 'pdf') => (model: ReportModel, base: string) => reportFile({ format, model, base });

/** What a report can be had as: the media type, and what makes it. In the order in which an `Accept` that wants anything chooses. */
const FORMATS = {
  json: { type: 'application/json; charset=utf-8', render: (model: ReportModel) => JSON.stringify(model) },
  html: { type: 'text/html; charset=utf-8', render: reportHtml },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', render: fileOf('docx') },
  pdf: { type: 'application/pdf', render: fileOf('pdf') },
} as const;
type Format = keyof typeof FORMATS;

const isFormat = (value: string): value is Format => Object.hasOwn(FORMATS, value);
const mediaOf = (format: Format): string => FORMATS[format].type.split(';')[0] ?? '';

/** The first format that an `Accept` names, in its own order; JSON for one that takes anything. */
function acceptedOf(accept: string): Format {
  const wanted = accept.split(',').map((part) => (part.split(';')[0] ?? '').trim().toLowerCase());
  for (const media of wanted) {
    const format = (Object.keys(FORMATS) as Format[]).find((candidate) => mediaOf(candidate) === media);
    if (format) return format;
    if (media === '*/*' || media === '') return 'json';
  }
  throw new Problem(406, 'report.no-such-format', {}, [{ pointer: 'Accept', code: 'report.no-such-format' }]);
}

function languageOf(lang: string | undefined): Language {
  const language = lang ?? 'nl';
  if (!isLanguage(language)) throw invalid('lang');
  return language;
}

function formatOf(format: string | undefined, request: FastifyRequest): Format {
  if (format === undefined) return acceptedOf(request.headers.accept ?? '*/*');
  if (!isFormat(format)) throw invalid('format');
  return format;
}

type At = Readonly<Partial<Record<'asOf' | 'knownOn' | 'through', string | undefined>>>;

/** Reports, made when they are asked for. */
@Controller('api/reports')
export class ReportsController {
  constructor(
    private readonly reading: Reading,
    private readonly editions: Editions,
  ) {}

  /** What can be asked for: every template, and the reports that somebody drafted. */
  @Get()
  async list(@Query() query: QueryParameters): Promise<ReportList> {
    const { position, knownOn, through, asOf } = parametersOf(query, [...AT, 'lang']);
    const asked = await this.asked(position, { knownOn, through, asOf });
    const reports = this.reading.answer('facts', (db) => reportsOf(db, asked));
    return {
      templates: Object.values(reportTemplates).map(({ code, version, labels, sections }) => ({ code, version, labels, sections })),
      reports,
    };
  }

  @Get(':template/:year')
  async one(
    @Param('template') template: string,
    @Param('year') year: string,
    @Query() query: QueryParameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang, format: asked, edition, position, ...at } = parametersOf(query, [...AT, 'lang', 'format', 'edition']);
    const language = languageOf(lang);
    const format = formatOf(asked, request);
    if (!(REPORT_TEMPLATES as readonly string[]).includes(template) || !/^(19|20)\d\d$/.test(year))
      throw new Problem(404, 'report.not-found');
    // An edition has an A and a K of its own.
    if (edition !== undefined && Object.keys(at).length > 0) throw invalid('edition');
    const of = { template: template as ReportTemplate, year: Number(year), language };
    const kept = edition === undefined ? undefined : this.kept(of, edition, format);
    const model = kept?.model ?? (await this.live(of, position, at));
    await this.send(reply, format, model, kept?.page ?? (await FORMATS[format].render(model, `${request.protocol}://${request.host}`)));
  }

  private async live(of: WantedReport, position: string | undefined, at: At): Promise<ReportModel> {
    const asked = await this.asked(position, at);
    return this.reading.answer('facts', (db) => reportView(db, of, asked));
  }

  private async asked(position: string | undefined, { asOf, knownOn, through }: At): Promise<ReportAsked> {
    await this.reading.waitForIndexed(position);
    return { ...this.reading.asking(), ...given({ asOf, knownOn, through }), index: this.reading.reader('event-index') };
  }

  /** As an edition froze it: the page byte for byte, every other form made from what was kept. */
  private kept(
    { template, year, language }: WantedReport,
    number: string,
    format: Format,
  ): { readonly model: ReportModel; readonly page?: Buffer } {
    const edition = this.editions.numbered(number, { view: 'report', subject: template, period: String(year) });
    const { reports } = this.editions.content(edition) as ReportSent;
    const model = reports[language];
    return format === 'html' ? { model, page: this.editions.file(edition, format, language).bytes } : { model };
  }

  /** DOCX and PDF leave this place, so that their links begin with its address. */
  private async send(reply: FastifyReply, format: Format, model: ReportModel, body: string | Buffer): Promise<void> {
    const away = format === 'docx' || format === 'pdf';
    const name = `${model.template}-${model.year}-${model.language}.${format}`;
    await reply
      .headers({
        'content-language': model.language,
        'content-disposition': `${away ? 'attachment' : 'inline'}; filename="${name}"`,
        vary: 'accept',
        ...(format === 'html' ? { 'content-security-policy': pagePolicy(body.toString()) } : {}),
      })
      .type(FORMATS[format].type)
      .send(body);
  }
}

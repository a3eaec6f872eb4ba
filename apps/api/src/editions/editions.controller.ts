import { type Edition, type FigureChange, countOf } from '@app/indicators';
import { isLanguage, Labels, type Language } from '@app/labels';
import { Admission } from '@app/recording';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EditionChanges, EditionList } from '../answers';
import { correlationOf, keyOf } from '../http/command-headers';
import { Needs } from '../http/principal.guard';
import { given, invalid, parametersOf, type QueryParameters } from '../reading/query-parameters';
import { Reading } from '../reading/reading';
import { ASKED, type EditionBody } from './edition-body';
import { Editions } from './editions';
import { Freezing } from './freezing';
import { sendFile } from './send-file';
import { Sentences } from './sentences';

@Controller('api/editions')
export class EditionsController {
  constructor(
    private readonly freezing: Freezing,
    private readonly editions: Editions,
    private readonly reading: Reading,
    private readonly admission: Admission,
    private readonly labels: Labels,
  ) {}

  /** Freezes a view: computes it, keeps its bytes, and records the edition by `freeze-period`. */
  @Post()
  @Needs('record')
  async freeze(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const header = (name: string): string | undefined => request.headers[name] as string | undefined;
    const asked = this.admission.admit(ASKED, request.body) as EditionBody;
    const answer = await this.freezing.freeze(asked, {
      principal: request.principal!,
      key: keyOf(header('idempotency-key')),
      correlationId: correlationOf(header('x-correlation-id')),
    });
    void reply.code(answer.eventIds.length > 0 ? 201 : 200);
    if (answer.replayed) void reply.header('idempotency-replayed', 'true');
    return { position: answer.position, ...(await this.editions.madeBy(answer, asked)) };
  }

  @Get()
  async list(@Query() query: QueryParameters): Promise<EditionList> {
    const { position, ...wanted } = parametersOf(query, ['view', 'subject', 'period', 'position']);
    await this.reading.waitFor(position, 'facts');
    return { editions: this.editions.list(wanted) };
  }

  @Get(':id')
  async one(@Param('id') id: string, @Query() query: QueryParameters): Promise<Edition> {
    await this.reading.waitFor(parametersOf(query, ['position']).position, 'facts');
    return this.editions.find(id);
  }

  /** The bytes as they were when the edition was frozen. */
  @Get(':id/content')
  content(@Param('id') id: string, @Query() query: QueryParameters, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    const { lang, format } = parametersOf(query, ['lang', 'format']);
    return sendFile(reply, this.editions.file(this.editions.find(id), format, lang));
  }

  /** What the same view shows otherwise today, and why. */
  @Get(':id/changes')
  async changes(@Param('id') id: string, @Query() query: QueryParameters): Promise<EditionChanges> {
    const { lang, position } = parametersOf(query, ['lang', 'position']);
    if (lang !== undefined && !isLanguage(lang)) throw invalid('lang');
    await this.reading.waitForIndexed(position);
    return this.told(this.editions.find(id), lang);
  }

  private told(edition: Edition, lang: Language | undefined): EditionChanges {
    const changes = this.editions.changes(edition);
    const { through, figures, targets, actions, scores, agreements, texts, listings } = changes;
    const say = new Sentences(this.labels, edition.edition, lang);
    const count = countOf(changes);
    const { id, view, subject, period } = edition;
    return {
      edition: { id, view, subject, period, edition: edition.edition, asOf: edition.asOf, through: edition.through },
      through,
      changed: count > 0,
      changes: count,
      sentence: say.summary(count),
      figures: figures.map((change) => ({ ...shownOf(change), sentence: say.figure(change) })),
      targets: targets.map((change) => ({ ...change, sentence: say.target(change) })),
      actions: actions.map((change) => ({ ...change, sentence: say.action(change) })),
      scores: scores.map((change) => ({ ...change, sentence: say.score(change) })),
      agreements: agreements.map((change) => ({ ...change, sentence: say.agreement(change) })),
      texts: texts.map((change) => ({ ...change, sentence: say.text(change) })),
      listings: listings.map((change) => ({ ...change, sentence: say.listing(change) })),
    };
  }
}

/** A changed figure without what only its own page shows: the ids of both lead there. */
function shownOf({ before, after, ...change }: FigureChange): object {
  const short = ({ id, definition, countKind, unit, value, lo, hi, exactness, shown, period, absence }: FigureChange['after']) => ({
    figureId: id,
    indicator: definition.code,
    countKind,
    unit,
    value,
    lo,
    hi,
    exactness,
    shown,
    period,
    ...given({ absence }),
  });
  return { ...change, ...(before ? { before: short(before) } : {}), after: short(after) };
}

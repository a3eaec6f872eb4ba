import { knownAt, type PlanView, plansAt, planView } from '@app/indicators';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PlanList } from '../answers';
import { type EditionNotice, Editions } from '../editions/editions';
import { sendFile } from '../editions/send-file';
import { Problem } from '../http/problem';
import { AT, given, invalid, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

@Controller('api/plans')
export class PlansController {
  constructor(
    private readonly reading: Reading,
    private readonly editions: Editions,
  ) {}

  /** The plans that were adopted, as known at K. */
  @Get()
  async plans(@Query() query: QueryParameters): Promise<PlanList> {
    const { knownOn, through, position } = parametersOf(query, ['knownOn', 'through', 'position', 'lang']);
    await this.reading.waitFor(position, 'facts');
    return this.reading.answer('facts', (db) => ({ plans: plansAt(db, knownAt(db, given({ knownOn, through }))) }));
  }

  /** The plan as the record has it at A and K, or as an edition froze it. */
  @Get(':plan')
  async plan(
    @Param('plan') plan: string,
    @Query() query: QueryParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<(PlanView & { readonly editions?: readonly EditionNotice[] }) | Buffer> {
    const { edition, period, editions, position, ...at } = parametersOf(query, [...AT, 'lang', 'edition', 'period', 'editions']);
    if (editions !== undefined && editions !== 'true') throw invalid('editions');
    await this.reading.waitFor(position, 'facts');
    if (edition !== undefined) {
      // An edition has an A and a K of its own.
      if (at['asOf'] !== undefined || at['knownOn'] !== undefined || at['through'] !== undefined) throw invalid('edition');
      return sendFile(reply, this.editions.file(this.editions.numbered(edition, { view: 'plan', subject: plan, ...given({ period }) })));
    }
    const view = this.live(plan, at);
    return editions === 'true' ? { ...view, editions: this.editions.notices({ view: 'plan', subject: plan }) } : view;
  }

  private live(plan: string, { asOf, knownOn, through }: Readonly<Record<string, string | undefined>>): PlanView {
    const at = given({ asOf, knownOn, through });
    const view = this.reading.answer('facts', (db) => planView(db, plan, { ...this.reading.asking(), ...at }));
    if (!view) throw new Problem(404, 'plan.not-found');
    return view;
  }
}

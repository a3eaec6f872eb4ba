import { selfEvaluations, type SelfEvaluationView, selfEvaluationView } from '@app/indicators';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { SelfEvaluationList } from '../answers';
import { Problem } from '../http/problem';
import { AT, given, invalid, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

@Controller('api/self-evaluations')
export class SelfEvaluationsController {
  constructor(private readonly reading: Reading) {}

  @Get()
  async list(@Query() query: QueryParameters): Promise<SelfEvaluationList> {
    const { asOf, knownOn, through, position } = parametersOf(query, [...AT, 'lang']);
    await this.reading.waitFor(position, 'facts');
    const options = { ...this.reading.asking(), ...given({ asOf, knownOn, through }) };
    return { evaluations: this.reading.answer('facts', (db) => selfEvaluations(db, options)) };
  }

  @Get(':year')
  async of(@Param('year') year: string, @Query() query: QueryParameters): Promise<SelfEvaluationView> {
    const { zone, asOf, knownOn, through, position } = parametersOf(query, ['zone', ...AT, 'lang']);
    if (!/^\d{4}$/.test(year)) throw invalid('year');
    await this.reading.waitForIndexed(position);
    const options = { ...this.reading.asking(), ...given({ asOf, knownOn, through }), index: this.reading.reader('event-index') };
    const view = this.reading.answer('facts', (db) => selfEvaluationView(db, { year: Number(year), ...given({ zone }) }, options));
    if (!view) throw new Problem(404, 'evaluation.not-found');
    return view;
  }
}

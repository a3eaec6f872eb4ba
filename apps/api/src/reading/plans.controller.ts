import { knownAt, plansAt, planView } from '@app/indicators';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Problem } from '../http/problem';
import { AT, given, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

@Controller('api/plans')
export class PlansController {
  constructor(private readonly reading: Reading) {}

  /** The plans that were adopted, as known at K. */
  @Get()
  async plans(@Query() query: QueryParameters): Promise<object> {
    const { knownOn, through, position } = parametersOf(query, ['knownOn', 'through', 'position', 'lang']);
    await this.reading.waitFor(position, 'facts');
    return this.reading.answer('facts', (db) => ({ plans: plansAt(db, knownAt(db, given({ knownOn, through }))) }));
  }

  @Get(':plan')
  async plan(@Param('plan') plan: string, @Query() query: QueryParameters): Promise<object> {
    const { asOf, knownOn, through, position } = parametersOf(query, [...AT, 'lang']);
    await this.reading.waitFor(position, 'facts');
    const at = given({ asOf, knownOn, through });
    const view = this.reading.answer('facts', (db) => planView(db, plan, { ...this.reading.asking(), ...at }));
    if (!view) throw new Problem(404, 'plan.not-found');
    return view;
  }
}

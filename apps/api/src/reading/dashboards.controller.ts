import { type Dashboard, dashboard } from '@app/indicators';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { AT, given, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

const NAMES = ['plan', 'territory', 'organisation', ...AT, 'lang'];

@Controller('api/dashboards')
export class DashboardsController {
  constructor(private readonly reading: Reading) {}

  /** Every indicator that says something about the period, each with its figure. */
  @Get(':period')
  async dashboard(@Param('period') period: string, @Query() query: QueryParameters): Promise<Dashboard> {
    const { position, lang: _lang, ...asked } = parametersOf(query, NAMES);
    await this.reading.waitFor(position, 'facts');
    return this.reading.answer('facts', (db) => dashboard(db, { period, ...given(asked) }, this.reading.asking()));
  }
}

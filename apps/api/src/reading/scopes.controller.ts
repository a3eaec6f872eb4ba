import { checkDay, knownAt, type Scopes, scopesAt } from '@app/indicators';
import { Controller, Get, Query } from '@nestjs/common';
import { AT, given, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

@Controller('api/scopes')
export class ScopesController {
  constructor(private readonly reading: Reading) {}

  /** The territories and organisations that figures can be narrowed to; the plans have a list of their own. */
  @Get()
  async scopes(@Query() query: QueryParameters): Promise<Scopes> {
    const { asOf, position, knownOn, through } = parametersOf(query, [...AT, 'lang']);
    await this.reading.waitFor(position, 'facts');
    return this.reading.answer('facts', (db) => {
      const known = knownAt(db, given({ knownOn, through }), this.reading.asking());
      return scopesAt(db, known, asOf === undefined ? known.day : checkDay(asOf, 'asOf'));
    });
  }
}

import { type FigureAnswer, figures, provenance, type TerritoryTable, territoryTable, type TerritoryTableQuery } from '@app/indicators';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { FigureEvents, PublicEvent } from '../answers';
import { Problem } from '../http/problem';
import { EventById } from './event-by-id';
import { FIGURE_NAMES, figureQueryOf } from './figure-parameters';
import { given, invalid, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

const TABLE_NAMES = [...FIGURE_NAMES.filter((name) => name !== 'territory'), 'parent', 'level'];

@Controller('api')
export class FiguresController {
  constructor(
    private readonly reading: Reading,
    private readonly byId: EventById,
  ) {}

  @Get('indicators/:code/figures')
  async figures(@Param('code') code: string, @Query() query: QueryParameters): Promise<FigureAnswer> {
    const asked = figureQueryOf(code, query);
    await this.reading.waitFor(query['position'] as string | undefined, 'facts');
    return this.reading.answer('facts', (db) => figures(db, asked, this.reading.asking()));
  }

  /** One indicator of one period over the parts of a territory. */
  @Get('indicators/:code/territories')
  async territories(@Param('code') code: string, @Query() query: QueryParameters): Promise<TerritoryTable> {
    const { period, ...asked } = figureQueryOf(code, query, TABLE_NAMES);
    const { parent, level, position } = query as Readonly<Record<string, string | undefined>>;
    if (period === undefined) throw invalid('period');
    await this.reading.waitFor(position, 'facts');
    const table = { ...asked, period, ...given({ parent, level: level as TerritoryTableQuery['level'] }) };
    return this.reading.answer('facts', (db) => territoryTable(db, table, this.reading.asking()));
  }

  /** What a figure rests on: its events in full, and the source line of each claim beside it. */
  @Get('figures/:id/events')
  async provenance(@Param('id') id: string, @Query() query: QueryParameters): Promise<FigureEvents> {
    const { after } = parametersOf(query, ['after', 'lang']);
    const { events, ...rest } = this.reading.answer('facts', (db) => provenance(db, id, { ...this.reading.asking(), ...given({ after }) }));
    await this.reading.indexed();
    return { ...rest, events: await Promise.all(events.map((event) => this.eventOf(event))) };
  }

  private async eventOf(id: string): Promise<PublicEvent> {
    const event = await this.byId.find(id);
    if (!event) throw new Problem(503, 'projection.behind', {}, [], { 'retry-after': '2' });
    return event;
  }
}

import { eventFigures } from '@app/indicators';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Problem } from '../http/problem';
import { given, invalid, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

@Controller('api/events')
export class EventFiguresController {
  constructor(private readonly reading: Reading) {}

  /** Every figure that an event moves; none for an event that bears on no figure. */
  @Get(':id/figures')
  async figures(@Param('id') event: string, @Query() query: QueryParameters): Promise<object> {
    const { asOf, after, position } = parametersOf(query, ['asOf', 'after', 'position', 'lang']);
    if (after !== undefined && !/^\d{1,9}$/.test(after)) throw invalid('after');
    await this.reading.waitFor(position, 'facts', 'event-index');
    const from = given({ asOf, after: after === undefined ? undefined : Number(after) });
    const moved = this.reading.answer('facts', (db) => eventFigures(db, event, { ...this.reading.asking(), ...from }));
    if (moved) return moved;
    if (!this.isRecorded(event)) throw new Problem(404, 'event.unknown');
    return { event, asOf: asOf ?? this.reading.asking().today, figures: [], targets: [], candidates: 0, next: null };
  }

  private isRecorded(event: string): boolean {
    const row = this.reading.reader('event-index').prepare<[string], object>('SELECT 1 FROM event_index WHERE event_id = ?').get(event);
    return row !== undefined;
  }
}

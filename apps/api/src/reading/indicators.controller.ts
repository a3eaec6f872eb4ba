import { checkDay, type Definitions, definitionsAt, indicatorView, indicatorViews, knownAt } from '@app/indicators';
import { catalogues } from '@app/labels';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { IndicatorList } from '../answers';
import { AT, given, invalid, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

/** The types of the facts that the events of the field state: each has a label, which a test holds to be complete. */
const FACT_TYPES: ReadonlySet<string> = new Set(
  Object.values(catalogues.en).flatMap((term) => Object.keys((term as { readonly fact?: object }).fact ?? {})),
);

interface Asked {
  readonly all: Definitions;
  /** The day for which `inForce` and retirement are told: `asOf`, or K's day. */
  readonly day: string;
}

type LookedFrom = Omit<IndicatorList, 'indicators'>;

/** What is counted, and how: the product's own indicators and those that the partnership defines, as known on a day. */
@Controller('api/indicators')
export class IndicatorsController {
  constructor(private readonly reading: Reading) {}

  @Get()
  async list(@Query() query: QueryParameters): Promise<IndicatorList> {
    const { retired, ...at } = parametersOf(query, [...AT, 'retired', 'lang']);
    if (retired !== undefined && !['true', 'false'].includes(retired)) throw invalid('retired');
    return this.ask(at, ({ all, day }) => ({ indicators: indicatorViews(all, day, FACT_TYPES, { retired: retired === 'true' }) }));
  }

  @Get(':code')
  async one(@Param('code') code: string, @Query() query: QueryParameters): Promise<object> {
    const at = parametersOf(query, [...AT, 'lang']);
    return this.ask(at, ({ all, day }) => ({ ...indicatorView(all, code, day, FACT_TYPES), versions: all.versionsOf(code) }));
  }

  private async ask<T extends object>(
    at: Readonly<Record<string, string | undefined>>,
    answer: (asked: Asked) => T,
  ): Promise<LookedFrom & T> {
    const { asOf, knownOn, through, position } = at;
    await this.reading.waitFor(position, 'facts');
    return this.reading.answer('facts', (db) => {
      for (const [name, day] of Object.entries({ asOf, knownOn })) if (day !== undefined) checkDay(day, name);
      const known = knownAt(db, given({ knownOn, through }), this.reading.asking());
      const day = asOf ?? known.day;
      return { asOf: day, knownOn: known.day, ...given({ through: known.through }), ...answer({ all: definitionsAt(db, known), day }) };
    });
  }
}

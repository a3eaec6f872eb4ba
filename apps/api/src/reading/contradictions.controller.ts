import { type Contradiction, contradictions, parsePeriod } from '@app/indicators';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Problem } from '../http/problem';
import { AT, given, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

const NAMES = ['period', 'plan', 'rule', ...AT, 'lang'];

@Controller('api/contradictions')
export class ContradictionsController {
  constructor(private readonly reading: Reading) {}

  /** What the record says against itself, found anew at the K and A that are asked. */
  @Get()
  async list(@Query() query: QueryParameters): Promise<object> {
    const { period, plan, rule, ...at } = parametersOf(query, NAMES);
    const found = await this.found(at);
    const within = period === undefined ? undefined : this.reading.answer('facts', () => parsePeriod(period));
    const asked = found
      .filter((one) => within === undefined || (one.period.from <= within.to && one.period.to >= within.from))
      .filter((one) => (plan === undefined || one.plan === plan) && (rule === undefined || one.rule === rule));
    return { position: this.reading.reached('facts') ?? null, contradictions: asked };
  }

  @Get(':key')
  async one(@Param('key') key: string, @Query() query: QueryParameters): Promise<object> {
    const found = await this.found(parametersOf(query, [...AT, 'lang']));
    const one = found.find((contradiction) => contradiction.key === key);
    if (!one) throw new Problem(404, 'contradiction.not-found');
    return one;
  }

  private async found({
    position,
    asOf,
    knownOn,
    through,
  }: Readonly<Record<string, string | undefined>>): Promise<readonly Contradiction[]> {
    await this.reading.waitFor(position, 'facts');
    return this.reading.answer('facts', (db) => contradictions(db, { ...this.reading.asking(), ...given({ asOf, knownOn, through }) }));
  }
}

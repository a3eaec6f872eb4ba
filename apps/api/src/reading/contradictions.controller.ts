import {
  CONTRADICTION_STATES,
  contradictions,
  type DayRange,
  knownAt,
  periodAt,
  type StandingContradiction,
  verification,
  type Verified,
} from '@app/indicators';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ContradictionList, ToldContradiction } from '../answers';
import { Problem } from '../http/problem';
import { EventById } from './event-by-id';
import { AT, given, invalid, parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

type Asked = Readonly<Record<string, string | undefined>>;

type View<T> = (...asked: Parameters<typeof contradictions>) => T;

const FROM = [...AT, 'origin', 'lang'];
const NAMES = ['period', 'plan', 'rule', 'state', ...FROM];
const STATES: readonly string[] = CONTRADICTION_STATES;
const ORIGINS: readonly string[] = ['record', 'synthetic'];

const oneOf = (allowed: readonly string[], name: string, value: string | undefined): void => {
  if (value !== undefined && !allowed.includes(value)) throw invalid(name);
};

/** What the record says against itself, and how far it bears out what is printed; found anew at the K and A that are asked. */
@Controller('api')
export class ContradictionsController {
  constructor(
    private readonly reading: Reading,
    private readonly byId: EventById,
  ) {}

  @Get('contradictions')
  async list(@Query() query: QueryParameters): Promise<ContradictionList> {
    const { period, plan, rule, state, ...at } = parametersOf(query, NAMES);
    oneOf(STATES, 'state', state);
    const touches = await this.touching(period, at['position']);
    const found = await this.found(at);
    const asked = found
      .filter((one) => touches(one) && (plan === undefined || one.plan === plan))
      .filter((one) => (rule === undefined || one.rule === rule) && (state === undefined || one.state === state));
    return { position: this.reading.reached('facts') ?? null, contradictions: await this.withTeams(asked) };
  }

  @Get('contradictions/:key')
  async one(@Param('key') key: string, @Query() query: QueryParameters): Promise<ToldContradiction> {
    const found = await this.found(parametersOf(query, FROM));
    const [one] = await this.withTeams(found.filter((contradiction) => contradiction.key === key));
    if (!one) throw new Problem(404, 'contradiction.not-found');
    return one;
  }

  @Get('verification')
  async verification(@Query() query: QueryParameters): Promise<object> {
    const { period, ...at } = parametersOf(query, ['period', ...FROM]);
    const touches = await this.touching(period, at['position']);
    const claims: readonly Verified[] = await this.ask(at, verification);
    return { position: this.reading.reached('facts') ?? null, claims: claims.filter(touches) };
  }

  /** Who said something of them is told by the team; the index of the events is waited for once. */
  private async withTeams(found: readonly StandingContradiction[]): Promise<readonly ToldContradiction[]> {
    if (found.some(({ said }) => said)) await this.reading.indexed();
    return Promise.all(found.map((one) => this.withTeam(one)));
  }

  private async withTeam({ said, ...one }: StandingContradiction): Promise<ToldContradiction> {
    if (!said) return one;
    const teams = await Promise.all(
      said.map(async (saying) => ({ ...saying, ...given({ team: (await this.byId.find(saying.eventId))?.team }) })),
    );
    return { ...one, said: teams };
  }

  /** Whether something touches a period; a plan's period is as it is known once the position is reached. */
  private async touching(
    asked: string | undefined,
    position: string | undefined,
  ): Promise<(one: { readonly period: DayRange }) => boolean> {
    if (asked === undefined) return () => true;
    await this.reading.waitFor(position, 'facts');
    const within = this.reading.answer('facts', (db) => periodAt(db, knownAt(db, {}), asked));
    return ({ period }) => period.from <= within.to && period.to >= within.from;
  }

  private found(at: Asked): Promise<readonly StandingContradiction[]> {
    return this.ask(at, contradictions);
  }

  private async ask<T>({ position, asOf, knownOn, through, origin }: Asked, view: View<T>): Promise<T> {
    oneOf(ORIGINS, 'origin', origin);
    await this.reading.waitFor(position, 'facts');
    const from = { ...given({ asOf, knownOn, through }), ...(origin === 'synthetic' ? { origin: 'synthetic' as const } : {}) };
    return this.reading.answer('facts', (db) => view(db, { ...this.reading.asking(), ...from }));
  }
}

import { BadQuery, type Condition, definitions, type FigureQuery, figures, planView, provenance } from '@app/indicators';
import type { Database } from 'better-sqlite3';
import { brusselsDay, type RecordedEvent } from '@app/decider';
import type { EventStore, StoredEvent } from '@app/event-store';
import { checkpointOf, type EventIndexRow, NotReady, type Projections } from '@app/projections';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Problem } from '../http/problem';
import type { Vault } from '@app/vault';
import { EVENT_READER, PROJECTIONS, STORE, VAULT } from '../tokens';
import { CaughtUp } from './caught-up';
import { publicEvent } from './events.controller';

type QueryParameters = Readonly<Record<string, string | string[] | undefined>>;

const NAMES = [
  'period',
  'territory',
  'organisation',
  'plan',
  'action',
  'where',
  'origin',
  'asOf',
  'knownOn',
  'through',
  'position',
  'after',
  'lang',
];

const invalid = (pointer: string): Problem => new Problem(400, 'query.invalid', {}, [{ pointer, code: 'query.invalid' }]);

/** Query parameters as single texts. @throws Problem 400 for one that is unknown or given twice. */
function parametersOf(query: QueryParameters): Readonly<Record<string, string | undefined>> {
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string' || !NAMES.includes(name)) {
      throw invalid(name.slice(0, 40));
    }
  }
  return query as Readonly<Record<string, string>>;
}

const PART = /^([a-zA-Z]{1,40}):([A-Za-z0-9._-]{1,60})$/;
const ORIGINS = ['record', 'form', 'import', 'document', 'partner', 'synthetic'];

/** `kind:newsletter,channel:email`: only facts, and claims, about this part. `true` and `false` ask for a yes or a no. */
function conditionsOf(where: string): readonly Condition[] {
  return where.split(',').map((part) => {
    const [, dim, value] = PART.exec(part) ?? [];
    if (dim === undefined || value === undefined) throw invalid('where');
    return { dim, op: 'eq', value: [value === 'true' || value === 'false' ? value === 'true' : value] };
  });
}

function figureQueryOf(indicator: string, query: QueryParameters): FigureQuery {
  const { period, territory, organisation, plan, action, where, origin, asOf, knownOn, through } = parametersOf(query);
  if (action !== undefined && !/^\d{1,4}$/.test(action)) throw invalid('action');
  if (origin !== undefined && !ORIGINS.includes(origin)) throw invalid('origin');
  const given = {
    period,
    territory,
    organisation,
    plan,
    origin,
    asOf,
    knownOn,
    through,
    ...(action === undefined ? {} : { action: Number(action) }),
    ...(where === undefined ? {} : { where: conditionsOf(where) }),
  };
  return { indicator, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

const UNKNOWN = new Set(['figure.unknown-id', 'figure.unknown-indicator']);

@Controller('api')
export class FiguresController {
  constructor(
    @Inject(PROJECTIONS) private readonly projections: Projections,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(EVENT_READER) private readonly read: (stored: StoredEvent) => RecordedEvent,
    private readonly caughtUp: CaughtUp,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Get('indicators')
  indicators(): object {
    return { indicators: [...definitions.values()] };
  }

  @Get('indicators/:code/figures')
  async figures(@Param('code') code: string, @Query() query: QueryParameters): Promise<object> {
    const asked = figureQueryOf(code, query);
    await this.caughtUp.to(query['position'] as string | undefined, 'facts');
    return this.answer('facts', (db) => figures(db, asked, { today: today(), personOf: this.personOf }));
  }

  /** What a figure rests on: its events in full, and the source line of each claim beside it. */
  @Get('figures/:id/events')
  async provenance(@Param('id') id: string, @Query() query: QueryParameters): Promise<object> {
    const { after } = parametersOf(query);
    const { events, ...rest } = this.answer('facts', (db) =>
      provenance(db, id, { personOf: this.personOf, ...(after === undefined ? {} : { after }) }),
    );
    // The facts may be ahead of the index of the events: each is filled in a thread of its own.
    await this.caughtUp.to(checkpointOf(this.reader('facts')).position, 'event-index');
    return { ...rest, events: await Promise.all(events.map((event) => this.eventOf(event))) };
  }

  @Get('plans/:plan')
  async plan(@Param('plan') plan: string, @Query() query: QueryParameters): Promise<object> {
    const { asOf, knownOn, through, position } = parametersOf(query);
    const at = Object.fromEntries(Object.entries({ asOf, knownOn, through }).filter(([, value]) => value !== undefined));
    await this.caughtUp.to(position, 'facts', 'plan');
    const facts = this.reader('facts');
    const view = this.answer('plan', (db) => planView(db, facts, plan, { today: today(), personOf: this.personOf, ...at }));
    if (!view) throw new Problem(404, 'plan.not-found');
    return view;
  }

  private readonly personOf = (kid: string): string | undefined => this.vault.personOf(kid);

  private async eventOf(id: string): Promise<object> {
    const row = this.reader('event-index').prepare<[string], EventIndexRow>('SELECT * FROM event_index WHERE event_id = ?').get(id);
    const stored = row && (await this.store.at(row.position));
    if (!stored) throw new Problem(503, 'projection.behind', {}, [], { 'retry-after': '2' });
    return publicEvent(stored, this.read);
  }

  private reader(name: string): Database {
    try {
      return this.projections.reader(name).db();
    } catch (error) {
      if (error instanceof NotReady) throw new Problem(503, 'projection.not-ready', {}, [], { 'retry-after': '5' });
      throw error;
    }
  }

  private answer<T>(projection: string, ask: (db: Database) => T): T {
    const db = this.reader(projection);
    try {
      return ask(db);
    } catch (error) {
      if (error instanceof BadQuery)
        throw new Problem(UNKNOWN.has(error.code) ? 404 : 400, error.code, {}, [{ pointer: error.field, code: error.code }]);
      throw error;
    }
  }
}

const today = (): string => brusselsDay(Date.now());

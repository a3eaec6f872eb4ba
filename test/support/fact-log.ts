import { defineEvent, DUPLICATE, type EventDefinition, type Occurred, type RecordedEvent, type Source, WITHDRAWN } from '@app/decider';
import { onDay, recorded } from '@app/decider/spec';
import type { FactStatement, Term } from '@app/partnership';
import { indicatorTerm } from '@app/partnership/indicator/indicator.term';
import { planTerm } from '@app/partnership/plan/plan.term';
import { territoryTerm } from '@app/partnership/territory/territory.term';
import type { ProjectedEvent, Projection } from '@app/projections';
import Sqlite, { type Database } from 'better-sqlite3';
import { type IndicatorDefinition, loadDefinitions, type Measure } from '@app/indicators';
import { createFactsProjection } from '@app/indicators';

/** An event whose data are the facts it states: specs of the engine need no term of the field. */
const stated = defineEvent<{ statements: readonly FactStatement[] }>()({
  type: 'Stated',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { statements: 'core' },
});
const planned = defineEvent<{ statements: readonly FactStatement[] }>()({
  type: 'Planned',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { statements: 'core' },
});
export const statingTerm: Pick<Term, 'name' | 'events' | 'facts'> = {
  name: 'stating',
  events: [stated, planned],
  facts: { Stated: (event) => event.data.statements, Planned: (event) => event.data.statements },
};

export interface Envelope {
  readonly stream?: string;
  readonly on?: string | Occurred;
  /** UTC instant, or a day (noon of it). */
  readonly at?: string;
  readonly actions?: readonly number[];
  readonly corrects?: string;
  readonly source?: Source;
  readonly territory?: RecordedEvent['territory'];
  readonly organisation?: string;
  readonly line?: number;
}

/** Event id of the nth event of a log. */
export const idOf = (n: number): string => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;

export const setOf = (...dates: string[]): Occurred => ({
  from: dates[0] ?? '',
  to: dates.at(-1) ?? '',
  nature: 'set',
  dates,
  precision: 'day',
});
export const between = (from: string, to: string): Occurred => ({ from, to, nature: 'point', precision: 'month' });

/** Writes a log event by event; ids and ordinals count from 1, recording goes on in the order of writing. */
export class Log {
  readonly events: RecordedEvent[] = [];
  private readonly revisions = new Map<string, number>();
  private at = '2021-01-01T12:00:00.000Z';

  add(definition: EventDefinition, data: object, envelope: Envelope = {}): string {
    const { stream = 'thing-1', on, at, actions = [], corrects, source, territory, organisation, line } = envelope;
    if (at !== undefined) this.at = at.length === 10 ? `${at}T12:00:00.000Z` : at;
    const revision = this.revisions.get(stream) ?? 0;
    this.revisions.set(stream, revision + 1);
    const id = idOf(this.events.length + 1);
    this.events.push(
      recorded(definition, data, {
        id,
        streamId: stream,
        revision,
        recordedAt: this.at,
        planRefs: actions.map((action) => ({ plan: '2021', action })),
        ...(on === undefined ? {} : { occurred: typeof on === 'string' ? onDay(on) : on }),
        ...(corrects === undefined ? {} : { corrects }),
        ...(source === undefined ? {} : { source }),
        ...(territory === undefined ? {} : { territory }),
        ...(organisation === undefined ? {} : { organisation }),
        ...(line === undefined ? {} : { sourceRef: { ref: 'S000', locator: line } }),
      }) as RecordedEvent,
    );
    return id;
  }

  state(statements: readonly FactStatement[], envelope: Envelope = {}): string {
    return this.add(stated, { statements }, envelope);
  }

  plan(statements: readonly FactStatement[], envelope: Envelope = {}): string {
    return this.add(planned, { statements }, envelope);
  }

  withdraw(event: string, envelope: Envelope = {}): string {
    return this.add(beside(WITHDRAWN), { event }, { ...envelope, corrects: event });
  }

  markDuplicate(event: string, duplicateOf: string, envelope: Envelope = {}): string {
    return this.add(beside(DUPLICATE), { event, duplicateOf }, { ...envelope, corrects: event });
  }

  claim(data: object, envelope: Envelope = {}): string {
    return this.add(beside('ClaimImported'), { raw: 'as printed', ...data }, { stream: 'claim-1', ...envelope });
  }

  cover(factType: string, from: string, to: string, envelope: Envelope = {}, rest: object = {}): string {
    return this.add(
      beside('CoverageDeclared'),
      { factType, from, to, basis: 'register-kept', ...rest },
      { stream: 'coverage-1', ...envelope },
    );
  }

  /** What a command says of the tree of places, from a day on. */
  places(
    type: 'TerritoryDefined' | 'TerritoryBoundaryChanged' | 'TerritoryEnded',
    on: string,
    data: object,
    envelope: Envelope = {},
  ): string {
    return this.add(beside(type), data, { stream: 'territory-brussels', on, ...envelope });
  }

  /** What a command says of an indicator. */
  indicator<Data extends { readonly code: string }>(
    type: 'IndicatorDefined' | 'IndicatorRevised' | 'IndicatorRetired',
    data: Data,
    envelope: Envelope = {},
  ): string {
    return this.add(beside(type), data, { stream: `indicator-${data.code}`, ...envelope });
  }

  target(data: object, envelope: Envelope = {}, type = 'TargetSet'): string {
    return this.add(
      beside(type),
      { plan: '2021', label: { nl: 'doel', fr: 'cible' }, comparatorPrinted: '', ...data },
      { stream: 'plan-2021', ...envelope },
    );
  }

  projected(): readonly ProjectedEvent[] {
    return this.events.map((event, index) => ({
      kind: 'event',
      position: `0001-${String(index + 1).padStart(16, '0')}`,
      ordinal: index + 1,
      event,
    }));
  }

  /** The read database of a projection that has taken in the whole log, in batches of so many events. */
  read(projection: Projection = createFactsProjection([statingTerm, territoryTerm, planTerm, indicatorTerm]), batch = 1000): Database {
    const db = new Sqlite(':memory:');
    projection.create(db);
    projection.index?.(db);
    const apply = projection.open(db);
    const all = this.projected();
    for (let from = 0; from < all.length; from += batch) db.transaction(() => apply(all.slice(from, from + batch)))();
    return db;
  }
}

const beside = (type: string): EventDefinition => ({ type, version: 1, subject: 'none', tense: 'plan', fields: {} });

const TEXTS = { nl: 'x', fr: 'x', en: 'x' };

/** Definitions for a spec, by code. */
export const defined = (measures: Readonly<Record<string, Measure>>): ReadonlyMap<string, IndicatorDefinition> =>
  loadDefinitions([
    Object.entries(measures).map(([code, measure]) => ({
      code,
      version: 1,
      appliesFrom: '2010-01-01',
      labels: TEXTS,
      meaning: TEXTS,
      unit: 'unit',
      subjectKind: 'professional',
      measure,
      dimensions: [],
    })),
  ]);

import type { Exactness } from '@app/decider';
import { type Contradiction, definitions, type Figure, type IndicatorDefinition, type TargetView } from '@app/indicators';
import { contradictionsIn } from '../../libs/indicators/src/contradictions';
import type { ClaimOnRecord, Gathering, OnRecord, TargetOnRecord } from '../../libs/indicators/src/contradictions/on-record';

/** Records that the rules of the ledger look at, member by member: specs of a rule need no database. */

let line = 0;

export const NEXT = { from: '2022-01-01', to: '2022-12-31' };
export const IN_ACTION = { plan: '2021', action: 7 } as const;

export function claim(rest: Partial<ClaimOnRecord>): ClaimOnRecord {
  line += 1;
  const value = rest.value ?? null;
  return {
    ...{ eventId: `e-${line}`, rootEventId: `e-${line}`, indicator: 'things', from: '2021-01-01', to: '2021-12-31', dims: {} },
    ...{ kind: 'other', value, lo: value, hi: value, exactness: 'exact', raw: String(value), ...rest },
  };
}

export const share = (value: number, rest: Partial<ClaimOnRecord>): ClaimOnRecord => claim({ value, kind: 'percentage', ...rest });

/** As printed between two numbers. */
export const between = (lo: number, hi: number, rest: Partial<ClaimOnRecord> = {}): ClaimOnRecord =>
  claim({ lo, hi, exactness: 'range', raw: `${lo}-${hi}`, ...rest });

export const target = (action: number, rest: Partial<TargetOnRecord> = {}): TargetOnRecord => ({
  ...{ eventId: `t-${action}`, plan: '2021', action, target: `${action}-1`, indicator: 'things', comparator: '>=', lo: 2, hi: null },
  ...{ kind: 'other', from: '2021-01-01', to: '2021-12-31', per: null, rhythm: null, printed: '2 things', label: '{}', ...rest },
});

export const gathering = (registrations: number, attendances: number): Gathering => {
  line += 1;
  return { occurrence: `o-${line}`, day: '2021-05-01', to: '2021-05-01', registrations, attendances, eventId: `g-${line}` };
};

/** What was recounted for a claim, and whether the two contradict each other. */
export interface Recounted {
  readonly lo: number;
  readonly hi?: number;
  readonly conflict?: boolean;
  readonly exactness?: Exactness;
  readonly rest?: Partial<Figure>;
}

/** A record of one claim and the figure that it answers. */
export function recounted(one: ClaimOnRecord, { lo, hi = lo, conflict = false, rest = {}, ...counted }: Recounted): Partial<OnRecord> {
  const computed = { value: lo === hi ? lo : null, lo, hi, exactness: lo === hi ? 'exact' : 'range', facts: 1, ...counted };
  const beside = { ...one, provisional: false, conflict, factor: { lo: 1, hi: 1 } };
  const figure = { id: 'f', countKind: one.kind, computed, claims: [beside], ...rest } as unknown as Figure;
  return { claims: [one], figureOf: () => figure };
}

export const defined = (code: string, rest: Partial<IndicatorDefinition>): ReadonlyMap<string, IndicatorDefinition> =>
  new Map([[code, { ...definitions.get('meetings-held')!, code, ...rest }]]);

/** The targets of one action, each with how it stands; those of another were met, so the plan was reported on. */
export function achieved(action: number, ...views: readonly object[]): Partial<OnRecord> {
  const own = views.map((view) => ({
    ...{ eventId: `t-${action}`, period: { from: '2021-01-01', to: '2021-12-31' }, lo: 2, hi: null, comparatorPrinted: '2 things' },
    ...{ achievement: { state: 'unknown', provisional: false }, realised: { shown: 'none' }, ...view },
  })) as unknown as readonly TargetView[];
  const met = [{ achievement: { state: 'met', provisional: false }, realised: { shown: 'computed' } }] as unknown as readonly TargetView[];
  return {
    targets: [target(action)],
    achieved: () =>
      new Map([
        [action, own],
        [action + 1, met],
      ]),
  };
}

/** What the rules find in the record. */
export const found = (record: Partial<OnRecord>): readonly Contradiction[] =>
  contradictionsIn({
    ...{ claims: [], targets: [], gatherings: [], outside: [], organisations: [], definitions: new Map() },
    ...{ figureOf: () => undefined, countOf: () => null, achieved: () => new Map() },
    ...{ planNamed: () => undefined, placeNamed: () => undefined, ...record },
  });

/** The codes of the rules that find something in the record. */
export const told = (record: Partial<OnRecord>): readonly string[] => found(record).map(({ rule }) => rule);

/** The codes of the rules that find something among the claims alone. */
export const said = (...claims: readonly ClaimOnRecord[]): readonly string[] => told({ claims });

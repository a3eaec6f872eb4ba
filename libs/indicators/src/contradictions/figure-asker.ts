import type { Database } from 'better-sqlite3';
import type { Condition, IndicatorDefinition } from '../definition';
import type { FigureQuery } from '../figure-query';
import type { Figure } from '../figure';
import { evaluate, resolve } from '../figures';
import type { Known } from '../known';
import type { ClaimOnRecord, OnRecord, RecordOptions } from './on-record';

const partOf = (dims: ClaimOnRecord['dims']): readonly Condition[] =>
  Object.entries(dims).map(([dim, value]) => ({ dim, op: 'eq', value: [value] }));

function queryOf({ indicator, territory, organisation, dims }: ClaimOnRecord, { asOf, origin }: RecordOptions): FigureQuery {
  return {
    indicator,
    ...(territory === undefined ? {} : { territory }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(Object.keys(dims).length > 0 ? { where: partOf(dims) } : {}),
    ...(asOf === undefined ? {} : { asOf }),
    ...(origin === 'synthetic' ? { origin } : {}),
  };
}

function scopeOf({ plan, action, target }: ClaimOnRecord): Partial<FigureQuery> {
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(action === undefined ? {} : { action }),
    ...(target === undefined ? {} : { target }),
  };
}

/** The same measure over facts of other types. */
const countingOf = (definition: IndicatorDefinition, factType: readonly string[]): IndicatorDefinition =>
  definition.measure.op === 'sum'
    ? { ...definition, measure: { ...definition.measure, of: { ...definition.measure.of, factType } } }
    : definition;

/** Asks what claims answer, at one K and A. */
export function figureAsker(
  db: Database,
  known: Known,
  all: ReadonlyMap<string, IndicatorDefinition>,
  options: RecordOptions,
): Pick<OnRecord, 'figureOf' | 'countOf'> {
  const ask = (claim: ClaimOnRecord, definition: IndicatorDefinition, scope: Partial<FigureQuery>): Figure => {
    const query = { ...queryOf(claim, options), ...scope };
    return evaluate(db, known, resolve(db, query, definition, { from: claim.from, to: claim.to }, known), definition, all).figure;
  };
  const answered = (claim: ClaimOnRecord, scope: Partial<FigureQuery>): Figure | undefined => {
    const definition = all.get(claim.indicator);
    const figure = definition && ask(claim, definition, scope);
    return figure?.claims.some(({ eventId }) => eventId === claim.eventId) ? figure : undefined;
  };
  // A claim answers for the whole record first; a figure of its action alone is asked where claims of several actions share an indicator.
  const scopeThatAnswers = (claim: ClaimOnRecord): Partial<FigureQuery> => (answered(claim, {}) ? {} : scopeOf(claim));
  return {
    figureOf: (claim) => answered(claim, {}) ?? answered(claim, scopeOf(claim)),
    countOf: (claim, factTypes) => {
      const definition = all.get(claim.indicator);
      return (definition && ask(claim, countingOf(definition, factTypes), scopeThatAnswers(claim)).computed?.value) ?? null;
    },
  };
}

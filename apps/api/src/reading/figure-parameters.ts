import type { FigureQuery } from '@app/indicators';
import { AT, conditionsOf, given, invalid, parametersOf, type QueryParameters } from './query-parameters';

/** What every question for figures takes. */
export const FIGURE_NAMES = [
  'period',
  'territory',
  'hierarchy',
  'organisation',
  'plan',
  'action',
  'where',
  'origin',
  'definition',
  ...AT,
  'lang',
];

const ORIGINS = ['record', 'form', 'import', 'document', 'partner', 'synthetic'];

/** @throws Problem 400 for a parameter that is not among `names`, or cannot be read. */
export function figureQueryOf(indicator: string, query: QueryParameters, names: readonly string[] = FIGURE_NAMES): FigureQuery {
  const { period, territory, hierarchy, organisation, plan, action, where, origin, definition, asOf, knownOn, through } = parametersOf(
    query,
    names,
  );
  if (action !== undefined && !/^\d{1,4}$/.test(action)) throw invalid('action');
  if (origin !== undefined && !ORIGINS.includes(origin)) throw invalid('origin');
  if (definition !== undefined && !/^(inForce|[1-9]\d{0,5})$/.test(definition)) throw invalid('definition');
  return {
    indicator,
    ...given({
      period,
      territory,
      hierarchy: hierarchy as FigureQuery['hierarchy'],
      organisation,
      plan,
      action: action === undefined ? undefined : Number(action),
      where: where === undefined ? undefined : conditionsOf(where),
      origin: origin as FigureQuery['origin'],
      definition: definition === undefined || definition === 'inForce' ? definition : Number(definition),
      asOf,
      knownOn,
      through,
    }),
  };
}

import { Refusal, type Territory } from '@app/decider';
import { type PlaceProblem, placeProblem, type TerritoryTree } from '@app/partnership/territory/territory.decider';
import { publishedTerritories } from '@app/partnership/territory/territory.published';

const REFUSALS: Readonly<Record<PlaceProblem, readonly [code: string, field: string]>> = {
  'unknown-hierarchy': ['territory.unknown-hierarchy', '/territory/hierarchy'],
  'unknown-code': ['territory.unknown-code', '/territory/code'],
  'another-level': ['territory.another-level', '/territory/level'],
};

/**
 * Lets in a place that is published, or that the record itself has defined. `recorded` is asked only for what is not published, so that most commands
 * look at nothing but a table in memory.
 * @throws Refusal for an unknown edition, a code that it does not have, or another level than the code's.
 */
export async function checkPlace(place: Territory | undefined, recorded: () => Promise<TerritoryTree>): Promise<void> {
  if (!place) return;
  const published = placeProblem(publishedTerritories, place);
  if (!published) return;
  const problem = placeProblem(await recorded(), place);
  if (!problem) return;
  const [code, field] = REFUSALS[problem === 'unknown-hierarchy' ? published : problem];
  throw new Refusal(code, { code: place.code, hierarchy: place.hierarchy }, field);
}

import type { ActionView, PlanView } from '@app/indicators/answers';
import { type Language, textIn } from '../language';
import { holdsWords } from '../search';

export interface Filters {
  readonly search: string;
  readonly objective: string;
  readonly lifecycle: string;
  readonly achievement: string;
}

/** An objective and everything below it. */
function branch(plan: Pick<PlanView, 'objectives'>, code: string): ReadonlySet<string> {
  const codes = new Set([code]);
  for (let grown = true; grown;) {
    const below = plan.objectives.filter(({ parent, code: own }) => parent && codes.has(parent) && !codes.has(own));
    for (const objective of below) codes.add(objective.code);
    grown = below.length > 0;
  }
  return codes;
}

const textOf = (action: ActionView, language: Language): string =>
  [String(action.number), textIn(action.title, language), ...action.targets.map(({ label }) => textIn(label, language))].join(' ');

/** The actions that fit every filter; the search ignores case and accents and wants every word. */
export function selectActions(plan: Pick<PlanView, 'objectives' | 'actions'>, filters: Filters, language: Language): readonly ActionView[] {
  const objectives = filters.objective === '' ? undefined : branch(plan, filters.objective);
  return plan.actions.filter(
    (action) =>
      (!objectives || objectives.has(action.objective)) &&
      (filters.lifecycle === '' || action.lifecycle === filters.lifecycle) &&
      (filters.achievement === '' || action.achievement === filters.achievement) &&
      holdsWords(textOf(action, language), filters.search),
  );
}

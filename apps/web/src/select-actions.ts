import type { Action, Plan } from './api';
import { type Language, titleIn } from './language';
import type { Filters } from './plan-filters';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** An objective and everything below it. */
function branch(plan: Plan, code: string): ReadonlySet<string> {
  const codes = new Set([code]);
  for (let grown = true; grown;) {
    const below = plan.objectives.filter(({ parent, code: own }) => parent && codes.has(parent) && !codes.has(own));
    for (const objective of below) codes.add(objective.code);
    grown = below.length > 0;
  }
  return codes;
}

const textOf = (action: Action, language: Language): string =>
  plain([String(action.number), titleIn(action.title, language), ...action.targets.map(({ label }) => titleIn(label, language))].join(' '));

/** The actions that fit every filter; the search ignores case and accents and wants every word. */
export function selectActions(plan: Plan, filters: Filters, language: Language): readonly Action[] {
  const words = plain(filters.search).split(/\s+/).filter(Boolean);
  const objectives = filters.objective === '' ? undefined : branch(plan, filters.objective);
  return plan.actions.filter(
    (action) =>
      (!objectives || objectives.has(action.objective)) &&
      (filters.lifecycle === '' || action.lifecycle === filters.lifecycle) &&
      (filters.achievement === '' || action.achievement === filters.achievement) &&
      words.every((word) => textOf(action, language).includes(word)),
  );
}

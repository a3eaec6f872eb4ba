import type { Database } from 'better-sqlite3';
import { definitionsFor } from '../definitions-at';
import { parsePeriod } from '../figure-query';
import { evaluate, resolve } from '../figures';
import { knownAt } from '../known';
import type { EditionAt, EditionView } from './edition-view';

const WHOLE_RECORD = 'record';

/** `record` is the whole record; else an organisation by its id. Undefined for anything else. */
function scopeOf(subject: string): { readonly organisation?: string } | undefined {
  if (subject === WHOLE_RECORD) return {};
  return subject.startsWith('org-') ? { organisation: subject } : undefined;
}

/** The figure of every indicator that facts or claims say something about in the period. */
function figuresOf(db: Database, period: string, scope: object, at: EditionAt) {
  const known = { ...knownAt(db, at), ...(at.personOf ? { personOf: at.personOf } : {}) };
  const all = definitionsFor(db, known, at.definitions).latest;
  return [...all.values()].flatMap((definition) => {
    const query = resolve(db, { indicator: definition.code, ...scope, asOf: at.asOf }, definition, parsePeriod(period), known);
    const { figure, facts } = evaluate(db, known, query, definition, all);
    return facts === 0 && figure.claims.length === 0 ? [] : [{ indicator: definition.code, labels: definition.labels, figure }];
  });
}

/** Every figure of a period. */
export const indicatorsEdition: EditionView = {
  kind: 'indicators',
  content: ({ facts }, { subject, period }, at) => {
    const scope = scopeOf(subject);
    const { asOf, knownOn, through } = at;
    return scope && { subject, period, asOf, knownOn, through, figures: figuresOf(facts, period, scope, at) };
  },
};

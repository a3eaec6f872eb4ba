import type { ProblemAnswer, ToldContradiction } from '../../../api/src/answers';
import type { Language } from '../language';
import type { State } from './contradiction';

/** What can be said of a contradiction. */
export const ANSWERS = ['explain', 'resolve', 'reopen'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What may be said of it as it stands: one that is resolved is reopened first, and only what was answered can be reopened. */
export const answersTo = (state: State): readonly Answer[] =>
  (({ open: ['explain', 'resolve'], explained: ['explain', 'resolve', 'reopen'], resolved: ['reopen'] }) as const)[state];

export const READINGS = ['printed', 'recorded', 'both'] as const;
export const REASONS = ['evidence-changed', 'explanation-wrong', 'new-document', 'other'] as const;

/** What is filled in; empty where it is not. A resolution names a reading, or the event that corrected it. */
export interface Filled {
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
  readonly reading: string;
  readonly correction: string;
  readonly reason: string;
  readonly team: string;
}

export const NOTHING_FILLED: Filled = { nl: '', fr: '', en: '', reading: '', correction: '', reason: '', team: '' };

const given = (members: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value.trim() !== ''));

/** The command that says it, and its body. What was left empty is left out, so that the service says what is missing. */
export function commandOf(
  answer: Answer,
  { key, seen }: Pick<ToldContradiction, 'key' | 'seen'>,
  filled: Filled,
): { readonly command: string; readonly body: object } {
  const { nl, fr, en, reading, correction, reason, team } = filled;
  const said = {
    explain: { seen, text: given({ nl, fr, en }) },
    resolve: { seen, ...given({ reading, correction }) },
    reopen: given({ reason }),
  }[answer];
  return { command: `${answer}-contradiction`, body: { contradiction: key, ...said, ...given({ team }) } };
}

/** What is wrong with each field, by its name in the form; under `form` what belongs to none of them. */
export function errorsOf(
  { message, errors }: Pick<ProblemAnswer, 'message' | 'errors'>,
  language: Language,
): Readonly<Record<string, string>> {
  const fields = Object.keys(NOTHING_FILLED);
  const named = errors.map(({ pointer, message: said }) => [pointer.split('/').at(-1) ?? '', said[language]] as const);
  const atFields = named.filter(([field]) => fields.includes(field));
  const elsewhere = named.filter(([field]) => !fields.includes(field)).map(([, said]) => said);
  return { ...Object.fromEntries(atFields), form: [...new Set([message[language], ...elsewhere])].join(' ') };
}

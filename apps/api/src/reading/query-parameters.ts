import type { Condition } from '@app/indicators';
import { Problem } from '../http/problem';

export type QueryParameters = Readonly<Record<string, string | string[] | undefined>>;

/** Where and when a question looks from; every view takes them. */
export const AT = ['asOf', 'knownOn', 'through', 'position'];

export const invalid = (pointer: string): Problem => new Problem(400, 'query.invalid', {}, [{ pointer, code: 'query.invalid' }]);

/** Query parameters as single texts. @throws Problem 400 for one that is not among `names`, or given twice. */
export function parametersOf(query: QueryParameters, names: readonly string[]): Readonly<Record<string, string | undefined>> {
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string' || !names.includes(name)) throw invalid(name.slice(0, 40));
  }
  return query as Readonly<Record<string, string>>;
}

/** Those of the members that are given: an option that nobody asked for stays absent. */
export const given = <T extends object>(members: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;

const PART = /^([a-zA-Z]{1,40}):([A-Za-z0-9._-]{1,60})$/;

/** `kind:newsletter,channel:email`: only facts, and claims, about this part. `true` and `false` ask for a yes or a no. */
export function conditionsOf(where: string): readonly Condition[] {
  return where.split(',').map((part) => {
    const [, dim, value] = PART.exec(part) ?? [];
    if (dim === undefined || value === undefined) throw invalid('where');
    return { dim, op: 'eq', value: [value === 'true' || value === 'false' ? value === 'true' : value] };
  });
}

import type { ContradictionList, ToldContradiction } from '../../../api/src/answers';
import { get } from '../api';
import type { Texts } from '../language';

export type State = ToldContradiction['state'];
export const STATES: readonly State[] = ['open', 'explained', 'resolved'];

export interface AskedContradictions {
  readonly period: string;
  readonly asOf: string;
  readonly knownOn: string;
  /** Of what was just recorded here: wait until the answer knows of it. */
  readonly position?: string;
}

export const fetchContradictions = async (asked: AskedContradictions): Promise<readonly ToldContradiction[]> =>
  (await get<ContradictionList>('/api/contradictions', { ...asked })).contradictions;

/** What narrows the list; empty where it does not. */
export interface Filters {
  readonly rule: string;
  readonly state: string;
  readonly document: string;
}

export const selectContradictions = (all: readonly ToldContradiction[], { rule, state, document }: Filters): readonly ToldContradiction[] =>
  all.filter(
    (one) =>
      (rule === '' || one.rule === rule) &&
      (state === '' || one.state === state) &&
      (document === '' || one.evidence.some(({ source }) => source?.ref === document)),
  );

/** The rules that found something, in the order of the list, each with how often. */
export function rulesOf(
  all: readonly ToldContradiction[],
): readonly { readonly code: string; readonly labels: Texts; readonly found: number }[] {
  const rules = new Map(all.map(({ rule, labels }) => [rule, labels]));
  return [...rules].map(([code, labels]) => ({ code, labels, found: all.filter(({ rule }) => rule === code).length }));
}

export const documentsOf = (all: readonly ToldContradiction[]): readonly string[] =>
  [...new Set(all.flatMap(({ evidence }) => evidence.flatMap(({ source }) => source?.ref ?? [])))].sort();

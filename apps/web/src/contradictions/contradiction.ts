import { get } from '../api';
import type { Source } from '../figures/figure';
import type { Days, Texts } from '../language';

export const STATES = ['open', 'explained', 'resolved'] as const;
export type State = (typeof STATES)[number];

/** What a contradiction rests on; `on` are the days of what happened, or of the data that a document speaks of. */
export interface Evidence {
  readonly eventId: string;
  readonly raw?: string;
  readonly source?: Source;
  readonly on?: Days;
}

/** That somebody said something of it, and when. */
export interface Said {
  readonly eventId: string;
  readonly on: string;
  readonly team?: string;
}

export interface Contradiction {
  readonly key: string;
  readonly seen: string;
  readonly rule: string;
  readonly labels: Texts;
  readonly sentence: Texts;
  readonly period: Days;
  readonly plan?: string;
  readonly evidence: readonly Evidence[];
  /** What was counted on the other side. */
  readonly figureIds?: readonly string[];
  readonly factor?: { readonly lo: number | null; readonly hi: number | null };
  readonly state: State;
  readonly explanation?: Texts;
  readonly resolution?: { readonly correction?: string; readonly reading?: string };
  readonly stale?: boolean;
  readonly said?: readonly Said[];
}

export interface AskedContradictions {
  readonly period: string;
  readonly asOf: string;
  readonly knownOn: string;
  /** Of what was just recorded here: wait until the answer knows of it. */
  readonly position?: string;
}

export const fetchContradictions = async (asked: AskedContradictions): Promise<readonly Contradiction[]> =>
  (await get<{ contradictions: readonly Contradiction[] }>('/api/contradictions', { ...asked })).contradictions;

/** What narrows the list; empty where it does not. */
export interface Filters {
  readonly rule: string;
  readonly state: string;
  readonly document: string;
}

export const selectContradictions = (all: readonly Contradiction[], { rule, state, document }: Filters): readonly Contradiction[] =>
  all.filter(
    (one) =>
      (rule === '' || one.rule === rule) &&
      (state === '' || one.state === state) &&
      (document === '' || one.evidence.some(({ source }) => source?.ref === document)),
  );

/** The rules that found something, in the order of the list, each with how often. */
export function rulesOf(
  all: readonly Contradiction[],
): readonly { readonly code: string; readonly labels: Texts; readonly found: number }[] {
  const rules = new Map(all.map(({ rule, labels }) => [rule, labels]));
  return [...rules].map(([code, labels]) => ({ code, labels, found: all.filter(({ rule }) => rule === code).length }));
}

export const documentsOf = (all: readonly Contradiction[]): readonly string[] =>
  [...new Set(all.flatMap(({ evidence }) => evidence.flatMap(({ source }) => source?.ref ?? [])))].sort();

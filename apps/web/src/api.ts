import type { Language, Title } from './language';

export interface Realised {
  readonly shown: 'computed' | 'claim' | 'disputed' | 'none';
  readonly countKind: string | null;
  readonly mean?: true;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness: string | null;
  readonly coverage: string;
  readonly computed: { readonly value: number | null; readonly lo: number | null; readonly hi: number | null } | null;
  readonly claims: readonly {
    readonly kind: string;
    readonly value: number | null;
    readonly lo: number | null;
    readonly hi: number | null;
    readonly dataOn?: string | null;
    readonly source?: { readonly ref: string; readonly line: number };
    readonly raw: string;
  }[];
}

export interface Achievement {
  readonly state: string;
  readonly provisional: boolean;
  readonly percent?: number;
}

export interface Target {
  readonly target: string;
  readonly label: Title;
  readonly comparatorPrinted: string;
  readonly realised: Realised | null;
  readonly achievement: Achievement;
}

export interface Action {
  readonly number: number;
  readonly objective: string;
  readonly title: Title;
  readonly lifecycle: string;
  readonly reason?: string | null;
  readonly targets: readonly Target[];
  readonly achievement: string;
  readonly printedStatus?: { readonly status: string } | null;
}

export interface Objective {
  readonly code: string;
  readonly level: string;
  readonly parent?: string | null;
  readonly title: Title;
}

export interface Plan {
  readonly objectives: readonly Objective[];
  readonly actions: readonly Action[];
}

/** @throws Error for an answer that is not a success. */
export async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return (await response.json()) as T;
}

export const fetchPlan = (plan: string): Promise<Plan> => get(`/api/plans/${plan}`);
export const fetchLabels = (language: Language): Promise<Record<string, never>> => get(`/api/labels/${language}`);

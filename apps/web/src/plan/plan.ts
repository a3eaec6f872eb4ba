import { get } from '../api';
import type { Figure } from '../figures/figure';
import type { Texts } from '../language';

export interface Achievement {
  readonly state: string;
  readonly provisional: boolean;
  readonly percent?: number;
}

export interface Target {
  readonly target: string;
  readonly label: Texts;
  readonly comparatorPrinted: string;
  readonly realised: Figure | null;
  readonly achievement: Achievement;
}

export interface Action {
  readonly number: number;
  readonly objective: string;
  readonly title: Texts;
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
  readonly title: Texts;
}

export interface Plan {
  readonly objectives: readonly Objective[];
  readonly actions: readonly Action[];
}

export const fetchPlan = (plan: string): Promise<Plan> => get(`/api/plans/${encodeURIComponent(plan)}`);

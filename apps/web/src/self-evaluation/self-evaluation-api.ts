import { get } from '../api';
import type { Figure, Source } from '../figures/figure';
import type { Days, Texts } from '../language';

export interface Evidence {
  readonly events: readonly { readonly event: string; readonly state: string }[];
  readonly figures: readonly {
    readonly figureId: string;
    readonly state: string;
    readonly then?: Figure;
    readonly now?: Figure;
  }[];
}

export interface Score {
  readonly event: string;
  readonly score: number;
  readonly role: string;
  readonly rationale: Texts;
  readonly implementation?: Texts;
  readonly evidence: Evidence;
  readonly stale: boolean;
}

export interface ClaimedScore {
  readonly eventId: string;
  readonly raw: string;
  readonly source?: Source;
}

export interface Agreement {
  readonly state: string;
  readonly scorers: number;
  readonly median?: number;
}

export interface Aim {
  readonly aim: string;
  readonly scores: readonly Score[];
  readonly agreement: Agreement;
  readonly claimed: readonly ClaimedScore[];
  readonly previous?: {
    readonly year: number;
    readonly comparable: boolean;
    readonly agreement: Agreement;
    readonly claimed: readonly ClaimedScore[];
  };
  readonly suggestions: readonly Figure[];
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly anchors: readonly { readonly step: number; readonly label: Texts }[];
}

export interface SelfEvaluation {
  readonly status: string;
  readonly period?: Days;
  readonly scale?: Scale;
  readonly caveat?: Texts;
  readonly aims: readonly Aim[];
}

/** A year, of the Region or of one care zone. */
export interface EvaluationKey {
  readonly year: number;
  readonly zone?: string;
}

export const fetchSelfEvaluations = async (): Promise<readonly EvaluationKey[]> =>
  (await get<{ evaluations: readonly EvaluationKey[] }>('/api/self-evaluations')).evaluations;

export const fetchSelfEvaluation = ({ year, zone }: EvaluationKey): Promise<SelfEvaluation> =>
  get(`/api/self-evaluations/${year}`, { zone });

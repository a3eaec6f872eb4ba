import { get, type Realised } from './api';
import type { Title } from './language';

export interface PinnedFigure extends Realised {
  readonly id: string;
  readonly definition: { readonly code: string };
  readonly period: { readonly from: string; readonly to: string };
}

export interface Evidence {
  readonly events: readonly { readonly event: string; readonly state: string }[];
  readonly figures: readonly {
    readonly figureId: string;
    readonly state: string;
    readonly then?: PinnedFigure;
    readonly now?: PinnedFigure;
  }[];
}

export interface Score {
  readonly event: string;
  readonly score: number;
  readonly role: string;
  readonly rationale: Title;
  readonly implementation?: Title;
  readonly evidence: Evidence;
  readonly stale: boolean;
}

export interface ClaimedScore {
  readonly eventId: string;
  readonly raw: string;
  readonly source?: { readonly ref: string; readonly line: number };
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
  readonly suggestions: readonly PinnedFigure[];
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly anchors: readonly { readonly step: number; readonly label: Title }[];
}

export interface SelfEvaluation {
  readonly status: string;
  readonly period?: { readonly from: string; readonly to: string };
  readonly scale?: Scale;
  readonly caveat?: Title;
  readonly aims: readonly Aim[];
}

/** A year, of the Region or of one care zone. */
export interface EvaluationKey {
  readonly year: number;
  readonly zone?: string;
}

export interface Indicator {
  readonly code: string;
  readonly labels: Title;
}

export const fetchSelfEvaluations = async (): Promise<readonly EvaluationKey[]> =>
  (await get<{ evaluations: readonly EvaluationKey[] }>('/api/self-evaluations')).evaluations;

export const fetchSelfEvaluation = ({ year, zone }: EvaluationKey): Promise<SelfEvaluation> =>
  get(`/api/self-evaluations/${year}${zone === undefined ? '' : `?${new URLSearchParams({ zone })}`}`);

export const fetchIndicatorLabels = async (): Promise<ReadonlyMap<string, Title>> => {
  const { indicators } = await get<{ indicators: readonly Indicator[] }>('/api/indicators');
  return new Map(indicators.map(({ code, labels }) => [code, labels]));
};

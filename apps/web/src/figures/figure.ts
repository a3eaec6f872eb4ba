import type { Days } from '../language';

/** A number, or the bounds between which it lies; null where nothing is known. In the minor units of what is counted. */
export interface Interval {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness?: string | null;
}

export interface Source {
  readonly ref: string;
  readonly line: number;
}

/** A number as a document prints it. */
export interface Claim extends Interval {
  readonly eventId: string;
  readonly kind: string;
  readonly raw: string;
  readonly dataOn?: string | null;
  readonly source?: Source;
  /** The recount of a complete record does not meet it. */
  readonly conflict?: boolean;
  /** Recount over claim. */
  readonly factor?: { readonly lo: number | null; readonly hi: number | null };
}

export interface Computed extends Interval {
  readonly facts: number;
  readonly partly?: number;
  readonly notAssessable?: number;
  readonly late?: number;
}

export interface Part extends Interval {
  readonly indicator: string;
  readonly countKind: string;
  readonly figureId: string;
}

/** A figure as the service answers it. */
export interface Figure extends Interval {
  readonly id: string;
  readonly definition: { readonly code: string; readonly version: number };
  readonly countKind: string | null;
  /** Its numbers and those of its claims are of a mean. */
  readonly mean?: true;
  readonly period: Days;
  readonly shown: 'computed' | 'claim' | 'disputed' | 'none';
  readonly provisional: boolean;
  readonly coverage: string;
  readonly computed: Computed | null;
  readonly claims: readonly Claim[];
  readonly refusal?: { readonly code: string };
  readonly parts?: readonly Part[];
  readonly absence?: string;
}

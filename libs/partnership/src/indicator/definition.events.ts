import type { CountKind, SubjectKind } from '@app/decider';

// Storage contract: these shapes stand in stored events, and in the files of the product's own set. Never rename or reuse a member.

/** A text in the languages of the product. */
export interface Texts {
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
}

export const CONDITION_OPS = ['eq', 'in', 'exists', 'gte'] as const;

/** One test on a non-personal dimension of a fact. A fact that lacks the dimension is "not assessable": counted beside, never false. */
export interface Condition {
  readonly dim: string;
  readonly op: (typeof CONDITION_OPS)[number];
  readonly value?: readonly (string | number | boolean)[];
}

export const DISTINCT_KEYS = ['subject', 'group', 'organisation'] as const;
export type DistinctKey = (typeof DISTINCT_KEYS)[number];

/** The facts that a measure reads: any of the types, one count kind, all conditions. */
export interface Selection {
  readonly factType: readonly string[];
  readonly countKind: CountKind;
  readonly where?: { readonly all: readonly Condition[] };
  /** What `distinct` and `stock` count once; `subject` unless said. */
  readonly key?: DistinctKey;
}

/** `start` counts a fact on its first day, `end` on the first day it no longer holds (`validTo`), or the last day of a span. */
export type Anchor = 'start' | 'end';

/** A scale that people score on, for example 1 to 5, with what some of its points mean. Scores on two scales are never compared. */
export interface Scale {
  readonly lo: number;
  readonly hi: number;
  readonly anchors: readonly { readonly value: number; readonly label: Texts }[];
}

export interface SignedPart {
  readonly indicator: string;
  readonly sign: 1 | -1;
}

/**
 * How the figure is made (design: figures 2 and 6). Roll-up follows from `op`, it is never set by hand.
 * `ratio` answers hundredths of a percent of `num` over `den`; `delay` the days from a `den` fact to the `num` fact of the same group. `milestone` answers
 * the place, counted from 1, of the latest of its `stages` that was reached (0 = none yet); `scale` the median score. `reported` reads no facts: what no
 * event can state (how clear, how lasting, how much liked) is answered by claims alone, and is "not recorded" until there is one.
 */
export type Measure =
  | { readonly op: 'sum'; readonly of: Selection; readonly anchor?: Anchor }
  | { readonly op: 'distinct' | 'stock' | 'lastObserved' | 'mean'; readonly of: Selection }
  | { readonly op: 'ratio'; readonly num: Selection; readonly den: Selection; readonly anchor?: 'cohort' | 'flow' }
  | { readonly op: 'delay'; readonly num: Selection; readonly den: Selection; readonly stat?: 'median' | 'p90' }
  | { readonly op: 'milestone'; readonly of: Selection; readonly stages: readonly string[] }
  | { readonly op: 'scale'; readonly of: Selection; readonly scale: Scale }
  | { readonly op: 'compose'; readonly parts: readonly SignedPart[] }
  | { readonly op: 'reported'; readonly countKind: CountKind };

/** The line of a plan that asks for the figure: one bullet of an evaluation. */
export interface EvaluationBullet {
  /** Code of the document, for example `S002`. */
  readonly ref: string;
  readonly line: number;
  /** The evaluation that it stands in, counted from 1 in the order of the document. */
  readonly block: number;
  /** Code of the objective that is evaluated. */
  readonly objective: string;
  /** The bullet has the word for number: as its first word, or further on. Without it, it asks how well, or whether. */
  readonly number?: 'first' | 'within';
}

/** What a figure is about when the question names no plan: the facts that serve this action, and the claims that name it. */
export interface DefaultScope {
  readonly plan: string;
  readonly action: number;
}

export const SUBJECT_KINDS = ['care', 'professional', 'structure', 'none'] as const satisfies readonly SubjectKind[];
export const TERRITORY_ROLES = ['activity', 'residence', 'seat'] as const;

/** What one version of an indicator says. */
export interface IndicatorContent {
  readonly code: string;
  /** First day of the version, `YYYY-MM-DD`. It limits what is in force, not what can be computed: a version answers for all of the record. */
  readonly appliesFrom: string;
  readonly labels: Texts;
  readonly meaning: Texts;
  readonly unit: string;
  readonly subjectKind: SubjectKind;
  readonly territoryRole?: (typeof TERRITORY_ROLES)[number];
  readonly measure: Measure;
  readonly dimensions: readonly { readonly name: string; readonly multi?: boolean }[];
  readonly source?: EvaluationBullet;
  readonly scope?: DefaultScope;
  /** Code of an indicator that asks the same, perhaps of others: a proposal to merge the two. Until people decide, each is answered by itself. */
  readonly sameAs?: string;
}

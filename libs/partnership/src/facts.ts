import type { CountKind, Exactness, Occurred, Quantity, RecordedEvent, SubjectKind } from '@app/decider';
import { boundsOf } from '@app/decider';

/**
 * One thing that an event states, free of any indicator (source: figures, facts). `v`, `lo`, `hi` are integers in minor units; null = not known on
 * that side. A fact with a `subjectKey` names its subject; one without stands for [lo, hi] unnamed heads.
 */
export interface FactDraft {
  /** Kebab case, unique over all terms, for example `session-held`. */
  readonly type: string;
  readonly countKind: CountKind;
  readonly exactness: Exactness;
  readonly v: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly subjectKind?: SubjectKind;
  /** Care: the `kid` of the event. Professionals, structures, signals: their stable id. */
  readonly subjectKey?: string;
  /** One record of one gathering. */
  readonly occurrenceKey?: string;
  /** A request or a cycle, for cohorts. */
  readonly groupKey?: string;
  /** A followed series, for example one network's subscribers. */
  readonly seriesKey?: string;
  /** When it differs from the event's own. */
  readonly occurred?: Occurred;
  /** First day no longer valid, for what lasts (a membership, a convention). */
  readonly validTo?: string;
  readonly validToExpected?: boolean;
  /** Non-personal, white-listed dimensions. */
  readonly dims?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Closes, as superseded, the open rows of these fact types of the same stream (and subject or occurrence, if given) and states them anew with
 * `validTo`.
 */
export interface FactChange {
  readonly change: readonly string[];
  readonly subjectKey?: string;
  readonly occurrenceKey?: string;
  readonly validTo: string;
  readonly validToExpected?: boolean;
}

/** Closes, as superseded, the open rows of these fact types of the same stream (and subject or occurrence, if given), and states nothing for them. */
export interface FactClosing {
  readonly close: readonly string[];
  readonly subjectKey?: string;
  readonly occurrenceKey?: string;
}

export type FactStatement = FactDraft | FactChange | FactClosing;

/** Per event type, the facts it states. Pure: an event in, rows out. An event type without facts maps to an empty list. */
export type FactMapping = Readonly<Record<string, (event: RecordedEvent<string, any>) => readonly FactStatement[]>>;

/** One of `countKind`: a session, a meeting, a convention. */
export const one = (type: string, countKind: CountKind, rest: Partial<FactDraft> = {}): FactDraft => ({
  type,
  countKind,
  exactness: 'exact',
  v: 1,
  lo: 1,
  hi: 1,
  ...rest,
});

/** As many as `quantity` says. */
export const many = (type: string, countKind: CountKind, quantity: Quantity, rest: Partial<FactDraft> = {}): FactDraft => ({
  type,
  countKind,
  exactness: quantity.exactness,
  ...boundsOf(quantity),
  ...rest,
});

export const noFacts = (): readonly FactStatement[] => [];

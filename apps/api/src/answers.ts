import type { RecordedEvent } from '@app/decider';
import type {
  DraftedReport,
  Edition,
  IndicatorView,
  PlanSummary,
  Provenance,
  Saying,
  SelfEvaluationSummary,
  StandingContradiction,
} from '@app/indicators/answers';
import type { Texts } from '@app/partnership/indicator/definition.events';

// What the routes answer beyond the views of the libraries, as types alone: the pages hold to these very shapes.

/** What the service says when it does not do what was asked (RFC 9457). */
export interface ProblemAnswer {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable. */
  readonly code: string;
  readonly message: Texts;
  /** What is wrong, field by field: a JSON pointer into the body, or the name of a header or query parameter. */
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: Texts }[];
}

/** What a command did. */
export interface Recorded {
  readonly streamId: string;
  readonly revision: number;
  /** To hand in as `position` to a view that is to know of it. */
  readonly position?: string;
  /** None: it was recorded already. */
  readonly eventIds: readonly string[];
}

/** An event as readers may see it: no ciphertext, no tag, nothing that names an account or a care person's slot. */
export interface PublicEvent extends Omit<RecordedEvent, 'keyTag' | 'bodyTag' | 'sealed' | 'subjects' | 'actor'> {
  readonly position: string;
  readonly sealedParts: number;
  /** The days by which it was late, if it was. */
  readonly recordedLate?: number;
}

/** What a figure rests on, its events in full. */
export interface FigureEvents extends Omit<Provenance, 'events'> {
  readonly events: readonly PublicEvent[];
}

export interface PlanList {
  readonly plans: readonly PlanSummary[];
}

export interface IndicatorList {
  /** The day for which `inForce` and retirement are told. */
  readonly asOf: string;
  readonly knownOn: string;
  readonly through?: string;
  readonly indicators: readonly IndicatorView[];
}

/** Who said something of a contradiction is told by the team, where the event names one. */
export interface ToldContradiction extends Omit<StandingContradiction, 'said'> {
  readonly said?: readonly (Saying & { readonly team?: string })[];
}

export interface ContradictionList {
  readonly position: string | null;
  readonly contradictions: readonly ToldContradiction[];
}

export interface SelfEvaluationList {
  readonly evaluations: readonly SelfEvaluationSummary[];
}

/** A report that can be asked for. */
export interface OfferedTemplate {
  readonly code: string;
  readonly version: number;
  readonly labels: Texts;
  readonly sections: readonly { readonly code: string; readonly title: Texts }[];
}

export interface ReportList {
  readonly templates: readonly OfferedTemplate[];
  readonly reports: readonly DraftedReport[];
}

export interface EditionList {
  readonly editions: readonly Edition[];
}

/** In the language that was asked for, or in all of them. */
export type Sentence = Readonly<Partial<Texts>>;

/** One thing that changed, whatever else is told of it. */
export interface ToldChange {
  readonly sentence: Sentence;
}

type ChangeList = 'figures' | 'targets' | 'actions' | 'scores' | 'agreements' | 'texts' | 'listings';

/** What a view shows otherwise than an edition of it. */
export interface EditionChanges extends Readonly<Record<ChangeList, readonly ToldChange[]>> {
  readonly edition: Pick<Edition, 'id' | 'view' | 'subject' | 'period' | 'edition' | 'asOf' | 'through'>;
  /** The last event that was looked at. */
  readonly through: string;
  readonly changed: boolean;
  /** How many things changed. */
  readonly changes: number;
  /** Of everything together. */
  readonly sentence: Sentence;
}

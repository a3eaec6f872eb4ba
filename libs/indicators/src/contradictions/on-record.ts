import type { CountKind } from '@app/decider';
import type { Title } from '@app/partnership/plan/plan.events';
import type { TerritoryName } from '@app/partnership/territory/territory.events';
import type { Claim } from '../claims';
import type { IndicatorDefinition } from '../definition';
import type { Figure, FigureOptions } from '../figure';
import type { TargetView } from '../target-view';

export type Dims = Readonly<Record<string, string | number | boolean>>;

/** A printed figure with what it is about; `lo` and `hi` are null where the document leaves that side open, or says "about". */
export interface ClaimOnRecord extends Claim {
  /** The first event of its chain of corrections. */
  readonly rootEventId: string;
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
  readonly territory?: string;
  readonly organisation?: string;
  readonly dims: Dims;
}

export interface TargetOnRecord {
  readonly eventId: string;
  readonly plan: string;
  readonly action: number;
  readonly target: string;
  readonly indicator: string;
  readonly comparator: string;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly kind: CountKind;
  readonly from: string;
  readonly to: string;
  readonly per: string | null;
  readonly rhythm: string | null;
  readonly printed: string;
  readonly label: string;
}

/** One gathering with what was counted at it. */
export interface Gathering {
  readonly occurrence: string;
  readonly day: string;
  readonly to: string;
  readonly registrations: number;
  readonly attendances: number;
  readonly eventId: string;
}

/** What happened for an action outside the days of its plan. */
export interface Outside {
  readonly plan: string;
  readonly action: number;
  readonly factType: string;
  readonly from: string;
  readonly to: string;
  readonly eventId: string;
}

export interface OrganisationOnRecord {
  readonly organisation: string;
  readonly name: string;
  /** When it was known, or began. */
  readonly from: string;
  readonly to: string;
  readonly eventId: string;
}

/** All that the rules look at, as known at K and as of A. */
export interface OnRecord {
  readonly claims: readonly ClaimOnRecord[];
  readonly targets: readonly TargetOnRecord[];
  readonly gatherings: readonly Gathering[];
  readonly outside: readonly Outside[];
  readonly organisations: readonly OrganisationOnRecord[];
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  /** The figure that a claim answers, this claim among those beside it. */
  readonly figureOf: (claim: ClaimOnRecord) => Figure | undefined;
  /** What the question that a claim answers counts of facts of these types instead; null where that is not one number. */
  readonly countOf: (claim: ClaimOnRecord, factTypes: readonly string[]) => number | null;
  /** The targets of a plan by action, each with what was realised. */
  readonly achieved: (plan: string) => ReadonlyMap<number, readonly TargetView[]>;
  readonly planNamed: (plan: string) => Title | undefined;
  /** What a place is called on a day. */
  readonly placeNamed: (territory: string, day: string) => Partial<TerritoryName> | undefined;
}

export interface RecordOptions extends FigureOptions {
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly through?: string;
  readonly origin?: 'record' | 'synthetic';
}

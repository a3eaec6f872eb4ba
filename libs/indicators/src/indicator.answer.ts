import type { CountKind } from '@app/decider';
import type { IndicatorContent, Measure } from '@app/partnership/indicator/definition.events';
import type { PartsProblem } from './figure.answer';

/** From when on an indicator is asked no more, and what to ask instead. */
export interface Retirement {
  readonly on: string;
  readonly reason: string;
  readonly replacedBy?: string;
}

/** One version of an indicator, as known at some K; a new one needs no backfill, because facts know of no indicator. */
export interface IndicatorDefinition extends IndicatorContent {
  readonly version: number;
  /** The event that says it, and its Brussels day; absent in the product's own set, which is there from the start. */
  readonly eventId?: string;
  readonly recordedOn?: string;
  /** Of the indicator, whatever the version: it goes on answering, and says so. */
  readonly retired?: Retirement;
}

/** An indicator as a list of indicators shows it. */
export interface Indicator extends IndicatorDefinition {
  /** Null for a composition, whose parts have their own. */
  readonly countKind: CountKind | null;
  readonly op: Measure['op'];
}

/** A version of an indicator as the list of its versions shows it. */
export type IndicatorVersion = Pick<IndicatorDefinition, 'version' | 'appliesFrom' | 'recordedOn' | 'eventId'>;

/** An indicator as known at some K, in its latest version, with what holds of it on a day. */
export interface IndicatorView extends Indicator {
  /** Number of the version that is in force on that day. */
  readonly inForce: number;
  readonly versions: readonly IndicatorVersion[];
  /** Fact types that it reads and no event states: its figures will find nothing there. */
  readonly unknownFactTypes?: readonly string[];
  /** Why a composition gives no number. */
  readonly problem?: PartsProblem;
}

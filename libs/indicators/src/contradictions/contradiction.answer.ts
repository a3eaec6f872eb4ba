import type { Texts } from '@app/partnership/indicator/definition.events';

/** What a contradiction rests on: an event of the record, with the line of the document that it was read from. */
export interface Evidence {
  readonly eventId: string;
  readonly raw?: string;
  readonly source?: { readonly ref: string; readonly line: number };
  /** Days of what happened, or those that the document speaks of. A rule does not give them: they are looked up for the list. */
  readonly on?: { readonly from: string; readonly to: string };
}

/** What one rule found: `about` names the matter in codes and days, so the same matter has the same key whenever it is asked. */
export interface FoundMatter {
  readonly about: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
  readonly plan?: string;
  /** What the rule's sentence tells, for machines: codes and days as such, and numbers in the minor units of their indicator. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly evidence: readonly Evidence[];
  /** The figures that it compares, pinned. */
  readonly figureIds?: readonly string[];
  /** Recount over claim, where the record is complete. */
  readonly factor?: { readonly lo: number | null; readonly hi: number | null };
}

export interface Contradiction extends FoundMatter {
  /** Names its stream, and stays while it is about the same: `<rule>.<24 hex digits of SHA-256>`. */
  readonly key: string;
  /** Digest of what it shows: whoever explains it says so what they saw, and it is stale when it differs. */
  readonly seen: string;
  readonly rule: string;
  readonly labels: Texts;
  readonly sentence: Texts;
}

/** The event by which somebody said what holds of a contradiction, and its day. */
export interface Saying {
  readonly eventId: string;
  readonly on: string;
}

/** How a contradiction stands with those who looked at it. */
export interface SaidOf {
  readonly state: 'open' | 'explained' | 'resolved';
  readonly explanation?: { readonly nl: string; readonly fr: string; readonly en?: string };
  readonly resolution?: { readonly correction?: string; readonly reading?: string };
  /** The explanation and the resolution that hold, as events. */
  readonly said?: readonly Saying[];
  /** What it shows now is not what was seen when it was explained or resolved. */
  readonly stale?: true;
}

export type StandingContradiction = Contradiction & SaidOf;

import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type, a field or a word; a new shape is a new version with an upcaster and a frozen sample.

/** What can be frozen: each is a view of the record, made anew until it is sent. */
export const EDITION_VIEWS = ['plan', 'indicators', 'dashboard', 'report', 'self-evaluation'] as const;
export type EditionKind = (typeof EDITION_VIEWS)[number];

/** Where a fact counts whose place changed hands: in the territory that it belonged to then, or belongs to now. */
export const HIERARCHY_MODES = ['then', 'now'] as const;
export type HierarchyMode = (typeof HIERARCHY_MODES)[number];

export const RENDERED_LANGUAGES = ['nl', 'fr', 'en'] as const;
export type RenderedLanguage = (typeof RENDERED_LANGUAGES)[number];

/** One view of one subject over one period: what a stream of this term is about. */
export interface ReportingPeriod {
  readonly view: EditionKind;
  /** Code of what the view is of: a plan, an organisation, a report; `record` for the whole record. */
  readonly subject: string;
  /** A year, a quarter or a month. */
  readonly period: string;
}

export type PeriodOpenedData = ReportingPeriod;

export interface DefinitionUsed {
  readonly code: string;
  readonly version: number;
}

/** A file as it was sent; its bytes are found by their digest. */
export interface Rendering {
  readonly language: RenderedLanguage;
  readonly mediaType: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** An edition: the view as it was on that day, and all that made it so. Its bytes are found by their digest. */
export interface PeriodFrozenData extends ReportingPeriod {
  /** 1 for the first freeze of the period; each later one is the next. */
  readonly edition: number;
  /** Business cut-off of every figure. */
  readonly asOf: string;
  /** What had been recorded: K as a day, and as the last event that bears on figures. */
  readonly knownOn: string;
  readonly through: string;
  readonly hierarchy: HierarchyMode;
  readonly definitions: readonly DefinitionUsed[];
  /** The events that set or revised the targets that are shown. */
  readonly targets: readonly string[];
  /** Of a report that is written along a template. */
  readonly template?: DefinitionUsed;
  /** SHA-256 of the canonical JSON (RFC 8785) of the view, hexadecimal. */
  readonly sha256: string;
  readonly renderings: readonly Rendering[];
}

/** Reviewed text in the languages of the field. */
export interface ReopeningReason {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export interface PeriodReopenedData extends ReportingPeriod {
  readonly reason: ReopeningReason;
}

const scope = { view: 'core', subject: 'core', period: 'core' } as const;

export const periodOpened = defineEvent<PeriodOpenedData>()({
  type: 'PeriodOpened',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: scope,
});

export const periodFrozen = defineEvent<PeriodFrozenData>()({
  type: 'PeriodFrozen',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: {
    ...scope,
    edition: 'core',
    asOf: 'core',
    knownOn: 'core',
    through: 'core',
    hierarchy: 'core',
    definitions: 'core',
    targets: 'core',
    template: 'core',
    sha256: 'core',
    renderings: 'core',
  },
});

export const periodReopened = defineEvent<PeriodReopenedData>()({
  type: 'PeriodReopened',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...scope, reason: 'public-text' },
});

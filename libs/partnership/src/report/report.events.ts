import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// No field says who wrote or approved: that is the account of the event.

/** The kinds of report: what is asked in one, in which order, stands in the template of that name. */
export const REPORT_TEMPLATES = ['partnership-2025', 'action-sheets'] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

export const TEXT_LANGUAGES = ['nl', 'fr', 'en'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/**
 * How a bound figure is put into words. `value`: the number; `value-with-kind`: with what it counts; `range`: both of its bounds; `percent`, `difference` and
 * `factor` set it against the figure `other`.
 */
export const NUMBER_FORMATS = ['value', 'value-with-kind', 'range', 'percent', 'difference', 'factor'] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

export const RENDERING_FORMATS = ['html', 'docx', 'pdf', 'json'] as const;
export type RenderingFormat = (typeof RENDERING_FORMATS)[number];

export const REOPENING_REASONS = ['error-found', 'late-information', 'asked-by-funder', 'not-stated'] as const;
export type ReopeningReason = (typeof REOPENING_REASONS)[number];

/** Which report: one for each template and year. */
export interface ReportRef {
  readonly template: ReportTemplate;
  readonly year: number;
}

const OF_REPORT = { template: 'core', year: 'core' } as const;

export interface ReportDraftedData extends ReportRef {
  readonly period: { readonly from: string; readonly to: string };
  /** Code of the action plan that it tells of. */
  readonly plan?: string;
}

export const reportDrafted = defineEvent<ReportDraftedData>()({
  type: 'ReportDrafted',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { ...OF_REPORT, period: 'core', plan: 'core' },
});

/** Which section of which report, in which language. */
export interface SectionRef extends ReportRef {
  readonly section: string;
  readonly textLanguage: TextLanguage;
}

const OF_SECTION = { ...OF_REPORT, section: 'core', textLanguage: 'core' } as const;

/** A number of a text: the token that stands for it and the pinned figure that it is. */
export interface BoundNumber {
  readonly token: string;
  /** A figureId: query, `asOf` and K in one. */
  readonly figure: string;
  readonly format: NumberFormat;
  /** What it is compared with. */
  readonly other?: string;
}

/** The whole text anew, each time: earlier texts stay in the record. */
export interface SectionWrittenData extends SectionRef {
  readonly text: string;
  readonly numbers?: readonly BoundNumber[];
}

export const sectionWritten = defineEvent<SectionWrittenData>()({
  type: 'SectionWritten',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...OF_SECTION, text: 'public-text', numbers: 'core' },
});

export interface SectionApprovedData extends SectionRef {
  /** Event of the text that was approved: written or corrected anew, it is to be approved anew. */
  readonly writing: string;
}

export const sectionApproved = defineEvent<SectionApprovedData>()({
  type: 'SectionApproved',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...OF_SECTION, writing: 'core' },
});

/** One file that went out, by the SHA-256 of its bytes. */
export interface Rendering {
  readonly textLanguage: TextLanguage;
  readonly format: RenderingFormat;
  readonly sha256: string;
}

export interface ReportIssuedData extends ReportRef {
  readonly renderings?: readonly Rendering[];
}

export const reportIssued = defineEvent<ReportIssuedData>()({
  type: 'ReportIssued',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...OF_REPORT, renderings: 'core' },
});

export interface ReportReopenedData extends ReportRef {
  readonly reason: ReopeningReason;
}

export const reportReopened = defineEvent<ReportReopenedData>()({
  type: 'ReportReopened',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...OF_REPORT, reason: 'core' },
});

/** The sections of each template in which somebody writes; what the machine writes needs no name here. */
const SECTIONS: Readonly<Record<ReportTemplate, readonly string[]>> = {
  'partnership-2025': [
    ...['identification', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'],
    ...['3.1', '3.2', '4.1', '4.2', '4.3', '4.4', '5.1', '5.2', 'annex'],
  ],
  'action-sheets': ['strategy', 'networks', 'resources', 'conclusion'],
};

const SHEET = /^action-[1-9]\d{0,3}$/;

/** Whether a template has a section of this code; of action sheets there is one for each number of an action. */
export const isSectionOf = (template: ReportTemplate, section: string): boolean =>
  SECTIONS[template].includes(section) || (template === 'action-sheets' && SHEET.test(section));

import type { ReportTemplate } from '@app/partnership/report/report.events';
import actionSheets from './templates/action-sheets.json';
import partnership2025 from './templates/partnership-2025.json';

interface Texts {
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
}

/** What the machine writes into a section, by name. */
export const AUTO_BLOCKS = [
  'identification',
  'timeline',
  'aims',
  'bodies',
  'projects',
  'toolkits',
  'plan-summary',
  'successes',
  'limits',
  'action-sheets',
] as const;
export type AutoBlock = (typeof AUTO_BLOCKS)[number];

/** An indicator, of one part of what it counts: values of its dimensions. */
export interface AskedFigure {
  readonly indicator: string;
  readonly where?: Readonly<Record<string, string>>;
}

/** A table of indicators, a chart of one by quarter, or a block that a function writes. */
export type Auto = { readonly figures: readonly (string | AskedFigure)[] } | { readonly quarters: string } | { readonly block: AutoBlock };

export interface TemplateSection {
  readonly code: string;
  /** As the funder numbers it. */
  readonly number?: string;
  readonly title: Texts;
  /** Somebody writes a text here; without one it says so. */
  readonly guided: boolean;
  readonly auto: readonly Auto[];
  readonly sections?: readonly TemplateSection[];
}

/** What a funder asks of a year, as data: its order, its titles, and what is filled in by itself. A changed template is a new version. */
export interface Template {
  readonly code: ReportTemplate;
  readonly version: number;
  readonly labels: Texts;
  readonly sections: readonly TemplateSection[];
}

export const templates: Readonly<Record<ReportTemplate, Template>> = {
  'partnership-2025': partnership2025 as unknown as Template,
  'action-sheets': actionSheets as unknown as Template,
};

export const sectionsOf = (sections: readonly TemplateSection[]): readonly TemplateSection[] =>
  sections.flatMap((section) => [section, ...sectionsOf(section.sections ?? [])]);

import type { Block, Line } from './model';
import type { ReportSources } from './sources';
import type { Wording } from './wording';

/** Of which report, from where and when, and how it is written: what every block is made with. */
export interface Writing {
  readonly sources: ReportSources;
  readonly wording: Wording;
  readonly period: { readonly from: string; readonly to: string };
  /** Code of the plan that it tells of. */
  readonly plan?: string;
}

export const paragraph = (line: Line): Block => ({ kind: 'paragraph', line });
export const note = (line: Line): Block => ({ kind: 'callout', tone: 'note', line });

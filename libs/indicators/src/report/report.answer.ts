/** A report that somebody drafted, as a list of them shows it. */
export interface DraftedReport {
  readonly template: string;
  readonly year: number;
  readonly period: { readonly from: string; readonly to: string };
  readonly plan?: string;
  readonly state: 'not-drafted' | 'draft' | 'issued';
  readonly sectionsWritten: number;
}

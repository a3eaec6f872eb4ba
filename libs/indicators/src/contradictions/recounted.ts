import { inUnits } from '@app/labels';
import type { ClaimBeside, ComputedFigure, Figure } from '../figure';
import { unitOf } from '../units';
import type { ClaimOnRecord, OnRecord } from './on-record';

/** A figure with a recount. */
export type Recount = Figure & { readonly computed: ComputedFigure };

/** A claim that the complete record contradicts. */
export interface Contradicted {
  readonly claim: ClaimOnRecord;
  readonly figure: Recount;
  readonly factor: NonNullable<ClaimBeside['factor']>;
}

const isRecount = (figure: Figure): figure is Recount => figure.computed !== null;

interface Answered {
  readonly figure: Recount;
  /** The claim in the units of the figure. */
  readonly beside: ClaimBeside;
}

/** The figure that a claim answers, with the claim as it stands beside it; undefined where nothing was recounted. */
export function recountOf({ figureOf }: OnRecord, claim: ClaimOnRecord): Answered | undefined {
  const figure = figureOf(claim);
  const beside = figure?.claims.find(({ eventId }) => eventId === claim.eventId);
  return figure && beside && isRecount(figure) ? { figure, beside } : undefined;
}

export function contradictedBy(record: OnRecord, claim: ClaimOnRecord): Contradicted | undefined {
  const { figure, beside } = recountOf(record, claim) ?? {};
  return figure && beside?.conflict && beside.factor ? { claim, figure, factor: beside.factor } : undefined;
}

/** What was recounted, in units of what is counted: one number, or what it lies between. */
export function intervalText(figure: Recount): string {
  const write = (bound: number | null): string => (bound === null ? '?' : String(inUnits(bound, unitOf(figure))));
  const { value, lo, hi } = figure.computed;
  return value === null || lo !== hi ? `${write(lo)}–${write(hi)}` : write(value);
}

/** Tells claims of one figure apart: the line of the document, or the first event of the claim. */
export const sourceOf = ({ source, rootEventId }: ClaimOnRecord): string => (source ? `${source.ref}:${source.line}` : rootEventId);

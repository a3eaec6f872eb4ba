export interface ProvenanceClaim {
  readonly eventId: string;
  readonly source?: { readonly ref: string; readonly line: number };
  readonly raw: string;
}

export interface Provenance {
  readonly figureId: string;
  /**
   * The events of the correction chains of every fact of the figure, up to its K, and of the links between references that a count of persons followed, in log
   * order; then the coverage that it rests on.
   */
  readonly events: readonly string[];
  readonly claims: readonly ProvenanceClaim[];
  /** To hand in as `after` for the rest; null when this is the end. */
  readonly next: string | null;
}

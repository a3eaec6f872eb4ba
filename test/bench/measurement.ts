export interface Settings {
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Streams that the commands and appends meet in random order. */
  readonly streams: number;
  /** Folder of the seeded record. */
  readonly record: string;
  /** Folder of a record with five years of activity. */
  readonly fiveYears: string;
  /** Folder of the read databases that figures are asked of, and how many events the larger one holds. */
  readonly facts: string;
  readonly events: number;
  /** Commands offered at once. */
  readonly offered: number;
}

/** Figures by name: rates per second, milliseconds, microseconds, MiB, counts. */
export type Measurement = Readonly<Record<string, number>>;

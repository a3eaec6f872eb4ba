export interface Settings {
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Streams that the commands and appends meet in random order. */
  readonly streams: number;
  /** Folder of the seeded record. */
  readonly record: string;
  /** Folder of a record with five years of activity. */
  readonly fiveYears: string;
  /** Commands offered at once. */
  readonly offered: number;
}

/** Figures by name: rates per second, milliseconds, microseconds, MiB, counts. */
export type Measurement = Readonly<Record<string, number>>;

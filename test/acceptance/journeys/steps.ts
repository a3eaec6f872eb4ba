/** One command over HTTP. In its body `$name` is the stream that the step `as: 'name'` made, and `#name` the first event of that step. */
export interface Step {
  readonly command: string;
  readonly body: object;
  readonly as?: string;
  /** Code of the refusal that must come; absent when it must be recorded. */
  readonly refused?: string;
}

/** How much a computed figure must change: from before the first step to just before the first correction, and to the end. No figure is 0. */
export interface ExpectedChange {
  readonly indicator: string;
  readonly period: string;
  /** As in the query: `kind:webinar,mode:online`. */
  readonly where?: string;
  readonly territory?: string;
  readonly by: readonly [beforeCorrection: number, end: number];
}

/** A system of the field from its usual course, over what contradicts it and a correction, to what it counts for. */
export interface Journey {
  readonly name: string;
  /** The systems of the field that it shows, `SYS-01` to `SYS-72`. */
  readonly systems: readonly string[];
  /** Care persons come from synthetic sources only: such a journey is recorded by a generator, and its figures are asked for synthetic origin. */
  readonly principal?: 'generator';
  /** At least one recorded step, two refusals and one correction. */
  readonly steps: readonly Step[];
  /** At least one that changes. */
  readonly figures: readonly ExpectedChange[];
}

export const step = (command: string, body: object, as?: string): Step => ({ command, body, ...(as === undefined ? {} : { as }) });
export const refused = (command: string, body: object, code: string): Step => ({ command, body, refused: code });

export const on = (from: string) => ({ occurred: { from } });
export const span = (from: string, to: string) => ({ occurred: { from, to, nature: 'span' } });
export const exactly = (value: number) => ({ value, exactness: 'exact' });
export const title = { nl: 'Titel', fr: 'Titre' };

/** What a body says when the command takes the place of the first event of the step `as`. */
export const correcting = (as: string, correctionReason = 'typing-error') => ({ corrects: `#${as}`, correctionReason });

export const isCorrection = ({ body, refused: code }: Step): boolean => code === undefined && 'corrects' in body;

/** What a recorded step made. */
export interface Made {
  readonly streamId: string;
  readonly eventIds: readonly string[];
}

/** A body, or a part of one, with what it names put in. */
export const filled = (value: unknown, made: ReadonlyMap<string, Made>): unknown => {
  if (typeof value === 'string') {
    if (value.startsWith('$')) return made.get(value.slice(1))!.streamId;
    return value.startsWith('#') ? made.get(value.slice(1))!.eventIds[0] : value;
  }
  if (Array.isArray(value)) return value.map((inner) => filled(inner, made));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, filled(inner, made)]));
};

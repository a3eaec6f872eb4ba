import type { EventDefinition, RecordedEvent, Source } from '@app/decider';

/** A command that follows from an event, as a pure function of it. */
export interface Effect {
  /** Tells the effects of one cause apart, and stays the same when the cause is corrected: a professional, a seat. */
  readonly key: string;
  /** A command of the catalogue that makes one event. */
  readonly command: string;
  readonly body: object;
  /** The field of the body that names the stream of an earlier record, for a correction; absent when the body names it anyway. */
  readonly record?: string;
}

/** What stands in a stream at the moment of the cause, corrections in the place of what they correct. Empty for a stream that was not asked for. */
export type Standing = (streamId: string) => readonly RecordedEvent[];

/**
 * From an event of one term to commands of another (ADR 0013). Pure: it sees its cause and the streams that it asks for, as they stood when the cause
 * was recorded, so that it says the same whenever it runs again. When the cause is corrected, it is asked again with the correction; what it says no
 * longer is withdrawn.
 */
export interface Reaction {
  /** Kebab case, unique, imperative; it stands in stored events. */
  readonly name: string;
  readonly on: readonly EventDefinition<any, any>[];
  /** Sources that it heeds; every one but `document` when absent: a document tells what was done, and nothing is done anew for it. */
  readonly sources?: readonly Source[];
  /** Heeds what was recorded before it first ran, too. */
  readonly fromTheBeginning?: true;
  /** The streams that it looks at beside the cause's own. */
  readonly looksAt?: (cause: RecordedEvent<string, any>, standing: Standing) => readonly string[];
  readonly react: (cause: RecordedEvent<string, any>, standing: Standing) => readonly Effect[];
}

/** The common fields of a command that follows from an event: its dates, its actions, its place. */
export const following = ({ occurred, planRefs, territory, team, onBehalfOf }: RecordedEvent<string, any>): object => ({
  occurred,
  ...(planRefs.length > 0 ? { planRefs } : {}),
  ...(territory ? { territory } : {}),
  ...(team === undefined ? {} : { team }),
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
});

/** Whose count an event belongs to; it decides what may stand in the clear (design: field classes, small cells). */
export type SubjectKind = 'care' | 'professional' | 'structure' | 'none';

/** Where an event came from. Set by the kind of principal, never by a body; `synthetic` never enters a figure of the record. */
export type Source = 'form' | 'import' | 'document' | 'partner' | 'synthetic';

/**
 * Who may ever see a field:
 * `core` every funder in scope; `public-text` the same, reviewed text (titles, names of bodies); `more` by agreement; `internal` ourselves and the
 * auditor; `zone` the care zone; `quasi` sealed per subject (commune, age band, language ...); `personal` sealed per subject; `text` typed free
 * text, sealed under the stream's text slot.
 */
export type FieldClass = 'core' | 'public-text' | 'more' | 'internal' | 'zone' | 'quasi' | 'personal' | 'text';

export const SEALED_CLASSES: readonly FieldClass[] = ['quasi', 'personal', 'text'];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

export type Nature = 'point' | 'span' | 'set';
export type Precision = 'day' | 'month' | 'quarter' | 'season' | 'year';

/**
 * When it happened in the world. Days are Brussels days (`YYYY-MM-DD`), `from <= to`. A `point` with `from < to` is uncertain ("September"); a `span`
 * lasted from `from` to `to`; a `set` is several dates of one record (`dates`, ascending, first = `from`, last = `to`).
 */
export interface Occurred {
  readonly from: string;
  readonly to: string;
  readonly nature: Nature;
  readonly dates?: readonly string[];
  readonly precision: Precision;
  /** The date as the source prints it, when it is not plain. */
  readonly raw?: string;
}

export interface PlanRef {
  readonly plan: string;
  readonly action: number;
}

/** From the widest to the finest; `outside` is beside the Region. Quarters and postal codes cut the communes each in their own way. */
export const TERRITORY_LEVELS = ['region', 'zone', 'commune', 'quarter', 'postal', 'sector', 'outside'] as const;
export type TerritoryLevel = (typeof TERRITORY_LEVELS)[number];

export interface Territory {
  readonly code: string;
  readonly level: TerritoryLevel;
  /** The version of the hierarchy that the code belongs to, for example `2022`. */
  readonly hierarchy: string;
}

/** The place in a source document: `ref` is the document (`S000`), `locator` its line. */
export interface SourceRef {
  readonly ref: string;
  readonly locator: number;
  readonly raw?: string;
}

/** A ciphertext of an event: it opens with the slot `kid` of the vault, or is erased, or is unavailable. */
export interface SealedPart {
  readonly kid: string;
  readonly n: number;
  readonly iv: string;
  readonly ct: string;
}

/** A stored event as deciders, projections and queries see it. Never the stored shape: the codec of `@app/audit` converts. */
export interface RecordedEvent<Type extends string = string, Data = JsonObject> {
  readonly id: string;
  readonly streamId: string;
  readonly revision: number;
  readonly type: Type;
  readonly schemaVersion: number;
  readonly subject: SubjectKind;
  readonly occurred: Occurred;
  /** UTC instant, ISO 8601 with milliseconds, from the Clock port. */
  readonly recordedAt: string;
  readonly actor: string;
  readonly organisation: string;
  readonly team?: string;
  readonly onBehalfOf?: string;
  readonly territory?: Territory;
  readonly planRefs: readonly PlanRef[];
  readonly source: Source;
  /** Event id of the head of the chain that this event corrects, withdraws or marks. */
  readonly corrects?: string;
  readonly correctionReason?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Slots (`kid`) of the care persons that the event is about, in the order of the command. */
  readonly subjects: readonly string[];
  readonly language?: string;
  readonly sourceRef?: SourceRef;
  readonly keyTag: string;
  readonly bodyTag: string;
  /** Every field in the clear. Sealed fields are absent here: see `sealed`. */
  readonly data: Data;
  readonly sealed: readonly SealedPart[];
  /** The event's digests, there when something is sealed: what is opened is checked against them. An upcaster never touches them. */
  readonly commitments?: readonly string[];
}

/**
 * `fact`: it happened, so it may not lie after its recording. `plan`: it may lie ahead (a planned session, a membership, a convention's term).
 */
export type Tense = 'fact' | 'plan';

/**
 * An event type. `type` and `fields` are the storage contract: never rename or reuse one; a new shape is a new `version` with an upcaster, and a
 * frozen sample of every version stands beside the term. Every field of `Data` declares its class.
 */
export interface EventDefinition<Type extends string = string, Data = any> {
  readonly type: Type;
  readonly version: number;
  readonly subject: SubjectKind | ((data: Data) => SubjectKind);
  readonly tense: Tense;
  readonly fields: { readonly [F in keyof Required<Data>]: FieldClass };
}

/** Declares an event type: `defineEvent<HeldData>()({ type: 'SessionHeld', ... })`, curried so that the type name is inferred. */
export const defineEvent =
  <Data>() =>
  <Type extends string>(definition: EventDefinition<Type, Data>): EventDefinition<Type, Data> =>
    definition;

export type EventOf<D> = D extends EventDefinition<infer Type, infer Data> ? RecordedEvent<Type, Data> : never;

/** What a decision yields. What is absent is taken from the command's common fields (`occurred`, `planRefs`, `territory` ...). */
export interface NewEvent<Type extends string = string, Data = any> {
  readonly definition: EventDefinition<Type, Data>;
  readonly data: Data;
  readonly occurred?: Occurred;
  readonly planRefs?: readonly PlanRef[];
  readonly territory?: Territory;
}

export const happened = <Type extends string, Data>(
  definition: EventDefinition<Type, Data>,
  data: Data,
  envelope: Omit<NewEvent, 'definition' | 'data'> = {},
): NewEvent<Type, Data> => ({ definition, data, ...envelope });

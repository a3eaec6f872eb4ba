import type { JsonObject, Occurred, PlanRef, RecordedEvent, SealedPart, Source, SourceRef, SubjectKind, Territory } from '@app/decider';
import type { StoredEvent } from '@app/event-store';
import { type Envelope, isEnvelope, isRecord, isSealedPart, isText } from './envelope';
import { open, SealBroken } from './sealing';

/** A stored event that is not an envelope of version 1, or that stands where it does not belong. Its contents are never in the message. */
export class Undecodable extends Error {
  override readonly name = 'Undecodable';
  readonly code = 'envelope.undecodable';

  constructor(
    readonly eventId: string,
    readonly reason: string,
  ) {
    super(`event ${eventId} cannot be decoded: ${reason}`);
  }
}

interface Core {
  readonly type: string;
  readonly schemaVersion: number;
  readonly subject: SubjectKind;
  readonly source: Source;
  readonly planRefs?: readonly PlanRef[];
  readonly corrects?: string;
  readonly data: JsonObject;
}

interface Internal {
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly occurred: Occurred;
  readonly actor: string;
  readonly organisation: string;
  readonly team?: string;
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly correctionReason?: string;
  readonly keyTag: string;
  readonly bodyTag: string;
  readonly subjects: readonly string[];
  readonly language?: string;
  readonly sourceRef?: SourceRef;
  readonly data?: JsonObject;
}

interface Zone {
  readonly code?: string;
  readonly hierarchy?: string;
  readonly data?: JsonObject;
}

interface More {
  readonly territory?: Territory;
  readonly [field: string]: unknown;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const isCore = (value: unknown): value is Core =>
  isRecord(value) &&
  isText(value['type']) &&
  Number.isSafeInteger(value['schemaVersion']) &&
  isText(value['subject']) &&
  isText(value['source']) &&
  isRecord(value['data']);

const isOccurred = (value: unknown): value is Occurred =>
  isRecord(value) && isText(value['from']) && isText(value['to']) && isText(value['nature']) && isText(value['precision']);

const isInternal = (value: unknown): value is Internal =>
  isRecord(value) &&
  isText(value['stream']) &&
  Number.isSafeInteger(value['revision']) &&
  isText(value['recordedAt']) &&
  isOccurred(value['occurred']) &&
  isText(value['actor']) &&
  isText(value['organisation']) &&
  isText(value['correlationId']) &&
  isText(value['keyTag']) &&
  isText(value['bodyTag']) &&
  Array.isArray(value['subjects']);

function parseEnvelope(stored: StoredEvent): Envelope {
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored.text ?? stored.bytes.toString('utf8'));
  } catch {
    throw new Undecodable(stored.id, 'not JSON');
  }
  if (!isEnvelope(parsed)) throw new Undecodable(stored.id, 'not an envelope of version 1');
  return parsed;
}

/**
 * The in-memory event of a stored one. Checks the shape and that the event stands in its own place, not the digests: see `verifyEvent`.
 * @throws Undecodable
 */
export function decodeEvent(stored: StoredEvent): RecordedEvent {
  const { id, streamId } = stored;
  const envelope = parseEnvelope(stored);
  let core: unknown;
  let more: unknown;
  let internal: unknown;
  let zone: unknown;
  for (const disclosure of envelope.open) {
    if (!Array.isArray(disclosure)) throw new Undecodable(id, 'a disclosure is no list');
    const value: unknown = disclosure[2];
    switch (disclosure[1]) {
      case 'core':
        core = value;
        break;
      case 'more':
        more = value;
        break;
      case 'i':
        internal = value;
        break;
      case 'q.zone':
        zone = value;
        break;
      default:
        throw new Undecodable(id, 'an unknown disclosure');
    }
  }
  if (!isCore(core)) throw new Undecodable(id, 'core is malformed');
  if (!isInternal(internal)) throw new Undecodable(id, 'i is malformed');
  if (core.type !== stored.type || internal.stream !== streamId || internal.revision !== Number(stored.revision)) {
    throw new Undecodable(id, 'it stands in another place than its own');
  }
  if ((more !== undefined && !isRecord(more)) || (zone !== undefined && !isRecord(zone)))
    throw new Undecodable(id, 'more or q.zone is malformed');
  const { sealed } = envelope;
  if (!sealed.every(isSealedPart)) throw new Undecodable(id, 'a sealed part is malformed');

  const event: Writable<RecordedEvent> = {
    id,
    streamId,
    revision: internal.revision,
    type: core.type,
    schemaVersion: core.schemaVersion,
    subject: core.subject,
    occurred: internal.occurred,
    recordedAt: internal.recordedAt,
    actor: internal.actor,
    organisation: internal.organisation,
    planRefs: core.planRefs ?? [],
    source: core.source,
    correlationId: internal.correlationId,
    subjects: internal.subjects,
    keyTag: internal.keyTag,
    bodyTag: internal.bodyTag,
    data: dataOf(core, more, internal, zone),
    sealed,
  };
  // Assigned one by one: a rebuild makes a million of these, and a spread for each field that may be absent costs more than the rest.
  const territory = territoryOf(more, zone);
  if (territory !== undefined) event.territory = territory;
  if (internal.team !== undefined) event.team = internal.team;
  if (internal.onBehalfOf !== undefined) event.onBehalfOf = internal.onBehalfOf;
  if (core.corrects !== undefined) event.corrects = core.corrects;
  if (internal.correctionReason !== undefined) event.correctionReason = internal.correctionReason;
  if (internal.causationId !== undefined) event.causationId = internal.causationId;
  if (internal.language !== undefined) event.language = internal.language;
  if (internal.sourceRef !== undefined) event.sourceRef = internal.sourceRef;
  if (sealed.length > 0) event.commitments = envelope.commitments;
  return event;
}

function territoryOf(more: More | undefined, zone: Zone | undefined): Territory | undefined {
  if (zone?.code !== undefined && zone.hierarchy !== undefined) return { code: zone.code, level: 'zone', hierarchy: zone.hierarchy };
  return more?.territory;
}

function dataOf(core: Core, more: More | undefined, internal: Internal, zone: Zone | undefined): JsonObject {
  if (more === undefined && internal.data === undefined && zone?.data === undefined) return core.data;
  const { territory: _, ...moreData } = more ?? {};
  return { ...core.data, ...(moreData as JsonObject), ...internal.data, ...zone?.data };
}

/** What a sealed part held, by field name. */
export interface Opened {
  readonly text: JsonObject;
  readonly personal: JsonObject;
  readonly quasi: JsonObject;
}

/**
 * Opens one sealed part of a decoded event with its slot's key and checks each digest against the event's commitments.
 * @throws SealBroken
 */
export function openSealed(event: Pick<RecordedEvent, 'id' | 'commitments'>, part: SealedPart, key: Buffer): Opened {
  const text: Record<string, unknown> = {};
  const quasi: Record<string, unknown> = {};
  let personal: unknown = {};
  for (const { name, value } of open(event.id, part, key, event.commitments ?? [])) {
    if (name === 'p.0') personal = value;
    else if (name.startsWith('q.0.')) quasi[name.slice(4)] = value;
    else if (name.startsWith('t.')) text[name.slice(2)] = value;
    else throw new SealBroken(event.id, part.kid, 'content');
  }
  return { text: text as JsonObject, personal: personal as JsonObject, quasi: quasi as JsonObject };
}

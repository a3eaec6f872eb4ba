import { encodeEvent } from '@app/audit';
import {
  brusselsDay,
  type DecisionContext,
  Refusal,
  type NewEvent,
  type Occurred,
  type RandomSource,
  type RecordedEvent,
  type Source,
} from '@app/decider';
import type { AppendResult, EncodedEvent, EventStore, Position, SlotRow, StoredEvent } from '@app/event-store';
import type { CommandBody, Term } from '@app/partnership';
import type { TerritoryState } from '@app/partnership/territory/territory.decider';
import { TERRITORY_STREAM, territoryTerm } from '@app/partnership/territory/territory.term';
import { hmacKey, type HmacKey, type Principal, type Slot, type Vault, VaultError } from '@app/vault';
import type { ClockGuard } from './clock-guard';
import type { CatalogueEntry } from './command-catalogue';
import { personsOf, refusePersonal, sealedView } from './command-view';
import { entryOf, loadCommand, loadHistory, readerOf, stateOf, withoutEvent } from './history';
import { isoInstant } from './instant';
import { normaliseOccurred } from './occurred';
import { type CommandAnswer, InvalidCommand, KeyReused, NotRecorded, OutcomeUnknown, RevisionMismatch, StreamNotFound } from './outcome';
import { checkPlace } from './place';
import { StateCache, type StreamEntry } from './state-cache';
import { StreamQueue } from './stream-queue';
import { bodyTagOf, eventIdOf, keyTagOf, newIdOf } from './tags';

export interface RecordRequest {
  readonly entry: CatalogueEntry;
  /** Admitted: it follows the command's schema. */
  readonly body: CommandBody;
  readonly principal: Principal;
  readonly key: string;
  /** The revision that the caller has seen, when it sent `If-Match`. */
  readonly ifMatch?: number;
  readonly correlationId: string;
  /** The event that it follows from; absent when the command came from outside. */
  readonly causationId?: string;
  /** Of what follows from an event: that event's. Absent: as the principal's kind says. */
  readonly source?: Source;
}

export interface RecorderOptions {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly terms: readonly Term[];
  readonly clock: ClockGuard;
  readonly random: RandomSource;
  readonly cache?: StateCache;
  /** True while this process is the only writer (the SQLite engine): then a cached state needs no look at the store. */
  readonly soleWriter: boolean;
}

const ATTEMPTS = 3;
const RESENDS = 3;
const CONTENDED_RETRY_MS = 1_000;

const SOURCE_OF: Readonly<Record<Principal['kind'], Source>> = {
  admin: 'form',
  operator: 'form',
  import: 'document',
  generator: 'synthetic',
  reaction: 'form',
};

/** Fields of `CommandBody`: they go to the envelope, not to the decider's data. */
interface Prepared {
  readonly request: RecordRequest;
  readonly keyTag: string;
  readonly streamId: string;
  readonly today: string;
  readonly recordedAt: string;
  readonly occurred: Occurred;
  readonly source: Source;
}

/** What one command seals with in its stream. New slots travel with every append until one is confirmed. */
interface Keys {
  readonly subjects: readonly Slot[];
  /** Made when something is first sealed under it. */
  text?: Slot;
  readonly bodyTag: HmacKey;
}

/**
 * The write path, one for all commands: load, look for the key, decide, seal, append, answer from stored bytes (design: core, the write path in
 * order). At most one effect per principal, command, target stream and key, on every engine.
 */
export class Recorder {
  readonly #queue = new StreamQueue();
  readonly #cache: StateCache;
  readonly #read: (stored: StoredEvent) => RecordedEvent;

  constructor(private readonly options: RecorderOptions) {
    this.#cache = options.cache ?? new StateCache();
    this.#read = readerOf(options.terms);
  }

  /**
   * Records what a command says.
   * @throws InvalidCommand, Refusal, StreamNotFound, KeyReused, RevisionMismatch, NotRecorded, OutcomeUnknown; only the last leaves it open whether
   * anything was recorded.
   */
  async record(request: RecordRequest): Promise<CommandAnswer> {
    const prepared = this.prepare(request);
    return this.#queue.run(prepared.streamId, () => this.attempt(prepared));
  }

  /** What this key recorded before in the stream that the body names, whatever else the body says; undefined when nothing. */
  async recorded(request: RecordRequest): Promise<CommandAnswer | undefined> {
    const prepared = this.prepare(request);
    const said = (await this.load(prepared)).tags.get(prepared.keyTag);
    return said === undefined ? undefined : this.answerOf(prepared, said);
  }

  private prepare(request: RecordRequest): Prepared {
    const { entry, body, principal, key } = request;
    const source = request.source ?? SOURCE_OF[principal.kind];
    if (source !== 'synthetic') refusePersonal(entry, body);
    const now = this.options.clock.now();
    const today = brusselsDay(now);
    const keyTag = keyTagOf(this.options.vault.idKey, principal.account, entry.definition.name, key);
    return {
      request,
      keyTag,
      streamId: this.streamOf(request, keyTag),
      today,
      recordedAt: isoInstant(now),
      occurred: normaliseOccurred(body.occurred, today),
      source,
    };
  }

  private streamOf({ entry, body }: RecordRequest, keyTag: string): string {
    const { term, definition } = entry;
    const target = definition.target(body);
    switch (target.kind) {
      case 'created':
        return `${term.name}-${newIdOf(keyTag, 0)}`;
      case 'existing':
        return target.streamId;
      case 'natural':
        return `${term.name}-${target.key}`;
      case 'person':
        return `${term.name}-${this.personTag(target.person, target.label)}`;
    }
  }

  /** A person is entered in the register the first time that a record names them. */
  private personTag(person: string, label: string): string {
    const { vault } = this.options;
    return ofKnownPerson(() => vault.personTag(vault.registerPerson(person), label));
  }

  private async attempt(prepared: Prepared): Promise<CommandAnswer> {
    const keys = this.keysOf(prepared);
    const bodyTag = bodyTagOf(keys.bodyTag, prepared.request.body);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const loaded = await this.load(prepared);
      const said = loaded.tags.get(prepared.keyTag);
      if (said !== undefined) return this.repeat(prepared, said, bodyTag);
      this.check(prepared, loaded);
      await checkPlace(prepared.request.body.territory, () => this.territories());
      const decided = await this.decide(prepared, keys, loaded);
      if (decided.length === 0) return this.nothingNew(prepared.streamId, loaded);
      const encoded = this.encode(prepared, keys, bodyTag, loaded.revision, decided);
      const result = await this.append(prepared.streamId, loaded.revision, encoded, newSlots(keys));
      if (result.outcome === 'appended' && !result.stood) {
        return this.appended(prepared, keys, loaded, encoded, result.position);
      }
      this.#cache.drop(prepared.streamId);
      if (result.outcome === 'appended') return this.repeat(prepared, loaded.revision + 1, bodyTag);
    }
    throw new NotRecorded('store.contended', CONTENDED_RETRY_MS);
  }

  /** Slots are made in memory before the body's tag, and durable before the first event that needs them. */
  private keysOf({ request: { entry, body }, streamId }: Prepared): Keys {
    const { vault } = this.options;
    const persons = personsOf(entry, body);
    const subjects = persons.map((person) => ofKnownPerson(() => vault.findOrMakeSlot(streamId, vault.registerPerson(person))));
    const sealsText =
      entry.textFields.some((field) => field in body) || (subjects.length === 0 && entry.personalFields.some((field) => field in body));
    const text = sealsText ? vault.findOrMakeSlot(streamId) : undefined;
    const first = subjects.toSorted((a, b) => (a.kid < b.kid ? -1 : 1))[0] ?? text;
    return { subjects, ...(text ? { text } : {}), bodyTag: first ? hmacKey(first.key) : vault.idKey };
  }

  private async load({ streamId, request }: Prepared): Promise<StreamEntry> {
    return this.stream(request.entry.term, streamId);
  }

  /** The tree of territories as this record has it. */
  private async territories(): Promise<TerritoryState> {
    return (await this.stream(territoryTerm, TERRITORY_STREAM)).state as TerritoryState;
  }

  private async stream(term: Term, streamId: string): Promise<StreamEntry> {
    const cached = this.options.soleWriter && !term.raw ? this.#cache.get(streamId) : undefined;
    if (cached) return cached;
    const loaded = entryOf(term, await loadHistory(this.options.store, this.#read, streamId));
    if (!term.raw) this.#cache.set(streamId, loaded);
    return loaded;
  }

  private check({ request: { entry, body, ifMatch } }: Prepared, loaded: StreamEntry): void {
    if (entry.definition.target(body).kind === 'existing' && loaded.revision < 0) throw new StreamNotFound(entry.term.name);
    if (ifMatch !== undefined && ifMatch !== loaded.revision) throw new RevisionMismatch(loaded.revision);
  }

  private async decide(prepared: Prepared, keys: Keys, loaded: StreamEntry): Promise<readonly NewEvent[]> {
    const { entry, body } = prepared.request;
    const state = body.corrects && !entry.term.raw ? await this.stateWithout(prepared, body.corrects) : loaded.state;
    const context: DecisionContext = {
      streamId: prepared.streamId,
      today: prepared.today,
      occurred: prepared.occurred,
      newId: (n) => newIdOf(prepared.keyTag, n + 1),
    };
    const decided = entry.definition.decide(sealedView(entry, body, keys.subjects), state, context);
    for (const { definition, occurred = prepared.occurred } of decided) {
      if (definition.tense === 'fact' && occurred.from > prepared.today) {
        throw new InvalidCommand([{ pointer: '/occurred/from', code: 'occurred.in-the-future' }]);
      }
    }
    return decided;
  }

  private async stateWithout({ request, streamId }: Prepared, corrected: string): Promise<unknown> {
    const { term, definition } = request.entry;
    const { events } = await loadHistory(this.options.store, this.#read, streamId);
    const types = definition.emits.map(({ type }) => type);
    return stateOf(term, withoutEvent(events, corrected, types));
  }

  private encode(prepared: Prepared, keys: Keys, bodyTag: string, revision: number, decided: readonly NewEvent[]): readonly EncodedEvent[] {
    const { request, keyTag, streamId, recordedAt, source } = prepared;
    const { body, principal, entry } = request;
    const slots = {
      textSlot: () => (keys.text ??= this.options.vault.findOrMakeSlot(streamId)),
      subjectSlot: (n: number) => keys.subjects[n] ?? fail('an event seals for a person that the command does not name'),
    };
    return decided.map(({ definition, data, occurred, planRefs, territory }, n) => {
      if (!entry.definition.emits.includes(definition)) fail(`${entry.definition.name} does not declare ${definition.type}`);
      return encodeEvent(
        {
          id: eventIdOf(streamId, keyTag, bodyTag, n),
          streamId,
          revision: revision + 1 + n,
          definition,
          subject: typeof definition.subject === 'function' ? definition.subject(data) : definition.subject,
          data,
          occurred: occurred ?? prepared.occurred,
          recordedAt,
          actor: principal.account,
          organisation: principal.organisation,
          team: body.team,
          onBehalfOf: body.onBehalfOf,
          territory: territory ?? body.territory,
          planRefs: planRefs ?? body.planRefs ?? [],
          source,
          corrects: n === 0 ? correctedBy(entry, body, data) : undefined,
          correctionReason: body.correctionReason,
          correlationId: request.correlationId,
          causationId: request.causationId,
          subjects: keys.subjects.map(({ kid }) => kid),
          language: body.language,
          sourceRef: body.sourceRef,
          keyTag,
          bodyTag,
        },
        slots,
        this.options.random,
      );
    });
  }

  /** Sends the same bytes until the outcome is known. A conflict is left to the caller: it decides afresh. */
  private async append(
    streamId: string,
    revision: number,
    events: readonly EncodedEvent[],
    slots: readonly SlotRow[],
  ): Promise<AppendResult> {
    const { store } = this.options;
    const bytes = events.reduce((sum, event) => sum + event.bytes.length, 0);
    if (bytes > store.limits.appendBytes) throw new InvalidCommand([{ pointer: '', code: 'command.too-large' }]);
    const expected = revision < 0 ? 'no-stream' : BigInt(revision);
    for (let sent = 0; sent < RESENDS; sent++) {
      const result = await store.append(streamId, expected, events, { slots });
      if (result.outcome === 'unavailable') throw new NotRecorded('store.unavailable', result.retryAfterMs);
      if (result.outcome !== 'unknown') return result;
    }
    this.#cache.drop(streamId);
    throw new OutcomeUnknown('store.outcome-unknown');
  }

  private appended(
    prepared: Prepared,
    keys: Keys,
    before: StreamEntry,
    encoded: readonly EncodedEvent[],
    position: Position,
  ): CommandAnswer {
    const { streamId, request, keyTag } = prepared;
    this.confirm(keys);
    const revision = before.revision + encoded.length;
    const events = encoded.map((event, n) => this.#read({ ...event, streamId, revision: BigInt(before.revision + 1 + n), position }));
    if (request.entry.term.raw || events.some((event) => event.corrects)) {
      this.#cache.drop(streamId);
    } else {
      const { evolution } = request.entry.term;
      before.tags.set(keyTag, before.revision + 1);
      this.#cache.set(streamId, { state: events.reduce(evolution.evolve, before.state), revision, position, tags: before.tags });
    }
    return { streamId, revision, position, eventIds: encoded.map(({ id }) => id), replayed: false };
  }

  /** The answer of the first time, for the same body only. */
  private repeat(prepared: Prepared, first: number, bodyTag: string): Promise<CommandAnswer> {
    return this.answerOf(prepared, first, (last) => {
      const erased = kidsOf(last).some((kid) => this.options.vault.openSlot(kid) === 'erased');
      if (!erased && last.bodyTag !== bodyTag) throw new KeyReused('command.key-reused');
    });
  }

  /** The answer of the first time, rebuilt from what is stored. */
  private async answerOf(
    { streamId, keyTag }: Prepared,
    first: number,
    check: (last: RecordedEvent) => void = () => undefined,
  ): Promise<CommandAnswer> {
    const { events, stored } = await loadCommand(this.options.store, this.#read, streamId, first, keyTag);
    const last = events.at(-1);
    if (!last) throw new NotRecorded('store.contended', CONTENDED_RETRY_MS);
    check(last);
    return {
      streamId,
      revision: last.revision,
      position: stored.at(-1)!.position,
      eventIds: events.map(({ id }) => id),
      replayed: true,
    };
  }

  private async nothingNew(streamId: string, loaded: StreamEntry): Promise<CommandAnswer> {
    return {
      streamId,
      revision: loaded.revision,
      position: loaded.position ?? (await this.options.store.head()),
      eventIds: [],
      replayed: false,
    };
  }

  private confirm(keys: Keys): void {
    for (const { kid, row } of allSlots(keys)) if (row) this.options.vault.confirm(kid);
  }
}

const fail = (message: string): never => {
  throw new Error(message);
};

const allSlots = (keys: Keys): readonly Slot[] => [...keys.subjects, ...(keys.text ? [keys.text] : [])];

const kidsOf = ({ subjects, sealed }: RecordedEvent): readonly string[] => [...subjects, ...sealed.map(({ kid }) => kid)];

/** An erased person cannot be written about again. */
function ofKnownPerson<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof VaultError && error.code === 'vault.person-erased') throw new Refusal('record.person-erased');
    throw error;
  }
}

const newSlots = (keys: Keys): readonly SlotRow[] => allSlots(keys).flatMap(({ row }) => (row ? [row] : []));

/** A raw term names what it changes in its data; every other command corrects by the body's own field. */
const correctedBy = (entry: CatalogueEntry, body: CommandBody, data: unknown): string | undefined =>
  entry.term.raw ? (data as { event: string }).event : body.corrects;

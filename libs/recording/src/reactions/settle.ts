import { hash } from 'node:crypto';
import { jcsOfPresent } from '@app/audit';
import { DUPLICATE, effectiveEvents, fold, type RecordedEvent, type Source, WITHDRAWN } from '@app/decider';
import type { EventStore, Position, StoredEvent } from '@app/event-store';
import type { Effect, Reaction, Standing } from '@app/partnership';
import type { Principal, Vault } from '@app/vault';
import { catalogueOf } from '../command-catalogue';
import { type LocalService, localSubmit } from '../local-submit';
import type { Submitted } from '../register-import';
import { reactionEvolution, type ReactionRecord, reactionStream, reactionTerm, type Result, type StandingEffect } from './reaction-record';

export interface Settling extends LocalService {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly vault: Vault;
  readonly read: (stored: StoredEvent) => RecordedEvent;
}

/** Nothing is known to be wrong: the same again later. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

const SOURCES: readonly Source[] = ['form', 'import', 'partner', 'synthetic'];

/** The settling command is no part of the field's catalogue: nobody but a runner can send it. */
const SETTLE = catalogueOf([reactionTerm]).get('settle-reaction')!;

const isRemoval = ({ type }: RecordedEvent): boolean => type === WITHDRAWN || type === DUPLICATE;

const digestOf = (body: object): string => hash('sha256', jcsOfPresent(body), 'base64url').slice(0, 22);

function rootOf(id: string | undefined, events: readonly RecordedEvent[]): RecordedEvent | undefined {
  const event = events.find((candidate) => candidate.id === id);
  return event?.corrects === undefined ? event : rootOf(event.corrects, events);
}

/** Carries out one reaction for one cause after another. Everything it does rests on the log up to the cause, so that doing it again does nothing. */
export class Settler {
  readonly #types: ReadonlySet<string>;
  readonly #sources: readonly Source[];

  constructor(
    readonly reaction: Reaction,
    private readonly parts: Settling,
  ) {
    this.#types = new Set(reaction.on.map(({ type }) => type));
    this.#sources = reaction.sources ?? SOURCES;
  }

  /**
   * Answers whether it did anything. `since`: nothing follows from what was recorded up to there.
   * @throws TryAgain; anything else is a defect of the reaction
   */
  async settle(stored: StoredEvent, since: Position | undefined): Promise<boolean> {
    const { read } = this.parts;
    const cause = read(stored);
    // Most causes are their own beginning: nothing has to be read to pass them over.
    if (cause.corrects === undefined && !this.#heeds(cause, stored.position, since)) return false;
    const own = await this.#upTo(cause.streamId, stored.position);
    const first = rootOf(
      isRemoval(cause) ? cause.corrects : cause.id,
      own.map(({ event }) => event),
    );
    const root = own.find(({ event }) => event === first);
    if (!root || !this.#heeds(root.event, root.position, since)) return false;

    const record = await this.#recordOf(root.event.id);
    if (record.settled.includes(cause.id)) return false;
    const wanted = isRemoval(cause) ? [] : await this.#react(cause, stored.position);
    const results: Result[] = [];
    for (const effect of wanted) {
      const result = await this.#carryOut(effect, cause, record.standing[keyOf(effect)]);
      if (result) results.push(result);
    }
    const keys = new Set(wanted.map(keyOf));
    for (const [key, standing] of Object.entries(record.standing))
      if (!keys.has(key)) results.push(await this.#withdraw(key, standing, cause));
    if (results.length > 0) await this.#note(root.event.id, cause, results);
    return results.length > 0;
  }

  /** A person's decision that nothing follows from an event: recorded in their name. */
  async skip({ id }: StoredEvent, decidedBy: Principal): Promise<void> {
    const results: readonly Result[] = [{ effect: '*', did: 'skipped' }];
    await this.#note(id, { id, correlationId: `c-${id}`, source: 'form', organisation: decidedBy.organisation }, results, decidedBy);
  }

  #heeds({ type, source }: RecordedEvent, position: Position, since: Position | undefined): boolean {
    return this.#types.has(type) && this.#sources.includes(source) && (since === undefined || position > since);
  }

  async #react(cause: RecordedEvent, position: Position): Promise<readonly Effect[]> {
    const { looksAt, react } = this.reaction;
    const seen = new Map<string, readonly RecordedEvent[]>();
    const standing: Standing = (streamId) => seen.get(streamId) ?? [];
    const look = async (streamId: string): Promise<void> => {
      seen.set(streamId, effectiveEvents((await this.#upTo(streamId, position)).map(({ event }) => event)));
    };
    await look(cause.streamId);
    for (const streamId of looksAt?.(cause, standing) ?? []) await look(streamId);
    return react(cause, standing);
  }

  async #carryOut(effect: Effect, cause: RecordedEvent, earlier: StandingEffect | undefined): Promise<Result | undefined> {
    const { command, body, record } = effect;
    const said = digestOf(body);
    if (earlier?.said === said) return undefined;
    const correction = earlier?.event === undefined ? undefined : correcting(earlier, record, cause);
    const submitted = await this.#submit(cause, keyOf(effect), command, { ...body, ...correction });
    const result = { effect: keyOf(effect), command, said };
    if (submitted.kind === 'refused') return { ...result, did: 'declined', code: submitted.code };
    const { streamId: stream, eventIds } = submitted;
    const [event, another] = eventIds;
    if (another !== undefined) throw new Error(`${command} made more than one event`);
    if (event === undefined) return { ...result, did: 'kept', stream };
    return { ...result, did: correction ? 'corrected' : 'recorded', stream, event };
  }

  async #withdraw(effect: string, { command, stream, event }: StandingEffect, cause: RecordedEvent): Promise<Result> {
    // What somebody else recorded is theirs to withdraw.
    if (stream === undefined || event === undefined) return { effect, command, did: 'withdrawn' };
    const reason = cause.type === WITHDRAWN ? cause.data['reason'] : 'wrong-record';
    const submitted = await this.#submit(cause, effect, 'withdraw-record', { stream, event, reason });
    if (submitted.kind === 'refused') return { effect, command, did: 'declined', stream, event, code: submitted.code };
    return { effect, command, did: 'withdrawn', stream, event };
  }

  /** The key holds no time and no count: sent again, it is the same command. */
  async #submit(cause: RecordedEvent, effect: string, command: string, body: object): Promise<Exclude<Submitted, { kind: 'unavailable' }>> {
    const submitted = await localSubmit(
      this.parts,
      this.#principal(cause),
      traceOf(cause),
    )({ key: `${cause.id} ${effect}`, command, body });
    if (submitted.kind === 'unavailable') throw new TryAgain(submitted.code);
    return submitted;
  }

  async #note(root: string, cause: Cause, results: readonly Result[], principal = this.#principal(cause)): Promise<void> {
    const entries = new Map([[SETTLE.definition.name, SETTLE]]);
    const admission = { admit: (_: unknown, body: unknown) => body as object };
    const submit = localSubmit({ ...this.parts, catalogue: entries, admission }, principal, traceOf(cause));
    const body = { reaction: this.reaction.name, root, cause: cause.id, results };
    const submitted = await submit({ key: cause.id, command: SETTLE.definition.name, body });
    if (submitted.kind === 'unavailable') throw new TryAgain(submitted.code);
    if (submitted.kind === 'refused') throw new Error(submitted.code);
  }

  /** The reaction acts in its own name, for the organisation whose record the cause is. */
  #principal({ organisation }: Cause): Principal {
    return { ...this.parts.vault.principalNamed({ kind: 'reaction', name: `reaction:${this.reaction.name}` }), organisation };
  }

  async #recordOf(root: string): Promise<ReactionRecord> {
    const stored = await this.#stream(reactionStream(this.reaction.name, root));
    return fold(reactionEvolution, stored.map(this.parts.read));
  }

  /** @throws TryAgain: a store that is away comes back */
  async #stream(streamId: string): Promise<readonly StoredEvent[]> {
    try {
      return await Array.fromAsync(this.parts.store.readStream(streamId));
    } catch (error) {
      throw new TryAgain(error instanceof Error ? error.message : String(error));
    }
  }

  async #upTo(streamId: string, position: Position): Promise<readonly { readonly event: RecordedEvent; readonly position: Position }[]> {
    const stored = await this.#stream(streamId);
    return stored
      .filter((event) => event.position <= position)
      .map((event) => ({ event: this.parts.read(event), position: event.position }));
  }
}

type Cause = Pick<RecordedEvent, 'id' | 'organisation' | 'correlationId' | 'source'>;

const keyOf = ({ command, key }: Effect): string => `${command} ${key}`;

/** What follows from a synthetic event is synthetic. */
const traceOf = ({ id, correlationId, source }: Cause) => ({ correlationId, causationId: id, source });

const correcting = ({ stream, event }: StandingEffect, record: string | undefined, { correctionReason }: RecordedEvent): object => ({
  ...(record === undefined ? {} : { [record]: stream }),
  corrects: event,
  correctionReason: correctionReason ?? 'late-information',
});

import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { Empty, StreamIdentifier, UUID, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import {
  Metadata,
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';

interface Entry {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly position: number;
}

type Proposed = Pick<Entry, 'id' | 'type' | 'contentType' | 'data'>;
/** What the client expects: a revision, -1 for no stream, or nothing to check. */
type Expected = number | 'any' | 'exists';
type Written = { readonly last: Entry } | { readonly actual: number };

const CHECKPOINT_EVERY = 32;

/**
 * NOT EventStoreDB: a stand-in for it in tests, in this process and in memory. It speaks the real protocol through the definitions that ship with the
 * real client, and does what the real server is documented to do for appends (expected revisions; ids compared only when the expected revision lies
 * before the current one, bodies never), reads and subscriptions. It writes system events of its own between ours, as the real one does.
 */
export class EventStoreDbServer {
  readonly #server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  readonly #log: Entry[] = [];
  readonly #streams = new Map<string, Entry[]>();
  readonly #subscriptions = new Set<{ readonly call: ServerWritableStream<ReadReq, ReadResp>; readonly pump: () => void }>();
  #fault: 'none' | 'lose-answer' | 'stay-silent' = 'none';
  #port = 0;

  static async start(): Promise<EventStoreDbServer> {
    const server = new EventStoreDbServer();
    server.#port = await new Promise<number>((resolve, reject) => {
      server.#server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port)));
    });
    return server;
  }

  private constructor() {
    this.#write('$users', 'any', [
      { id: '00000000-0000-4000-8000-00000000feed', type: '$UserCreated', contentType: 'application/json', data: Buffer.from('{}') },
    ]);
    this.#server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: ServerUnaryCall<Empty, SupportedMethods>, done: sendUnaryData<SupportedMethods>) =>
        done(null, supportedMethods()),
    });
    this.#server.addService(StreamsService, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => this.#read(call),
      append: (call: ServerReadableStream<AppendReq, AppendResp>, done: sendUnaryData<AppendResp>) => this.#append(call, done),
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => this.#batchAppend(call),
      delete: (_: unknown, done: sendUnaryData<Empty>) => done({ code: status.UNIMPLEMENTED }),
      tombstone: (_: unknown, done: sendUnaryData<Empty>) => done({ code: status.UNIMPLEMENTED }),
    });
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  /** The next append is written, but its caller never hears: the connection breaks, or it stays open and silent. */
  failNextAnswer(how: 'lose-answer' | 'stay-silent'): void {
    this.#fault = how;
  }

  /** Drops every subscription, as a server does with a reader that is too slow. */
  dropSubscriptions(): void {
    for (const { call } of this.#subscriptions) call.emit('error', failed('dropped'));
    this.#subscriptions.clear();
  }

  /** Writes events of the server's own, as a real one does all day. */
  writeSystemEvents(count: number): void {
    for (let n = 0; n < count; n += 1) this.#placeSystemEvent();
    for (const { pump } of this.#subscriptions) pump();
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  #write(stream: string, expected: Expected, proposed: readonly Proposed[]): Written {
    const entries = this.#streams.get(stream) ?? [];
    const current = entries.length - 1;
    if (typeof expected === 'number' && expected < current) {
      const standing = entries.slice(expected + 1, expected + 1 + proposed.length);
      const last = standing.at(-1);
      const same = standing.length === proposed.length && standing.every(({ id }, index) => id === proposed[index]?.id);
      return last && same ? { last } : { actual: current };
    }
    if ((typeof expected === 'number' && expected > current) || (expected === 'exists' && current < 0)) return { actual: current };
    for (const event of proposed) entries.push(this.#place({ ...event, stream, revision: entries.length }));
    this.#streams.set(stream, entries);
    const last = entries.at(-1);
    if (!last) throw new Error('an append has events');
    if (!stream.startsWith('$')) {
      this.#placeSystemEvent();
    }
    for (const { pump } of this.#subscriptions) pump();
    return { last };
  }

  #placeSystemEvent(): void {
    const stats = {
      id: '00000000-0000-4000-8000-0000000057a7',
      type: '$statsCollected',
      contentType: 'application/json',
      data: Buffer.from('{}'),
    };
    this.#place({ ...stats, stream: '$stats', revision: this.#log.length });
  }

  #place(entry: Omit<Entry, 'position'>): Entry {
    const before = this.#log.at(-1);
    const placed = { ...entry, position: before ? before.position + 64 + before.data.length : 0 };
    this.#log.push(placed);
    return placed;
  }

  #append(call: ServerReadableStream<AppendReq, AppendResp>, done: sendUnaryData<AppendResp>): void {
    let options: AppendReq.Options | undefined;
    const proposed: Proposed[] = [];
    call.on('data', (request: AppendReq) => {
      options = request.getOptions() ?? options;
      const message = request.getProposedMessage();
      if (message) proposed.push(proposedOf(message));
    });
    call.on('end', () => {
      if (!options) return done({ code: status.INVALID_ARGUMENT });
      const expected = options.hasRevision()
        ? Number(options.getRevision())
        : options.hasNoStream()
          ? -1
          : options.hasStreamExists()
            ? 'exists'
            : 'any';
      const written = this.#write(nameOf(options.getStreamIdentifier()), expected, proposed);
      const response = new AppendResp();
      if ('last' in written) {
        const position = new AppendResp.Position()
          .setCommitPosition(String(written.last.position))
          .setPreparePosition(String(written.last.position));
        response.setSuccess(new AppendResp.Success().setCurrentRevision(String(written.last.revision)).setPosition(position));
      } else {
        const wrong = new AppendResp.WrongExpectedVersion();
        if (written.actual >= 0) wrong.setCurrentRevision(String(written.actual));
        response.setWrongExpectedVersion(wrong);
      }
      if (this.#silenced(() => done(failed('connection lost')))) return;
      done(null, response);
    });
  }

  #batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    const open = new Map<string, { options: BatchAppendReq.Options; proposed: Proposed[] }>();
    call.on('data', (request: BatchAppendReq) => {
      const correlation = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      const batch = open.get(correlation) ?? (options && { options, proposed: [] });
      if (!batch) return;
      open.set(correlation, batch);
      batch.proposed.push(...request.getProposedMessagesList().map(proposedOf));
      if (!request.getIsFinal()) return;
      open.delete(correlation);
      const response = this.#answerBatch(batch.options, batch.proposed);
      response.setCorrelationId(new UUID().setString(correlation));
      if (this.#silenced(() => call.emit('error', failed('connection lost')))) return;
      call.write(response);
    });
    call.on('end', () => call.end());
  }

  #answerBatch(options: BatchAppendReq.Options, proposed: readonly Proposed[]): BatchAppendResp {
    const expected = options.hasStreamPosition()
      ? Number(options.getStreamPosition())
      : options.hasNoStream()
        ? -1
        : options.hasStreamExists()
          ? 'exists'
          : 'any';
    const written = this.#write(nameOf(options.getStreamIdentifier()), expected, proposed);
    const response = new BatchAppendResp().setStreamIdentifier(options.getStreamIdentifier());
    if ('last' in written) {
      return response.setSuccess(new BatchAppendResp.Success().setCurrentRevision(String(written.last.revision)));
    }
    const wrong = new WrongExpectedVersion();
    if (written.actual >= 0) wrong.setCurrentStreamRevision(String(written.actual));
    const details = new Any();
    details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
    return response.setError(new Status().setCode(9).setMessage('WrongExpectedVersion').setDetails(details));
  }

  /** Plays the fault that was asked for; true when the caller must not be answered. */
  #silenced(lose: () => void): boolean {
    const fault = this.#fault;
    this.#fault = 'none';
    if (fault === 'lose-answer') lose();
    return fault !== 'none';
  }

  #read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    const options = call.request.getOptions();
    const all = options?.getAll();
    if (!options) call.emit('error', { code: status.INVALID_ARGUMENT });
    else if (options.hasSubscription() && all) this.#subscribe(call, all, options.hasFilter());
    else if (all) this.#readAll(call, options, all);
    else this.#readStream(call, options);
  }

  #readStream(call: ServerWritableStream<ReadReq, ReadResp>, options: ReadReq.Options): void {
    const stream = options.getStream();
    const entries = this.#streams.get(nameOf(stream?.getStreamIdentifier()));
    if (!entries) {
      call.write(new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(stream?.getStreamIdentifier())));
    } else {
      const from = stream?.hasRevision() ? Number(stream.getRevision()) : 0;
      for (const entry of entries.slice(from, from + Number(options.getCount()))) call.write(eventOf(entry));
    }
    call.end();
  }

  #readAll(call: ServerWritableStream<ReadReq, ReadResp>, options: ReadReq.Options, all: ReadReq.Options.AllOptions): void {
    const from = all.getPosition()?.getCommitPosition();
    const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
    const at = from === undefined ? undefined : Number(from);
    // As on the real server: forwards a place is inclusive, backwards it is not.
    const entries = backwards
      ? this.#log.filter(({ position }) => at === undefined || position < at).toReversed()
      : this.#log.filter(({ position }) => at === undefined || position >= at);
    for (const entry of entries.slice(0, Number(options.getCount()))) call.write(eventOf(entry));
    call.end();
  }

  #subscribe(call: ServerWritableStream<ReadReq, ReadResp>, all: ReadReq.Options.AllOptions, filtered: boolean): void {
    const from = all.getPosition()?.getCommitPosition();
    let next = from === undefined ? 0 : this.#log.findIndex(({ position }) => position > Number(from));
    if (next < 0) next = this.#log.length;
    let passed = 0;
    const pump = () => {
      for (let entry = this.#log[next]; entry; entry = this.#log[next]) {
        next += 1;
        passed += 1;
        // The one filter that is asked of it leaves out the system events.
        if (!filtered || !entry.type.startsWith('$')) call.write(eventOf(entry));
        if (filtered && passed % CHECKPOINT_EVERY === 0) {
          const checkpoint = new ReadResp.Checkpoint().setCommitPosition(String(entry.position)).setPreparePosition(String(entry.position));
          call.write(new ReadResp().setCheckpoint(checkpoint));
        }
      }
    };
    const subscription = { call, pump };
    this.#subscriptions.add(subscription);
    call.on('cancelled', () => this.#subscriptions.delete(subscription));
    call.write(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId('s')));
    pump();
    call.write(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
  }
}

const failed = (details: string) => ({ code: status.UNAVAILABLE, details, metadata: new Metadata() });

const nameOf = (identifier: StreamIdentifier | undefined) => Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

function proposedOf(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
  };
}

function eventOf({ id, stream, revision, type, contentType, data, position }: Entry): ReadResp {
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(id))
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setStreamRevision(String(revision))
    .setCommitPosition(String(position))
    .setPreparePosition(String(position))
    .setCustomMetadata(new Uint8Array())
    .setData(data);
  event.getMetadataMap().set('type', type).set('content-type', contentType).set('created', '637593120000000000');
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(event).setCommitPosition(String(position)));
}

function supportedMethods(): SupportedMethods {
  const methods = ['read', 'append', 'batchappend'].map((name) =>
    new SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name).setFeaturesList([]),
  );
  return new SupportedMethods().setEventStoreServerVersion('0.0.0-stand-in').setMethodsList(methods);
}

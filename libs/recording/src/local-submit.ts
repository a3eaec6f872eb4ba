import { Refusal } from '@app/decider';
import type { Principal } from '@app/vault';
import type { Admission } from './admission';
import type { CatalogueEntry } from './command-catalogue';
import { InvalidCommand, KeyReused, NotRecorded, OutcomeUnknown, RevisionMismatch, StreamNotFound } from './outcome';
import type { Recorder, RecordRequest } from './recorder';
import type { Submit, Submitted } from './register-import';

export interface LocalService {
  readonly recorder: Recorder;
  readonly admission: Pick<Admission, 'admit'>;
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
}

/** What a command follows from; a line of an import follows from nothing. */
export type Trace = Pick<RecordRequest, 'correlationId' | 'causationId' | 'source'>;

/** Submits lines to a recorder in this process, by the same admission and decisions as over HTTP. */
export function localSubmit({ recorder, admission, catalogue }: LocalService, principal: Principal, trace?: Trace): Submit {
  return async ({ key, command, body }) => {
    const entry = catalogue.get(command);
    if (!entry) return { kind: 'refused', code: 'command.unknown' };
    try {
      const request = { entry, body: admission.admit(entry, body), principal, key, correlationId: `c-${key}`, ...trace };
      const { replayed, eventIds, streamId, position } = await recorder.record(request);
      return {
        kind: replayed || eventIds.length === 0 ? 'already-there' : 'recorded',
        streamId,
        eventIds,
        ...(position ? { position } : {}),
      };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

function outcomeOf(error: unknown): Submitted {
  if (error instanceof InvalidCommand) {
    const [first] = error.problems;
    return { kind: 'refused', code: first?.code ?? error.code, ...(first ? { field: first.pointer } : {}) };
  }
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, ...(error.field ? { field: error.field } : {}) };
  if (error instanceof StreamNotFound) return { kind: 'refused', code: 'record.not-found', field: `/${error.field}` };
  if (error instanceof KeyReused || error instanceof RevisionMismatch) return { kind: 'refused', code: error.message };
  if (error instanceof NotRecorded) return { kind: 'unavailable', code: error.code };
  if (error instanceof OutcomeUnknown) return { kind: 'unavailable', code: 'store.outcome-unknown' };
  throw error;
}

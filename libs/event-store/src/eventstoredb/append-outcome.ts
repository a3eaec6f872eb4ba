import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { AppendResult } from '../port';

const LATER: AppendResult = { outcome: 'unavailable', retryAfterMs: 1000 };

/**
 * What a failed append means. Only an answer of the server, or a connection that never was, is certain; a lost connection or a passed deadline says
 * nothing about the write.
 * @throws the error itself when trying again cannot help.
 */
export function outcomeOfFailure(error: unknown): AppendResult {
  if (error instanceof WrongExpectedVersionError) {
    return { outcome: 'conflict', actual: typeof error.actualVersion === 'bigint' ? error.actualVersion : 'no-stream' };
  }
  if (error instanceof AccessDeniedError || error instanceof MaxAppendSizeExceededError || error instanceof StreamDeletedError) throw error;
  if (error instanceof NotLeaderError) return LATER;
  // The transport's own words, whatever the class around them, for a call that was never sent; any other loss of the connection may be behind the write.
  if (error instanceof Error && /^14 UNAVAILABLE: (No connection established|Failed to connect)/.test(error.message)) return LATER;
  return { outcome: 'unknown' };
}

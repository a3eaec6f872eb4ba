import { randomUUID } from 'node:crypto';
import { Problem } from './problem';

const KEY = /^[\x21-\x7e]{1,200}$/;
const CORRELATION = /^[A-Za-z0-9_-]{1,64}$/;

/** The `Idempotency-Key` of what records something. @throws Problem 400 */
export function keyOf(header: string | undefined): string {
  if (header !== undefined && KEY.test(header)) return header;
  const code = header === undefined ? 'command.key-needed' : 'command.key-malformed';
  throw new Problem(400, code, {}, [{ pointer: 'Idempotency-Key', code }]);
}

/** The caller's own `X-Correlation-Id`, or a new one. */
export const correlationOf = (header: string | undefined): string =>
  header !== undefined && CORRELATION.test(header) ? header : `c-${randomUUID()}`;

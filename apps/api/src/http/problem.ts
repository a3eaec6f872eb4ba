import type { RefusalParams } from '@app/decider';
import { HttpException } from '@nestjs/common';

export interface FieldError {
  /** JSON pointer into the body, or the name of a header or query parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly params?: RefusalParams;
}

/** An answer that is not a success, as RFC 9457 problem details will tell it: a stable code and the fields that are wrong. */
export class Problem extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    readonly params: RefusalParams = {},
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, status);
  }

  /** Fastify reads it when a body parser fails. */
  get statusCode(): number {
    return this.getStatus();
  }
}

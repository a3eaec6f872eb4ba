import { Refusal } from '@app/decider';
import { OldEpoch } from '@app/event-store';
import { type Language, LANGUAGES, Labels } from '@app/labels';
import { InvalidCommand, KeyReused, NotRecorded, OutcomeUnknown, RevisionMismatch, StreamNotFound } from '@app/recording';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemAnswer } from '../answers';
import { Problem } from './problem';

const seconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)));

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'request.invalid',
  404: 'request.not-found',
  405: 'request.not-found',
  413: 'body.too-large',
  415: 'body.not-json-type',
};

/** Whatever went wrong, as one problem: the only place where errors become HTTP. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof InvalidCommand) return new Problem(400, error.code, {}, error.problems);
  if (error instanceof Refusal) {
    const fields = error.field ? [{ pointer: error.field, code: error.code, params: error.params }] : [];
    return new Problem(409, error.code, error.params, fields);
  }
  if (error instanceof StreamNotFound)
    return new Problem(404, 'record.not-found', {}, [{ pointer: `/${error.field}`, code: 'record.not-found' }]);
  if (error instanceof KeyReused)
    return new Problem(422, 'command.key-reused', {}, [{ pointer: 'Idempotency-Key', code: 'command.key-reused' }]);
  if (error instanceof RevisionMismatch) return new Problem(412, 'command.revision-mismatch', { actual: error.actual });
  if (error instanceof NotRecorded) return new Problem(503, error.code, {}, [], { 'retry-after': seconds(error.retryAfterMs) });
  if (error instanceof OutcomeUnknown) return new Problem(503, 'store.outcome-unknown', {}, [], { 'retry-after': '5' });
  if (error instanceof OldEpoch) return new Problem(410, 'position.old-epoch');
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | undefined)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return new Problem(status, BY_STATUS[status] ?? 'request.invalid');
  return undefined;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Problem');

  constructor(private readonly labels: Labels) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const known = problemOf(error);
    // The message of an unknown error may quote a body: only its name and where it arose are logged.
    if (!known) this.#logger.error(`${request.method} ${request.routeOptions.url ?? '?'}: ${nameOf(error)}`, framesOf(error));
    const problem = known ?? new Problem(500, 'server.failed');
    void reply
      .code(problem.getStatus())
      .headers(problem.headers)
      .type('application/problem+json; charset=utf-8')
      .send(this.toBody(problem));
  }

  private toBody(problem: Problem): ProblemAnswer {
    const message = this.inAllLanguages(problem.code, problem.params);
    return {
      type: `/problems/${problem.code}`,
      title: message.en,
      status: problem.getStatus(),
      code: problem.code,
      message,
      errors: problem.errors.map(({ pointer, code, params = {} }) => ({ pointer, code, message: this.inAllLanguages(code, params) })),
    };
  }

  private inAllLanguages(code: string, params: Readonly<Record<string, string | number>>): Record<Language, string> {
    return Object.fromEntries(LANGUAGES.map((language) => [language, this.labels.refusal(language, code, params)])) as Record<
      Language,
      string
    >;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
const framesOf = (error: unknown): string | undefined =>
  error instanceof Error
    ? error.stack
        ?.split('\n')
        .filter((line) => line.startsWith('    at '))
        .join('\n')
    : undefined;

import { brusselsDay } from '@app/decider';
import { BadQuery, type PersonOf } from '@app/indicators';
import { checkpointOf, NotReady, type Projections } from '@app/projections';
import type { Vault } from '@app/vault';
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from 'better-sqlite3';
import { Problem } from '../http/problem';
import { PROJECTIONS, VAULT } from '../tokens';
import { CaughtUp } from './caught-up';

const UNKNOWN = new Set(['figure.unknown-id', 'figure.unknown-indicator', 'figure.unknown-version']);

/** A query that cannot be read, as the problem that it is answered with; any other error as it is. */
export const asProblem = (error: unknown): unknown =>
  error instanceof BadQuery
    ? new Problem(UNKNOWN.has(error.code) ? 404 : 400, error.code, {}, [{ pointer: error.field, code: error.code }])
    : error;

/** Asks read models, and answers what goes wrong as problems. Every controller that shows something reads through it. */
@Injectable()
export class Reading {
  constructor(
    @Inject(PROJECTIONS) private readonly projections: Projections,
    @Inject(VAULT) private readonly vault: Vault,
    private readonly caughtUp: CaughtUp,
  ) {}

  /** Waits until the projections have reached the position that a command returned. */
  waitFor(position: string | undefined, ...names: string[]): Promise<void> {
    return this.caughtUp.to(position, ...names);
  }

  /** Waits until the index of the events is as far as the facts: each is filled in a thread of its own. */
  indexed(): Promise<void> {
    return this.waitFor(this.reached('facts'), 'event-index');
  }

  /** Waits until the facts and the index of the events have reached the position, the index as far as the facts or further. */
  async waitForIndexed(position: string | undefined): Promise<void> {
    await this.waitFor(position, 'facts', 'event-index');
    await this.indexed();
  }

  /** The database of a read model as it stands. @throws Problem 503 while it is built for the first time. */
  reader(name: string): Database {
    try {
      return this.projections.reader(name).db();
    } catch (error) {
      if (error instanceof NotReady) throw new Problem(503, 'projection.not-ready', {}, [], { 'retry-after': '5' });
      throw error;
    }
  }

  /** @throws Problem 404 for a figure or an indicator that is not there, 400 for another query that cannot be read. */
  answer<T>(projection: string, ask: (db: Database) => T): T {
    const db = this.reader(projection);
    try {
      return ask(db);
    } catch (error) {
      throw asProblem(error);
    }
  }

  /** How far a read model is. */
  reached(projection: string): string | undefined {
    return checkpointOf(this.reader(projection)).position ?? undefined;
  }

  /** What a question needs of this day and this vault. */
  asking(): { readonly today: string; readonly personOf: PersonOf } {
    return { today: brusselsDay(Date.now()), personOf: (kid) => this.vault.personOf(kid) };
  }
}

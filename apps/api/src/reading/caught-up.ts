import { type EventStore, OldEpoch } from '@app/event-store';
import type { Projections } from '@app/projections';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem';
import { PROJECTIONS, STORE } from '../tokens';

const POSITION = /^\d{4}-\d{8,40}$/;
const PATIENCE_MS = 5_000;

/** Read-your-writes: a query that carries the position a command returned waits, bounded, until the projections have reached it. */
@Injectable()
export class CaughtUp {
  constructor(
    @Inject(PROJECTIONS) private readonly projections: Projections,
    @Inject(STORE) private readonly store: Pick<EventStore, 'epoch'>,
  ) {}

  /** @throws Problem 400 for what is no position, 503 when the projections do not get there in five seconds; OldEpoch for another history's position. */
  async to(position: string | undefined, ...names: string[]): Promise<void> {
    if (position === undefined) return;
    if (!POSITION.test(position)) throw new Problem(400, 'position.malformed', {}, [{ pointer: 'position', code: 'position.malformed' }]);
    const epoch = await this.store.epoch();
    if (Number(position.slice(0, 4)) !== epoch) throw new OldEpoch(`position ${position} belongs to another epoch than ${epoch}`);
    // A dead projection thread rejects: it will not get there either.
    const there = await this.projections.waitFor(position, PATIENCE_MS, names).catch(() => false);
    if (!there) throw new Problem(503, 'projection.behind', {}, [], { 'retry-after': '2' });
  }
}

import type { Projections } from '@app/projections';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem';
import { PROJECTIONS } from '../tokens';

const POSITION = /^\d{4}-\d{8,40}$/;
const PATIENCE_MS = 5_000;

/** Read-your-writes: a query that carries the position a command returned waits, bounded, until the projections have reached it. */
@Injectable()
export class CaughtUp {
  constructor(@Inject(PROJECTIONS) private readonly projections: Projections) {}

  /** @throws Problem 400 for what is no position, 503 when the projections do not get there in five seconds. */
  async to(position: string | undefined, ...names: string[]): Promise<void> {
    if (position === undefined) return;
    if (!POSITION.test(position)) throw new Problem(400, 'position.malformed', {}, [{ pointer: 'position', code: 'position.malformed' }]);
    // A dead projection thread rejects: it will not get there either.
    const there = await this.projections.waitFor(position, PATIENCE_MS, names).catch(() => false);
    if (!there) throw new Problem(503, 'projection.behind', {}, [], { 'retry-after': '2' });
  }
}

import type { Position } from '@app/event-store';
import type { EventFeed } from './event-feed';
import type { Entry } from './projection-entry';
import type { ProjectionState, ProjectionStatus, SkipDecision } from './projections';

function stateOf({ live, build, foreign }: Entry, head: Position | undefined): ProjectionState {
  if (foreign) return 'foreign-history';
  if (live?.stopped || (!live && build?.stopped)) return 'stopped';
  if (build) return 'rebuilding';
  return (live?.through ?? '') >= (head ?? '') ? 'live' : 'catching-up';
}

/** What a person and a health check see of one projection; `front` is the follower that has counted furthest. */
export function statusOf(
  entry: Entry,
  head: Position | undefined,
  front: Pick<EventFeed, 'ordinal' | 'position'> | undefined,
  skipped: readonly SkipDecision[],
): ProjectionStatus {
  const { live, build, foreign, projection } = entry;
  const shown = live ?? build;
  const checkpoint = shown?.checkpoint ?? { ordinal: 0 };
  const failure = foreign?.message ?? shown?.failure;
  const counted = Math.max(checkpoint.ordinal, front?.ordinal ?? 0);
  return {
    name: projection.name,
    version: projection.version,
    state: stateOf(entry, head),
    ready: live !== undefined,
    ...checkpoint,
    ...(head !== undefined && { head }),
    lag: {
      events: counted - checkpoint.ordinal,
      exact: !foreign && (front?.position ?? '') >= (head ?? ''),
    },
    ...(shown?.poison && { poison: shown.poison }),
    ...(failure !== undefined && { failure }),
    skipped,
    ...(live &&
      build && {
        rebuild: {
          ...build.checkpoint,
          ...(build.poison && { poison: build.poison }),
          ...(build.failure !== undefined && { failure: build.failure }),
        },
      }),
  };
}

import { type Occurred, type RecordedEvent, WITHDRAWN } from '@app/decider';
import type { SeededDraw } from '@app/partnership/synthetic/seeded-draw';

const DAY_MS = 86_400_000;
const LAST = '2025-12-31';

const plusDays = (day: string, count: number): string => new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

const moved = (occurred: Occurred, count: number): Occurred => ({
  ...occurred,
  from: plusDays(occurred.from, count),
  to: plusDays(occurred.to, count),
  ...(occurred.dates ? { dates: occurred.dates.map((date) => plusDays(date, count)) } : {}),
});

/** Corrections and withdrawals of some of a stream's events, appended to it as the write path appends them: each names the head of a chain. */
function amended(stream: readonly RecordedEvent[], draw: SeededDraw, newId: () => string): readonly RecordedEvent[] {
  const amendments: RecordedEvent[] = [];
  for (const event of stream) {
    if (event.corrects !== undefined || !draw.chance(0.12)) continue;
    const id = newId();
    // Every second correction leaves the date alone; some are corrected or withdrawn again.
    const first = {
      ...event,
      id,
      corrects: event.id,
      occurred: draw.chance(0.5) ? moved(event.occurred, draw.below(90) - 45) : event.occurred,
    };
    const withdrawal = (of: RecordedEvent): RecordedEvent => ({
      ...of,
      id: newId(),
      type: WITHDRAWN,
      corrects: of.id,
      data: { event: of.id },
    });
    if (draw.chance(0.3)) amendments.push(withdrawal(event));
    else if (draw.chance(0.3)) amendments.push(first, withdrawal(first));
    else if (draw.chance(0.3)) amendments.push(first, { ...first, id: newId(), corrects: id, occurred: moved(event.occurred, 1) });
    else amendments.push(first);
  }
  return [...stream, ...amendments];
}

/** Recorded within two years of its first day, after what the stream says before. */
function timed(stream: readonly RecordedEvent[], draw: SeededDraw): readonly RecordedEvent[] {
  let last = 0;
  return stream.map((event, revision) => {
    const from = event.occurred.from < LAST ? event.occurred.from : LAST;
    last = Math.max(last + 1, Date.parse(from) + Math.floor(draw.fraction() * 700 * DAY_MS));
    return { ...event, revision, recordedAt: new Date(last).toISOString() };
  });
}

/**
 * The same events as if teams had recorded them over years: streams in an order of their own, each in its own order, with corrections and withdrawals. Here
 * and there the clock stands back by some days, so that the day of recording is not that of the clock.
 */
export function spreadOverYears(events: readonly RecordedEvent[], draw: SeededDraw): readonly RecordedEvent[] {
  let made = 0;
  const newId = (): string => `00000000-0000-8000-9000-${String(++made).padStart(12, '0')}`;
  const streams = [...Map.groupBy(events, ({ streamId }) => streamId).values()];
  const log = streams.flatMap((stream) => timed(amended(stream, draw, newId), draw));
  log.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
  return log.map((event) =>
    draw.chance(0.02) ? { ...event, recordedAt: new Date(Date.parse(event.recordedAt) - 4 * DAY_MS).toISOString() } : event,
  );
}

import type { Nature, Occurred, Precision } from '@app/decider';
import { InvalidCommand } from './outcome';

/** `occurred` as a body may write it. */
export interface WrittenOccurred {
  readonly from: string;
  readonly to?: string;
  readonly nature?: Nature;
  readonly dates?: readonly string[];
  readonly precision?: Precision;
  readonly raw?: string;
}

/** Uncertain points and sets may not be longer: figures could not say anything about them. */
const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

const seenDays = new Set<string>();
const MOST_SEEN = 4_096;

/** Every command names a few days, mostly the same ones; asking the calendar costs more than all the rest here. */
const isCalendarDay = (day: string): boolean => {
  if (seenDays.has(day)) return true;
  const instant = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(day)) return false;
  if (seenDays.size >= MOST_SEEN) seenDays.clear();
  seenDays.add(day);
  return true;
};

const refuse = (pointer: string, code: string): never => {
  throw new InvalidCommand([{ pointer, code }]);
};

/**
 * Completes a written `occurred`: a missing `to` is `from`, a set takes its ends from its dates, a missing precision is `day`. A command without one
 * happened on the day of its recording.
 * @throws InvalidCommand for days that do not exist, ends in the wrong order and periods longer than 366 days (points and sets).
 */
export function normaliseOccurred(written: WrittenOccurred | undefined, today: string): Occurred {
  if (!written) return { from: today, to: today, nature: 'point', precision: 'day' };
  const dates = written.dates && [...new Set(written.dates)].sort();
  const nature = written.nature ?? (dates ? 'set' : 'point');
  const from = dates?.[0] ?? written.from;
  const to = dates?.at(-1) ?? written.to ?? written.from;
  if (!isCalendarDay(written.from) || !isCalendarDay(from)) refuse('/occurred/from', 'occurred.no-such-day');
  if (!isCalendarDay(to)) refuse('/occurred/to', 'occurred.no-such-day');
  if (dates?.some((day) => !isCalendarDay(day))) refuse('/occurred/dates', 'occurred.no-such-day');
  if ((nature === 'set') !== Boolean(dates && dates.length > 1)) refuse('/occurred/dates', 'occurred.set-needs-dates');
  if (dates && written.from !== from) refuse('/occurred/from', 'occurred.from-is-not-the-first-date');
  if (to < from) refuse('/occurred/to', 'occurred.ends-before-it-starts');
  if (nature !== 'span' && (Date.parse(to) - Date.parse(from)) / DAY_MS >= LONGEST_DAYS) refuse('/occurred/to', 'occurred.too-long');
  return {
    from,
    to,
    nature,
    ...(dates && nature === 'set' ? { dates } : {}),
    precision: written.precision ?? 'day',
    ...(written.raw === undefined ? {} : { raw: written.raw }),
  };
}

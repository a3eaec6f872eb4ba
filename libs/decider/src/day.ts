const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : DAYS_IN_MONTH[month - 1]!;

const two = (part: number): string => String(part).padStart(2, '0');

/** The day after a day, both `YYYY-MM-DD`: from a last day to the first day no longer valid. Calendar arithmetic alone, so that deciders may use it. */
export function dayAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (date < daysIn(year, month)) return `${day.slice(0, 8)}${two(date + 1)}`;
  return month < 12 ? `${day.slice(0, 5)}${two(month + 1)}-01` : `${String(year + 1).padStart(4, '0')}-01-01`;
}

/** Days from `from` to `to`; 0 for the same day. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A record is in time until that many days after the last day that it is about (ADR 0014). */
export const IN_TIME_DAYS = 31;

/** How many days after its last day something was recorded, when that is late; 0 when it was recorded in time, or ahead. */
export function daysLate(lastDay: string, recordedOn: string): number {
  if (recordedOn <= lastDay) return 0;
  const days = daysBetween(lastDay, recordedOn);
  return days > IN_TIME_DAYS ? days : 0;
}

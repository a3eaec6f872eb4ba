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

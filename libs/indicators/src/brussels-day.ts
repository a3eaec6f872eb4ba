const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit' });

const known = new Map<string, string>();

/** Brussels day of a UTC instant (ISO 8601). The offset only changes on the hour, so one answer serves every instant of that hour. */
export function brusselsDay(instant: string): string {
  const hour = instant.slice(0, 13);
  let day = known.get(hour);
  if (day === undefined) {
    if (known.size > 20_000) known.clear();
    day = brussels.format(Date.parse(instant));
    known.set(hour, day);
  }
  return day;
}

/** The day `count` days after `day` (before, when negative). */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Days from `from` to `to`; 0 for the same day. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

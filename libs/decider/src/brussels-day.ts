const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit' });

const MOST_HOURS = 20_000;
const HOUR_MS = 3_600_000;
const known = new Map<string | number, string>();

/**
 * The Brussels day (`YYYY-MM-DD`) of an instant: milliseconds since 1970, or ISO 8601 in UTC. The offset only changes on the hour, so one answer serves
 * every instant of that hour.
 */
export function brusselsDay(instant: number | string): string {
  const hour = typeof instant === 'number' ? Math.floor(instant / HOUR_MS) : instant.slice(0, 13);
  let day = known.get(hour);
  if (day === undefined) {
    if (known.size > MOST_HOURS) known.clear();
    day = brussels.format(typeof instant === 'number' ? instant : Date.parse(instant));
    known.set(hour, day);
  }
  return day;
}

const brussels = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit' });

let lastHour = Number.NaN;
let lastDay = '';

/** The Brussels day (`YYYY-MM-DD`) of an instant in milliseconds. */
export function brusselsDay(instant: number): string {
  // Formatting costs more than a decision; the day cannot change inside one hour of UTC, as Brussels is a whole number of hours away.
  const hour = Math.floor(instant / 3_600_000);
  if (hour !== lastHour) {
    lastDay = brussels.format(instant);
    lastHour = hour;
  }
  return lastDay;
}

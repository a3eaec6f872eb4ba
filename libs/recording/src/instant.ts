let second = Number.NaN;
let upToSecond = '';

/** ISO 8601 in UTC (`2021-03-04T09:30:00.123Z`) of milliseconds since 1970. Commands of one second share all but their milliseconds. */
export function isoInstant(ms: number): string {
  const asked = Math.floor(ms / 1000);
  if (asked !== second) {
    upToSecond = new Date(asked * 1000).toISOString().slice(0, -4);
    second = asked;
  }
  return `${upToSecond}${String(Math.floor(ms - asked * 1000)).padStart(3, '0')}Z`;
}

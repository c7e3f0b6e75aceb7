const MORNING_HOUR = 10;
const HOUR_MS = 3_600_000;

/** How many hours the clocks of a zone where it is morning now are ahead of UTC; negative behind it. */
function hoursAhead(now: number): number {
  return ((MORNING_HOUR - new Date(now).getUTCHours() + 36) % 24) - 12;
}

/**
 * A zone in which it is morning: what is started one after another then fits into one day's calling hours, at whatever
 * hour a test runs. Over a night Exotel's clock would run ahead, what is planned by this machine's would be past, and
 * nothing is resumed.
 */
function zoneOf(ahead: number): string {
  // Such names count the hours that a zone lies behind.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const ahead = hoursAhead(Date.now());

/** A Worker's variable: its account lives where it is morning as this test starts. */
export const IN_THE_MORNING = { TIME_ZONE: zoneOf(ahead) };

/** A clock time of that zone, on the day some days after `now`: "2026-11-23T10:00:00+05:00", and what a form takes. */
export function morningTime(now: number, days: number, time: string): { readonly iso: string; readonly typed: string } {
  const day = new Date(now + ahead * HOUR_MS + days * 24 * HOUR_MS).toISOString().slice(0, 10);
  const offset = `${ahead < 0 ? '-' : '+'}${String(Math.abs(ahead)).padStart(2, '0')}:00`;
  return { iso: `${day}T${time}:00${offset}`, typed: `${day}T${time}` };
}

const MORNING_HOUR = 10;

/**
 * A zone in which it is morning: what is started one after another then fits into one day's calling hours, at whatever
 * hour a test runs. Over a night Exotel's clock would run ahead, and what is planned by this machine's would be past.
 */
export function morningZone(now: number = Date.now()): string {
  const ahead = ((MORNING_HOUR - new Date(now).getUTCHours() + 36) % 24) - 12;
  // Such names count the hours that a zone lies behind.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

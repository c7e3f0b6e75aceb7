/** Calls a minute that were promised to somebody for a period; epoch milliseconds. */
export type PaceUse = { readonly from: number; readonly until: number; readonly perMinute: number };

/**
 * The highest pace, up to `wanted` calls a minute, at which a campaign beginning at `sendAt` can run to its end without
 * breaking a promise. A slower campaign takes longer and so meets more promises. Zero if there is none.
 */
export function freePace(
  uses: readonly PaceUse[],
  callsPerMinute: number,
  campaign: { readonly sendAt: number; readonly wanted: number; readonly lengthAt: (pace: number) => number },
): number {
  const { sendAt, wanted, lengthAt } = campaign;
  let pace = wanted;
  while (pace >= 1) {
    const left = callsPerMinute - mostPromised(uses, sendAt, sendAt + lengthAt(pace));
    if (left >= pace) return pace;
    pace = left;
  }
  return 0;
}

/** The most calls a minute promised at any moment from `from` up to `until`. */
function mostPromised(uses: readonly PaceUse[], from: number, until: number): number {
  const met = uses.filter((use) => use.from < until && use.until > from);
  const promisedAt = (moment: number): number =>
    met.reduce((sum, use) => sum + (use.from <= moment && use.until > moment ? use.perMinute : 0), 0);
  // The promised total grows only where a promise begins.
  return Math.max(0, ...[from, ...met.map((use) => Math.max(from, use.from))].map(promisedAt));
}

/** The ends of promises between two moments, in order: at each of them other calls may begin. */
export function endsBetween(uses: readonly PaceUse[], from: number, until: number): number[] {
  return uses
    .map((use) => use.until)
    .filter((end) => end > from && end < until)
    .toSorted((left, right) => left - right);
}

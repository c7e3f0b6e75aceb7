/** Calls a minute that somebody was promised, for a time; epoch milliseconds. */
export type PaceUse = { readonly from: number; readonly until: number; readonly perMinute: number };

/**
 * The most calls a minute, up to `wanted`, that a campaign beginning at `sendAt` can have to its end without anybody's
 * promise being broken: the slower it is, the longer it takes, and the more promises it meets. Zero when there is none.
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

/** The most that is promised at any moment from `from` up to `until`. */
function mostPromised(uses: readonly PaceUse[], from: number, until: number): number {
  const met = uses.filter((use) => use.from < until && use.until > from);
  const promisedAt = (moment: number): number =>
    met.reduce((sum, use) => sum + (use.from <= moment && use.until > moment ? use.perMinute : 0), 0);
  // It only grows where a promise begins.
  return Math.max(0, ...[from, ...met.map((use) => Math.max(from, use.from))].map(promisedAt));
}

/** When a promise ends, others may begin: those ends between two moments, in order. */
export function endsBetween(uses: readonly PaceUse[], from: number, until: number): number[] {
  return uses
    .map((use) => use.until)
    .filter((end) => end > from && end < until)
    .toSorted((left, right) => left - right);
}

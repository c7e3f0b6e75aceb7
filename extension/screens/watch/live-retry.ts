import { LIVE_RETRY_FIRST_SECONDS, LIVE_RETRY_LONGEST_SECONDS } from '../../../shared/extension-limits.ts';

/** How long to wait before a lost live connection is tried again; `chance` in [0, 1) spreads many windows. */
export function liveRetryMs(failures: number, chance: number): number {
  const seconds = Math.min(LIVE_RETRY_FIRST_SECONDS * 2 ** Math.max(0, failures - 1), LIVE_RETRY_LONGEST_SECONDS);
  return Math.round(seconds * 1000 * (0.75 + chance / 2));
}

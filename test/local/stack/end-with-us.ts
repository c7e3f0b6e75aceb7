import { constants } from 'node:os';

type EndSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';
const SIGNALS: readonly EndSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const cleanups = new Set<() => void>();

function runCleanups(): void {
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
}

function endNow(signal: EndSignal): void {
  runCleanups();
  process.exit(128 + constants.signals[signal]);
}

/**
 * Runs `cleanup` (synchronous) when this process ends, by itself or by a signal; answers how to call it off.
 * Nothing can run after SIGKILL.
 */
export function whenWeEnd(cleanup: () => void): () => void {
  if (cleanups.size === 0) {
    process.on('exit', runCleanups);
    for (const signal of SIGNALS) process.on(signal, endNow);
  }
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size > 0) return;
    process.off('exit', runCleanups);
    for (const signal of SIGNALS) process.off(signal, endNow);
  };
}

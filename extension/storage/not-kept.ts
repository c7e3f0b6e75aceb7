/**
 * Why the browser stored nothing, as far as it says. `error` is its own name for the error, for somebody who is asked
 * for help.
 */
export interface NotKept {
  readonly reason: 'full' | 'file_changed' | 'no_database' | 'unknown';
  readonly error: string;
}

const REASONS: Readonly<Record<string, NotKept['reason']>> = {
  QuotaExceededError: 'full',
  // A chosen file is read while it is copied; it is gone, changed or locked.
  NotReadableError: 'file_changed',
  NotFoundError: 'file_changed',
  // For example in private windows, or in a damaged profile.
  InvalidStateError: 'no_database',
  SecurityError: 'no_database',
};

export function notKeptBecause(error: unknown): NotKept {
  const name = error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  return { reason: Object.hasOwn(REASONS, name) ? (REASONS[name] ?? 'unknown') : 'unknown', error: name };
}

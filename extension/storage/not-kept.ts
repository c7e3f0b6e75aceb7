/** Why the browser kept nothing, as far as it says. `error` is its own name for it, for whoever is asked for help. */
export interface NotKept {
  readonly reason: 'full' | 'file_changed' | 'no_database' | 'unknown';
  readonly error: string;
}

const REASONS: Readonly<Record<string, NotKept['reason']>> = {
  QuotaExceededError: 'full',
  // A chosen file is read while it is copied: gone, changed or locked since.
  NotReadableError: 'file_changed',
  NotFoundError: 'file_changed',
  // As in private windows, or where the profile is damaged.
  InvalidStateError: 'no_database',
  SecurityError: 'no_database',
};

export function notKeptBecause(error: unknown): NotKept {
  const name = error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  return { reason: Object.hasOwn(REASONS, name) ? (REASONS[name] ?? 'unknown') : 'unknown', error: name };
}

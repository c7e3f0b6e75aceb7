import { words } from '../../words/words.ts';

/** Exotel may add kinds and statuses: one without a word of ours is shown as it came. */
export function kindWord(kind: string): string {
  const known: Readonly<Record<string, string>> = words.callbacks.kinds;
  return known[kind] ?? kind;
}

export function statusWord(status: string): string {
  return words.callbacks.statuses[status] ?? status;
}

import type { Suppression } from '../../../shared/people/suppression.ts';
import { words } from '../../words/words.ts';

type Scope = Pick<Suppression, 'channel' | 'group' | 'expires'>;

/** Whether an entry keeps every call and message from the number now. */
export function isForEverything(entries: readonly Scope[], now: number): boolean {
  return entries.some(
    ({ channel, group, expires }) =>
      channel === null && group === null && (expires === null || Date.parse(expires) > now),
  );
}

/** What an entry prevents: "Calls only, promotional templates, until 12 Dec 10:00". */
export function scopeText({ channel, group, expires }: Scope, when: (instant: string) => string): string {
  const { holds } = words.people;
  return [
    holds.channels[channel ?? 'both'],
    ...(group === null ? [] : [holds.groups[group]]),
    ...(expires === null ? [] : [holds.until(when(expires))]),
  ].join(', ');
}

import { formatMoment } from '../words/format-time.ts';
import { words } from '../words/words.ts';
import { useApp } from './app-context.ts';

/** Writes an instant in words, in the account's zone. A text that is not an instant is shown unchanged. */
export function useMoment(): (instant: string | null) => string {
  const { clock, connection } = useApp();
  const [now, zone] = [clock.value, connection.zone.value];
  return (instant) => {
    if (instant === null) return words.shell.none;
    const at = Date.parse(instant);
    return Number.isNaN(at) ? instant : formatMoment(at, zone, now);
  };
}

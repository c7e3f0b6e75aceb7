import { formatMoment } from '../words/format-time.ts';
import { words } from '../words/words.ts';
import { useApp } from './app-context.ts';

/** Writes an instant as people say it, in the account's zone. What is no instant is shown as it came. */
export function useMoment(): (instant: string | null) => string {
  const { clock, connection } = useApp();
  const [now, zone] = [clock.value, connection.zone.value];
  return (instant) => {
    if (instant === null) return words.shell.none;
    const at = Date.parse(instant);
    return Number.isNaN(at) ? instant : formatMoment(at, zone, now);
  };
}

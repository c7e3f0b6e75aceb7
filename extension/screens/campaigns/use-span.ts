import { formatDay, formatHour } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { useApp } from '../../components/app-context.ts';
import { useMoment } from '../../components/use-moment.ts';

/** Writes a period; if both ends are on one day, the day is written once. */
export function useSpan(): (from: string | null, to: string | null) => string {
  const { clock, connection } = useApp();
  const moment = useMoment();
  const [now, zone] = [clock.value, connection.zone.value];
  return (from, to) => {
    if (from === null && to === null) return words.shell.none;
    const [begin, end] = [Date.parse(from ?? ''), Date.parse(to ?? '')];
    const oneDay =
      !Number.isNaN(begin) && !Number.isNaN(end) && formatDay(begin, zone, now) === formatDay(end, zone, now);
    return words.watch.window(moment(from), oneDay ? formatHour(end, zone) : moment(to));
  };
}

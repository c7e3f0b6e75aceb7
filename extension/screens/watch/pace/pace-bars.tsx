import type { Channel } from '../../../../shared/template/template-schema.ts';
import { useApp } from '../../../components/app-context.ts';
import type { PaceChart } from './bar-heights.ts';
import { formatDay, formatHour, formatMoment } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';

interface Props {
  chart: PaceChart;
  channel: Channel;
  zone: string;
}

/** The picture; below it, a sentence and a table have the same content. */
export function PaceBars({ chart, channel, zone }: Props) {
  const { clock } = useApp();
  const { slots, busiest } = chart;
  const [first, last] = [slots[0]?.at ?? 0, slots.at(-1)?.at ?? 0];
  const day = (at: number) => formatDay(at, zone, clock.value);
  const oneDay = day(first) === day(last);
  const label = (at: number) => (oneDay ? formatHour(at, zone) : formatMoment(at, zone, clock.value));
  return (
    <div class="pace-picture" aria-hidden="true">
      <span class="pace-most">{words.pace.rounded(busiest.perMinute)}</span>
      <div class="pace-bars">
        {slots.map((slot) =>
          slot.kind === 'gap' ? (
            <span key={`gap ${slot.at}`} class="pace-gap" />
          ) : (
            <span
              key={slot.at}
              class="pace-bar"
              title={words.pace.bar(label(slot.at), slot.perMinute, channel)}
              style={{ '--share': slot.perMinute / busiest.perMinute }}
            />
          ),
        )}
      </div>
      <div class="pace-ends" style={{ '--slots': slots.length }}>
        <span>{label(first)}</span>
        {first === last ? null : <span>{label(last)}</span>}
      </div>
    </div>
  );
}

import type { CallingWindow } from '../../../shared/plan/calling-window.ts';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import { useApp } from '../../components/app-context.ts';
import { timelineDays } from './lay-timeline.ts';
import { formatCount } from '../../words/format-number.ts';
import { formatDay } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

/** Shorter bars, as a share of the day, have no room for their number; a day shown horizontally is longer. */
const NUMBERED_FROM = 0.16;
const LYING_NUMBERED_FROM = 0.06;

interface Props {
  plan: Plan;
  window: CallingWindow;
  hours: { from: string; to: string };
  timeZone: string;
}

/**
 * Days side by side, each as tall as its calling hours, with the campaigns at their times; a single day is shown
 * horizontally. The list below has the same content.
 */
export function Timeline({ plan, window, hours, timeZone }: Props) {
  const { clock } = useApp();
  const days = timelineDays(plan, window, timeZone);
  const lies = days.length === 1;
  const numberedFrom = lies ? LYING_NUMBERED_FROM : NUMBERED_FROM;
  return (
    <figure class={`timeline${lies ? ' timeline-lying' : ''}`} aria-label={words.confirm.timeline}>
      <div class="timeline-hours" aria-hidden="true">
        <span>{hours.from}</span>
        <span>{hours.to}</span>
      </div>
      {/* If there are more days than fit, they can be scrolled, also by keyboard. */}
      <div
        class="timeline-days"
        role="region"
        aria-label={words.confirm.timelineSummary(days.length, plan.campaigns.length)}
        tabIndex={0}
      >
        {days.map(({ at, contacts, bars }) => (
          <div key={at} class="timeline-day">
            <span class="timeline-date">{formatDay(at, timeZone, clock.value)}</span>
            <div class="timeline-track" aria-hidden="true">
              {bars.map(({ seq, top, height }) => (
                <span key={seq} class="timeline-bar" style={{ '--from': top, '--share': height }}>
                  {height > numberedFrom ? seq : ''}
                </span>
              ))}
            </div>
            <span class="timeline-count">{formatCount(contacts)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf, formatCount } from '../format-number.ts';
import { outgoing } from './steps/confirm.ts';

const rate: Record<Channel, string> = { voice: 'calls per minute', sms: 'messages per minute' };
const rounded = (perMinute: number) => (perMinute >= 10 ? formatCount(Math.round(perMinute)) : perMinute.toFixed(1));

/** How fast it goes, and how much longer it takes. */
export const pace = {
  title: { voice: 'Calls per minute', sms: 'Messages per minute' } satisfies Record<Channel, string>,
  none: { voice: 'No calls yet.', sms: 'No messages yet.' } satisfies Record<Channel, string>,
  noTimes: 'Exotel has given no times yet.',
  summary: (channel: Channel, count: number, busiest: number, when: string, isOver: boolean) =>
    `${outgoing(channel, count)}${isOver ? '' : ' so far'}. Peak: ${rounded(busiest)} per minute, ${when}.`,
  ofLate: (channel: Channel, perMinute: number) => `Now: ${rounded(perMinute)} ${rate[channel]}.`,
  bar: (when: string, perMinute: number, channel: Channel) => `${when}: ${rounded(perMinute)} ${rate[channel]}`,
  rounded,
  each: (minutes: number) =>
    minutes === 1
      ? 'Each bar is a minute.'
      : minutes < 60
        ? `Each bar is ${countOf(minutes, 'minute', 'minutes')}.`
        : `Each bar is ${countOf(minutes / 60, 'hour', 'hours')}.`,
  gaps: 'Longer breaks are not shown.',
  table: 'Show as a table',
  from: 'From',
  calls: { voice: 'Calls', sms: 'Messages' } satisfies Record<Channel, string>,
  perMinute: 'Per minute',
  left: {
    begins: (when: string, end: string | null) => `Starts ${when}${end === null ? '.' : `, finishes by about ${end}.`}`,
    running: (left: string, end: string) => `About ${left} left: finishes by about ${end}.`,
    last: (waiting: number, end: string | null) =>
      `Last ${countOf(waiting, 'contact', 'contacts')}.${end === null ? '' : ` Retries end by ${end} at the latest.`}`,
    planned: (end: string) => `Planned to finish by about ${end}.`,
    waiting: (when: string, end: string | null) =>
      `Nothing goes out now. Continues ${when}${end === null ? '.' : `, finishes by about ${end}.`}`,
    paused: (left: string | null) =>
      left === null ? 'Paused. Nothing goes out until you resume.' : `Paused. About ${left} left once you resume.`,
    stalled: (when: string, waiting: number) =>
      `No reports since ${when}, with ${countOf(waiting, 'contact', 'contacts')} waiting. The time left is unknown.`,
  },
};

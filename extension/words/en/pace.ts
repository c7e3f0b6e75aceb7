import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf, formatCount } from '../format-number.ts';
import { outgoing } from './confirm.ts';

const rate: Record<Channel, string> = { voice: 'calls a minute', sms: 'messages a minute' };
const rounded = (perMinute: number) => (perMinute >= 10 ? formatCount(Math.round(perMinute)) : perMinute.toFixed(1));

/** How fast it goes, and how much longer it takes. */
export const pace = {
  title: { voice: 'Calls a minute', sms: 'Messages a minute' } satisfies Record<Channel, string>,
  none: { voice: 'No calls yet.', sms: 'No messages yet.' } satisfies Record<Channel, string>,
  noTimes: 'Exotel has given no times yet.',
  summary: (channel: Channel, count: number, busiest: number, when: string, isOver: boolean) =>
    `${outgoing(channel, count)}${isOver ? '' : ' so far'}. At most ${rounded(busiest)} a minute, ${when}.`,
  ofLate: (channel: Channel, perMinute: number) => `Of late ${rounded(perMinute)} ${rate[channel]}.`,
  bar: (when: string, perMinute: number, channel: Channel) => `${when}: ${rounded(perMinute)} ${rate[channel]}`,
  rounded,
  each: (minutes: number) =>
    minutes === 1
      ? 'Each bar is a minute.'
      : minutes < 60
        ? `Each bar is ${countOf(minutes, 'minute', 'minutes')}.`
        : `Each bar is ${countOf(minutes / 60, 'hour', 'hours')}.`,
  gaps: 'Longer breaks are left out.',
  table: 'Show as a table',
  from: 'From',
  calls: { voice: 'Calls', sms: 'Messages' } satisfies Record<Channel, string>,
  perMinute: 'A minute',
  left: {
    begins: (when: string, end: string | null) => `Begins ${when}${end === null ? '.' : `, all done by about ${end}.`}`,
    running: (left: string, end: string) => `About ${left} left: all done by about ${end}.`,
    planned: (end: string) => `As planned, all done by about ${end}.`,
    waiting: (when: string, end: string | null) =>
      `Nothing goes out now. It goes on ${when}${end === null ? '.' : `, all done by about ${end}.`}`,
    paused: (left: string | null) =>
      left === null ? 'Paused: nothing goes on until you resume.' : `Paused. About ${left} left once you resume.`,
    stalled: (when: string, waiting: number) =>
      `Nothing was reported since ${when}, although ${countOf(waiting, 'contact waits', 'contacts wait')} and it is their time. How long it takes cannot be told.`,
  },
};

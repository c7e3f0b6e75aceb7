import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf } from '../format-number.ts';

/** What one import may do otherwise than its template. */
export const adjust = {
  title: { voice: 'Change times and pace', sms: 'Change the times' } satisfies Record<Channel, string>,
  note: 'Only for this import: the template stays as it is.',
  start: { voice: 'When calling starts', sms: 'When sending starts' } satisfies Record<Channel, string>,
  soon: 'As soon as possible',
  later: 'Not before a day and time',
  startAt: 'Day and time',
  startHint: (zone: string) => `On the clocks of the account (${zone}), and only in its calling hours.`,
  startPassed: 'This has passed: it starts as soon as possible.',
  startMissing: 'Give a day and a time.',
  startTooLate: (days: number) => `It can start at most ${countOf(days, 'day', 'days')} from now.`,
  hours: { voice: 'Call only between', sms: 'Send only between' } satisfies Record<Channel, string>,
  hoursHint: (from: string, to: string) => `Within the account’s: ${from}–${to}.`,
  asTemplate: 'Back to the template’s',
  changed: (names: readonly string[]) => `Changed: ${names.join(', ')}`,
  parts: { startAt: 'start', window: 'hours', throttle: 'pace', retries: 'retries' },
  wrong: 'Correct the times and pace first.',
  use: 'Use these times',
  using: 'Planning anew…',
  useFirst: 'Use the changed times first, or go back to the template’s.',
};

import type { Channel } from '../../../../shared/template/template-schema.ts';
import { countOf } from '../../format-number.ts';

/** What one import may do otherwise than its template. */
export const adjust = {
  title: { voice: 'Change times and pace', sms: 'Change the times' } satisfies Record<Channel, string>,
  note: 'Applies to this import only. The template stays the same.',
  start: { voice: 'Start calling', sms: 'Start sending' } satisfies Record<Channel, string>,
  soon: 'As soon as possible',
  later: 'Start at a set time',
  startAt: 'Day and time',
  timeOf: (name: string) => `${name}: time`,
  startHint: (zone: string) => `Account time (${zone}), within its calling hours.`,
  startPassed: 'This time has passed. Calls start as soon as possible.',
  startMissing: 'Enter a day and a time.',
  startTooLate: (days: number) => `Choose a start within ${countOf(days, 'day', 'days')} from now.`,
  hours: { voice: 'Call only between', sms: 'Send only between' } satisfies Record<Channel, string>,
  hoursHint: (from: string, to: string) => `Stay within the account’s hours: ${from}–${to}.`,
  asTemplate: 'Reset to the template',
  changed: (names: readonly string[]) => `Changed: ${names.join(', ')}`,
  parts: { startAt: 'start', window: 'hours', throttle: 'pace', retries: 'retries' },
  change: {
    template: 'Change the template',
    startAt: 'Change when it begins',
    window: 'Change the hours',
    throttle: 'Change the pace',
    retries: 'Change the retries',
  },
  done: 'Done',
  wrong: 'Fix the times and pace to start.',
  use: 'Use these times',
  using: 'Updating the plan…',
  useFirst: 'Press “Use these times”, or reset to the template.',
};

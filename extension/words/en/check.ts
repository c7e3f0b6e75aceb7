import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf, formatBytes } from '../format-number.ts';
import { outgoing } from './confirm.ts';

const peopleWithout: Record<Channel, string> = {
  voice: 'nothing is said in its place',
  sms: 'nothing stands in its place',
};

export const check = {
  title: { voice: 'Who will be called?', sms: 'Who gets a message?' } satisfies Record<Channel, string>,
  reading: 'Checking the file',
  readingBytes: (done: number, total: number) => `${formatBytes(done)} of ${formatBytes(total)}`,
  willBeCalled: (count: number, channel: Channel = 'voice') => outgoing(channel, count),
  nobody: 'Nobody to call',
  outOf: (total: number) => `from ${countOf(total, 'row', 'rows')}`,
  acceptedOf: { voice: 'To call', sms: 'To write to' } satisfies Record<Channel, string>,
  duplicate: 'Duplicates',
  invalid: 'Not valid',
  blank: 'Blank',
  rowsTotal: 'Rows in the file',
  missingHeading: 'Values that are missing',
  missingValues: (count: number, name: string, channel: Channel) =>
    `${countOf(count, 'person has', 'people have')} no ${name}: ${peopleWithout[channel]}.`,
  seeOne: 'See one',
  seeOneWithout: (name: string) => `See one without ${name}`,
  start: (contacts: number, campaigns: number, channel: Channel = 'voice') =>
    `${channel === 'sms' ? 'Send' : 'Start'} ${outgoing(channel, contacts)} in ${countOf(campaigns, 'campaign', 'campaigns')}`,
  starting: 'Starting…',
  startNote: 'The file leaves this browser only now. You can close this window right after.',
  hoursOutsideAccount:
    'The template calls only at hours the account does not allow. Change the calling hours of the template.',
  cannotStart: 'Nothing can be started yet',
  toColumns: 'Go to the columns',
  toFile: 'Choose another file',
  faultHeading: 'This file cannot be used as it is',
  unreadable: 'The browser can no longer read this file. Choose it again.',
  changedHeading: 'Look again before starting',
  changedElsewhere: 'Something was changed in another window. Check the new numbers, then press Start.',
  planChanged:
    'The Worker counted differently from this screen, so nothing was started. The counts below are from now; the likely reason is a changed template or changed calling hours.',
  launchedBefore: (name: string, user: string, when: string) =>
    `“${name}” called the same people: started by ${user}, ${when}. Nothing was started now. If they are to be called once more, say so below.`,
  launchedBeforeUnnamed:
    'The same people were called within the last day. Nothing was started now. If they are to be called once more, say so below.',
  callAgain: 'Yes, call the same people again',
  tooLongAgo:
    'You pressed Start a long time ago and the file could not be sent until now, so nothing was started. Check the times and press again.',
};

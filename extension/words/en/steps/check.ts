import type { Channel } from '../../../../shared/template/template-schema.ts';
import { countOf, formatBytes, formatCount } from '../../format-number.ts';
import { outgoing } from './confirm.ts';

const peopleWithout: Record<Channel, string> = {
  voice: 'the call skips it',
  sms: 'the message skips it',
};

const reached: Record<Channel, string> = { voice: 'called', sms: 'messaged' };

export const check = {
  title: { voice: 'Who will be called?', sms: 'Who gets a message?' } satisfies Record<Channel, string>,
  reading: 'Checking the file',
  readingBytes: (done: number, total: number) => `${formatBytes(done)} of ${formatBytes(total)}`,
  willBeCalled: (count: number, channel: Channel = 'voice') => outgoing(channel, count),
  nobody: 'Nobody to call',
  outOf: (total: number) => `from ${countOf(total, 'row', 'rows')}`,
  acceptedOf: { voice: 'To call', sms: 'To message' } satisfies Record<Channel, string>,
  duplicate: 'Duplicates',
  invalid: 'Bad in file',
  blank: 'Blank',
  suppressed: 'Not to be called',
  calledRecently: { voice: 'Called recently', sms: 'Messaged recently' } satisfies Record<Channel, string>,
  calledRecentlyHeading: (count: number, channel: Channel) =>
    `${countOf(count, 'person was', 'people were')} ${reached[channel]} recently`,
  calledRecentlyWhy: (channel: Channel) =>
    `They are left out: the settings say how often one number may be ${reached[channel]}.`,
  callAnywayReason: { voice: 'Why call them again', sms: 'Why message them again' } satisfies Record<Channel, string>,
  callAnyway: { voice: 'Call them all the same', sms: 'Message them all the same' } satisfies Record<Channel, string>,
  calledAnyway: (user: string, when: string, reason: string, channel: Channel) =>
    `People ${reached[channel]} recently are ${reached[channel]} again: decided by ${user}, ${when}: “${reason}”.`,
  leftOutByFile: (people: number, headings: readonly string[]) =>
    `${countOf(people, 'row is', 'rows are')} left out, because the file says not to call: ${headings.map((one) => `“${one}”`).join(', ')}.`,
  changeColumns: 'Change under Columns',
  rowsTotal: 'Rows in the file',
  missingHeading: 'Missing values',
  missingValues: (count: number, name: string, channel: Channel) =>
    `${countOf(count, 'person has', 'people have')} no ${name}: ${peopleWithout[channel]}.`,
  missingFilled: (count: number, name: string, fallback: string, channel: Channel) =>
    `${countOf(count, 'person has', 'people have')} no ${name}: ${channel === 'sms' ? `“${fallback}” stands in its place` : `“${fallback}” is said`}.`,
  missingLeftOut: (count: number, name: string) =>
    `${countOf(count, 'row is', 'rows are')} left out, where ${name} or another value is missing.`,
  shortenedValues: (count: number, name: string, limit: number, channel: Channel) =>
    `${countOf(count, 'person has', 'people have')} more than ${limit} characters as ${name}: only the beginning is ${channel === 'sms' ? 'sent' : 'said'}. Shorten it in the file, or choose another column.`,
  missingPolicy: (name: string) => `Where ${name} is missing`,
  missingPolicies: {
    voice: {
      nothing: 'Say nothing in its place',
      instead: 'Say this instead',
      leave_out: 'Leave these people out',
    },
    sms: {
      nothing: 'Write nothing in its place',
      instead: 'Write this instead',
      leave_out: 'Leave these people out',
    },
  },
  missingInstead: (name: string) => `Instead of ${name}`,
  missingExample: 'customer',
  missingUse: 'Use it',
  seeOne: 'Preview',
  seeOneWithout: (name: string) => `Preview one without ${name}`,
  start: (contacts: number, campaigns: number, channel: Channel = 'voice') =>
    `${channel === 'sms' ? 'Send' : 'Start'} ${outgoing(channel, contacts)} in ${countOf(campaigns, 'campaign', 'campaigns')}`,
  starting: 'Starting…',
  startNote: {
    voice: 'Pressing Start uploads the file. You can then close this window.',
    sms: 'Pressing Send uploads the file. You can then close this window.',
  } satisfies Record<Channel, string>,
  consent: {
    voice: 'I am allowed to call these people',
    sms: 'I am allowed to message these people',
  } satisfies Record<Channel, string>,
  consentFirst: 'Tick this before you start.',
  consentLastTime: 'Ticked as last time with this template.',
  hoursOutsideAccount: 'Change the calling hours of the template: the account does not allow them.',
  cannotStart: 'Not ready to start',
  toColumns: 'Go to the columns',
  toFile: 'Choose another file',
  faultHeading: 'Fix this file and choose it again',
  unreadable: 'The browser can no longer read this file. Choose it again.',
  changedHeading: 'Check again before starting',
  changedElsewhere: 'Another window changed this import. Check the new numbers, then press Start.',
  otherWorker: 'Nothing was started: this file goes to another Worker than the one in use.',
  pressNotKept: 'Nothing was started: the browser could not save it. Free some disk space, then press again.',
  planChanged:
    'The Worker counted differently, so nothing was started. Someone may be newly left out, or the template or the calling hours may have changed. Check the new numbers below.',
  partsChanged: (parts: string) =>
    `Nothing was started: someone changed ${parts} after you pressed Start. Check what is shown below, then press Start again.`,
  changedParts: {
    template: 'the template',
    adjust: 'times, retries or pace of this import',
    columns: 'the columns',
    account: 'the account’s calling hours or pace',
    people: 'the people to call',
  },
  launchedBefore: (name: string, user: string, when: string) =>
    `“${name}” called the same people: started by ${user}, ${when}. Nothing was started now. To call them again, tick the box below.`,
  launchedBeforeUnnamed:
    'The same people were called within the last day. Nothing was started now. To call them again, tick the box below.',
  callAgain: 'Yes, call the same people again',
  tooLongAgo:
    'The file could not be sent for a long time after you pressed Start, so nothing was started. Check the times and press Start again.',
  grown: {
    heading: (people: number, channel: Channel) =>
      `${countOf(people, 'person was', 'people were')} ${channel === 'sms' ? 'messaged' : 'called'} with this template in the last 30 days, or will be soon`,
    by: (people: number, name: string, when: string) => `${countOf(people, 'person', 'people')}: “${name}”, ${when}`,
    byChanged: (people: number, heading: string) =>
      `, of these ${countOf(people, 'person', 'people')} with another “${heading}” now`,
    byOthers: (people: number) => `${countOf(people, 'person', 'people')}: other imports`,
    legend: { voice: 'Whom to call', sms: 'Whom to message' } satisfies Record<Channel, string>,
    everybody: (people: number, channel: Channel) =>
      `${channel === 'sms' ? 'Message' : 'Call'} everybody: ${countOf(people, 'person', 'people')}`,
    everybodyHint: {
      voice: 'Those people are called once more.',
      sms: 'Those people are messaged once more.',
    } satisfies Record<Channel, string>,
    newOrChanged: (
      { fresh, changed, heading }: { readonly fresh: number; readonly changed: number; readonly heading: string },
      channel: Channel,
    ) =>
      `${channel === 'sms' ? 'Message' : 'Call'} ${countOf(fresh + changed, 'person', 'people')}: ${formatCount(fresh)} new, ${formatCount(changed)} with another “${heading}” now`,
    newOrChangedHint: (heading: string) =>
      `Leaves out those whose “${heading}” is still what it was at their last import with this template.`,
    column: {
      voice: 'Call again when this column changes',
      sms: 'Message again when this column changes',
    } satisfies Record<Channel, string>,
    noColumn: 'No column',
    unknown: (people: number, heading: string) =>
      `What “${heading}” was before is not known of ${countOf(people, 'person', 'people')}: it was not noted then, or that import is not over. They count as unchanged.`,
    onlyNew: (people: number, channel: Channel) =>
      `${channel === 'sms' ? 'Message' : 'Call'} only the ${countOf(people, 'new person', 'new people')}`,
    onlyNewHint: {
      voice:
        'Leaves the others out, even if they did not answer: call them again from that import. See and download them under Check.',
      sms: 'Leaves the others out, even if the message did not reach them: send it again from that import. See and download them under Check.',
    } satisfies Record<Channel, string>,
  },
  leftOut: {
    heading: (count: number) =>
      `${count === 0 ? 'Nobody is' : countOf(count, 'person is', 'people are')} left out by your team’s rules`,
    asking: 'Asking the Worker who is not to be called…',
    failed: 'The Worker could not be asked who is not to be called. It is asked again before anything starts.',
    people: 'People',
    count: (count: number) => countOf(count, 'person', 'people'),
    rule: 'Why',
    since: 'Since',
    by: 'By',
    listed: (source: string) => `On the list: ${source}`,
    erased: 'On the list: erased person',
    deletedImport: 'a deleted import',
    imports: (name: string) => `As many imports as allowed, the last: ${name}`,
    attempts: (name: string, channel: Channel) =>
      `As many ${channel === 'sms' ? 'messages' : 'calls'} as allowed, the last by ${name}`,
    more: (reasons: number, people: number) =>
      `${countOf(reasons, 'more reason', 'more reasons')} for ${countOf(people, 'person', 'people')}`,
    asOf: (time: string) => `As of ${time}. Start asks once more.`,
    calledAnyway: (count: number, reason: string, channel: Channel) =>
      `${countOf(count, 'person', 'people')} ${reached[channel]} recently ${count === 1 ? 'is' : 'are'} ${reached[channel]} all the same: ${reason}`,
    leaveOut: (count: number, channel: Channel) =>
      `Leave out ${countOf(count, 'person', 'people')} ${reached[channel]} recently`,
  },
};

import type { Channel } from '../../../../shared/template/template-schema.ts';
import type { SpendPassed } from '../../../../shared/protocol/spend.ts';
import type { DeliveryPreference } from '../../../../shared/plan/choose-delivery.ts';
import { testCall } from './test-call.ts';
import { countOf, formatCount } from '../../format-number.ts';
import { formatRupees } from '../../format-rupees.ts';

/** What goes out, counted: calls or messages. */
export function outgoing(channel: Channel, count: number): string {
  return channel === 'sms' ? countOf(count, 'message', 'messages') : countOf(count, 'call', 'calls');
}

const wishes: Record<DeliveryPreference, { label: string; hint: string }> = {
  auto: { label: 'Let Dialsheet choose', hint: 'Uses the fewest campaigns.' },
  inline: { label: 'Numbers inside each campaign', hint: 'Exotel checks them at once; up to 5,000 in a campaign.' },
  lists: { label: 'Lists', hint: 'Upload once, call again with any template.' },
};

const quoted = (headings: readonly string[]) => headings.map((heading) => `“${heading}”`).join(', ');

const capsOn = { import: 'One import', person: 'You', day: 'The team' };

/** The fourth step: everything that is going to happen, before it does. */
export const confirm = {
  testCall,
  title: 'Is everything right?',
  headline: (channel: Channel, contacts: number, campaigns: number) =>
    `${outgoing(channel, contacts)} in ${countOf(campaigns, 'campaign', 'campaigns')}`,
  starts: { voice: 'First call', sms: 'First message' },
  ends: 'Finishes by (at the latest)',
  takes: 'Takes',
  takesDays: (days: number, duration: string) =>
    days > 1 ? `${countOf(days, 'day', 'days')} of calling hours` : duration,
  hours: 'Calling hours',
  hoursOf: (from: string, to: string, zone: string) => `${from}–${to} ${zone}`,
  pace: 'Pace',
  paceOf: (perMinute: number) => `At most ${countOf(perMinute, 'call', 'calls')} a minute`,
  attempts: 'Maximum calls',
  attemptsNote: (count: number, retries: number) =>
    retries === 0
      ? `${formatCount(count)}, no retries`
      : `${formatCount(count)}, if every call needs ${countOf(retries, 'retry', 'retries')}`,
  parts: 'SMS parts in all',
  partsNote: (parts: number) => `${formatCount(parts)}, each billed by Exotel`,
  cost: 'Cost',
  costOf: (rupees: number) => formatRupees(rupees),
  costRange: (low: number, likely: number, high: number) =>
    `${formatRupees(low)} to ${formatRupees(high)}, likely ${formatRupees(likely)}`,
  capHeading: 'Too much money for one of your team’s rules',
  capReason: 'A start would pass a spending cap of your team.',
  capPassed: ({ cap, limit, already, likely, over }: SpendPassed) =>
    `${capsOn[cap]} may spend ${formatRupees(limit)}${cap === 'import' ? '' : ` today, and ${formatRupees(already)} is in use`}. This likely costs ${formatRupees(likely)}: ${formatRupees(over)} too much. Call fewer people, or ask an admin to change the rule.`,
  timeline: 'Timeline',
  timelineSummary: (days: number, campaigns: number) =>
    `${countOf(campaigns, 'campaign', 'campaigns')} over ${countOf(days, 'day', 'days')} of calling hours`,
  campaignRow: (channel: Channel, seq: number, count: number) =>
    `Campaign ${formatCount(seq)}, ${outgoing(channel, count)}`,
  listsNote: (lists: number) => countOf(lists, 'list', 'lists'),
  moreCampaigns: (count: number) => `Show ${countOf(count, 'more campaign', 'more campaigns')}`,
  skippedHeading: (count: number) => `${countOf(count, 'row is', 'rows are')} left out`,
  skippedNone: 'No row is left out.',
  seeRows: 'See these rows',
  deliveryHeading: 'How the numbers reach Exotel',
  wishes,
  settingsHeading: 'Change before starting',
  name: 'Name of this import',
  templateFact: 'Template',
  template: { voice: 'Call with', sms: 'Send with' },
  editTemplate: 'Edit this template',
  previewHeading: { voice: 'What one person hears', sms: 'What one person reads' },
  previewRow: 'Row',
  previewGo: 'Show',
  previewPrevious: 'Previous person',
  previewNext: 'Next person',
  previewTo: (number: string, row: number) => `${number}, row ${formatCount(row)}`,
  previewFrom: (callerId: string) => `Called from ${callerId}`,
  previewSender: (sender: string) => `Sent by ${sender}`,
  previewFlow: (url: string) => `The flow decides the message: ${url}. It gets only the number from this row.`,
  previewMenu: (repeats: number) =>
    repeats === 0 ? 'The menu is said once.' : `The menu is said again up to ${countOf(repeats, 'time', 'times')}.`,
  decidedHeading: 'How this file is read',
  decidedChange: 'Change it here',
  decidedNumber: (heading: string, lastTime: boolean) =>
    `Numbers from “${heading}”${lastTime ? ', as last time' : ''}.`,
  decidedCountry: (heading: string) => `Country of each number from “${heading}”.`,
  decidedNotCalled: (headings: readonly string[]) => `Numbers in ${quoted(headings)} are not called.`,
  decidedPolicy: (headings: readonly string[], policy: string) => `Numbers in ${quoted(headings)} too: ${policy}.`,
  decidedVariable: (name: string, heading: string) => `@@${name} from “${heading}”.`,
  decidedInstead: (name: string, heading: string, fallback: string) =>
    `@@${name} from “${heading}”, else “${fallback}”.`,
  decidedLeftOut: (name: string, heading: string) => `@@${name} from “${heading}”; rows without it are left out.`,
  previewShortened: (names: readonly string[]) => `Too long: only the beginning of ${names.join(' and ')} is used.`,
  previewMissing: (names: readonly string[]) => `This row has no ${names.join(' and no ')}: the message skips it.`,
  previewLeftOut: (row: number, message: string) => `Row ${formatCount(row)} is left out: ${message}`,
  previewNoContact: (row: number) => `Row ${formatCount(row)} has no contact.`,
  previewNobody: 'Nobody to show.',
  missingValue: (name: string) => `no ${name}`,
  messageLength: (chars: number, parts: number) =>
    `${countOf(chars, 'character', 'characters')}, ${countOf(parts, 'part', 'parts')}`,
  messageUnicode: '70 characters per part: the message has letters outside the plain alphabet.',
};

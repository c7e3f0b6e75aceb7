import type { ExotelAction } from '../../../shared/protocol/exotel-campaign.ts';
import type { CampaignSort } from '../../state/campaign-query.ts';
import type { CallSort } from '../../api/exotel-calls.ts';
import type { CampaignSetting } from '../../screens/campaigns/editor/campaign-fields.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf, formatCount } from '../format-number.ts';

const people = (count: number) => countOf(count, 'person', 'people');
const done: Record<Channel, string> = { voice: 'called', sms: 'written to' };
const sorts: Record<CampaignSort, string> = {
  '-created': 'Newest first',
  created: 'Oldest first',
  name: 'By name, A to Z',
  '-name': 'By name, Z to A',
};
const callSorts: Record<CallSort, string> = { '-created': 'Newest first', created: 'Oldest first' };

interface Asked {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
}

const actionNames: Record<ExotelAction, string> = {
  pause: 'Pause',
  resume: 'Resume',
  complete: 'Complete',
  archive: 'Archive',
  delete: 'Delete',
};

/** What an action will do, said before it does. `left` are those not called yet; null where Exotel gives no number. */
const asked: Record<ExotelAction, (name: string, left: number | null, channel: Channel) => Asked> = {
  pause: (name, left, channel) => ({
    title: `Pause “${name}”?`,
    body: `What is under way finishes; nobody else is ${done[channel]}. ${left === null ? 'The others wait' : `${people(left)} ${left === 1 ? 'waits' : 'wait'}`} until it is resumed. If its end comes first, they are not ${done[channel]} at all.`,
    confirm: 'Pause',
  }),
  resume: (name, left, channel) => ({
    title: `Resume “${name}”?`,
    body: `It goes on where it stopped${left === null ? '' : `: ${people(left)} not ${done[channel]} yet ${left === 1 ? 'is' : 'are'} next`}.`,
    confirm: 'Resume',
  }),
  complete: (name, left, channel) => ({
    title: `Complete “${name}”?`,
    body: `Completing ends the campaign for good: ${left === null ? `whoever was not ${done[channel]} yet is` : `${people(left)} not ${done[channel]} yet ${left === 1 ? 'is' : 'are'}`} not ${done[channel]}. This cannot be undone.`,
    confirm: left === null || left === 0 ? 'Complete' : `Complete without ${formatCount(left)}`,
  }),
  archive: (name) => ({
    title: `Archive “${name}”?`,
    body: 'It moves to the archive at Exotel with its counts and calls. There is no way back from the archive.',
    confirm: 'Archive',
  }),
  delete: (name, left, channel) => ({
    title: `Delete “${name}”?`,
    body: `It has not begun. ${left === null ? 'Nobody in it is' : `None of its ${people(left)} ${left === 1 ? 'is' : 'are'}`} ${done[channel]}. This cannot be undone.`,
    confirm: 'Delete campaign',
  }),
};

export const campaigns = {
  title: 'Campaigns',
  sections: 'Kinds of campaigns, lists and callbacks',
  tabs: { voice: 'Calls', sms: 'Messages', lists: 'Lists', callbacks: 'Callbacks' },
  caption: { voice: 'Campaigns of calls at Exotel', sms: 'Campaigns of messages at Exotel' },
  search: 'Search by name',
  searchSms: 'At least 3 letters',
  searchTooShort: 'Exotel needs at least 3 letters to search messages.',
  status: 'State',
  anyStatus: 'Any state',
  sort: 'Order',
  sorts,
  smsSorts: { ...sorts, '-created': 'Latest start first', created: 'Earliest start first' },
  name: 'Campaign',
  contacts: 'Contacts',
  when: 'When',
  madeBy: 'Created by',
  elsewhere: 'Elsewhere',
  ofImport: (seq: number) => `Import, campaign ${formatCount(seq)}`,
  noneYet: {
    voice: 'There is no campaign of calls at Exotel yet. Start an import, and its campaigns are listed here.',
    sms: 'There is no campaign of messages at Exotel yet. Start an import with an SMS template, and its campaigns are listed here.',
  },
  noneFound: 'No matching campaigns',
  showAll: 'Show all campaigns',
  newImport: 'Call a new list',
  back: 'All campaigns',
  gone: 'Campaign not found at Exotel.',
  actions: 'Actions',
  actionNames,
  asked,
  noticedByImport: 'Its import notices within a minute and goes on with the rest.',
  nothingMore: 'No actions left.',
  pauseFirst: 'Pause first to end this campaign.',
  edit: 'Edit',
  done: (action: ExotelAction) => `${actionNames[action]}: done at Exotel.`,
  watchImport: 'Open the import',
  partOfImport: (seq: number) => `Campaign ${formatCount(seq)} of an import. Pause or stop all of them there.`,
  follow: 'Follow it here',
  followLead:
    'This campaign was made elsewhere. Follow it here to see each outcome as it happens, and to keep its results.',
  followTitle: (name: string) => `Follow “${name}” here?`,
  followBody: (addresses: readonly string[]) =>
    addresses.length === 0
      ? 'Exotel will report its calls to Dialsheet. Nothing else about the campaign changes: who is reached, when and how stays as it is.'
      : `Exotel will report its calls to Dialsheet, and no longer to ${addresses.join(' and ')}. Nothing else about the campaign changes: who is reached, when and how stays as it is.`,
  followDo: 'Follow it here',
  keepHours: 'Pause it outside calling hours',
  keepHoursHint: 'Exotel does not hold it to them. It goes on by itself when they open.',
  keepHoursNote: 'Outside calling hours it is paused.',
  outcomes: 'Numbers by result',
  outcomesNone: { voice: 'No calls yet', sms: 'No messages yet' },
  counted: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} done`,
  numbersInAll: 'All numbers',
  notReached: 'Not reached (busy, no answer or failed)',
  calls: (counts: string) => `Exotel tried these calls, retries included: ${counts}.`,
  callCounts: {
    call_scheduled: 'scheduled',
    call_initialized: 'begun',
    call_inprogress: 'under way',
    call_completed: 'completed',
    call_failed: 'not answered, busy or failed',
  },
  factsHeading: 'Settings of this campaign',
  facts: {
    sender: 'Call from',
    smsSender: 'Sender id',
    flow: 'Flow',
    text: 'Text to say',
    smsText: 'Message',
    repeatMenu: 'Menu repeats',
    retries: 'Retries',
    throttle: 'Calls per minute',
    starts: 'Starts',
    ends: 'Ends',
    lists: 'Lists',
    delivery: 'Numbers',
    customField: 'Custom field',
    smsType: 'Type',
    dltEntityId: 'DLT entity id',
    dltTemplateId: 'DLT template id',
    cost: 'Estimated cost',
    created: 'Created',
    updated: 'Changed',
    name: 'Name at Exotel',
    id: 'Id at Exotel',
    report: 'Report of Exotel',
  },
  deliveries: { inline: 'In the campaign itself', static: 'From lists', dynamic: 'From a list with its own values' },
  retriesOf: (count: number, minutes: number, reasons: string, doubling: boolean) =>
    count === 0
      ? 'None'
      : `${formatCount(count)}, ${doubling ? 'first' : 'each'} after ${formatCount(minutes)} min${doubling ? ', then doubling' : ''}, if ${reasons}`,
  timesOf: (count: number) => countOf(count, 'time', 'times'),
  openReport: 'Open the report',
  reportNote: 'Anyone with the link can open it.',
  callbacksHeading: 'Callback addresses',
  callbacks: { call: 'Each call', schedule: 'Each number', message: 'Each message', campaign: 'The campaign' },
  nowhere: 'None',
};

const wrong: Record<CampaignSetting, string> = {
  name: 'Enter a name of 4 to 200 characters.',
  sender: 'Enter a sender of at most 20 characters.',
  flowUrl: 'Enter a web address.',
  text: 'Enter a text of at most 2,000 characters.',
  repeatMenu: 'Enter a whole number, 0 or more.',
  customField: 'Enter at most 1,000 characters.',
  sendAt: 'Enter a day and a time.',
  endAt: 'Enter a day and a time.',
  throttle: 'Enter a whole number, or leave it empty.',
  retries: 'Enter whole numbers.',
  call: 'Enter a web address that begins with https://',
  schedule: 'Enter a web address that begins with https://',
  message: 'Enter a web address that begins with https://',
  campaign: 'Enter a web address that begins with https://',
};

export const campaignEditor = {
  title: 'Edit campaign',
  leadAll: 'Not started yet: change anything here. Other settings stay the same.',
  leadCallbacks: 'Already started: only the callback addresses can change.',
  leadImport: 'Name and callback addresses are locked: its import needs them.',
  nothing: 'This campaign can no longer be changed.',
  whenHeading: 'Times and pace',
  hours: (from: string, to: string, zone: string) =>
    `Times are ${zone}. It starts and ends on one day, between ${from} and ${to}.`,
  callbacksHint: 'Web addresses. Leave one empty to switch it off.',
  labels: {
    name: 'Name',
    sender: 'Call from',
    flowUrl: 'Address of the flow',
    text: 'Text to say',
    repeatMenu: 'Repeat the menu',
    customField: 'Custom field',
    sendAt: 'Starts',
    endAt: 'Ends',
    throttle: 'Maximum calls per minute',
    call: 'Each call',
    schedule: 'Each number, when all its calls are done',
    message: 'Each message',
    campaign: 'The campaign',
  },
  smsLabels: { sender: 'Sender id', text: 'Message' },
  wrong,
  wrongWhole: 'Check every setting and try again.',
  save: 'Save changes',
  leaveBody: 'Your changes to this campaign will be lost.',
};

export const callerId = {
  label: 'Call from',
  asking: 'Loading your numbers…',
  pickHint: 'Choose an ExoPhone of your account.',
  plainHint: 'Enter an ExoPhone of your account, such as 08088919888.',
  forbiddenHint: 'Enter an ExoPhone of your account, such as 08088919888. Exotel does not list them for this account.',
  choose: 'Choose a number',
  other: 'Another number…',
  otherLabel: 'The other number',
  otherHint: 'Enter it as Exotel shows it, such as 08088919888.',
};

export const calls = {
  title: { voice: 'Calls', sms: 'Messages' },
  caption: { voice: 'Calls of this campaign', sms: 'Messages of this campaign' },
  status: 'Result',
  anyStatus: 'Any',
  statuses: { completed: 'Completed', 'no-answer': 'No answer', busy: 'Busy', failed: 'Failed' },
  sort: 'Order',
  sorts: callSorts,
  numberSearch: 'Number',
  numberHint: 'The whole number, such as +919812345678',
  number: 'Number',
  name: 'Name',
  ended: 'Result',
  at: 'When',
  duration: 'Length',
  seconds: (seconds: number) => (seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`),
  digits: 'Keys pressed',
  recording: 'Recording',
  listen: 'Listen',
  listenTo: (number: string) => `Listen to the call with ${number}, opens at Exotel`,
  text: 'Message',
  none: { voice: 'No calls yet.', sms: 'No messages yet.' },
  noneFound: { voice: 'No matching calls', sms: 'No message to this number.' },
};

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
  sections: 'Kinds of campaigns, and lists',
  tabs: { voice: 'Calls', sms: 'Messages', lists: 'Lists' },
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
  madeBy: 'Made by',
  elsewhere: 'Elsewhere',
  ofImport: (seq: number) => `Import, campaign ${formatCount(seq)}`,
  noneYet: {
    voice: 'There is no campaign of calls at Exotel yet. Start an import, and its campaigns are listed here.',
    sms: 'There is no campaign of messages at Exotel yet. Start an import with an SMS template, and its campaigns are listed here.',
  },
  noneFound: 'No campaign fits what you asked for.',
  showAll: 'Show all campaigns',
  newImport: 'New import',
  back: 'All campaigns',
  gone: 'Exotel has no such campaign, or no longer.',
  actions: 'What can be done with it',
  actionNames,
  asked,
  noticedByImport: 'The import it belongs to notices within a minute, and goes on with what it still can.',
  nothingMore: 'Nothing more can be done with it.',
  pauseFirst: 'To end it for good, pause it first: then it can be completed.',
  edit: 'Edit',
  done: (action: ExotelAction) => `${actionNames[action]}: Exotel has done it.`,
  watchImport: 'Open the import',
  partOfImport: (seq: number) =>
    `It is campaign ${formatCount(seq)} of an import. Pausing and stopping all of them at once is done there.`,
  follow: 'Follow it here',
  followLead:
    'This campaign was made elsewhere. Follow it here to see each outcome as it happens, and to keep its results.',
  followTitle: (name: string) => `Follow “${name}” here?`,
  followBody: (addresses: readonly string[]) =>
    addresses.length === 0
      ? 'Exotel will report its calls to Dialsheet. Nothing else about the campaign changes: who is reached, when and how stays as it is.'
      : `Exotel will report its calls to Dialsheet, and no longer to ${addresses.join(' and ')}. Nothing else about the campaign changes: who is reached, when and how stays as it is.`,
  followDo: 'Follow it here',
  outcomes: 'Where every number is',
  outcomesNone: 'Exotel has counted nothing yet.',
  counted: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} done`,
  numbersInAll: 'Numbers in all',
  notReached: 'Not reached (busy, no answer or failed)',
  calls: (counts: string) => `Exotel tried these calls, retries included: ${counts}.`,
  callCounts: {
    call_scheduled: 'scheduled',
    call_initialized: 'begun',
    call_inprogress: 'under way',
    call_completed: 'completed',
    call_failed: 'not answered, busy or failed',
  },
  factsHeading: 'How it is set',
  facts: {
    sender: 'Calls come from',
    smsSender: 'Sender id',
    flow: 'Flow',
    text: 'What is said',
    smsText: 'Message',
    repeatMenu: 'Menu is repeated',
    retries: 'Retries',
    throttle: 'Calls a minute',
    starts: 'Starts',
    ends: 'Ends',
    lists: 'Lists',
    delivery: 'Numbers',
    customField: 'Custom field',
    smsType: 'Type',
    dltEntityId: 'DLT entity id',
    dltTemplateId: 'DLT template id',
    cost: 'Estimated cost',
    created: 'Made',
    updated: 'Changed',
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
  reportNote: 'Whoever has its address can open it.',
  callbacksHeading: 'Where Exotel reports',
  callbacks: { call: 'Each call', schedule: 'Each number', message: 'Each message', campaign: 'The campaign' },
  nowhere: 'Nowhere',
};

const wrong: Record<CampaignSetting, string> = {
  name: 'A name has 4 to 200 characters.',
  sender: 'Give who it comes from, in at most 20 characters.',
  flowUrl: 'This is not a web address.',
  text: 'Give a text of at most 2,000 characters.',
  repeatMenu: 'Give a whole number, 0 or more.',
  customField: 'At most 1,000 characters.',
  sendAt: 'Give a day and a time.',
  endAt: 'Give a day and a time.',
  throttle: 'Give a whole number, or leave it empty.',
  retries: 'Give whole numbers.',
  call: 'This is not a web address. It begins with https://',
  schedule: 'This is not a web address. It begins with https://',
  message: 'This is not a web address. It begins with https://',
  campaign: 'This is not a web address. It begins with https://',
};

export const campaignEditor = {
  title: 'Edit campaign',
  leadAll: 'It has not begun, so everything here may still change. What you leave alone stays as it is.',
  leadCallbacks: 'It has begun: Exotel still lets the addresses change that it reports to, and nothing else.',
  leadImport: 'Its name and its addresses stay: by them its import finds and follows it.',
  nothing: 'Exotel lets nothing of this campaign change any more.',
  whenHeading: 'When and how fast',
  hours: (from: string, to: string, zone: string) =>
    `Times are ${zone}. It starts and ends on one day, between ${from} and ${to}.`,
  callbacksHint: 'Web addresses. An empty one means that Exotel reports that nowhere.',
  labels: {
    name: 'Name',
    sender: 'Calls come from',
    flowUrl: 'Address of the flow',
    text: 'What is said',
    repeatMenu: 'Repeat the menu',
    customField: 'Custom field',
    sendAt: 'Starts',
    endAt: 'Ends',
    throttle: 'Calls a minute, at most',
    call: 'Each call',
    schedule: 'Each number, when all its calls are done',
    message: 'Each message',
    campaign: 'The campaign',
  },
  smsLabels: { sender: 'Sender id', text: 'Message' },
  wrong,
  wrongWhole: 'Something here cannot be sent. Check every setting.',
  save: 'Save changes',
  leaveBody: 'What you changed in this campaign is lost.',
};

export const callerId = {
  label: 'Calls come from',
  asking: 'Asking Exotel for your numbers…',
  pickHint: 'The ExoPhones of your account.',
  plainHint: 'An ExoPhone of your account, such as 08088919888.',
  forbiddenHint: 'An ExoPhone of your account, such as 08088919888. Exotel does not list them for this account.',
  choose: 'Choose a number',
  other: 'Another number…',
  otherLabel: 'The other number',
  otherHint: 'As Exotel shows it, such as 08088919888.',
};

export const calls = {
  title: { voice: 'Calls', sms: 'Messages' },
  caption: { voice: 'Calls of this campaign', sms: 'Messages of this campaign' },
  status: 'Ended as',
  anyStatus: 'Any',
  statuses: { completed: 'Completed', 'no-answer': 'No answer', busy: 'Busy', failed: 'Failed' },
  sort: 'Order',
  sorts: callSorts,
  numberSearch: 'Number',
  numberHint: 'The whole number, such as +919812345678',
  number: 'Number',
  name: 'Name',
  ended: 'Ended as',
  at: 'When',
  duration: 'Length',
  seconds: (seconds: number) => (seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`),
  digits: 'Keys pressed',
  recording: 'Recording',
  listen: 'Listen',
  listenTo: (number: string) => `Listen to the call with ${number}, opens at Exotel`,
  text: 'Message',
  none: { voice: 'No calls yet.', sms: 'No messages yet.' },
  noneFound: { voice: 'No call fits what you asked for.', sms: 'No message to this number.' },
};

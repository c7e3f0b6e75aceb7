import type { ExotelAction } from '../../../shared/protocol/exotel-campaign.ts';
import type { CampaignSort } from '../../state/campaign-look.ts';
import type { CallSort } from '../../api/exotel-calls.ts';
import { countOf, formatCount } from '../format-number.ts';

const people = (count: number) => countOf(count, 'person', 'people');
/** "1 person not called yet is", "812 people not called yet are", or without a number where Exotel gives none. */
const waiting = (left: number | null) =>
  left === null ? 'whoever was not reached yet is' : `${people(left)} not reached yet ${left === 1 ? 'is' : 'are'}`;
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

/** What an action will do, said before it does. `left` are those not reached yet; null where Exotel gives no number. */
const asked: Record<ExotelAction, (name: string, left: number | null) => Asked> = {
  pause: (name, left) => ({
    title: `Pause “${name}”?`,
    body: `What is under way finishes; nobody else is reached. ${left === null ? 'The others wait' : `${people(left)} ${left === 1 ? 'waits' : 'wait'}`} until it is resumed. If its end comes first, they are not reached at all.`,
    confirm: 'Pause',
  }),
  resume: (name, left) => ({
    title: `Resume “${name}”?`,
    body: `It goes on where it stopped${left === null ? '' : `: ${people(left)} not reached yet ${left === 1 ? 'is' : 'are'} next`}.`,
    confirm: 'Resume',
  }),
  complete: (name, left) => ({
    title: `Complete “${name}”?`,
    body: `Completing ends the campaign for good: ${waiting(left)} not reached any more. This cannot be undone.`,
    confirm: left === null ? 'Complete' : `Complete without ${formatCount(left)}`,
  }),
  archive: (name) => ({
    title: `Archive “${name}”?`,
    body: 'It moves to the archive at Exotel with its counts and calls. There is no way back from the archive.',
    confirm: 'Archive',
  }),
  delete: (name, left) => ({
    title: `Delete “${name}”?`,
    body: `It has not begun. ${left === null ? 'Nobody in it is' : `None of its ${people(left)} ${left === 1 ? 'is' : 'are'}`} called. This cannot be undone.`,
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
  starts: 'Starts',
  ends: 'Ends',
  madeBy: 'Made by',
  elsewhere: 'Elsewhere',
  ofImport: (seq: number) => `An import, campaign ${formatCount(seq)}`,
  noneYet: {
    voice: 'There is no campaign of calls at Exotel yet. Start an import, and its campaigns are listed here.',
    sms: 'There is no campaign of messages at Exotel yet. Start an import with an SMS template, and its campaigns are listed here.',
  },
  noneFound: 'No campaign fits what you asked for.',
  showAll: 'Show all campaigns',
  newImport: 'New import',
  back: 'All campaigns',
  gone: 'Exotel has no such campaign, or no longer.',
  sending: 'Sending',
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
  calls: 'Calls so far',
  callCounts: {
    call_scheduled: 'Scheduled',
    call_initialized: 'Begun',
    call_completed: 'Completed',
    call_failed: 'Failed',
    call_inprogress: 'Under way',
  } satisfies Record<string, string>,
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
  digits: 'Keys pressed',
  recording: 'Recording',
  listen: 'Listen',
  listenTo: (number: string) => `Listen to the call with ${number}, opens at Exotel`,
  text: 'Message',
  none: { voice: 'No calls yet.', sms: 'No messages yet.' },
  noneFound: { voice: 'No call fits what you asked for.', sms: 'No message to this number.' },
};

import type { UploadTask } from '../../storage/kept-import.ts';
import type { ListState } from '../../../shared/protocol/campaign-view.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { outgoing } from './steps/confirm.ts';
import { countOf, formatBytes, formatCount } from '../format-number.ts';

const tasks: Record<UploadTask, string> = {
  opening: 'Connecting to the Worker',
  locating: 'Finding where the upload stopped',
  sending: 'Uploading the file',
  checking: 'Checking the file at the Worker',
  launching: 'Creating the campaigns',
};

const contactsOf = (contacts: number) => countOf(contacts, 'contact', 'contacts');
const listStates: Record<Exclude<ListState, 'completed'>, (contacts: number) => string> = {
  planned: (contacts) => `${contactsOf(contacts)}, not uploaded yet.`,
  pending: (contacts) => `${contactsOf(contacts)}, waiting to be uploaded.`,
  uploading: (contacts) => `${contactsOf(contacts)} are being uploaded.`,
  in_doubt: (contacts) => `${contactsOf(contacts)}. Checking whether they reached Exotel, so that none is added twice.`,
  processing: (contacts) => `Exotel is processing ${contactsOf(contacts)}. This can take minutes.`,
  refused: (contacts) => `${contactsOf(contacts)}, refused by Exotel.`,
  dropped: (contacts) => `${contactsOf(contacts)}, not needed any more.`,
};

const going: Record<Channel, string> = {
  voice: 'Calls may go on. Press it again.',
  sms: 'Messages may go on. Press it again.',
};

export const watch = {
  doneOf: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} done`,
  done: (done: number) => formatCount(done),
  ofTotal: (total: number) => `of ${formatCount(total)} done`,
  announce: (channel: Channel, done: number, total: number, state: string) =>
    `${state}. ${formatCount(done)} of ${outgoing(channel, total)} done.`,
  answered: {
    voice: (count: number) => `${formatCount(count)} answered`,
    sms: (count: number) => `${formatCount(count)} sent`,
  } satisfies Record<Channel, (count: number) => string>,
  finishedTitle: 'Finished',
  finishedNote: 'Every contact has a result, checked against Exotel’s call details.',
  settlingNote: (count: number) =>
    `Stopped: nobody else is called. Still checking the results of ${countOf(count, 'contact', 'contacts')}; the counts can change.`,
  noResultNote: (count: number) =>
    `Exotel gave no result for ${countOf(count, 'contact', 'contacts')}. They may or may not have been called.`,
  seeWho: 'Download Results to see who',
  live: 'Live',
  connecting: 'Connecting…',
  polling: 'Live updates are off: refreshing every 5 seconds',
  lost: 'Not reachable: trying again every 5 seconds',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  results: 'Results',
  downloadResults: 'Download results',
  moreDownloads: 'Choose and download',
  downloadTitle: 'Choose results to download',
  downloadWho: 'Contacts to include',
  downloadNobody: 'Tick at least one result.',
  downloadFormat: 'File type',
  downloadFormats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)', crm: 'For your CRM (CSV)' },
  /** Results in the layout another tool takes back. */
  crm: {
    first: 'First column (your CRM’s ID)',
    asInFile: 'As in the file',
    columns: (written: number, all: number) => `Columns: ${formatCount(written)} of ${formatCount(all)}`,
    columnsGroup: 'Columns of your file',
    into: 'Write the result in',
    newColumn: 'A new column at the end',
    heading: 'Heading of the new column',
    usualHeading: 'Result',
    words: 'Your CRM’s word for each result',
    wordsNote: 'Leave a word empty to keep what is in the column. Remembered for this template.',
    wordsNoteNew: 'Leave a word empty to use ours. Remembered for this template.',
    fileName: (name: string) => `${name} - for CRM.csv`,
  },
  downloadDo: 'Download',
  notCalled: 'Rows left out',
  downloadNotCalled: 'Download rows left out',
  resultsFile: (name: string, format: string) => `${name} - results.${format}`,
  notCalledFile: (name: string) => `${name} - rows left out.csv`,
  outcomes: 'Contacts by result',
  missed: (count: number) =>
    `${countOf(count, 'callback', 'callbacks')} never came: what became of ${count === 1 ? 'this call' : 'these calls'} was read from call details.`,
  zeros: (count: number) => `${formatCount(count)} others with 0`,
  campaigns: (count: number) => countOf(count, 'campaign', 'campaigns'),
  seqOf: (seq: number, total: number) => `${formatCount(seq)} of ${formatCount(total)}`,
  window: (from: string, to: string) => `${from} – ${to}`,
  moreCampaigns: (count: number) => `Show ${countOf(count, 'more campaign', 'more campaigns')}`,
  attention: 'Needs you',
  moreAttention: (count: number) => `Show ${formatCount(count)} more`,
  decisions: { send_again: 'Send again', adopt: 'Link existing campaign', give_up: 'Give up' },
  adoptLabel: 'Campaign id at Exotel',
  adoptHint: 'Copy it from the Exotel dashboard. It is checked there first.',
  adoptDo: 'Link',
  giveUpTitle: (seq: number) => `Give up campaign ${formatCount(seq)}?`,
  giveUpBody: (count: number) => `Its ${countOf(count, 'contact is', 'contacts are')} left out. This cannot be undone.`,
  giveUpDo: 'Give up',
  campaignTag: (seq: number) => `Campaign ${formatCount(seq)}`,
  duplicates: (count: number): string => (count === 1 ? 'duplicate' : 'duplicates'),
  rows: (total: number) => `${countOf(total, 'row', 'rows')} in the file`,
  startedBy: (user: string, when: string) => `Started by ${user}, ${when}`,
  broughtBy: (user: string, when: string) => `Added by ${user}, ${when}`,
  pressFailed: {
    pause: (channel: Channel) => `Pause failed. ${going[channel]}`,
    resume: () => 'Resume failed. Nobody else is called until it works.',
    stop: (channel: Channel) => `Stop failed. ${going[channel]}`,
  },
  startFailed: 'Start failed. If campaigns were created anyway, they appear here.',
  pausing: {
    voice: 'Pausing. Until Exotel confirms it, more people may be called. This can take a minute.',
    sms: 'Pausing. Until Exotel confirms it, more messages may go out. This can take a minute.',
  },
  resuming: 'Resuming. This can take a minute.',
  finishedAt: (when: string) => `Finished ${when}`,
  file: (name: string, bytes: number) => `${name}, ${formatBytes(bytes)}`,
  with: (template: string) => `with ${template}`,
  gone: {
    deleted: 'This import was deleted, and its contacts with it.',
    notHere: 'Import not found. It was discarded or deleted, is on another Worker, or is not shared with you.',
  },
  notLoaded: 'Could not load this import.',
  deleteImport: 'Delete',
  stopTitle: (left: number, channel: Channel) =>
    left > 0 ? `Stop ${outgoing(channel, left)} not yet ${channel === 'sms' ? 'sent' : 'made'}?` : 'Stop this import?',
  stopBody: {
    voice: 'Calls in progress finish; nobody else is called. This cannot be undone.',
    sms: 'Messages on their way arrive; no others are sent. This cannot be undone.',
  },
  stopDo: (left: number, channel: Channel) => (left > 0 ? `Stop ${outgoing(channel, left)}` : 'Stop'),
  deleteTitle: (contacts: number) =>
    contacts > 0 ? `Delete this import and its ${contactsOf(contacts)}?` : 'Delete this import?',
  deleteBody:
    'Its contacts, results and callbacks are erased from your Worker. Download the results first if you need them. This cannot be undone.',
  deleteDo: 'Delete everything',
  keepGoing: 'Keep going',
  openCampaign: 'See this campaign at Exotel',
  fromImport: 'From',
  quoted: (name: string) => `“${name}”`,
  followsCampaign: 'Follows a campaign made elsewhere.',
  keepsHours: 'Outside calling hours it is paused by itself.',
  listOf: (place: number, total: number) => `List ${formatCount(place)} of ${formatCount(total)}:`,
  listStates,
  listTaken: (taken: number, sent: number) => `Exotel took ${formatCount(taken)} of ${formatCount(sent)}.`,
  listRest: (duplicate: number, failed: number) =>
    `${formatCount(duplicate)} already in the list, ${formatCount(failed)} unusable. Exotel does not say which.`,
  listReused: (contacts: number) =>
    `${countOf(contacts, 'contact', 'contacts')}, already uploaded for an earlier import.`,
  again: (count: number) => `Call those who did not answer again (${formatCount(count)})`,
  againFailed: {
    voice: (count: number) => `Call those not reached again (${formatCount(count)})`,
    sms: (count: number) => `Send again to those not reached (${formatCount(count)})`,
  },
  againHeading: 'Choose who to try again',
  againOutcome: (outcome: string, count: number) => `${outcome} (${formatCount(count)})`,
  againTemplate: 'Template to use',
  againChoose: 'Choose a template',
  againNote: 'Creates a new import with their rows. Review it before you start.',
  againRunning: 'This import is still running: later results are not included.',
  againDo: (count: number, channel: Channel) => `Prepare ${outgoing(channel, count)}`,
  againNobody: 'Tick at least one result.',
};

export const upload = {
  tasks,
  sent: (offset: number, total: number) => `${formatBytes(offset)} of ${formatBytes(total)}`,
  closeNote:
    'You can close this window: the upload goes on. If you close the browser, it goes on when you open it again.',
  willStart: (contacts: number, campaigns: number) =>
    `${countOf(contacts, 'call', 'calls')} in ${countOf(campaigns, 'campaign', 'campaigns')} will start`,
  retryAt: (clock: string) => `Trying again at ${clock}.`,
  retryNow: 'Try now',
  stuck: 'Not started: nobody is being called.',
  workerForgotten: 'This browser no longer knows the Worker of this file. Add it again in Settings to go on.',
  fileLost: 'The browser no longer has the file. Choose it again: nothing was started.',
  cancel: 'Cancel',
  cancelTitle: 'Cancel before anything is called?',
  cancelBody: 'Nobody has been called yet. The file is removed from this browser and from the Worker.',
  cancelHere:
    'Nobody has been called yet. The file is removed from this browser; what its Worker holds of it expires there.',
  cancelDo: 'Cancel this import',
  tooLate: 'The campaigns are starting now. Press Stop when they appear here.',
  toSettings: 'Open settings',
  /** Of what belongs to another Worker than the one in use. */
  elsewhere: {
    prepared: (worker: string) => `This file was prepared for ${worker}`,
    preparedNote: (inUse: string) =>
      `You now use ${inUse}. Choose where it goes; until then nothing starts. Used here, it keeps its columns and corrections; template, hours and who is left out are checked anew.`,
    askedNote: (worker: string) =>
      `${worker} was already asked to start it, so it cannot go elsewhere. Switch there to go on, or discard it.`,
    going: (worker: string) => `Goes to ${worker}`,
    goingNote: (inUse: string) => `You now use ${inUse}. This upload goes on to where it was started.`,
    started: (worker: string) => `This import was started at ${worker}`,
    startedNote: (inUse: string) => `You now use ${inUse}. Switch to see it.`,
    forgotten: 'This browser no longer knows that Worker: add it again in Settings.',
    switchTo: (name: string) => `Switch to ${name}`,
    useAt: (name: string) => `Use it at ${name}`,
  },
};

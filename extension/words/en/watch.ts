import type { UploadTask } from '../../storage/kept-import.ts';
import type { ListState } from '../../../shared/protocol/campaign-view.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { outgoing } from './confirm.ts';
import { countOf, formatBytes, formatCount } from '../format-number.ts';

const tasks: Record<UploadTask, string> = {
  opening: 'Connecting to the Worker',
  locating: 'Finding where the upload stopped',
  sending: 'Uploading the file',
  checking: 'The Worker checks the file',
  launching: 'Handing the campaigns over',
};

const contactsOf = (contacts: number) => countOf(contacts, 'contact', 'contacts');
const listStates: Record<Exclude<ListState, 'completed'>, (contacts: number) => string> = {
  planned: (contacts) => `${contactsOf(contacts)}, not uploaded yet.`,
  pending: (contacts) => `${contactsOf(contacts)}, waiting to be uploaded.`,
  uploading: (contacts) => `${contactsOf(contacts)} are being uploaded.`,
  in_doubt: (contacts) => `${contactsOf(contacts)}. Exotel is asked whether they arrived, so that none is there twice.`,
  processing: (contacts) => `Exotel is taking in ${contactsOf(contacts)}. This can take minutes.`,
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
  finishedTitle: 'Finished',
  finishedNote: 'Every contact has an outcome, checked against Exotel’s own call details.',
  settlingNote: (count: number) =>
    `Stopped: nobody else is called. Exotel is asked what became of ${countOf(count, 'contact', 'contacts')}; the counts change until then.`,
  noResultNote: (count: number) =>
    `Exotel gave no result for ${countOf(count, 'contact', 'contacts')}. They may or may not have been called.`,
  seeWho: 'Download Results to see who',
  live: 'Live',
  connecting: 'Connecting…',
  polling: 'Live updates are off: asking every 5 seconds',
  lost: 'Not reachable: trying again every 5 seconds',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  results: 'Results',
  downloadResults: 'Download results',
  notCalled: 'Rows left out',
  downloadNotCalled: 'Download rows left out',
  resultsFile: (name: string) => `${name} - results.csv`,
  notCalledFile: (name: string) => `${name} - rows left out.csv`,
  outcomes: 'Where every contact is',
  campaigns: (count: number) => countOf(count, 'campaign', 'campaigns'),
  seqOf: (seq: number, total: number) => `${formatCount(seq)} of ${formatCount(total)}`,
  window: (from: string, to: string) => `${from} – ${to}`,
  moreCampaigns: (count: number) => `Show ${countOf(count, 'more campaign', 'more campaigns')}`,
  attention: 'Needs you',
  moreAttention: (count: number) => `Show ${formatCount(count)} more`,
  decisions: { send_again: 'Send again', adopt: 'Adopt a campaign', give_up: 'Give up' },
  adoptLabel: 'Campaign id at Exotel',
  adoptHint: 'As the dashboard of Exotel shows it. It is looked up there before it is believed.',
  adoptDo: 'Adopt',
  giveUpTitle: (seq: number) => `Give up campaign ${formatCount(seq)}?`,
  giveUpBody: (count: number) => `Its ${countOf(count, 'contact is', 'contacts are')} left out. This cannot be undone.`,
  giveUpDo: 'Give up',
  campaignTag: (seq: number) => `Campaign ${formatCount(seq)}`,
  duplicates: (count: number): string => (count === 1 ? 'duplicate' : 'duplicates'),
  rows: (total: number) => `${countOf(total, 'row', 'rows')} in the file`,
  startedBy: (user: string, when: string) => `Started by ${user}, ${when}`,
  broughtBy: (user: string, when: string) => `Brought in by ${user}, ${when}`,
  pressFailed: {
    pause: (channel: Channel) => `Pause failed. ${going[channel]}`,
    resume: () => 'Resume failed. Nobody else is called until it works.',
    stop: (channel: Channel) => `Stop failed. ${going[channel]}`,
  },
  startFailed: 'Start failed. If the campaigns were handed over all the same, they appear here.',
  pausing: 'Pausing: calls in progress finish, and every campaign is told. This can take a minute.',
  resuming: 'Resuming: every campaign is told. This can take a minute.',
  finishedAt: (when: string) => `Finished ${when}`,
  file: (name: string, bytes: number) => `${name}, ${formatBytes(bytes)}`,
  with: (template: string) => `with ${template}`,
  gone: 'This import no longer exists. Its contacts were erased everywhere.',
  notLoaded: 'This import could not be loaded.',
  deleteImport: 'Delete',
  pauseTitle: 'Pause the calling?',
  pauseBody: {
    voice: (left: number) =>
      `Calls in progress finish, nobody else is called. ${countOf(left, 'contact waits', 'contacts wait')} until you resume.`,
    sms: (left: number) =>
      `Messages on their way arrive, no others are sent. ${countOf(left, 'contact waits', 'contacts wait')} until you resume.`,
  },
  pauseDo: 'Pause',
  stopTitle: (left: number, channel: Channel) =>
    left > 0 ? `Stop ${outgoing(channel, left)} not yet ${channel === 'sms' ? 'sent' : 'made'}?` : 'Stop this import?',
  stopBody: {
    voice: 'Calls in progress finish; nobody else is called. This cannot be undone.',
    sms: 'Messages on their way arrive; no others are sent. This cannot be undone.',
  },
  stopDo: (left: number, channel: Channel) => (left > 0 ? `Stop ${outgoing(channel, left)}` : 'Stop'),
  deleteTitle: 'Delete this import?',
  deleteBody:
    'Its contacts, results and callbacks are erased from your Worker. Download the results first if you need them. This cannot be undone.',
  deleteDo: 'Delete everything',
  keepGoing: 'Keep going',
  openCampaign: 'See this campaign at Exotel',
  fromImport: 'From',
  quoted: (name: string) => `“${name}”`,
  followsCampaign: 'Follows a campaign that was made elsewhere.',
  listOf: (place: number, total: number) => `List ${formatCount(place)} of ${formatCount(total)}:`,
  listStates,
  listTaken: (taken: number, sent: number) => `Exotel took ${formatCount(taken)} of ${formatCount(sent)}.`,
  listRest: (duplicate: number, failed: number) =>
    `${formatCount(duplicate)} it had in the list already, ${formatCount(failed)} it could not use. It does not say which.`,
  listReused: (contacts: number) =>
    `${countOf(contacts, 'contact', 'contacts')}, uploaded for an earlier import already.`,
  again: (count: number) => `Call again those who did not answer (${formatCount(count)})`,
  againFailed: {
    voice: (count: number) => `Call again those not reached (${formatCount(count)})`,
    sms: (count: number) => `Send again to those not reached (${formatCount(count)})`,
  },
  againHeading: 'Who is tried again',
  againOutcome: (outcome: string, count: number) => `${outcome} (${formatCount(count)})`,
  againTemplate: 'With the template',
  againChoose: 'Choose a template',
  againNote: 'This makes a new import of their rows. Nothing is started yet: you see who, when and how first.',
  againRunning: 'This import still runs: whoever ends so later is not in the new one.',
  againDo: (count: number, channel: Channel) => `Prepare ${outgoing(channel, count)}`,
  againNobody: 'Nobody is ticked.',
};

export const upload = {
  tasks,
  sent: (offset: number, total: number) => `${formatBytes(offset)} of ${formatBytes(total)}`,
  closeNote: 'You can close this window, or the browser: it goes on by itself.',
  willStart: (contacts: number, campaigns: number) =>
    `${countOf(contacts, 'call', 'calls')} in ${countOf(campaigns, 'campaign', 'campaigns')} will start`,
  retryAt: (clock: string) => `Trying again at ${clock}.`,
  retryNow: 'Try now',
  stuck: 'Stopped before the launch: nobody is being called.',
  workerForgotten:
    'The Worker this file was meant for is no longer in the settings of this browser. Add it again, and it goes on.',
  fileLost: 'The browser no longer has the file. Choose it again: nothing was started.',
  cancel: 'Cancel',
  cancelTitle: 'Cancel before anything is called?',
  cancelBody: 'Nobody has been called yet. The file is removed from this browser and from the Worker.',
  cancelDo: 'Cancel this import',
  tooLate: 'The campaigns are being handed over at this moment: use Stop when they appear here.',
  toSettings: 'Open settings',
};

import type { NotKept } from '../../storage/not-kept.ts';
import type { VersionFault } from '../../../shared/version.ts';
import { countOf, formatCount } from '../format-number.ts';

export const shell = {
  product: 'Dialsheet',
  home: 'Imports',
  campaigns: 'Campaigns',
  templates: 'Templates',
  settings: 'Settings',
  openPanel: 'Open in the side panel',
  openTab: 'Open in a tab',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  versions: {
    extension_too_old: {
      title: 'Update this extension',
      note: (version: string, needed: string) =>
        `Your Worker needs ${needed} or newer; this is ${version}. Calls under way go on.`,
    },
    worker_too_old: {
      title: 'Update your Worker',
      note: (version: string, needed: string) =>
        `This extension needs ${needed} or newer; your Worker is ${version === '' ? 'older' : version}. Calls under way go on.`,
    },
  } satisfies Record<NonNullable<VersionFault>['code'], object>,
  hostNotAllowed: (host: string) => `Allow Dialsheet to reach ${host}`,
  hostNotAllowedNote:
    'The browser removed this permission. Started calls go on. Allow the address to see and start calls here.',
  allowHost: 'Allow this address',
  notKept: 'Your last change was not saved',
  notKeptNote: {
    full: () => 'The browser has no room. Free some disk space, then make the change again.',
    file_changed: (error: string) => `The browser could not save it (${error}). Make the change again.`,
    no_database: (error: string) => `This window cannot save anything (${error}). Open Dialsheet in a normal window.`,
    unknown: (error: string) => `The browser could not save it (${error}). Restart the browser, then make it again.`,
  } satisfies Record<NotKept['reason'], (error: string) => string>,
  loading: 'Loading…',
  unread: 'The browser could not read a part of Dialsheet. Started calls go on, and your files are kept.',
  reload: 'Load this page again',
  refresh: 'Refresh',
  old: (clock: string) => `What is shown below is as of ${clock}.`,
  none: '–',
  fullStop: '.',
  pages: 'Pages',
  range: (first: number, last: number, total: number) =>
    total === 0 ? 'None' : `${formatCount(first)}–${formatCount(last)} of ${formatCount(total)}`,
  previous: 'Previous',
  next: 'Next',
  asOf: (clock: string) => `as of ${clock}`,
  connectedAs: (user: string, region: string) => `${user} · ${region}`,
  callingHours: (from: string, to: string, zone: string) => `Calls ${from}–${to} ${zone}`,
  notConnected: 'Not connected',
  keys: 'Keyboard shortcuts',
  people: 'Not to be called',
  team: 'Team',
};

export const home = {
  recent: 'Recent imports',
  runningNow: 'Running now',
  noImports: 'No imports yet. Start one, and it appears here.',
  showingOf: (shown: number, total: number) =>
    `The newest ${formatCount(shown)} of ${countOf(total, 'import', 'imports')}`,
  all: 'All imports',
  notStarted: 'Not started',
  uploadingPercent: (percent: string) => `Uploading ${percent}`,
  doneOf: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} done`,
  contacts: (channel: 'voice' | 'sms', count: number) =>
    channel === 'sms' ? countOf(count, 'message', 'messages') : countOf(count, 'call', 'calls'),
  rows: (count: number) => countOf(count, 'row', 'rows'),
  moreDrafts: (count: number) => `Show ${countOf(count, 'older draft', 'older drafts')}`,
  toCall: 'All contacts',
  forWorker: (worker: string) => `For ${worker}`,
  discard: 'Discard',
  discardFile: (name: string) => `Discard ${name}`,
  discarded: (name: string) => `Discarded ${name}.`,
  moreDiscarded: (count: number) => `Show ${countOf(count, 'more discarded file', 'more discarded files')}`,
  undoDiscard: 'Undo',
  undoDiscardOf: (name: string) => `Undo discarding ${name}`,
  offline: (clock: string) => `Worker not reachable. What is shown below is as of ${clock}.`,
};

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
  hostNotAllowed: (host: string) => `Allow Dialsheet to reach ${host}`,
  hostNotAllowedNote:
    'The permission was taken away in the browser. Calls already started go on; nothing new is shown or sent from here until you allow the address.',
  allowHost: 'Allow this address',
  loading: 'Loading…',
  refresh: 'Refresh',
  old: 'What is shown below is from before.',
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
};

export const home = {
  recent: 'Recent imports',
  noImports: 'Nothing has been called yet. Your imports will be listed here.',
  showingOf: (shown: number, total: number) =>
    `The newest ${formatCount(shown)} of ${countOf(total, 'import', 'imports')}`,
  all: 'All imports',
  notStarted: 'Not started',
  uploadingPercent: (percent: string) => `Uploading ${percent}`,
  doneOf: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} done`,
  contacts: (count: number) => countOf(count, 'call', 'calls'),
  toCall: 'Contacts in all',
  discard: 'Discard',
  discardFile: (name: string) => `Discard ${name}`,
  offline: 'The Worker cannot be reached: what you see may be old.',
};

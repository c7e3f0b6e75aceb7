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
  loading: 'Loading…',
  refresh: 'Refresh',
  old: 'What is shown below is from before.',
  none: '–',
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

export const welcome = {
  title: 'Call a whole sheet of contacts',
  lead: 'Drop a file, pick a template, press Start. Dialsheet splits it into campaigns, launches each exactly once, and shows every call.',
  steps: [
    'Connect to your team’s Worker: its address and your token.',
    'Make a template: who calls, and what is said.',
    'Drop a contact file, see who will be called, and start.',
  ],
  connect: 'Connect to your Worker',
  needsHeading: 'What you need',
  needs: [
    'The address of your team’s Worker. Whoever set it up has it; it looks like https://dialsheet.example.workers.dev.',
    'A token of your own. It is shown once, when it is made for you.',
  ],
  demo: 'Try it with the demo account',
  demoLead:
    'No Worker and no Exotel account yet? On any computer with Node.js, in the folder of Dialsheet’s source code:',
  demoSteps: [
    ['npm start', 'starts a Worker and a stand-in for Exotel, and opens a browser in which all of it is connected.'],
    ['npm run demo', 'goes the whole way by itself: 12,600 rows in, campaigns out, and the proof at the end.'],
  ],
  demoHere: (address: string) =>
    `To use it from this browser, let npm start run, connect to ${address} with the token it prints, and choose “Trial”.`,
  demoSafe: 'Nobody real is called: the stand-in only behaves like Exotel.',
  reassurance: 'Nothing is called before you press Start, and no file leaves this browser before that.',
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

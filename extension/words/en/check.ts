import { countOf, formatBytes, formatCount } from '../format-number.ts';

export const check = {
  reading: 'Checking the file',
  readingBytes: (done: number, total: number) => `${formatBytes(done)} of ${formatBytes(total)}`,
  fileFacts: (bytes: number, delimiter: string) => `${formatBytes(bytes)} · ${delimiter}`,
  delimiters: { ',': 'comma separated', ';': 'semicolon separated', '\t': 'tab separated', '|': 'bar separated' },
  willBeCalled: (count: number) => countOf(count, 'call', 'calls'),
  nobody: 'Nobody to call',
  outOf: (total: number) => `from ${countOf(total, 'row', 'rows')}`,
  accepted: 'To call',
  duplicate: 'Duplicates',
  invalid: 'Not valid',
  blank: 'Blank',
  rowsTotal: 'Rows in the file',
  columnLabel: 'Which column holds the numbers?',
  chooseColumn: 'Choose a column',
  columnPosition: (position: number, heading: string) => `${columnLetters(position)} · ${heading}`,
  chosenColumn: 'Numbers',
  firstRowIsHeading: 'The first row holds headings',
  sampleCaption: 'The first rows of the file',
  moreColumns: (count: number) => `and ${countOf(count, 'more column', 'more columns')}`,
  nameLabel: 'Name of this import',
  templateLabel: 'Call with',
  planHeading: 'What will happen',
  starts: 'First call',
  ends: 'All done by about',
  takes: 'Takes',
  takesDays: (days: number, duration: string) =>
    days > 1 ? `${duration}, over ${countOf(days, 'day', 'days')} of calling` : duration,
  hours: 'Only between',
  hoursOf: (from: string, to: string, zone: string) => `${from} and ${to} ${zone}`,
  attempts: 'Calls at most',
  attemptsNote: (retries: number) =>
    retries === 0 ? 'no retries' : `if every call needs ${countOf(retries, 'retry', 'retries')}`,
  campaignRow: (seq: number, count: number) => `Campaign ${formatCount(seq)}, ${countOf(count, 'call', 'calls')}`,
  moreCampaigns: (count: number) => `Show ${countOf(count, 'more campaign', 'more campaigns')}`,
  issuesHeading: (count: number) => countOf(count, 'row is not called', 'rows are not called'),
  noIssues: 'Every row has a number that can be called.',
  issueRow: 'Row',
  issueValue: 'In the file',
  issueReason: 'Why, and what to do',
  emptyValue: 'nothing',
  moreIssues: (count: number, left: number) => `Show ${formatCount(count)} more (${formatCount(left)} not shown)`,
  issuesCut: (kept: number) => `Only the first ${formatCount(kept)} are shown here. The download has all of them.`,
  downloadIssues: 'Download these rows',
  writingIssues: 'Writing the file…',
  issuesFile: (name: string) => `${name} - not called.csv`,
  start: (contacts: number, campaigns: number) =>
    `Start ${countOf(contacts, 'call', 'calls')} in ${countOf(campaigns, 'campaign', 'campaigns')}`,
  starting: 'Starting…',
  startNote: 'The file leaves this browser only now. You can close this window right after.',
  hoursOutsideAccount:
    'The template calls only at hours the account does not allow. Change the calling hours of the template.',
  cannotStart: 'Nothing can be started yet',
  otherFile: 'Choose another file',
  faultHeading: 'This file cannot be used as it is',
  unreadable: 'The browser can no longer read this file. Choose it again.',
  missing: 'This import is no longer here: it was started or discarded in another window.',
  templateGone: 'The template of this import was deleted. Choose another one.',
  accountMissing: 'The Worker cannot be reached, so the times cannot be planned. The check itself is complete.',
  changedHeading: 'Look again before starting',
  planChanged:
    'The Worker counted differently from this screen, so nothing was started. The counts below are from now; the likely reason is a changed template or changed calling hours.',
  launchedBefore: (name: string, user: string, when: string) =>
    `“${name}” called the same people with the same template: started by ${user}, ${when}. Nothing was started now. If they are to be called once more, say so below.`,
  launchedBeforeUnnamed:
    'The same people were called with the same template within the last day. Nothing was started now. If they are to be called once more, say so below.',
  callAgain: 'Yes, call the same people again',
  tooLongAgo:
    'You pressed Start a long time ago and the file could not be sent until now, so nothing was started. Check the times and press again.',
};

/** 1 -> "A", 27 -> "AA": as a spreadsheet names its columns. */
function columnLetters(position: number): string {
  let letters = '';
  for (let rest = position; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

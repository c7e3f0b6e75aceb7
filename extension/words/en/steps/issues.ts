import type { FileFault } from '../../../../shared/contacts/file-fault.ts';
import { fileFaultSentence } from '../../../../shared/contacts/file-fault.ts';
import type { SuggestionKind } from '../../../../shared/contacts/suggest-number.ts';
import type { IssueCode } from '../../../../shared/contacts/issue.ts';
import type { IssueSort } from '../../../issues/thread/sort-rows.ts';
import type { MergeSummary } from '../../../issues/issue-messages.ts';
import { countOf, formatCount } from '../../format-number.ts';

/** Short enough for a button that narrows the table. */
const kinds: Record<IssueCode, string> = {
  duplicate: 'Duplicate',
  blank: 'No number',
  above_headings: 'Above the headings',
  calling_code_unclear: 'Calling code unclear',
  value_missing: 'Value missing',
  too_short: 'Too short',
  too_long: 'Too long',
  letters: 'Letters',
  not_a_number: 'Not a number',
  not_in_service_range: 'No such number',
  country_unknown: 'No such country',
  excel_exponent: 'Scientific format',
  excel_truncated: 'Rounded off',
  excel_computed: 'Calculated',
  several_numbers: 'Several numbers',
  suppressed: 'Not to be called',
  do_not_call: 'The file says no',
  total_row: 'A total',
  note_row: 'A note',
  called_recently: 'Contacted recently',
};

/** `{line}` is the row a duplicate is one of. */
const reasons: Record<IssueCode, { message: string; fix: string }> = {
  duplicate: {
    message: 'Same number as row {line}.',
    fix: 'Used once. Type another number to use this row too.',
  },
  blank: { message: 'The number column is empty in this row.', fix: 'Type the number, or leave it out.' },
  suppressed: {
    message: 'It is on the list of people not to be called.',
    fix: 'Left out. Nothing to do.',
  },
  do_not_call: {
    message: 'The file says not to call this person.',
    fix: 'Left out. To call them all the same, untick the column that says so, under Columns.',
  },
  total_row: {
    message: 'This row is a total of the rows above.',
    fix: 'Left out. If it is a person, type the number with + and the country code.',
  },
  note_row: {
    message: 'This row is a note on the list, not a person to call.',
    fix: 'Left out. If it is a person, put their name in that cell of the file.',
  },
  called_recently: {
    message: 'It was called or messaged lately, or is about to be.',
    fix: 'Left out by the limit for one number, or since only new people are wanted.',
  },
  above_headings: {
    message: 'This row is above the headings and has a number.',
    fix: 'Move it below the headings, or leave it out.',
  },
  calling_code_unclear: {
    message: 'The calling code or country beside it cannot be read.',
    fix: 'Put + and the code before the number.',
  },
  value_missing: {
    message: 'It has no value for what the text says, and such rows are left out.',
    fix: 'Fill the value in, or choose above what is said in its place.',
  },
  too_short: { message: 'The number has too few digits.', fix: 'Add the missing digits.' },
  too_long: { message: 'The number has too many digits.', fix: 'Remove the extra digits.' },
  letters: { message: 'There are letters among the digits.', fix: 'Keep only the number.' },
  not_a_number: { message: 'This is not a phone number.', fix: 'Type the number, or choose another column.' },
  not_in_service_range: {
    message: 'No phone number starts like this.',
    fix: 'Check it with the person, digit by digit.',
  },
  country_unknown: { message: 'No country has this country code.', fix: 'Correct the digits after the +.' },
  excel_exponent: {
    message: 'Excel changed this number to {value}.',
    fix: 'Its last digits are lost: export it again.',
  },
  excel_truncated: {
    message: 'It ends in zeros: a spreadsheet may have rounded it.',
    fix: 'Export it again, or add + and the country code if it is right.',
  },
  excel_computed: {
    message: 'A spreadsheet calculated this number.',
    fix: 'Paste the original number again as text.',
  },
  several_numbers: { message: 'There is more than one number in the cell.', fix: 'Keep the one to call.' },
};

const lineHeadings: readonly string[] = ['Line', 'लाइन'];
const csvHeadings: readonly [line: string, value: string, reason: string, suggestion: string] = [
  'Line',
  'In the file',
  'Why',
  'Suggestion',
];

const suggestionKinds: Record<SuggestionKind, string> = {
  around: 'Number without the text around it',
  first_of_several: 'First of several numbers',
  beginning: 'Calling code or leading zero fixed',
  exponent: 'Digits of a number in scientific format',
  look_alike: 'Letter read as a digit',
  abroad: 'Number abroad, with +',
  run_together: 'First of two numbers written together',
  among_words: 'Number among other words',
  one_of_several: 'One of several numbers that differ',
  two_beginnings: 'Beginning fixed in one of two ways',
};

const sorts: Record<IssueSort, string> = {
  line: 'Row in the file',
  name: 'Name',
  value: 'What is in the file',
  reason: 'Reason',
};

export const issues = {
  kinds,
  reasons,
  heading: (count: number) => countOf(count, 'row is left out', 'rows are left out'),
  none: 'Every row has a usable number.',
  correctedRows: (count: number) => `${countOf(count, 'row', 'rows')} corrected`,
  allMended: 'All left-out rows are corrected.',
  reading: 'Loading the left-out rows…',
  unreadable: 'The browser can no longer read this file. Choose it again.',
  notKept: 'The browser could not keep this change, perhaps because the disk is full. Free some space and try again.',
  table: 'Left-out rows',
  howTo:
    'Use the arrow keys to move. Press Enter to correct a number, use a suggestion or open the row. Press Esc to cancel.',
  lineColumn: 'Row',
  nameColumn: 'Name and row',
  rowOf: (line: number) => `row ${formatCount(line)}`,
  valueColumn: 'In the file',
  reasonColumn: 'Reason and fix',
  suggestionColumn: 'Suggestion',
  loading: 'Loading…',
  nothing: '(empty)',
  showAll: 'All',
  showMended: 'Corrected',
  showSuggested: 'With a suggestion',
  filterLabel: 'Show rows by reason',
  searchLabel: 'Find a value or a row',
  searchNamesLabel: 'Find a name, a value or a row',
  sortLabel: 'Sort by',
  sorts,
  found: (count: number) => `${countOf(count, 'row', 'rows')} shown`,
  noneFound: 'No matching rows.',
  editLabel: (line: number) => `Number in row ${formatCount(line)}`,
  edit: (line: number) => `Correct row ${formatCount(line)}`,
  whole: (line: number, name: string) =>
    name === '' ? `Show all of row ${formatCount(line)}` : `Show all: ${name} row ${formatCount(line)}`,
  wholeHeading: (line: number, name: string) =>
    name === '' ? `Row ${formatCount(line)} in the file` : `${name}, row ${formatCount(line)} in the file`,
  closeWhole: 'Close',
  take: (number: string) => `Use ${number}`,
  takeFor: (number: string, line: number) => `Use ${number} in row ${formatCount(line)}`,
  accepted: 'Can be used now.',
  inPlaceOf: (line: number) => `Used in place of row ${formatCount(line)}, which has the same number.`,
  corrected: 'Corrected from',
  revert: 'Undo',
  revertFor: (line: number) => `Undo the correction of row ${formatCount(line)}`,
  rowAccepted: (line: number) => `Row ${formatCount(line)} can be used now.`,
  rowRefused: (line: number, message: string) => `Row ${formatCount(line)}: ${message}`,
  takeAll: (count: number) => `Accept ${count === 1 ? 'the suggestion' : `all ${formatCount(count)} sure suggestions`}`,
  takeKind: (count: number) => `Accept ${formatCount(count)}`,
  takeKindFor: (count: number, kind: string) => `Accept ${formatCount(count)}: ${kind}`,
  takesShown: 'Counts and changes only the rows shown in the table.',
  suggestedHeading: 'Suggestions',
  unsureKind: 'Could be another person: check first.',
  suggestionKinds,
  lookingForMore: 'Looking for suggestions…',
  undo: (count: number) => `Undo ${count === 1 ? 'the last correction' : `${formatCount(count)} corrections`}`,
  summary: (mended: number, corrected: number) =>
    corrected === mended
      ? `${countOf(mended, 'row is', 'rows are')} corrected and can be used now.`
      : `${countOf(corrected, 'row is', 'rows are')} corrected: ${formatCount(mended)} can be used now, ${formatCount(corrected - mended)} not yet.`,
  takeBack: (count: number) => `Take back ${countOf(count, 'correction', 'corrections')} shown`,
  download: 'Download these rows',
  downloadShown: (count: number) => `Download ${countOf(count, 'row', 'rows')} shown`,
  writing: 'Writing the file…',
  fileName: (name: string) => `${name} - left out.csv`,
  /** Files written in any language must be recognised when they come back: never change one, only add. */
  lineHeadings,
  csvHeadings,
  reimport: 'Upload corrected rows',
  putBackNote: (number: string) =>
    `Download the rows, correct the column “${number}” in a spreadsheet, save, and upload the file. Keep the column “Line”: it says where each row belongs. Other columns are ignored.`,
  puttingBack: 'Reading the file…',
  merged: ({ rows, mended, stillWrong, unchanged, unknown }: MergeSummary) =>
    [
      `${countOf(rows, 'row', 'rows')} read: ${formatCount(mended)} can be used now`,
      ...(stillWrong > 0 ? [`${formatCount(stillWrong)} still cannot`] : []),
      ...(unchanged > 0 ? [`${formatCount(unchanged)} as before`] : []),
      ...(unknown > 0 ? [`${formatCount(unknown)} with an unknown or repeated line`] : []),
    ].join(', ') + '.',
  noLineColumn:
    'This file has no column “Line”. Upload the file you downloaded here: its column “Line” says which row is which.',
  numberHeadingGone: (wanted: string) => `This file has no column “${wanted}”. Leave the headings as they were.`,
  unreadableReturn: (fault: FileFault) => fileFaultSentence(fault),
};

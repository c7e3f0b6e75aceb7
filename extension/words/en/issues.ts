import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import { fileFaultSentence } from '../../../shared/contacts/file-fault.ts';
import type { SuggestionKind } from '../../../shared/contacts/suggest-number.ts';
import type { IssueCode } from '../../../shared/contacts/issue.ts';
import type { MergeSummary } from '../../issues/issue-messages.ts';
import { countOf, formatCount } from '../format-number.ts';

/** Short enough for a button that narrows the table. */
const kinds: Record<IssueCode, string> = {
  duplicate: 'Duplicate',
  blank: 'No number',
  above_headings: 'Above the headings',
  calling_code_unclear: 'Calling code unclear',
  too_short: 'Too short',
  too_long: 'Too long',
  letters: 'Letters',
  not_a_number: 'Not a number',
  not_in_service_range: 'No such number',
  country_unknown: 'No such country',
  excel_exponent: 'Power of ten',
  excel_truncated: 'Rounded off',
  excel_computed: 'Calculated',
  several_numbers: 'Several numbers',
};

/** `{line}` is the row a duplicate is one of. */
const reasons: Record<IssueCode, { message: string; fix: string }> = {
  duplicate: {
    message: 'Same number as row {line}.',
    fix: 'Used once. Type another number to use this row too.',
  },
  blank: { message: 'There is no number in this row.', fix: 'Type the number, or leave it out.' },
  above_headings: {
    message: 'It stands above the headings, and holds a number.',
    fix: 'Move it below them, or leave it out.',
  },
  calling_code_unclear: {
    message: 'The calling code or country beside it cannot be read.',
    fix: 'Put + and the code before the number.',
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
    message: 'The spreadsheet made it a power of ten.',
    fix: 'Its last digits are lost: export it again.',
  },
  excel_truncated: {
    message: 'It ends in zeros, as when a spreadsheet rounds.',
    fix: 'Export it again, or add + and the country code if it is right.',
  },
  excel_computed: {
    message: 'A spreadsheet took it for a sum.',
    fix: 'These are not its digits: paste it again as text.',
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
  around: 'The number without what stands around it',
  first_of_several: 'The first of several numbers',
  beginning: 'A calling code or zero put right',
  exponent: 'The digits of a number in scientific form',
  look_alike: 'A letter read as a digit',
  abroad: 'A number abroad, with a plus',
  run_together: 'The first of two numbers written as one',
};

export const issues = {
  kinds,
  reasons,
  heading: (count: number) => countOf(count, 'row is left out', 'rows are left out'),
  none: 'Every row has a number that can be used.',
  allMended: 'Every row that was left out is corrected.',
  reading: 'Looking at the rows that are left out…',
  unreadable: 'The browser can no longer read this file. Choose it again.',
  notKept: 'The browser could not keep this change, perhaps because the disk is full. Free some space and try again.',
  table: 'Rows that are left out',
  howTo:
    'Arrow keys move from cell to cell. Enter corrects a number, takes a suggestion, or shows the whole row. Escape leaves a correction as it was.',
  lineColumn: 'Row',
  valueColumn: 'In the file',
  reasonColumn: 'Why, and what to do',
  suggestionColumn: 'Suggestion',
  loading: 'Loading…',
  nothing: 'nothing',
  showAll: 'All',
  showMended: 'Corrected',
  showSuggested: 'With a suggestion',
  filterLabel: 'Show rows by reason',
  searchLabel: 'Find a value or a row',
  found: (count: number) => `${countOf(count, 'row', 'rows')} shown`,
  noneFound: 'No row here is like that.',
  editLabel: (line: number) => `Number in row ${formatCount(line)}`,
  edit: (line: number) => `Correct row ${formatCount(line)}`,
  whole: (line: number) => `Show all of row ${formatCount(line)}`,
  wholeHeading: (line: number) => `Row ${formatCount(line)} in the file`,
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
  takesShown: 'Only rows that the table shows are changed.',
  suggestedHeading: 'What is suggested',
  unsureKind: 'It could be another person: look first.',
  suggestionKinds,
  lookingForMore: 'Looking for suggestions…',
  undo: (count: number) => `Undo ${count === 1 ? 'the last change' : `the change of ${formatCount(count)} rows`}`,
  summary: (mended: number, corrected: number) =>
    corrected === mended
      ? `${countOf(mended, 'row is', 'rows are')} corrected and can be used now.`
      : `${countOf(corrected, 'row is', 'rows are')} corrected: ${formatCount(mended)} can be used now, ${formatCount(corrected - mended)} not yet.`,
  download: 'Download these rows',
  writing: 'Writing the file…',
  fileName: (name: string) => `${name} - left out.csv`,
  /** Files written in any language must be recognised when they come back: never change one, only add. */
  lineHeadings,
  csvHeadings,
  reimport: 'Put a corrected file back',
  putBackNote: (number: string) =>
    `Download the rows, correct the column “${number}” in a spreadsheet, save, and put the file back. The column “Line” says where each belongs; other columns are not read.`,
  puttingBack: 'Reading the file…',
  merged: ({ rows, mended, stillWrong, unchanged, unknown }: MergeSummary) =>
    [
      `${countOf(rows, 'row', 'rows')} read: ${formatCount(mended)} can be used now`,
      ...(stillWrong > 0 ? [`${formatCount(stillWrong)} still cannot`] : []),
      ...(unchanged > 0 ? [`${formatCount(unchanged)} as before`] : []),
      ...(unknown > 0 ? [`${formatCount(unknown)} with a line that is not left out, or twice`] : []),
    ].join(', ') + '.',
  noLineColumn:
    'This file has no column “Line”. Put back the file that was downloaded here, corrected: its column “Line” says which row is which.',
  numberHeadingGone: (wanted: string) => `This file has no column “${wanted}”. Leave the headings as they were.`,
  unreadableReturn: (fault: FileFault) => fileFaultSentence(fault),
};

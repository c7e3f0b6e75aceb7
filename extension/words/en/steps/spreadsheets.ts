import { countOf, formatBytes, formatCount } from '../../format-number.ts';

/** Programs that save numbers, and what to press in each for them to keep their digits. */
const programs: readonly { readonly name: string; readonly steps: readonly string[] }[] = [
  {
    name: 'Excel',
    steps: [
      'Open the original workbook, not the CSV: the digits are lost in the CSV.',
      'Select the column with the numbers, press Ctrl+1, choose Number with 0 decimal places, and OK.',
      'If a cell shows ####, make the column wider. Every digit must be seen.',
      'File, Save a Copy, and choose “CSV UTF-8 (Comma delimited)”. Or drop the workbook itself here.',
    ],
  },
  {
    name: 'Google Sheets',
    steps: [
      'Open the original sheet, and select the column with the numbers.',
      'Format, Number, Plain text. Numbers that still show E+ were lost before: type or import them again.',
      'File, Download, Comma-separated values (.csv). Or Microsoft Excel (.xlsx), and drop that here.',
    ],
  },
  {
    name: 'LibreOffice',
    steps: [
      'Open the original document, and select the column with the numbers.',
      'Format, Cells, Number, with 0 decimal places and no thousands separator.',
      'File, Save As, Text CSV, and tick “Save cell content as shown”. Or drop the document itself here.',
    ],
  },
];

export const spreadsheets = {
  damageHeading: (count: number) => `A spreadsheet destroyed the digits of ${countOf(count, 'number', 'numbers')}`,
  damageNote: 'Export the original again and keep every digit:',
  programs,
  chooseHeading: 'Which sheet holds the contacts?',
  sheetFacts: (rows: number, columns: number) =>
    rows === 0 ? 'empty' : `${countOf(rows, 'row', 'rows')}, ${countOf(columns, 'column', 'columns')}`,
  hidden: 'hidden',
  hiddenRowsQuestion: (count: number) =>
    `${countOf(count, 'row of this sheet is hidden', 'rows of this sheet are hidden')}, by a filter or by hand. Call ${count === 1 ? 'it' : 'them'}?`,
  keepHiddenRows: (count: number) => `Call ${count === 1 ? 'it' : 'them'} like the others`,
  leaveHiddenRows: (count: number) => `Leave ${count === 1 ? 'it' : 'them'} out`,
  hiddenColumnsQuestion: (columns: readonly string[]) =>
    `${countOf(columns.length, 'column is hidden', 'columns are hidden')}: ${columns.join(', ')}. Read ${columns.length === 1 ? 'it' : 'them'}?`,
  keepHiddenColumns: (count: number) => `Read ${count === 1 ? 'it' : 'them'} like the others`,
  leaveHiddenColumns: (count: number) => `Leave ${count === 1 ? 'it' : 'them'} out`,
  answerFirst: 'Choose what to do with the hidden rows.',
  hiddenRowsKept: (count: number) => `${countOf(count, 'hidden row is', 'hidden rows are')} included.`,
  hiddenRowsLeftOut: (count: number) => `${countOf(count, 'hidden row is', 'hidden rows are')} left out, as you chose.`,
  hiddenColumnsKept: (columns: readonly string[]) =>
    `${countOf(columns.length, 'hidden column is', 'hidden columns are')} included: ${columns.join(', ')}.`,
  hiddenColumnsLeftOut: (columns: readonly string[]) =>
    `${countOf(columns.length, 'hidden column is', 'hidden columns are')} left out, as you chose: ${columns.join(', ')}.`,
  chooseAgain: 'To change that, choose the file again.',
  notComputed: (count: number) =>
    `${countOf(count, 'cell has a formula without a result and shows', 'cells have formulas without a result and show')} #NOT COMPUTED!. Open the workbook in Excel or LibreOffice, save it, and choose it again.`,
  useSheet: 'Use this sheet',
  reading: 'Reading the workbook. Large ones take a minute.',
  stop: 'Stop',
  stopped: 'Stopped reading the workbook.',
  otherFile: 'Another file',
  ofSheet: (fileName: string, sheet: string) => `${fileName}, ${sheet}`,
  passwordProtected:
    'This workbook is protected by a password. Open it, take the password off (in Excel: File, Info, Protect Workbook, Encrypt with Password, empty it), save, and choose it again.',
  corrupt:
    'This workbook is damaged or was not saved to the end. Open it in a spreadsheet, save it once more, and choose that file.',
  cellTwice: (sheet: string, cell: string) =>
    `Cell ${cell} of the sheet “${sheet}” has two different contents in this workbook. Open it in Excel or LibreOffice, check what ${cell} shows, save it, and choose it again.`,
  notASpreadsheet: 'This is not a spreadsheet, despite its name. Choose the file with the contacts.',
  noRows: 'Every sheet of this workbook is empty. Choose the file with the contacts.',
  tooManyRows: (limit: number) => `This sheet has more than ${formatCount(limit)} rows. Split it into smaller files.`,
  tooManyCells: (limit: number) =>
    `This workbook has more than ${formatCount(limit)} cells; a text stored in its cell counts as three. Save the sheet with the contacts as CSV, and choose that file.`,
  tooLarge: (limit: number) =>
    `Unpacked, this workbook is larger than ${formatBytes(limit)}. Save the sheet with the contacts as CSV, and choose that file.`,
  tookTooLong: (seconds: number) =>
    `This workbook could not be read within ${formatCount(seconds)} seconds. Save the sheet with the contacts as CSV, and choose that file.`,
  unreadable: 'The browser can no longer read this file. Choose it again.',
};

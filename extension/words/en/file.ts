import { ADVICE } from '../../../shared/contacts/file-fault.ts';
import type { FileKind } from '../../../shared/csv/file-kind.ts';
import type { NotKept } from '../../storage/not-kept.ts';
import { formatBytes, formatCount } from '../format-number.ts';

const kinds: Record<FileKind, string> = {
  xlsx: 'an Excel workbook',
  xls: 'an old Excel workbook',
  ods: 'an OpenDocument spreadsheet',
  numbers: 'a Numbers spreadsheet',
  docx: 'a Word document',
  pdf: 'a PDF',
  image: 'a picture',
  zip: 'a ZIP archive',
  gzip: 'a gzip archive',
  html: 'a web page',
  json: 'a JSON file',
  xml: 'an XML file',
  vcard: 'a contact card',
};

/** The first step: which template, which file. */
export const file = {
  title: 'New import',
  again: 'Which file?',
  chooseTemplate: 'Choose a template',
  newTemplate: 'New template',
  noTemplates: 'There is no template yet. Make one first: it says who calls, and what is said.',
  makeTemplate: 'Make the first template',
  drop: 'Drop a contact file here',
  dropNow: 'Let go to take it in',
  choose: 'Choose a file',
  inTab: 'Opens in a tab, because browsers close this window while a file is chosen.',
  pasteRows: 'Paste rows',
  pasteLabel: 'Rows copied from a spreadsheet',
  pasteHint: 'Copy the rows with their headings, press Ctrl+V here, then use them.',
  pasteUse: 'Use these rows',
  pasteNothing: 'Paste the rows first.',
  pastedName: 'Pasted rows',
  limits: (bytes: number, rows: number) =>
    `CSV, Excel, LibreOffice, Numbers or text, up to ${formatBytes(bytes)} and ${formatCount(rows)} rows`,
  exampleFor: (template: string) => `Example file for ${template}`,
  exampleName: (template: string) => `${template} - example.csv`,
  keeping: 'Taking the file in…',
  replaceNote: 'Another file takes its place; the template stays.',
  tooLarge: (bytes: number, limit: number) =>
    `The file has ${formatBytes(bytes)}, more than the ${formatBytes(limit)} that can be taken. Split it into smaller files.`,
  empty: 'The file is empty. Choose the file that holds the contacts.',
  notText: (kind: FileKind) =>
    `This is not a contact file, but ${kinds[kind]}. ${ADVICE[kind] ?? 'Choose the CSV file or the spreadsheet with the contacts.'}`,
  notAFile: 'That is not a file. Drop one contact file.',
  severalFiles: 'Drop one file at a time: each file is one import.',
  notKept: {
    full: () => 'The browser has no room for the file. Free some disk space and choose it again.',
    file_changed: () =>
      'The file changed or closed while it was read. Save it, close it in other programs and choose it again.',
    no_database: (error: string) =>
      `The browser keeps no files for Dialsheet here (${error}). Open Dialsheet in a normal window, not a private one.`,
    unknown: (error: string) =>
      `The browser could not keep the file (${error}). Restart the browser and choose it again.`,
  } satisfies Record<NotKept['reason'], (error: string) => string>,
  pickTemplateFirst: 'Pick a template first.',
};

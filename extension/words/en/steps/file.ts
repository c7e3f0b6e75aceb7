import { ADVICE } from '../../../../shared/csv/file-advice.ts';
import type { FileKind } from '../../../../shared/csv/file-kind.ts';
import type { NotKept } from '../../../storage/not-kept.ts';
import { formatBytes, formatCount } from '../../format-number.ts';

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
  rtf: 'a rich text document (RTF)',
  sylk: 'an old spreadsheet (SYLK)',
  dif: 'an old spreadsheet (DIF)',
  calendar: 'a calendar',
  sql: 'a database dump (SQL)',
  archive: 'a packed archive',
};

/** The first step: which template, which file. */
export const file = {
  title: 'Call a new list',
  again: 'Which file?',
  chooseTemplate: 'Choose a template',
  newTemplate: 'New template',
  noTemplates: 'Create a template first: it sets the caller number and the message.',
  makeTemplate: 'Create a template',
  drop: 'Drop a contact file here',
  dropNow: 'Drop the file',
  choose: 'Choose a file',
  inTab: 'Opens in a tab: browsers close this window while you choose a file.',
  pasteRows: 'Paste rows',
  pasteLabel: 'Rows copied from a spreadsheet',
  pasteHint: 'Copy the rows with their headings and press Ctrl+V here.',
  pasteUse: 'Use these rows',
  pasteNothing: 'Paste the rows first.',
  pastedName: 'Pasted rows',
  limits: (bytes: number, rows: number) =>
    `CSV, Excel, LibreOffice, Numbers or text, up to ${formatBytes(bytes)} and ${formatCount(rows)} rows`,
  exampleFor: (template: string) => `Example file for ${template}`,
  exampleName: (template: string) => `${template} - example.csv`,
  keeping: 'Adding the file…',
  replaceNote: 'Choose another file to replace this one. The template stays.',
  tooLarge: (bytes: number, limit: number) =>
    `This file is ${formatBytes(bytes)}. The limit is ${formatBytes(limit)}. Split it into smaller files.`,
  empty: 'The file is empty. Choose the file with the contacts.',
  notText: (kind: FileKind) =>
    `This is not a contact file, but ${kinds[kind]}. ${ADVICE[kind] ?? 'Choose the CSV file or the spreadsheet with the contacts.'}`,
  notAFile: 'This is not a file. Drop one contact file.',
  severalFiles: 'Add one file at a time: each file is one import.',
  stillAdding: 'Not added: another file is being added. Add this one after it.',
  notKept: {
    full: () => 'The browser has no room for the file. Free some disk space and choose it again.',
    file_changed: () =>
      'The file changed or closed while it was read. Save it, close it in other programs and choose it again.',
    no_database: (error: string) =>
      `This window cannot keep files (${error}). Open Dialsheet in a normal window, not a private one.`,
    unknown: (error: string) =>
      `The browser could not keep the file (${error}). Restart the browser and choose it again.`,
  } satisfies Record<NotKept['reason'], (error: string) => string>,
  pickTemplateFirst: 'Choose a template first.',
};

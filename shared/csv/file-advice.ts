import type { FileKind } from './file-kind.ts';

/** Advice for files that a spreadsheet cannot open. */
export const ADVICE: Partial<Record<FileKind, string>> = {
  vcard: 'Import it at contacts.google.com, choose "Export" there, then "Google CSV", and drop the new file here.',
  json: 'In Excel choose Data, Get Data, From File, From JSON, save the table as CSV, and drop the new file here.',
  pdf: 'In Excel choose Data, Get Data, From File, From PDF, save the table as CSV, or ask its sender for the sheet.',
  docx: 'Copy its table into a spreadsheet, save that as CSV, and drop the new file here.',
  rtf: 'Copy its table into a spreadsheet, save that as CSV, and drop the new file here.',
  calendar: 'A calendar holds meetings, not people to call: export the contacts as CSV instead.',
  sql: 'Ask whoever made it for the table of contacts as CSV.',
  archive: 'Unpack it, and drop the file that is in it here.',
  image: 'Nobody can read numbers off a picture safely: ask its sender for the sheet.',
  zip: 'Unpack it, and drop the file that is in it here.',
  gzip: 'Unpack it, and drop the file that is in it here.',
};

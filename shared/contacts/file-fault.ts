import type { RecordFault } from '../csv/record-fault.ts';
import { assertNever } from '../result.ts';
import { ADVICE } from '../csv/file-advice.ts';
import type { FileKind } from '../csv/file-kind.ts';
import type { ColumnFault } from '../columns/column-position.ts';
import type { NamedColumn } from '../columns/named-columns.ts';
import type { VariableFault } from '../template/text-variables.ts';

/** Why a whole file cannot be used. Smaller faults are issues of single rows. */
export type FileFault =
  | { readonly code: 'empty_file' }
  | { readonly code: 'no_rows'; readonly headings: readonly string[] }
  | { readonly code: 'not_a_text_file'; readonly looksLike?: FileKind }
  | { readonly code: 'no_number_column'; readonly headings: readonly string[] }
  | { readonly code: 'column_not_found'; readonly wanted: string | number; readonly headings: readonly string[] }
  | Extract<ColumnFault, { readonly code: 'column_ambiguous' }>
  | { readonly code: 'unknown_country'; readonly country: string }
  | { readonly code: 'file_too_large'; readonly limitBytes: number }
  | { readonly code: 'too_many_rows'; readonly limit: number }
  | VariableFault
  | RecordFault;

const AS_CSV = 'Open it in a spreadsheet, choose "Save as" or "Download", then CSV, and drop the new file here.';

const LOOKS_LIKE: Record<FileKind, string> = {
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
  vcard: 'a contact card (vCard)',
  rtf: 'a rich text document (RTF)',
  sylk: 'an old spreadsheet (SYLK)',
  dif: 'an old spreadsheet (DIF)',
  calendar: 'a calendar',
  sql: 'a database dump (SQL)',
  archive: 'a packed archive',
};

/** What is wrong with the file and what to do, for people. */
export function fileFaultSentence(fault: FileFault): string {
  switch (fault.code) {
    case 'empty_file':
      return 'The file is empty. Choose the file with the contacts.';
    case 'no_rows':
      return 'The file has headings but no rows. Add the contacts below the headings.';
    case 'not_a_text_file':
      return fault.looksLike === undefined
        ? `This is not a CSV file. ${AS_CSV}`
        : `This is not a CSV file, but ${LOOKS_LIKE[fault.looksLike]}. ${ADVICE[fault.looksLike] ?? AS_CSV}`;
    case 'no_number_column':
      return `No column of phone numbers was found${listed(fault.headings)}. Choose the number column, or name it "Mobile".`;
    case 'column_not_found':
      return typeof fault.wanted === 'number'
        ? `There is no column ${fault.wanted}: the file has ${fault.headings.length}${listed(fault.headings)}. Choose one of them.`
        : `There is no column "${fault.wanted}"${listed(fault.headings)}. Choose one of them.`;
    case 'variable_not_found':
      return `The text uses @@${fault.variable}, but no column has this name${listed(fault.headings)}. Choose a column for it, or change the text.`;
    case 'column_ambiguous':
      return `Several columns are named "${fault.wanted}": ${places(fault.columns)}. Choose one of them by its letter or its position.`;
    case 'variable_ambiguous':
      return `Several columns are named like @@${fault.variable}: ${places(fault.columns)}. Choose one of them for it.`;
    case 'too_many_variables':
      return `The text has ${fault.count} variables. Use at most ${fault.limit}.`;
    case 'unknown_country':
      return `"${fault.country}" is not a country code. Use two capital letters, as in IN.`;
    case 'file_too_large':
      return `The file is larger than ${toMegabytes(fault.limitBytes)}. Split it into smaller files.`;
    case 'too_many_rows':
      return `The file has more than ${inDigits(fault.limit)} rows. Split it into smaller files.`;
    case 'too_many_columns':
      return `Row ${fault.line} has more than ${inDigits(fault.limit)} columns. Delete the empty columns to the right, and save as CSV again.`;
    case 'cell_too_long':
      return `A cell in row ${fault.line} is longer than ${inDigits(fault.limitBytes)} bytes. Shorten it, or delete its column.`;
    case 'row_too_long':
      return `Row ${fault.line} is longer than ${inDigits(fault.limitBytes)} bytes. Shorten it, or delete columns that are not needed.`;
    case 'unclosed_quote':
      return `A quotation mark in row ${fault.line} opens a cell and never closes it. Delete or close the quotation mark, and save again.`;
    default:
      return assertNever(fault);
  }
}

const MAX_LISTED = 12;

function listed(headings: readonly string[]): string {
  if (headings.length === 0) return '';
  const names = headings.slice(0, MAX_LISTED).map((heading) => `"${heading}"`);
  const more = headings.length - names.length;
  return ` (the columns are ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}

function places(columns: readonly NamedColumn[]): string {
  return columns
    .slice(0, MAX_LISTED)
    .map(({ name, heading }) => `${name} ("${heading}")`)
    .join(', ');
}

function inDigits(count: number): string {
  return count.toLocaleString('en-IN');
}

function toMegabytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MB`;
}

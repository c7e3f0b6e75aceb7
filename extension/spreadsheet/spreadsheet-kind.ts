import { guessEncoding } from '../../shared/csv/encoding.ts';
import type { FileKind } from '../../shared/csv/file-kind.ts';
import { binaryKind, textKind } from '../../shared/csv/file-kind.ts';

/** How much of a file is read to find its kind. */
const HEAD_BYTES = 64 * 1024;
/** How much of a web page is searched for a table: Excel writes a style for every kind of cell before the first. */
const PAGE_BYTES = 4 * 1024 * 1024;
/** Some programs write a workbook's parts in an order that shows nothing at the beginning, so any ZIP may be one. */
const WORKBOOKS: ReadonlySet<FileKind> = new Set<FileKind>(['xlsx', 'xls', 'ods', 'numbers', 'zip', 'html', 'xml']);
/**
 * What many programs export under the name of an Excel file: a web page with a table, that page in a mail (with encoded
 * parts), Excel's 2003 XML, or OpenDocument in one file.
 */
const TABLE_MARK =
  /<(?:\w+:)?table\b|^content-transfer-encoding:|urn:schemas-microsoft-com:office:spreadsheet|urn:oasis:names:tc:opendocument/imu;

/** The kind that a file's beginning shows, in any encoding; `unknown` is not text at all. */
export function kindOfHead(head: Uint8Array): FileKind | 'unknown' | undefined {
  const { encoding, markBytes } = guessEncoding(head);
  if (encoding === 'utf-8') return binaryKind(head) ?? textKind(head.subarray(markBytes));
  return binaryKind(head) ?? textKind(new TextEncoder().encode(new TextDecoder(encoding).decode(head)));
}

/**
 * The kind of a file that is not delimited text, judged by its beginning; undefined for text. Throws if it cannot be
 * read.
 */
export async function kindOf(file: Blob): Promise<FileKind | undefined> {
  const kind = kindOfHead(await bytesOf(file, HEAD_BYTES));
  if (kind === 'html' || kind === 'xml') {
    const page = await bytesOf(file, PAGE_BYTES);
    return TABLE_MARK.test(new TextDecoder(guessEncoding(page).encoding).decode(page)) ? kind : undefined;
  }
  // Files that are not text at all are reported by the check, which says what to do.
  return kind === 'unknown' ? undefined : kind;
}

async function bytesOf(file: Blob, length: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, length).arrayBuffer());
}

/** Whether a file of that kind may hold sheets. */
export function isWorkbook(kind: FileKind): boolean {
  return WORKBOOKS.has(kind);
}

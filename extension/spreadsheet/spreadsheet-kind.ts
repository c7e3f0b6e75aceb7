import type { FileKind } from '../../shared/csv/file-kind.ts';
import { binaryKind, textKind } from '../../shared/csv/file-kind.ts';

/** How much of a file its kind is told by. */
const HEAD_BYTES = 64 * 1024;
/** Some write a workbook's parts in an order that shows nothing at its beginning: any ZIP may be one. */
const WORKBOOKS: ReadonlySet<FileKind> = new Set<FileKind>(['xlsx', 'xls', 'ods', 'numbers', 'zip', 'html', 'xml']);
/** What many programs export under the name of an Excel file: a web page with a table, or Excel's XML of 2003. */
const TABLE_MARK = /<table\b|urn:schemas-microsoft-com:office:spreadsheet/iu;

/** What a file is instead of delimited text, by its beginning; undefined for text. Throws where it cannot be read. */
export async function kindOf(file: Blob): Promise<FileKind | undefined> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const kind = binaryKind(head) ?? textKind(head);
  if (kind === 'html' || kind === 'xml') return TABLE_MARK.test(new TextDecoder().decode(head)) ? kind : undefined;
  // What is no text of any kind is told by the check, which says what to do.
  return kind === 'unknown' || kind === 'json' || kind === 'vcard' ? undefined : kind;
}

/** Whether a file of that kind may hold sheets. */
export function isWorkbook(kind: FileKind): boolean {
  return WORKBOOKS.has(kind);
}

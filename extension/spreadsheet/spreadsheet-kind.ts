import { binaryKind, textKind } from '../../shared/csv/file-kind.ts';

/** How much of a file its kind is told by. */
const HEAD_BYTES = 64 * 1024;
const WORKBOOKS: ReadonlySet<string> = new Set(['xlsx', 'xls', 'ods', 'numbers']);
/** What many programs export under the name of an Excel file: a web page with a table, or Excel's XML of 2003. */
const TABLE_MARK = /<table\b|urn:schemas-microsoft-com:office:spreadsheet/iu;

/** Whether a file must be read as a spreadsheet; told by its bytes, whatever its name. */
export async function isSpreadsheet(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const kind = binaryKind(head) ?? textKind(head);
  if (kind === undefined) return false;
  if (kind === 'html' || kind === 'xml') return TABLE_MARK.test(new TextDecoder().decode(head));
  // Some write a workbook's parts in an order that shows nothing at its beginning.
  return WORKBOOKS.has(kind) || kind === 'zip';
}

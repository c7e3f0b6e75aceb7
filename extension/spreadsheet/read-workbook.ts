import { MAX_FILE_ROWS, MAX_SPREADSHEET_BYTES } from '../../shared/limits.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { hiddenInOds } from './hidden-in-ods.ts';
import { librarySheets } from './library-sheets.ts';
import { decodeMarkup } from './markup/decode-markup.ts';
import { plainOpenDocument } from './markup/plain-open-document.ts';
import { readMarkup } from './markup/read-markup.ts';
import { plainOffice } from './office/plain-office.ts';
import { sheetFlaws, withoutHidden } from './raw-sheet.ts';
import type { RawSheet, SheetFlaws } from './raw-sheet.ts';
import { repackZip } from './repack-zip.ts';
import { sheetSize } from './sheet-csv.ts';
import type { SheetCells } from './sheet-csv.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';
import { kindOfHead } from './spreadsheet-kind.ts';
import { weighParts, weighText } from './weigh-workbook.ts';
import { newWorkbookBudget, weighMarkup } from './weigh-markup.ts';
import { withoutOldLinks } from './weigh-binary.ts';
import { storeZip } from './store-zip.ts';
import type { StoredPart } from './store-zip.ts';
import { storedParts } from './stored-parts.ts';

export interface Sheet extends SheetFlaws {
  readonly name: string;
  readonly isHidden: boolean;
  /** Number of rows up to the last one that shows anything. */
  readonly rows: number;
  readonly columns: number;
}

/** Which hidden parts of a sheet a person wants left out. */
export interface LeaveOut {
  readonly rows: boolean;
  readonly columns: boolean;
}

export interface Workbook {
  /** Visible sheets first; otherwise in the workbook's order. */
  readonly sheets: readonly Sheet[];
  cells(sheet: number, leaveOut?: LeaveOut): Result<SheetCells, SpreadsheetFault>;
}

const ZIPPED: ReadonlySet<string> = new Set(['xlsx', 'ods', 'numbers', 'zip']);

/** Reads a whole workbook of any known kind. Expensive, so it runs in a thread of its own. */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  limitBytes = MAX_SPREADSHEET_BYTES,
): Promise<Result<Workbook, SpreadsheetFault>> {
  const sheets = await readSheets(bytes, limitBytes);
  return sheets.ok ? toWorkbook(sheets.value) : sheets;
}

async function readSheets(
  bytes: Uint8Array<ArrayBuffer>,
  limitBytes: number,
): Promise<Result<readonly RawSheet[], SpreadsheetFault>> {
  const kind = kindOfHead(bytes.subarray(0, 64 * 1024));
  if (kind === undefined || kind === 'unknown') return err({ code: 'not_a_spreadsheet' });
  if (kind === 'html' || kind === 'xml') {
    const tooMuch = weighMarkup(bytes, newWorkbookBudget());
    if (tooMuch !== null) return err(tooMuch);
    const markup = readMarkup(bytes);
    if (markup.is === 'corrupt') return err({ code: 'corrupt' });
    const heavy = markup.is === 'text' ? weighText(markup.text) : null;
    if (heavy !== null) return err(heavy);
    if (markup.is === 'text') return librarySheets(markup.text, { hidden: hiddenInOds(markup.text) });
    return markup.sheets.length === 0 ? err({ code: 'not_a_spreadsheet', looksLike: kind }) : ok(markup.sheets);
  }
  if (kind === 'xls')
    return hasEncryptedPackage(bytes) ? err({ code: 'password_protected' }) : librarySheets(withoutOldLinks(bytes));
  if (!ZIPPED.has(kind)) return err({ code: 'not_a_spreadsheet', looksLike: kind });
  const zip = await repackZip(bytes, limitBytes);
  if (!zip.ok) return zip;
  const heavy = weighParts(zip.value);
  if (heavy !== null) return err(heavy);
  const parts = storedParts(zip.value);
  const office = plainOffice(parts);
  if (office?.ok === false) return office;
  if (office !== null) return librarySheets(office.value, { isWhole: true });
  const content = parts.get('content.xml');
  if (content === undefined) return librarySheets(zip.value);
  const told = decodeMarkup(content);
  const plain = plainOpenDocument(told);
  if (plain === null) return err({ code: 'corrupt' });
  const known = { hidden: hiddenInOds(plain) };
  return librarySheets(plain === told ? zip.value : storeZip([...parts].map(replaced('content.xml', plain))), known);
}

/** A workbook saved with a password is one part in a container of the old format. */
function hasEncryptedPackage(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}

function replaced(part: string, text: string) {
  return ([name, content]: readonly [string, Uint8Array]): StoredPart => ({
    name: new TextEncoder().encode(name),
    content: name === part ? new TextEncoder().encode(text) : content,
  });
}

function toWorkbook(raw: readonly RawSheet[]): Result<Workbook, SpreadsheetFault> {
  const sheets = raw.map((one) => {
    const { rows, columns } = sheetSize(one.cells);
    return { cells: one.cells, told: { name: one.name, isHidden: one.isHidden, rows, columns, ...sheetFlaws(one) } };
  });
  if (sheets.every(({ told }) => told.rows === 0)) return err({ code: 'no_rows_in_workbook' });
  const ordered = [...sheets.filter(({ told }) => !told.isHidden), ...sheets.filter(({ told }) => told.isHidden)];
  return ok({
    sheets: ordered.map(({ told }) => told),
    cells(sheet, leaveOut) {
      const found = ordered[sheet];
      if (found === undefined || found.told.rows === 0) return err({ code: 'no_rows_in_workbook' });
      if (found.told.rows > MAX_FILE_ROWS + 1) return err({ code: 'too_many_rows', limit: MAX_FILE_ROWS });
      const { hiddenRows, hiddenColumns } = found.told;
      return ok(
        withoutHidden(found.cells, {
          ...(leaveOut?.rows === true ? { hiddenRows } : {}),
          ...(leaveOut?.columns === true ? { hiddenColumns } : {}),
        }),
      );
    },
  });
}

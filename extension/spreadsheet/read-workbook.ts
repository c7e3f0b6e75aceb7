import { read, utils } from '@e965/xlsx';
import type { WorkBook } from '@e965/xlsx';
import { binaryKind, textKind } from '../../shared/csv/file-kind.ts';
import { MAX_FILE_ROWS, MAX_SPREADSHEET_BYTES } from '../../shared/limits.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { repackZip } from './repack-zip.ts';
import { sheetSize } from './sheet-csv.ts';
import type { SheetCells } from './sheet-csv.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Up to the last one that shows anything. */
  readonly rows: number;
  readonly columns: number;
}

export interface Workbook {
  /** Those that can be seen first, each kind in the workbook's order. */
  readonly sheets: readonly Sheet[];
  cells(sheet: number): Result<SheetCells, SpreadsheetFault>;
}

const ZIPPED: ReadonlySet<string> = new Set(['xlsx', 'ods', 'numbers', 'zip']);
const ABOUT_A_PASSWORD = /password|encrypt/iu;
/** The short date of most formats is written by the reader's country; nearly all of ours is India. */
const SHORT_DATE = 'dd-mm-yyyy';
/** The same with a time: the library knows the one of America, and takes no other for it. */
const SHORT_MOMENT = { theirs: 'm/d/yy h:mm', ours: `${SHORT_DATE} hh:mm` };
const DAYS_FROM_1900_TO_1904 = 1_462;

/** Reads a whole workbook of any kind the library knows. Heavy: for a thread of its own. */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  limitBytes = MAX_SPREADSHEET_BYTES,
): Promise<Result<Workbook, SpreadsheetFault>> {
  const head = bytes.subarray(0, 64 * 1024);
  const kind = binaryKind(head) ?? textKind(head);
  if (kind === undefined || kind === 'unknown') return err({ code: 'not_a_spreadsheet' });
  if (!ZIPPED.has(kind)) {
    if (kind !== 'xls' && kind !== 'html' && kind !== 'xml') return err({ code: 'not_a_spreadsheet', looksLike: kind });
    return kind === 'xls' && hasEncryptedPackage(bytes) ? err({ code: 'password_protected' }) : parse(bytes);
  }
  const zip = await repackZip(bytes, limitBytes);
  return zip.ok ? parse(zip.value) : zip;
}

/** A workbook saved with a password lies whole in one part of a container that is otherwise that of the old format. */
function hasEncryptedPackage(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}

function parse(bytes: Uint8Array): Result<Workbook, SpreadsheetFault> {
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      // Text exports are taken as they are written: "0987" is no amount.
      raw: true,
      dateNF: SHORT_DATE,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (ABOUT_A_PASSWORD.test(message)) return err({ code: 'password_protected' });
    if (message.startsWith('Unsupported ZIP')) return err({ code: 'not_a_spreadsheet', looksLike: 'zip' });
    return err({ code: 'corrupt' });
  }
  const sheets = book.SheetNames.map((name, index) => {
    const cells: SheetCells = book.Sheets[name]?.['!data'] ?? [];
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    writeMoments(cells, book.Workbook?.WBProps?.date1904 === true);
    const { rows, columns } = sheetSize(cells);
    return { name, isHidden: hidden !== 0, rows, columns, cells };
  });
  if (sheets.every(({ rows }) => rows === 0)) return err({ code: 'no_rows_in_workbook' });
  const ordered = [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)];
  return ok({
    sheets: ordered.map(({ name, isHidden, rows, columns }) => ({ name, isHidden, rows, columns })),
    cells(sheet) {
      const found = ordered[sheet];
      if (found === undefined || found.rows === 0) return err({ code: 'no_rows_in_workbook' });
      if (found.rows > MAX_FILE_ROWS + 1) return err({ code: 'too_many_rows', limit: MAX_FILE_ROWS });
      return ok(found.cells);
    },
  });
}

function writeMoments(cells: SheetCells, from1904: boolean): void {
  for (const row of cells) {
    for (const cell of row ?? []) {
      if (cell?.z !== SHORT_MOMENT.theirs || typeof cell.v !== 'number') continue;
      const v = cell.v + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
      cell.w = utils.format_cell({ t: 'n', v, z: SHORT_MOMENT.ours });
    }
  }
}

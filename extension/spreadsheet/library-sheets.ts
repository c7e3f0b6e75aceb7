import { read, utils } from '@e965/xlsx';
import type { ParsingOptions, WorkBook } from '@e965/xlsx';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { markFormulas } from './formula-cells.ts';
import type { HiddenPlaces } from './hidden-in-ods.ts';
import type { RawSheet } from './raw-sheet.ts';
import type { SheetCells } from './sheet-csv.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';

const ABOUT_A_PASSWORD = /password|encrypt/iu;
/** Most formats' short date depends on the reader's country; nearly all our readers are in India. */
const SHORT_DATE = 'dd-mm-yyyy';
/** The same with a time: the library knows only the American one. */
const SHORT_MOMENT = { theirs: 'm/d/yy h:mm', ours: `${SHORT_DATE} hh:mm` };
const DAYS_FROM_1900_TO_1904 = 1_462;

interface Known {
  /** Each sheet that is named is there: one the library has nothing of is one it broke on. */
  readonly isWhole?: boolean;
  /** By the sheets' order, where the library does not read it. */
  readonly hidden?: readonly HiddenPlaces[];
}

/** The sheets of any workbook that the library knows, in its order. */
export function librarySheets(
  content: Uint8Array | string,
  { isWhole = false, hidden = [] }: Known = {},
): Result<RawSheet[], SpreadsheetFault> {
  let book: WorkBook;
  try {
    book = readBook(content, isWhole);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (ABOUT_A_PASSWORD.test(message)) return err({ code: 'password_protected' });
    if (message.startsWith('Unsupported ZIP')) return err({ code: 'not_a_spreadsheet', looksLike: 'zip' });
    return err({ code: 'corrupt' });
  }
  return ok(book.SheetNames.map((name, index) => toRawSheet(book, name, index, hidden[index])));
}

function readBook(content: Uint8Array | string, isWhole: boolean): WorkBook {
  const all: ParsingOptions = {
    type: typeof content === 'string' ? 'string' : 'array',
    dense: true,
    cellFormula: true,
    cellStyles: true,
    cellHTML: false,
    cellNF: true,
    // Text exports are read as written: "0987" is not an amount.
    raw: true,
    dateNF: SHORT_DATE,
  };
  try {
    return readAll(content, all, isWhole);
  } catch {
    // Values without their formulas are better than nothing: some hold formulas the library breaks on.
    return readAll(content, { ...all, cellFormula: false, cellStyles: false }, isWhole);
  }
}

/** Of two sheets under one name the library keeps one, and of a sheet it breaks on nothing: neither is told. */
function readAll(content: Uint8Array | string, options: ParsingOptions, isWhole: boolean): WorkBook {
  const book = read(content, options);
  const names = new Set(book.SheetNames);
  if (names.size < book.SheetNames.length) throw new Error('Two sheets have one name.');
  if (isWhole && book.SheetNames.some((name) => book.Sheets[name] === undefined))
    throw new Error('A sheet is missing.');
  return book;
}

function toRawSheet(book: WorkBook, name: string, index: number, hidden: HiddenPlaces | undefined): RawSheet {
  const sheet = book.Sheets[name];
  const cells: SheetCells = sheet?.['!data'] ?? [];
  writeMoments(cells, book.Workbook?.WBProps?.date1904 === true);
  markFormulas(cells, isLeftToCompute(book));
  return {
    name,
    isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    cells,
    hiddenRows: hidden?.rows ?? placesHidden(sheet?.['!rows']),
    hiddenColumns: hidden?.columns ?? placesHidden(sheet?.['!cols']),
  };
}

/** Programs that write formulas without calculating them ask the reader's program to do so. */
function isLeftToCompute(book: WorkBook): boolean {
  const parts: unknown = book.Workbook;
  if (typeof parts !== 'object' || parts === null || !('CalcPr' in parts)) return false;
  const { CalcPr: asked } = parts;
  if (typeof asked !== 'object' || asked === null || !('fullCalcOnLoad' in asked)) return false;
  return ['1', 'true', 'on'].includes(String(asked.fullCalcOnLoad));
}

/** These arrays have gaps, and what the library says of a row that only a style made may not be an object. */
function placesHidden(infos: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): Set<number> {
  const places = new Set<number>();
  for (const [place, info] of (infos ?? []).entries()) if (info?.hidden === true) places.add(place);
  return places;
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

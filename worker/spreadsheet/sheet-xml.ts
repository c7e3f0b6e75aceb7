/** What the clock on the account's wall shows, in the milliseconds of shared/plan/zoned-time.ts. */
interface WallTime {
  readonly wallMs: number;
}

export type Cell = string | number | WallTime | null;

export interface SheetTable {
  readonly name: string;
  readonly headings: readonly string[];
  /** Some at a time, so that no more of them need be in memory. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** Excel's own limit; the file is "repaired" when a cell has more. */
const MAX_CELL_CHARS = 32_767;
/** Days from Excel's 1899-12-30 to 1970-01-01. */
const EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

/** Places in `cellXfs` of the styles part. */
const STYLE = { time: 1, heading: 2 } as const;

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/><sheetData>';

/** One sheet, written as it is read: text is text, whatever it begins with, so nothing in it is ever run as a formula. */
export async function* sheetXml({ headings, rows }: SheetTable): AsyncIterable<string> {
  yield `${HEAD}<row r="1">${headings.map((text, at) => textCell(text, `${columnName(at)}1`, STYLE.heading)).join('')}</row>`;
  const columns = headings.map((_, at) => columnName(at));
  let line = 1;
  for await (const some of rows) {
    let xml = '';
    for (const row of some) {
      line += 1;
      xml += `<row r="${line}">${columns.map((column, at) => cellXml(row[at] ?? null, `${column}${line}`)).join('')}</row>`;
    }
    yield xml;
  }
  const range = `A1:${columnName(Math.max(0, headings.length - 1))}${line}`;
  yield `</sheetData><autoFilter ref="${range}"/></worksheet>`;
}

function cellXml(cell: Cell, place: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(cell, place);
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : '';
  return `<c r="${place}" s="${STYLE.time}"><v>${cell.wallMs / DAY_MS + EPOCH_DAYS}</v></c>`;
}

function textCell(text: string, place: string, style?: number): string {
  const look = style === undefined ? '' : ` s="${style}"`;
  return `<c r="${place}"${look} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, MAX_CELL_CHARS))}</t></is></c>`;
}

/** Characters XML 1.0 cannot hold. A lone surrogate is made well formed before. */
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Excel reads `_x0041_` as "A": what looks like that and is none is written with its first underscore so. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? character);
}

/** From 0: A, B, … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

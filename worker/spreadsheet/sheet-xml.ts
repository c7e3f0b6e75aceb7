/** A local time in the account's zone, in the milliseconds of shared/plan/zoned-time.ts. */
interface WallTime {
  readonly wallMs: number;
}

export type Cell = string | number | WallTime | null;

export interface SheetTable {
  readonly name: string;
  readonly headings: readonly string[];
  /** Rows in groups, so that only one group need be in memory. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** Excel's own limit; Excel offers to "repair" a file with longer cells. */
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

/**
 * One sheet, written while its rows are read. Every text is written as text, so that nothing in it runs as a formula.
 */
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

/** Characters that XML 1.0 cannot hold. Lone surrogates were already replaced. */
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Excel reads `_x0041_` as "A", so in text that only looks like such an escape the first underscore is escaped. */
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

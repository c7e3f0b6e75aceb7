import type { CellObject } from '@e965/xlsx';
import { MAX_SHEET_COLUMNS } from '../../../shared/workbook-limits.ts';
import { attributesOf, markupTokens, plainText } from './markup-tokens.ts';

export interface HtmlTable {
  readonly rows: (CellObject | undefined)[][];
  /** Rows and columns that the page does not show, from 0. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The most tables that are read; pages have many small tables around one large one. */
const MOST_TABLES = 200;
const MOST_SPANNED = 1_000;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*(?:collapse|hidden)/iu;
/** Marks a line break until other white space is removed; no text contains it. */
const BREAK = '\uE000';
const SPACE = /[\s\uE000]+/gu;
/** Text inside these is not text of a cell. */
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);
const LINE_BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);

/**
 * All tables of a web page, each as a sheet, including tables inside others: a cell does not contain what is in a table
 * inside it.
 */
export function readHtmlTables(html: string): HtmlTable[] {
  const tables: TableReader[] = [];
  const open: TableReader[] = [];
  let silent = '';
  for (const token of markupTokens(html)) {
    const table = open.at(-1);
    if (silent !== '') {
      if (token.is === 'close' && token.name === silent) silent = '';
    } else if (token.is === 'text') table?.say(token.text);
    else if (token.is === 'close') {
      if (token.name === 'table') open.pop()?.endCell();
      else if (token.name === 'td' || token.name === 'th') table?.endCell();
    } else if (SILENT.has(token.name)) silent = token.closed ? '' : token.name;
    else if (token.name === 'table' && tables.length < MOST_TABLES) {
      const begun = new TableReader();
      tables.push(begun);
      open.push(begun);
    } else table?.hear(token.name, token.attributes);
  }
  for (const table of open) table.endCell();
  return tables;
}

class TableReader implements HtmlTable {
  readonly rows: (CellObject | undefined)[][] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** For each column, how many more rows a cell from above covers. */
  readonly #taken: number[] = [];
  #column = 0;
  #declaredColumns = 0;
  #text: string | null = null;
  #attributes = '';

  hear(name: string, attributes: string): void {
    if (name === 'tr') this.#beginRow(attributes);
    else if (name === 'td' || name === 'th') this.#beginCell(attributes);
    else if (name === 'col') this.#declareColumn(attributes);
    else if (LINE_BREAKS.has(name) && this.#text !== null && this.#text.trim() !== '') this.#text += BREAK;
  }

  say(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  endCell(): void {
    if (this.#text === null) return;
    const attributes = attributesOf(this.#attributes);
    const row = this.rows.at(-1) ?? [];
    while ((this.#taken[this.#column] ?? 0) > 0) this.#column++;
    const cell = toCell(this.#text, attributes);
    if (cell !== undefined) row[this.#column] = cell;
    const across = Math.min(span(attributes.get('colspan')), Math.max(0, MAX_SHEET_COLUMNS - this.#column));
    const down = span(attributes.get('rowspan'));
    for (let beside = 0; beside < across; beside++) this.#taken[this.#column + beside] = down;
    this.#column += across;
    this.#text = null;
  }

  #beginRow(attributes: string): void {
    this.endCell();
    if (this.rows.length > 0)
      for (const [column, left] of this.#taken.entries()) if (left > 0) this.#taken[column] = left - 1;
    if (isHidden(attributes, 'height')) this.hiddenRows.add(this.rows.length);
    this.rows.push([]);
    this.#column = 0;
  }

  #beginCell(attributes: string): void {
    this.endCell();
    if (this.rows.length === 0) this.#beginRow('');
    this.#text = '';
    this.#attributes = attributes;
  }

  #declareColumn(attributes: string): void {
    const columns = span(attributesOf(attributes).get('span'));
    for (let each = 0; each < columns; each++, this.#declaredColumns++)
      if (isHidden(attributes, 'width')) this.hiddenColumns.add(this.#declaredColumns);
  }
}

function span(told: string | undefined): number {
  const wide = Number.parseInt(told ?? '1', 10);
  return wide >= 1 ? Math.min(wide, MOST_SPANNED) : 1;
}

function isHidden(attributes: string, size: 'height' | 'width'): boolean {
  if (attributes === '') return false;
  const all = attributesOf(attributes);
  return all.has('hidden') || NOT_SHOWN.test(all.get('style') ?? '') || all.get(size) === '0';
}

/** Excel writes the number and formula of a cell beside what the cell shows. */
function toCell(raw: string, attributes: ReadonlyMap<string, string>): CellObject | undefined {
  const inLine = raw.replaceAll(SPACE, (space) => (space.includes(BREAK) ? BREAK : ' '));
  const shown = plainText(inLine).replaceAll(BREAK, '\n').replaceAll('\u00a0', ' ').trim();
  const told = attributes.get('num') ?? '';
  const formula = attributes.get('fmla')?.replace(/^=/u, '');
  const value = Number(told);
  const cell: CellObject | undefined =
    told !== '' && Number.isFinite(value)
      ? { t: 'n', v: value, w: shown }
      : shown === ''
        ? undefined
        : { t: 's', v: shown };
  if (formula === undefined || formula === '') return cell;
  // For a formula's number, its text is enough if it is short enough to be shown whole.
  const number = cell === undefined || cell.t === 'n' ? Number.NaN : Number(shown.replaceAll(',', ''));
  return { ...(Number.isFinite(number) ? { t: 'n', v: number, w: shown } : (cell ?? { t: 'z' })), f: formula };
}

import { MAX_SHEET_COLUMNS } from '../../../shared/workbook-limits.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { markupTokens, plainText } from '../markup/markup-tokens.ts';
import type { MarkupToken } from '../markup/markup-tokens.ts';
import { isPlace, isRow, placeName, readPlace } from './cell-place.ts';
import { plainCell } from './plain-cell.ts';
import type { FoundCell } from './plain-cell.ts';

/** Damaged, or a place that is said to hold two things. */
export type SheetFault = { readonly code: 'corrupt' } | { readonly code: 'cell_twice'; readonly cell: string };

type Told = Extract<MarkupToken, { readonly is: 'open' }>;
type Part = 'value' | 'inline' | 'formula';

const attribute = (name: string): RegExp => new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
const PLACE = attribute('r');
const TYPE = attribute('t');
const STYLE = attribute('s');
const SHARED = attribute('si');
const HIDDEN = attribute('hidden');
const FIRST = attribute('min');
const LAST = attribute('max');
const IS_TRUE = /^(?:1|true|on)$/u;

/**
 * A sheet of Office Open XML as Excel itself writes it, from whatever spelling: other prefixes, comments, CDATA, places in
 * small letters or left out, rows in any order, several tables of rows. `strings` is how many texts the workbook shares.
 */
export function plainSheetXml(xml: string, strings: number): Result<string, SheetFault> {
  const rising = new SheetWriter(strings, null).write(xml);
  if (typeof rising === 'string') return ok(rising);
  const written = rising.code === 'unordered' ? new SheetWriter(strings, new Map()).write(xml) : rising;
  return typeof written === 'string' ? ok(written) : err(written.code === 'unordered' ? CORRUPT : written);
}

const CORRUPT: SheetFault = { code: 'corrupt' };
/** Places did not rise: what each of them holds is to be remembered. */
const UNORDERED = { code: 'unordered' } as const;
type Stop = SheetFault | typeof UNORDERED;

class SheetWriter {
  readonly #strings: number;
  /** What each place holds; null while places rise, and none can be held twice. */
  readonly #held: Map<number, string> | null;
  readonly #rows: string[] = [];
  readonly #columns: string[] = [];
  #highest = 0;
  #row = 0;
  #column = 0;
  #isInData = false;
  #isInRow = false;
  #isReading = false;
  #skipped = '';
  #cell: { -readonly [Key in keyof FoundCell]: FoundCell[Key] } | null = null;
  #place = '';
  #order = 0;
  #part: Part | null = null;
  #text = '';

  constructor(strings: number, held: Map<number, string> | null) {
    this.#strings = strings;
    this.#held = held;
  }

  write(xml: string): string | Stop {
    let root = '';
    let last = '';
    for (const token of markupTokens(xml)) {
      if (token.is === 'text') {
        if (this.#part !== null && !this.#isReading) this.#text += token.text;
        continue;
      }
      last = token.name;
      if (root === '') root = token.name;
      const fault = this.#skipped === '' ? this.#take(token) : this.#skip(token);
      if (fault !== null) return fault;
    }
    if (root === '' || last !== root || this.#isInData) return CORRUPT;
    const columns = this.#columns.length === 0 ? '' : `<cols>${this.#columns.join('')}</cols>`;
    return `<worksheet>${columns}<sheetData>${this.#rows.join('')}</sheetData></worksheet>`;
  }

  #skip(token: MarkupToken): null {
    if (token.is === 'close' && token.name === this.#skipped) this.#skipped = '';
    return null;
  }

  #take(token: Exclude<MarkupToken, { is: 'text' }>): Stop | null {
    if (token.is === 'close') return this.#close(token.name);
    const fault = this.#open(token);
    return fault === null && token.closed ? this.#close(token.name) : fault;
  }

  #open(token: Told): SheetFault | null {
    if (token.name === 'extlst') this.#skipped = token.closed ? '' : token.name;
    else if (token.name === 'col') this.#declareColumns(token.attributes);
    else if (token.name === 'sheetdata') this.#isInData = true;
    else if (!this.#isInData) return token.name === 'c' ? CORRUPT : null;
    else if (token.name === 'row') return this.#openRow(token.attributes);
    else if (token.name === 'c') return this.#openCell(token.attributes);
    else if (this.#cell !== null) this.#openPart(token, this.#cell);
    return null;
  }

  #openRow(attributes: string): SheetFault | null {
    const told = valueIn(attributes, PLACE);
    this.#row = told === null ? this.#row + 1 : Number(told);
    if (this.#isInRow || told === '' || !isRow(this.#row)) return CORRUPT;
    this.#isInRow = true;
    this.#column = 0;
    const hidden = IS_TRUE.test(valueIn(attributes, HIDDEN) ?? '') ? ' hidden="1"' : '';
    this.#rows.push(`<row r="${this.#row}"${hidden}>`);
    return null;
  }

  #openCell(attributes: string): SheetFault | null {
    const told = valueIn(attributes, PLACE);
    const place = told === null ? { row: this.#row, column: this.#column + 1 } : readPlace(told);
    if (!this.#isInRow || this.#cell !== null || place === null || !isPlace(place)) return CORRUPT;
    this.#column = place.column;
    this.#place = placeName(place);
    this.#order = place.row * (MAX_SHEET_COLUMNS + 1) + place.column;
    const style = valueIn(attributes, STYLE) ?? '';
    const type = valueIn(attributes, TYPE) ?? '';
    this.#cell = {
      type,
      style: /^\d+$/u.test(style) ? style : '',
      value: null,
      inline: null,
      formula: null,
      shared: null,
    };
    return null;
  }

  #openPart(token: Told, cell: { shared: string | null }): void {
    if (token.name === 'rph') this.#isReading = true;
    else if (token.name === 'v') this.#begin('value');
    else if (token.name === 't') this.#begin('inline');
    else if (token.name === 'f') {
      this.#begin('formula');
      const shared = valueIn(token.attributes, SHARED) ?? '';
      if (/^\d{1,7}$/u.test(shared) && valueIn(token.attributes, TYPE) === 'shared') cell.shared = shared;
    }
  }

  #begin(part: Part): void {
    this.#part = part;
    this.#text = '';
  }

  #close(name: string): Stop | null {
    if (name === 'rph') this.#isReading = false;
    else if (this.#part !== null && ['v', 't', 'f'].includes(name)) return this.#endPart(this.#part);
    else if (name === 'c' && this.#cell !== null) return this.#endCell(this.#cell);
    else if (name === 'row' && this.#isInRow) {
      if (this.#cell !== null) return CORRUPT;
      this.#isInRow = false;
      this.#rows.push('</row>');
    } else if (name === 'sheetdata') {
      if (this.#isInRow) return CORRUPT;
      this.#isInData = false;
    }
    return null;
  }

  #endPart(part: Part): SheetFault | null {
    const cell = this.#cell;
    const text = plainText(this.#text);
    this.#part = null;
    if (cell === null || this.#isReading) return null;
    if (part === 'inline') cell.inline = (cell.inline ?? '') + text;
    else if (part === 'formula') cell.formula = text === '' ? cell.formula : text;
    else if (cell.value !== null && cell.value !== text) return { code: 'cell_twice', cell: this.#place };
    else cell.value = text;
    return null;
  }

  #endCell(cell: FoundCell): Stop | null {
    this.#cell = null;
    const content = plainCell(cell, this.#strings);
    if (content === null) return CORRUPT;
    if (content === '') return null;
    if (this.#held === null) {
      if (this.#order <= this.#highest) return UNORDERED;
      this.#highest = this.#order;
    } else {
      const before = this.#held.get(this.#order);
      if (before !== undefined) return before === content ? null : { code: 'cell_twice', cell: this.#place };
      this.#held.set(this.#order, content);
    }
    this.#rows.push(`<c r="${this.#place}"${content}`);
    return null;
  }

  #declareColumns(attributes: string): void {
    const [first, last] = [Number(valueIn(attributes, FIRST)), Number(valueIn(attributes, LAST))];
    if (!IS_TRUE.test(valueIn(attributes, HIDDEN) ?? '') || !(first >= 1) || !(last <= MAX_SHEET_COLUMNS)) return;
    this.#columns.push(`<col min="${first}" max="${last}" hidden="1"/>`);
  }
}

function valueIn(attributes: string, name: RegExp): string | null {
  const found = name.exec(attributes);
  return found === null ? null : (found[1] ?? found[2] ?? '').trim();
}

import {
  OWN_TEXT_CELLS,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  MAX_WORKBOOK_CELLS,
  MAX_WORKBOOK_DECLARATIONS,
} from '../../shared/workbook-limits.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';
import { markupTags, type MarkupTag } from './markup-tags.ts';

/** What is left of a workbook's budget, shared by all its parts. */
export interface WorkbookBudget {
  cells: number;
  declarations: number;
}

export function newWorkbookBudget(): WorkbookBudget {
  return { cells: MAX_WORKBOOK_CELLS, declarations: MAX_WORKBOOK_DECLARATIONS };
}

/** The fault for a position that no sheet has. */
export const BEYOND: SpreadsheetFault = { code: 'corrupt' };

/**
 * How large markup becomes when it is built, judged from the markup alone: positions and repetitions are numbers in its
 * tags, and a ten-kilobyte file may declare a billion cells. Null if it fits.
 */
export function weighMarkup(markup: Uint8Array, budget: WorkbookBudget): SpreadsheetFault | null {
  let rows = 0;
  let columns = 0;
  let repeated = 1;
  for (const tag of markupTags(markup)) {
    switch (tag.kind) {
      case 'sheet':
        rows = 0;
        break;
      case 'row':
        repeated = tag.number(ROWS_REPEATED) ?? 1;
        rows = Math.max(rows + repeated, tag.number(PLACE) ?? 0);
        columns = 0;
        // Trailing rows without cells may be repeated up to the end of any sheet.
        if (tag.name !== 'table-row' && rows > MAX_SHEET_ROWS) return BEYOND;
        break;
      case 'cell': {
        const wide = tag.number(COLUMNS_REPEATED) ?? 1;
        columns = Math.max(columns + wide, tag.number(PLACE) ?? 0);
        if (isBlank(tag)) {
          budget.cells -= 1;
          break;
        }
        if (columns > MAX_SHEET_COLUMNS || rows > MAX_SHEET_ROWS || !isPlaced(tag)) return BEYOND;
        if (OWN_TEXT.test(tag.text)) budget.cells -= OWN_TEXT_CELLS - 1;
        budget.cells -= wide * (tag.name === 'table-cell' ? Math.max(repeated, 1) : 1);
        break;
      }
      case 'text':
        budget.cells -= 1;
        break;
      case 'spaces':
        budget.cells -= tag.number(COUNT) ?? 1;
        break;
      case 'column': {
        const last = Math.max(tag.number(LAST) ?? 0, tag.number(PLACE) ?? 0);
        if (last > MAX_SHEET_COLUMNS) return BEYOND;
        budget.declarations -= 1;
        budget.cells -= tag.name === 'table-column' ? 1 : last + (tag.number(SPAN) ?? 1);
        break;
      }
      case 'declaration':
        budget.declarations -= 1;
        break;
    }
    if (budget.cells < 0 || budget.declarations < 0) return { code: 'too_many_cells', limit: MAX_WORKBOOK_CELLS };
  }
  return null;
}

const valueOf = (attribute: string): RegExp =>
  new RegExp(`\\s(?:[\\w-]+:)?${attribute}\\s*=\\s*["']?([^"'\\s>/]+)`, 'iu');
const ROWS_REPEATED = valueOf('number-rows-repeated');
const COLUMNS_REPEATED = valueOf('number-columns-repeated');
/** The position of a row or cell: `r` in Office Open XML (for cells after letters), `Index` in the 2003 XML. */
const PLACE = valueOf('(?:r|index)');
const LAST = valueOf('max');
const SPAN = valueOf('span');
const COUNT = valueOf('c');
const STEPS = ['mergeacross', 'number-columns-spanned', 'mergedown', 'number-rows-spanned'].map(valueOf);
/** A cell of Office Open XML whose text is not shared with others; each becomes a text of its own. */
const OWN_TEXT = /\st\s*=\s*["'](?:str|inlineStr)["']/u;
const CELL_PLACE = /\sr\s*=\s*["']([A-Za-z]+)(\d+)/u;

/** An OpenDocument cell that only fills up a row. */
function isBlank({ name, text }: MarkupTag): boolean {
  return name === 'covered-table-cell' || (name === 'table-cell' && text.endsWith('/>') && !text.includes('value'));
}

function isPlaced(tag: MarkupTag): boolean {
  const [, letters = 'A', row = '1'] = CELL_PLACE.exec(tag.text) ?? [];
  if (letters.length > 3 || (letters.length === 3 && letters.toUpperCase() > 'XFD')) return false;
  if (Number(row) > MAX_SHEET_ROWS) return false;
  return STEPS.every((step) => (tag.number(step) ?? 0) <= MAX_SHEET_ROWS);
}

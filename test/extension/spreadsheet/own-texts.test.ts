import { describe, expect, it } from 'vitest';
import { newWorkbookBudget, weighMarkup } from '../../../extension/spreadsheet/weigh-markup.ts';

const ROWS = 1_000_000;
const SHARED = (at: number) => `<c r="A${at}" t="s"><v>${at}</v></c><c r="B${at}"><v>9876543210</v></c>`;
const FORMULA = (at: number) => `${SHARED(at)}<c r="C${at}"><f>B${at}*2</f><v>4</v></c>`;
const OWN = (at: number) => `<c r="A${at}" t="str"><v>Asha</v></c><c r="B${at}" t='str'><v>9876543210</v></c>`;
const INLINE = (at: number) => `<c r="A${at}" t="inlineStr"><is><t>Asha</t></is></c><c r="B${at}"><v>98</v></c>`;

/** How many millions of cells a million rows count as, by a thousand of them. */
function weighed(row: (at: number) => string): number {
  const rows = Array.from({ length: 1_000 }, (_, at) => `<row r="${at + 1}">${row(at + 1)}${row(at + 1)}</row>`);
  const budget = newWorkbookBudget();
  const whole = budget.cells;
  const fault = weighMarkup(new TextEncoder().encode(`<sheetData>${rows.join('')}</sheetData>`), budget);
  expect(fault).toBeNull();
  return ((whole - budget.cells) * ROWS) / 1_000 / 1_000_000;
}

describe('a workbook of a million rows of four cells', () => {
  it.each([
    ['shared texts', SHARED, 4, true],
    ['formulas beside them', FORMULA, 6, true],
    ['texts that none shares', OWN, 12, false],
    ['texts in their cells', INLINE, 10, false],
  ])('with %s', (_, row, millions, isRead) => {
    expect(weighed(row)).toBe(millions);
    expect(millions * 1_000_000 <= newWorkbookBudget().cells).toBe(isRead);
  });

  it('is refused before it is built where no text is shared', () => {
    const budget = { ...newWorkbookBudget(), cells: 100 };
    const rows = Array.from({ length: 20 }, (_, at) => `<row>${OWN(at + 1)}</row>`).join('');
    expect(weighMarkup(new TextEncoder().encode(rows), budget)).toEqual({ code: 'too_many_cells', limit: 8_000_000 });
  });
});

import { describe, expect, it } from 'vitest';
import { guardFormula } from '../../../shared/csv/guard-formula.ts';

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
const SPACES = [
  '',
  ' ',
  '\u00A0',
  '\u3000',
  '\u2007',
  '\uFEFF',
  '\u200B',
  '\u0000',
  '\t',
  '\n',
  '\r',
  '\r\n',
  ' \u00A0\n ',
];
const SPLITS = [';', '; ', ';\u00A0', '\t', '\n', '\r\n', ';;'];
const RUNS = ['cmd|x!A1', 'HYPERLINK("http://e.test")', 'SUM(A1)*1', 'A1+B1'];

/** The parts of a cell that a spreadsheet would run: the whole cell, or a piece if it splits the cell. */
function runs(cell: string): string[] {
  return [cell, ...cell.split(/[;\t\r\n]/u)].filter((piece) =>
    /^[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(piece),
  );
}

describe('a guarded cell', () => {
  it('holds nothing a spreadsheet runs, whatever stands before the sign and wherever it is split', () => {
    const whole = SPACES.flatMap((space) => SIGNS.flatMap((sign) => RUNS.map((run) => `${space}${sign}${run}`)));
    const within = SPLITS.flatMap((split) => whole.map((cell) => `Asha${split}${cell}`));
    const all = [...whole, ...within];
    expect(all.length).toBeGreaterThan(4_000);
    expect(all.filter((cell) => runs(guardFormula(cell)).length > 0)).toEqual([]);
  });

  it('is what it was without the apostrophes', () => {
    for (const cell of [' =1', 'a;=1', 'a\n@x', '\t=1;-x']) expect(guardFormula(cell).replaceAll("'", '')).toBe(cell);
  });

  it.each(['', 'Asha', 'a=b', 'a@b.example', '+91 98450-01234', '-1,250.50', '-', 'x - y', 'a; b', '12 MG Road\nPune'])(
    'is left alone where nothing runs: %j',
    (cell) => {
      expect(guardFormula(cell)).toBe(cell);
    },
  );

  it('may have its numbers guarded too, as where it comes back', () => {
    expect(guardFormula('+91 98450-01234', true)).toBe("'+91 98450-01234");
  });
});

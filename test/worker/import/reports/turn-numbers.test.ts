import { describe, expect, it } from 'vitest';
import { CellJudge } from '../../../../shared/contacts/cell-judge.ts';
import { turnNumbers } from '../../../../worker/import/reports/turn-numbers.ts';
import type { Outcome } from '../../../../shared/protocol/outcomes.ts';

const A = 919876543210;
const B = 919123456789;
const C = 918765432109;
const judge = new CellJudge('IN');
const columns = { numberColumn: 1, moreColumns: [2, 3], callingCodeColumn: null };

function turned(row: readonly string[], number: number, outcome: Outcome | null = 'busy', more: object = {}) {
  return turnNumbers(row, { ...columns, ...more }, { number, outcome }, judge);
}

describe('the numbers of a row, one after another', () => {
  it('come round: each has its turn before one is called again', () => {
    const once = turned(['x', '9876543210', '9123456789', '08765432109', 'y'], A);
    expect(once).toEqual(['x', `+${B}`, `+${C}`, `+${A}`, 'y']);
    const twice = turned(once, B);
    expect(twice).toEqual(['x', `+${C}`, `+${A}`, `+${B}`, 'y']);
    expect(turned(twice, C)).toEqual(['x', `+${A}`, `+${B}`, `+${C}`, 'y']);
  });

  it.each(['busy', 'no_answer', 'failed', 'dnd', 'invalid'] as const)('go on after %s', (outcome) => {
    expect(turned(['', '9876543210', '9123456789'], A, outcome)[1]).toBe(`+${B}`);
  });

  it.each(['completed', 'not_attempted', 'unaccounted', null] as const)('stay after %s', (outcome) => {
    expect(turned(['', '9876543210', '9123456789'], A, outcome)).toEqual(['', `+${A}`, `+${B}`, '']);
  });

  it('skip what is no number, and what stands there twice', () => {
    expect(turned(['', '9876543210', 'NA', '9123456789'], A)).toEqual(['', `+${B}`, '', `+${A}`]);
    expect(turned(['', '9876543210', '+91 98765 43210', '9123456789'], A)).toEqual(['', `+${B}`, `+${A}`, '']);
    expect(turned(['', '9876543210'], A)).toEqual(['', `+${A}`, '', '']);
    expect(turned(['', 'not known', '', '9123456789'], B)).toEqual(['', `+${B}`, '', '']);
  });

  it('stay of the country that their own cell says', () => {
    const row = ['1', '2025550123', '9876543210', '(202) 555-0199'];
    expect(turned(row, 12025550123, 'busy', { callingCodeColumn: 0 })).toEqual([
      '1',
      '+12025550199',
      '',
      '+12025550123',
    ]);
  });
});

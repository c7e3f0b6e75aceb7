import { describe, expect, it } from 'vitest';
import { moveCell } from '../../../../extension/issues/grid/grid-keys.ts';

const SIZE = { rows: 100, columns: 4, pageRows: 10 };
const AT = { row: 50, column: 1 };

describe('keys in a grid', () => {
  it.each([
    ['ArrowUp', false, { row: 49, column: 1 }],
    ['ArrowDown', false, { row: 51, column: 1 }],
    ['ArrowLeft', false, { row: 50, column: 0 }],
    ['ArrowRight', false, { row: 50, column: 2 }],
    ['PageUp', false, { row: 40, column: 1 }],
    ['PageDown', false, { row: 60, column: 1 }],
    ['Home', false, { row: 50, column: 0 }],
    ['End', false, { row: 50, column: 3 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 3 }],
    ['Enter', false, null],
    ['a', true, null],
  ])('%s leads where it does in every grid', (key, withControl, expected) => {
    expect(moveCell(AT, key, withControl, SIZE)).toEqual(expected);
  });

  it('stop at the edges', () => {
    expect(moveCell({ row: 3, column: 3 }, 'PageUp', false, SIZE)).toEqual({ row: 0, column: 3 });
    expect(moveCell({ row: 95, column: 3 }, 'PageDown', false, SIZE)).toEqual({ row: 99, column: 3 });
    expect(moveCell({ row: 0, column: 3 }, 'ArrowRight', false, SIZE)).toEqual({ row: 0, column: 3 });
    expect(moveCell({ row: 0, column: 0 }, 'ArrowUp', false, { ...SIZE, rows: 0 })).toEqual({ row: 0, column: 0 });
  });
});

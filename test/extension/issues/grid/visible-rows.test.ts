import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnPx, scrollTopFor, visibleRows } from '../../../../extension/issues/grid/visible-rows.ts';
import type { RowSpace } from '../../../../extension/issues/grid/visible-rows.ts';
import { MAX_TABLE_PX } from '../../../../shared/extension-limits.ts';

const SMALL: RowSpace = { count: 1_000, rowPx: 48, viewPx: 480 };
const MILLION: RowSpace = { count: 1_000_000, rowPx: 48, viewPx: 480 };

const space = fc.record({
  count: fc.integer({ min: 1, max: 1_000_000 }),
  rowPx: fc.integer({ min: 20, max: 140 }),
  viewPx: fc.integer({ min: 140, max: 2_000 }),
});

describe('the rows of a long table', () => {
  it('are drawn where they are while the table is short enough', () => {
    expect(drawnPx(SMALL)).toBe(48_000);
    expect(visibleRows(SMALL, 0)).toEqual({ first: 0, last: 14, topPx: 0 });
    expect(visibleRows(SMALL, 4_800)).toEqual({ first: 96, last: 114, topPx: 96 * 48 });
  });

  it('fit into what a browser can draw, the last one too', () => {
    expect(drawnPx(MILLION)).toBe(MAX_TABLE_PX);
    const end = visibleRows(MILLION, MAX_TABLE_PX - 480);
    expect(end.last).toBe(999_999);
    expect(end.topPx + (999_999 - end.first + 1) * 48).toBeCloseTo(MAX_TABLE_PX, 3);
  });

  it('are all reached: a row that is scrolled to is drawn, and whole within the view', () => {
    fc.assert(
      fc.property(
        space,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, from, to) => {
          const index = Math.floor(to * (rows.count - 1));
          const top = scrollTopFor(rows, index, from * Math.max(0, drawnPx(rows) - rows.viewPx));
          const { first, last, topPx } = visibleRows(rows, top);
          expect(index).toBeGreaterThanOrEqual(first);
          expect(index).toBeLessThanOrEqual(last);
          const y = topPx + (index - first) * rows.rowPx - top;
          expect(y).toBeGreaterThanOrEqual(-0.01);
          expect(y + rows.rowPx).toBeLessThanOrEqual(Math.max(rows.viewPx, rows.rowPx) + 0.01);
        },
      ),
    );
  });
});

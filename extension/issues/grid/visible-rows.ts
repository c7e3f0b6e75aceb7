import { MAX_TABLE_PX } from '../../../shared/extension-limits.ts';

/** Rows drawn outside the visible area, so that scrolling a little shows no gap. */
const ROWS_BEYOND = 4;

/** A scrolled list of rows of one height. */
export interface RowSpace {
  readonly count: number;
  readonly rowPx: number;
  readonly viewPx: number;
}

/**
 * The drawn height of the list. No element can be as tall as a million rows: beyond MAX_TABLE_PX, scrolling moves in
 * larger steps than rows are drawn in. Rows of one height need no measuring, so no library is used: the usual one keeps
 * an object per row, which takes 70 ms for a million.
 */
export function drawnPx({ count, rowPx }: RowSpace): number {
  return Math.min(count * rowPx, MAX_TABLE_PX);
}

/** The rows to draw, and the position of the first within the drawn height. */
export function visibleRows(space: RowSpace, scrollTop: number): { first: number; last: number; topPx: number } {
  const { count, rowPx, viewPx } = space;
  const offset = offsetAt(space, scrollTop);
  const first = Math.max(0, Math.floor(offset / rowPx) - ROWS_BEYOND);
  const last = Math.min(count - 1, Math.ceil((offset + viewPx) / rowPx) + ROWS_BEYOND);
  return { first, last, topPx: scrollTop + first * rowPx - offset };
}

/** The scroll position at which a row is fully visible; unchanged if it already is. */
export function scrollTopFor(space: RowSpace, index: number, scrollTop: number): number {
  const { rowPx, viewPx } = space;
  const offset = offsetAt(space, scrollTop);
  const top = index * rowPx;
  if (top < offset) return scrollTopAt(space, top);
  return top + rowPx > offset + viewPx ? scrollTopAt(space, top + rowPx - viewPx) : scrollTop;
}

/** The position in the full list for a scroll position. */
function offsetAt(space: RowSpace, scrollTop: number): number {
  return Math.min(Math.max(0, scrollTop), scrollRange(space)) * stretch(space);
}

function scrollTopAt(space: RowSpace, offset: number): number {
  return Math.min(Math.max(0, offset / stretch(space)), scrollRange(space));
}

function scrollRange(space: RowSpace): number {
  return Math.max(0, drawnPx(space) - space.viewPx);
}

function stretch(space: RowSpace): number {
  const range = scrollRange(space);
  return range === 0 ? 1 : Math.max(1, (space.count * space.rowPx - space.viewPx) / range);
}

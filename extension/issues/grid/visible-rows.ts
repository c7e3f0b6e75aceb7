import { MAX_TABLE_PX } from '../../../shared/extension-limits.ts';

/** Rows drawn beyond the edges, so that scrolling a little shows no gap. */
const ROWS_BEYOND = 8;

/** A scrolled list of rows of one height. */
export interface RowSpace {
  readonly count: number;
  readonly rowPx: number;
  readonly viewPx: number;
}

/**
 * How tall the list is drawn. No element may be as tall as a million rows: past MAX_TABLE_PX the list is scrolled in larger
 * steps than its rows are drawn in. Rows of one height need no measuring, which is why no library does this: the usual one
 * keeps an object a row, 70 ms of the page for a million.
 */
export function drawnPx({ count, rowPx }: RowSpace): number {
  return Math.min(count * rowPx, MAX_TABLE_PX);
}

/** The rows to draw, and where the first is put within the drawn height. */
export function visibleRows(space: RowSpace, scrollTop: number): { first: number; last: number; topPx: number } {
  const { count, rowPx, viewPx } = space;
  const offset = offsetAt(space, scrollTop);
  const first = Math.max(0, Math.floor(offset / rowPx) - ROWS_BEYOND);
  const last = Math.min(count - 1, Math.ceil((offset + viewPx) / rowPx) + ROWS_BEYOND);
  return { first, last, topPx: scrollTop + first * rowPx - offset };
}

/** Where to scroll so that a row is seen whole; where one is when it is already. */
export function scrollTopFor(space: RowSpace, index: number, scrollTop: number): number {
  const { rowPx, viewPx } = space;
  const offset = offsetAt(space, scrollTop);
  const top = index * rowPx;
  if (top < offset) return scrollTopAt(space, top);
  return top + rowPx > offset + viewPx ? scrollTopAt(space, top + rowPx - viewPx) : scrollTop;
}

/** How far down the full list a scroll position is. */
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

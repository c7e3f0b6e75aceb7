import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { drawnPx, scrollTopFor, visibleRows } from './visible-rows.ts';
import type { RowSpace } from './visible-rows.ts';

/** Heights of a table row, and of a card where the cells do not fit side by side; the style sheet has the same. */
const ROW_PX = 56;
const CARD_PX = 128;
/** Height of a card that is so narrow that name and number are below each other. */
const SLIM_CARD_PX = 200;
const HEAD_PX = 33;
const CARDS_BELOW_PX = 620;
const SLIM_BELOW_PX = 260;

/** Follows a scrolling element: which rows to draw in it, and where. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number) {
  const size = useSignal({ width: 0, height: 0 });
  const scrollTop = useSignal(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      size.value = { width: element.clientWidth, height: element.clientHeight };
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller.current]);

  const isNarrow = size.value.width > 0 && size.value.width < CARDS_BELOW_PX;
  const isSlim = isNarrow && size.value.width < SLIM_BELOW_PX;
  const headPx = isNarrow ? 0 : HEAD_PX;
  const rowPx = isSlim ? SLIM_CARD_PX : isNarrow ? CARD_PX : ROW_PX;
  const space: RowSpace = { count, rowPx, viewPx: Math.max(rowPx, size.value.height - headPx) };
  return {
    isNarrow,
    isSlim,
    rowPx,
    pageRows: Math.max(1, Math.floor(space.viewPx / rowPx) - 1),
    drawnPx: drawnPx(space),
    /** The height at which every row is visible without scrolling. */
    wholePx: drawnPx(space) + headPx,
    ...visibleRows(space, scrollTop.value),
    follow(): void {
      scrollTop.value = scroller.current?.scrollTop ?? 0;
    },
    show(index: number): void {
      const element = scroller.current;
      if (!element) return;
      element.scrollTop = scrollTopFor(space, index, element.scrollTop);
      scrollTop.value = element.scrollTop;
    },
  };
}

import type { Page } from 'playwright-core';
import { isEmpty, whatStays } from './what-stays.ts';

/** Texts that stand upon each other: "Completed upon 5,000 done"; [] when none. */
export async function overprinted(page: Page): Promise<string[]> {
  return whatStays(
    page,
    () =>
      page.evaluate(() => {
        interface Piece {
          text: string;
          node: Node;
          layer: Element | null;
          left: number;
          right: number;
          top: number;
          bottom: number;
        }
        const pieces: Piece[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const element = node.parentElement;
          const text = node.textContent?.trim() ?? '';
          if (element === null || text === '' || !element.checkVisibility({ opacityProperty: true })) continue;
          if (element.closest('.visually-hidden, option, script, style, [role="grid"]') !== null) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const rect of range.getClientRects()) {
            let { left, right, top, bottom } = rect;
            let layer: Element | null = null;
            for (let above: Element | null = element; above !== null; above = above.parentElement) {
              const { position, overflowX } = getComputedStyle(above);
              if (overflowX !== 'visible') {
                const clip = above.getBoundingClientRect();
                [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
                [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
              }
              if (layer === null && (position === 'fixed' || position === 'sticky' || position === 'absolute'))
                layer = above;
            }
            if (right - left > 2 && bottom - top > 2)
              pieces.push({ text: text.slice(0, 30), node, layer, left, right, top, bottom });
          }
        }
        const lost = new Set<string>();
        for (const [at, one] of pieces.entries()) {
          for (const other of pieces.slice(at + 1)) {
            const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            // Lines of one text stand close.
            if (one.node !== other.node && one.layer === other.layer && wide > 2 && high > 6)
              lost.add(`${one.text} upon ${other.text}`);
          }
        }
        return [...lost];
      }),
    isEmpty,
  );
}

/** Numbers of people that stand on two lines or are cut, and words that are cut and say nowhere what they were; [] when none. */
export async function brokenWords(page: Page): Promise<string[]> {
  const broken = await whatStays(
    page,
    () =>
      page.evaluate(() => {
        const found = new Set<string>();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const element = node.parentElement;
          if (element === null || !element.checkVisibility() || element.closest('.raw-text, option') !== null) continue;
          for (const { index, 0: number } of (node.textContent ?? '').matchAll(/(?<![\w#-])\+?\d{10,13}(?![\w-])/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + number.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            const isCut =
              element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden';
            if (lines.size > 1 || isCut) found.add(number);
          }
        }
        for (const element of document.querySelectorAll('body *')) {
          const text = element.textContent?.trim() ?? '';
          const { textOverflow } = getComputedStyle(element);
          const isCut = textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
          if (text === '' || !isCut || !element.checkVisibility()) continue;
          if (element.closest('[title], select') === null && element.querySelector('[title]') === null)
            found.add(text.slice(0, 40));
        }
        return [...found];
      }),
    isEmpty,
  );
  return broken.map((words) => `${words} is not whole`);
}

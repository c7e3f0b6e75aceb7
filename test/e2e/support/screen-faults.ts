import type { Page } from 'playwright-core';
import { resizePage } from './resize-page.ts';

/** Narrower than any browser makes a window; the side panel's; phones'; tablets'; desks'. */
const WIDTHS: readonly number[] = [250, 320, 360, 376, 400, 412, 428, 480, 768, 1024, 1440, 1920];
const HEIGHT = 640;
/** The popup as Chromium draws it, and the smallest window in use. */
const SMALLEST = [
  { width: 412, height: 510 },
  { width: 360, height: 600 },
] as const;

type LooksAt = Readonly<Record<number, readonly ((page: Page) => Promise<string[]>)[]>>;

/** More than any screen takes to follow a new size of its window. */
const FRAMES = 20;

/** A screen follows a new size a few frames after it, on a busy machine later than it is looked at: a fault is what stays. */
async function whatStays<T>(page: Page, look: () => Promise<T>, isWell: (seen: T) => boolean): Promise<T> {
  let seen = await look();
  for (let frame = 0; frame < FRAMES && !isWell(seen); frame += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    seen = await look();
  }
  return seen;
}

const isNull = (seen: unknown): boolean => seen === null;
const isEmpty = (seen: readonly unknown[]): boolean => seen.length === 0;

/** Everything that reaches beyond the side of the window, in every width: "320: 24 px, .step-bar > button"; [] when nothing. */
export async function tooWide(page: Page, alsoAt: LooksAt = {}): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await resizePage(page, { width, height: HEIGHT });
    for (const look of alsoAt[width] ?? []) found.push(...(await look(page)).map((fault) => `${width}: ${fault}`));
    const beyond = await whatStays(
      page,
      () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          const name = (element: Element) => {
            const classes = element.getAttribute('class') ?? '';
            return `${element.tagName.toLowerCase()}.${classes.trim().replaceAll(/\s+/g, '.')}`;
          };
          const scrolls = (element: Element | null): boolean => {
            if (element === null || element === document.body) return false;
            return getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement);
          };
          const out = [...document.querySelectorAll('body *')].filter((element) => {
            const { left, right, width: wide, height } = element.getBoundingClientRect();
            return (
              wide > 1 && height > 1 && (right > clientWidth + 0.5 || left < -0.5) && !scrolls(element.parentElement)
            );
          });
          const innermost = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
          if (scrollWidth <= clientWidth && out.length === 0) return null;
          return `${scrollWidth - clientWidth} px, ${innermost.map(name).slice(0, 3).join(', ')}`;
        }),
      isNull,
    );
    if (beyond !== null) found.push(`${width}: ${beyond}`);
  }
  return found;
}

/** Texts that stand upon each other: "Completed upon 5,000 done"; [] when none. */
async function overprinted(page: Page): Promise<string[]> {
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
async function brokenWords(page: Page): Promise<string[]> {
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

/** Buttons that one has to scroll for, or that something lies over, in the smallest windows; [] when none. */
export async function outOfSight(page: Page, names: readonly (string | RegExp)[]): Promise<string[]> {
  const found: string[] = [];
  for (const size of SMALLEST) {
    await resizePage(page, size);
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const name of names) {
      const button = page.getByRole('button', { name, exact: true }).first();
      const seen = await whatStays(
        page,
        () =>
          button.evaluate((element) => {
            const { left, right, top, bottom } = element.getBoundingClientRect();
            if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return `at ${Math.round(bottom)} px`;
            const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return element.contains(over) ? null : `under ${over?.className ?? 'nothing'}`;
          }),
        isNull,
      );
      if (seen !== null) found.push(`${size.width} x ${size.height}: ${String(name)} ${seen}`);
    }
  }
  return found;
}

/** What the keyboard reaches but a bar lies over, in the smallest windows; [] when nothing. */
async function covered(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of SMALLEST) {
    await resizePage(page, size);
    const under = await whatStays(
      page,
      () =>
        page.evaluate(async () => {
          const open = document.querySelector('dialog[open]') ?? document;
          const reached = [...open.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
          const lost: string[] = [];
          for (const order of [reached, reached.toReversed()]) {
            for (const element of order) {
              if (element.closest('[role="grid"]') !== null || element.matches(':disabled')) continue;
              element.focus();
              if (document.activeElement !== element) continue;
              // A field that is out of the way is shown by what stands for it.
              const shown =
                element.matches('input') && getComputedStyle(element).opacity === '0' ? element.parentElement : element;
              const { left, right, top, bottom, width, height } = (shown ?? element).getBoundingClientRect();
              if (width < 2 || height < 2 || height > innerHeight / 2) continue;
              const points = [top + 2, (top + bottom) / 2, bottom - 2];
              const isFree = points.every((y) => {
                const over = document.elementFromPoint((left + right) / 2, y);
                return over !== null && (shown ?? element).parentElement?.contains(over) === true;
              });
              const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
              // Of what is typed in, the line with the caret is brought into sight.
              if (element.matches('textarea') && top < innerHeight - 48 && bottom > 48) continue;
              if (!isFree) lost.push(`${element.tagName.toLowerCase()} ${text.trim().slice(0, 30)}`);
            }
          }
          return [...new Set(lost)];
        }),
      isEmpty,
    );
    found.push(...under.map((text) => `${size.width} x ${size.height}: ${text}`));
  }
  return found;
}

/** Texts are looked at in narrow windows, where there is least room for them. */
const TEXTS_AT: LooksAt = { 250: [overprinted, brokenWords], 360: [overprinted], 480: [overprinted] };

/** All of the above; `names` are the buttons that must be in sight. */
export async function faultsOfSizes(page: Page, names: readonly (string | RegExp)[]): Promise<string[]> {
  return [...(await outOfSight(page, names)), ...(await tooWide(page, TEXTS_AT)), ...(await covered(page))];
}

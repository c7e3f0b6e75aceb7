import type { Page } from 'playwright-core';
import { brokenWords, overprinted } from './looks/text-faults.ts';
import { isEmpty, isNull, whatStays } from './looks/what-stays.ts';
import { resizePage } from './resize-page.ts';
import { IS_WHOLE } from './whole-run.ts';

/** Narrower than any browser makes a window; the side panel's; phones'; tablets'; desks'. */
const ALL_WIDTHS: readonly number[] = [250, 320, 360, 376, 400, 412, 428, 480, 768, 1024, 1440, 1920];
/** A desk's, the popup's, and the narrowest. */
const A_FEW_WIDTHS: readonly number[] = [1024, 400, 250];
const HEIGHT = 640;
/** The smallest window in use, and the popup as Chromium draws it. */
const SMALLEST = [
  { width: 360, height: 600 },
  { width: 412, height: 510 },
] as const;

/** What is looked at in one size; `names` are the buttons that must be in sight. */
type Look = (page: Page, names: readonly (string | RegExp)[]) => Promise<string[]>;
interface LookedAt {
  readonly width: number;
  readonly height: number;
  readonly looks: readonly Look[];
}

/** What reaches beyond the side of the window: "24 px, .step-bar > button"; [] when nothing. */
async function beyondSide(page: Page): Promise<string[]> {
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
  return beyond === null ? [] : [beyond];
}

/** Buttons that one has to scroll for, or that something lies over; [] when none. */
async function unseen(page: Page, names: readonly (string | RegExp)[]): Promise<string[]> {
  const found: string[] = [];
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
    if (seen !== null) found.push(`${String(name)} ${seen}`);
  }
  return found;
}

/** What the keyboard reaches but a bar lies over; [] when nothing. */
async function covered(page: Page): Promise<string[]> {
  return whatStays(
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
}

/** Faults in each of these sizes: "320 x 640: 24 px, .step-bar > button"; [] when none. */
async function faultsIn(
  page: Page,
  names: readonly (string | RegExp)[],
  sizes: readonly LookedAt[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { width, height, looks } of sizes) {
    await resizePage(page, { width, height });
    for (const look of looks) found.push(...(await look(page, names)).map((fault) => `${width} x ${height}: ${fault}`));
  }
  return found;
}

/** Everything that reaches beyond the side of the window, in every width; [] when nothing. */
export const tooWide = (page: Page): Promise<string[]> =>
  faultsIn(
    page,
    [],
    (IS_WHOLE ? ALL_WIDTHS : A_FEW_WIDTHS).map((width) => ({ width, height: HEIGHT, looks: [beyondSide] })),
  );

/** Buttons that one has to scroll for, or that something lies over, in the smallest windows; [] when none. */
export const outOfSight = (page: Page, names: readonly (string | RegExp)[]): Promise<string[]> =>
  faultsIn(
    page,
    names,
    SMALLEST.map(({ width, height }) => ({ width, height, looks: [unseen] })),
  );

/** Texts are looked at in narrow windows, where there is least room for them. */
const TEXTS_AT: Readonly<Record<number, readonly Look[]>> = {
  250: [overprinted, brokenWords],
  360: [overprinted],
  480: [overprinted],
};
const EVERY_SIZE: readonly LookedAt[] = [
  ...ALL_WIDTHS.map((width) => ({ width, height: HEIGHT, looks: [...(TEXTS_AT[width] ?? []), beyondSide] })),
  ...SMALLEST.map(({ width, height }) => ({ width, height, looks: [unseen, covered] })),
];
const IN_SIGHT: readonly Look[] = [unseen, beyondSide];
/** Where there is most room, and where there is least; in each what goes wrong in windows like it. */
const A_FEW_SIZES: readonly LookedAt[] = [
  { width: 1024, height: HEIGHT, looks: [beyondSide] },
  { width: 250, height: HEIGHT, looks: [overprinted, brokenWords, beyondSide] },
  { width: 360, height: 600, looks: IN_SIGHT },
  { width: 412, height: 510, looks: [unseen, beyondSide, covered] },
];
/** Opened so, a screen need not be drawn anew for the first look. */
export const FIRST_SEEN_AT = { width: 1024, height: HEIGHT } as const;

/** All of the above; in one of the smallest windows only where something must be in sight without scrolling. */
export function faultsOfSizes(page: Page, names: readonly (string | RegExp)[]): Promise<string[]> {
  const few = A_FEW_SIZES.filter(({ looks }) => names.length > 0 || looks !== IN_SIGHT);
  return faultsIn(page, names, IS_WHOLE ? EVERY_SIZE : few);
}

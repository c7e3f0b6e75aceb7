import type { Page } from 'playwright-core';

/** More than any screen takes to follow a new size of its window. */
const FRAMES = 20;

/** A screen follows a new size a few frames after it, on a busy machine later than it is looked at: a fault is what stays. */
export async function whatStays<T>(page: Page, look: () => Promise<T>, isWell: (seen: T) => boolean): Promise<T> {
  let seen = await look();
  for (let frame = 0; frame < FRAMES && !isWell(seen); frame += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    seen = await look();
  }
  return seen;
}

export const isNull = (seen: unknown): boolean => seen === null;
export const isEmpty = (seen: readonly unknown[]): boolean => seen.length === 0;

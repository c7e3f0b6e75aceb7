import type { Page } from 'playwright-core';
import type { Words } from '../../../extension/words/words.ts';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { IS_WHOLE } from './whole-run.ts';

/** One screen in one state, and what of it must be pressed there. */
export interface ScreenCase {
  readonly name: string;
  readonly open: (page: Page, words: Words, draft: Draft) => Promise<void>;
  /** In sight without scrolling, in the smallest windows. */
  readonly press?: (words: Words) => readonly (string | RegExp)[];
  /** Drawn by what another case draws as well, in another place or with more on it: for the whole run. */
  readonly isLikeAnother?: boolean;
}

/** Of the call that is on its way through the steps. */
export const VOICE = IS_WHOLE ? { calls: 12_480, campaigns: 3 } : { calls: 5_020, campaigns: 2 };

/** A file on its way through the steps, by the id of its import. */
export interface Draft {
  readonly voice: string;
  readonly sms: string;
}

let times = 0;

/**
 * Loads a screen anew, even where only the hash changes: an address of another number is another page. By way of
 * about:blank it would be another process too, which takes as long again.
 */
export async function goTo(page: Page, hash: string): Promise<void> {
  times += 1;
  await page.goto(`${EXTENSION_ORIGIN}/popup.html?surface=tab&time=${times}${hash}`);
}

/** What one screen shows, however much of it changes: '#/import/k3v9x2a7' of '#/import/k3v9x2a7/check'. */
const placeOf = (hash: string): string => /^#\/[^/?]*(\/[^/?]*)?/u.exec(hash)?.[0] ?? '#/';

/** By way of what the same screen is shown anew: for a step of a file another step, because the file is not read again. */
function wayTo(wanted: string, now: string): readonly string[] {
  if (placeOf(wanted) !== placeOf(now)) return [wanted];
  const isStep = (hash: string) => /^#\/import\/[^/]+\/./u.test(hash);
  if (isStep(wanted) && isStep(now)) return wanted === now ? [`${placeOf(now)}/columns`, wanted] : [wanted];
  return [wanted === '#/' ? '#/templates' : '#/', wanted];
}

/**
 * Shows a screen without loading the page anew, as links in it do; a page that is another one is loaded. What was shown
 * before is gone by then, and is not taken for the new one.
 */
export async function moveTo(page: Page, hash: string): Promise<void> {
  if (!page.url().includes('popup.html?surface=tab')) return goTo(page, hash);
  for (const to of wayTo(hash === '' ? '#/' : hash, new URL(page.url()).hash)) {
    const before = await page.evaluateHandle((address) => {
      const shown = document.querySelector('.shell-main')?.firstElementChild;
      const step = document.querySelector('.steps-step[aria-current]')?.textContent;
      location.hash = address;
      return { shown, step };
    }, to);
    await page.waitForFunction(
      ({ shown, step }) =>
        shown?.isConnected !== true || step !== document.querySelector('.steps-step[aria-current]')?.textContent,
      before,
    );
    await before.dispose();
  }
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).first().waitFor();
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

import type { Page } from 'playwright-core';
import type { Words } from '../../../extension/words/words.ts';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';

/** One screen in one state, and what of it must be pressed there. */
export interface ScreenCase {
  readonly name: string;
  readonly open: (page: Page, words: Words, draft: Draft) => Promise<void>;
  /** In sight without scrolling, in the smallest windows. */
  readonly press?: (words: Words) => readonly (string | RegExp)[];
}

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

export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).first().waitFor();
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

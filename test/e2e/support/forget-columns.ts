import type { Page } from 'playwright-core';

/** As after files with other headings only: the next one is led through every step again. */
export async function forgetColumns(page: Page): Promise<void> {
  // In the page, whose `chrome` is not typed here.
  await page.evaluate("chrome.storage.local.remove('columns')");
}

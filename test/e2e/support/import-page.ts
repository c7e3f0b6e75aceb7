import { forgetColumns } from './forget-columns.ts';
import type { Page } from 'playwright-core';

const MAX_TABS = 60;

/** Up to 10,000 people, whom no other `first` shares; every row is `rowBytes` long or more. */
export function peopleCsv(first: number, people: number, rowBytes = 0): string {
  const rows = Array.from({ length: people }, (_, index) => `Person ${index},${9_845_000_000 + first + index},`);
  return ['Who,Mobile,Note', ...rows.map((row) => row.padEnd(rowBytes, 'x'))].join('\n');
}

export async function chooseFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await forgetColumns(page);
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** Says that these people may be called or messaged: without that nothing starts from a screen. */
export async function allow(page: Page): Promise<void> {
  await page.getByLabel(/^I am allowed to /).check();
}

/** From an open tab to the button that starts the calls, ready to be pressed; answers that button. */
export async function goToStart(page: Page, name: string, content: string): Promise<ReturnType<Page['getByRole']>> {
  await page.getByLabel('Call with').selectOption('Hello');
  await chooseFile(page, `${name}.csv`, content);
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('button', { name: 'Next: Confirm' }).click();
  await allow(page);
  return page.getByRole('button', { name: /^Start / });
}

/** What has the focus: a field by its label, anything else by its text. */
export async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const isField = active instanceof HTMLInputElement || active instanceof HTMLSelectElement;
    return (isField ? (active.labels?.[0] ?? active) : active)?.textContent?.trim() ?? '';
  });
}

/**
 * Keys that belong together only if they follow each other soon, as close as they can be: between two that are typed a
 * busy machine may do much else.
 */
export async function typeAtOnce(page: Page, keys: Iterable<string>): Promise<void> {
  await page.evaluate(
    (all) => {
      for (const key of all)
        (document.activeElement ?? document).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    },
    [...keys],
  );
}

/**
 * Presses Tab until something of that name has the focus: by keyboard alone there is no other way. Not before it is there
 * and can be pressed, because Tab does not wait for anything.
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
    return [...all].some((one) => {
      if (one.matches(':disabled, [aria-disabled="true"]')) return false;
      const isField = one instanceof HTMLInputElement || one instanceof HTMLSelectElement;
      return (isField ? (one.labels?.[0] ?? one) : one).textContent?.trim() === wanted;
    });
  }, name);
  for (let presses = 0; presses < MAX_TABS; presses += 1) {
    if ((await focusedName(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached “${name}”, but “${await focusedName(page)}”`);
}

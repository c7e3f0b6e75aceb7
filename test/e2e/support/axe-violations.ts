import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What of axe looks at colours. All else is the same in both themes: a theme changes nothing but colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** A screen that is still being drawn is looked at again: a fault is what stays. */
const LOOKS = 4;

/** What axe finds wrong with a screen, in both themes; [] when nothing. */
export async function axeViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    let seen = await look(page, colorScheme);
    for (let again = 1; again < LOOKS && seen.length > 0; again += 1) seen = await look(page, colorScheme);
    found.push(...seen);
  }
  return found;
}

async function look(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // A page keeps it until it is loaded anew: to read it takes longer than to look with it.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source);
  const inPage = await page.evaluateHandle<typeof axe>('axe');
  const runOnly = colorScheme === 'dark' ? { runOnly: { type: 'rule' as const, values: COLOUR_RULES } } : {};
  const options = { ...runOnly, resultTypes: ['violations' as const] };
  const violations = await inPage.evaluate(async ({ run }, asked) => {
    const all = await run(document, asked);
    return all.violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
  }, options);
  return violations.map(({ id, targets }) => `${colorScheme} ${id}: ${targets.join(', ')}`);
}

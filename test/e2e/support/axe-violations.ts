import { AxeBuilder } from '@axe-core/playwright';
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
  // "Legacy" finds the same, but in the page itself, not in a blank one opened for each run: that is for pages with frames.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (colorScheme === 'dark') axe.withRules(COLOUR_RULES);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildLocalExtension } from '../../local/stack/local-extension.ts';
import { openExtension } from '../support/open-extension.ts';
import type { OpenExtension } from '../support/open-extension.ts';

/** Nobody listens there: the screens are there all the same. */
const NOBODY = { workerUrl: 'http://127.0.0.1:9', token: 'none' };

let profileDir: string;
let browser: OpenExtension;
beforeAll(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'dialsheet-browser-'));
  browser = await openExtension(await buildLocalExtension(NOBODY), profileDir);
});
afterAll(async () => {
  await browser.close();
  await rm(profileDir, { recursive: true, force: true });
});

it.each([
  ['the screen one is on', '#/', '.shell-link'],
  ['the step one is on', '#/', '.steps-step'],
  ['the tab one is on', '#/campaigns', '.tab'],
  ['the kind that is chosen', '#/templates/new', '.kind'],
])('%s has an edge where the browser takes colours away, and only that', async (_what, hash, each) => {
  const page = await browser.open(`popup.html?surface=tab${hash}`);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator(each).first().waitFor();
  await page.locator('h1').first().focus();
  const edges = async () => {
    const seen = await page
      .locator(each)
      .evaluateAll((all) =>
        all.map((one) => [
          one.matches('[aria-current], :has(:checked)'),
          getComputedStyle(one).outlineStyle === 'solid' && one.closest(':focus-visible') === null,
        ]),
      );
    return {
      isAnyChosen: seen.some(([isChosen]) => isChosen === true),
      wrong: seen.filter(([isChosen, hasEdge]) => isChosen !== hasEdge),
    };
  };
  await expect.poll(edges).toEqual({ isAnyChosen: true, wrong: [] });
  await page.close();
});

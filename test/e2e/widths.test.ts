import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words as english } from '../../extension/words/en.ts';
import { words as hindi } from '../../extension/words/hi.ts';
import type { Words } from '../../extension/words/words.ts';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { leads, personalFile, TEMPLATES } from '../gallery/cast.ts';
import { BEFORE_A_WORKER, EVERY_SCREEN } from './support/every-screen.ts';
import { openFullStage } from './support/full-stage.ts';
import type { FullStage } from './support/full-stage.ts';
import { goTo, VOICE } from './support/screen-case.ts';
import type { Draft, ScreenCase } from './support/screen-case.ts';
import { faultsOfSizes, FIRST_SEEN_AT } from './support/screen-faults.ts';
import { forgetColumns } from './support/forget-columns.ts';
import { resizePage } from './support/resize-page.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const LANGUAGES = [
  ['en', english],
  ['hi', hindi],
] as const;

/**
 * In the whole run each screen in both languages. Else in one: in Hindi, whose words are longer, where something must be in
 * sight that can be pressed, and in English where that is not so.
 */
const toldIn = (words: Words, screens: readonly ScreenCase[]): readonly ScreenCase[] =>
  screens.filter(
    ({ press, isLikeAnother = false }) => IS_WHOLE || (!isLikeAnother && (press === undefined) === (words === english)),
  );

let stage: FullStage;
let page: Page;
let draft: Draft = { voice: '', sms: '' };
beforeAll(async () => {
  stage = await openFullStage();
  page = await stage.browser.open('options.html');
});
afterAll(() => stage.close());

async function speak(language: 'en' | 'hi', words: Words): Promise<void> {
  await page.goto(`${EXTENSION_ORIGIN}/options.html`);
  await page.locator('.options-language').selectOption(language);
  await page.getByRole('heading', { name: words.options.title, exact: true }).waitFor();
}

/** Everything wrong with the size of these screens, each with its name before it. */
async function faultsOf(screens: readonly ScreenCase[], words: Words): Promise<string[]> {
  const found: string[] = [];
  for (const screen of screens) {
    await resizePage(page, FIRST_SEEN_AT);
    await screen.open(page, words, draft);
    await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
    const faults = await faultsOfSizes(page, screen.press?.(words) ?? []);
    found.push(...faults.map((fault) => `${screen.name}: ${fault}`));
  }
  return found;
}

/** A file led to its check; answers the id of its import. */
async function choose(template: string, name: string, content: string | Uint8Array): Promise<string> {
  await goTo(page, '');
  await page.locator('main select').first().selectOption({ label: template });
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await forgetColumns(page);
  await page.getByLabel(english.file.choose, { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: english.steps.nextTo('check'), exact: true }).click();
  await page.getByRole('button', { name: english.steps.nextTo('confirm'), exact: true }).click();
  await page.getByRole('figure', { name: english.confirm.timeline }).waitFor();
  return /import\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

describe('every screen, in a real browser', () => {
  it.each(IS_WHOLE ? LANGUAGES : LANGUAGES.slice(1))(
    'without a Worker fits every window, and shows what must be pressed (%s)',
    async (code, words) => {
      await speak(code, words);
      expect(await faultsOf(BEFORE_A_WORKER, words)).toEqual([]);
    },
  );

  it('knows a Worker, and has a file under way', async () => {
    await speak('en', english);
    await page.getByLabel(english.options.address, { exact: true }).fill(stage.stack.workerUrl);
    await page.getByLabel(english.options.token, { exact: true }).fill(stage.stack.token);
    await page.getByRole('button', { name: english.options.save, exact: true }).click();
    await page.getByText(english.options.saved, { exact: true }).waitFor();
    await stage.browser.context.clock.setSystemTime(stage.now);
    draft = {
      voice: await choose(
        TEMPLATES.plain,
        'A list with a name as long as exports of other tools have.csv',
        leads(VOICE.calls, 1),
      ),
      sms: await choose(TEMPLATES.message, 'Orders.csv', personalFile(120, 5_000)),
    };
    expect(draft.voice).not.toBe('');
    expect(draft.sms).not.toBe('');
  });

  it.each(LANGUAGES)('fits every window, and shows what must be pressed (%s)', async (code, words) => {
    await speak(code, words);
    expect(await faultsOf(toldIn(words, EVERY_SCREEN), words)).toEqual([]);
  });
});

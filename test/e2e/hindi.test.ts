import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words as english } from '../../extension/words/en.ts';
import { words as hindi } from '../../extension/words/hi.ts';
import { LANGUAGE_NAMES } from '../../extension/words/language.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const WIDE = { width: 1280, height: 900 };
const NARROWEST = { width: 360, height: 740 };
/** Everything people type in Latin letters, and the names of things: all there may be of them on a Hindi screen. */
const LATIN = new Set(
  `Dialsheet Worker Exotel ExoPhone SMS DLT CSV TSV TXT MB kB IST GMT UTC Excel Google Sheets LibreOffice Numbers Ctrl Enter Escape Esc API key
   Name Hello By name Namaste asha Asia Kolkata English Language csv https dialsheet-demo dialsheet example workers dev`.split(
    /\s+/,
  ),
);
const PEOPLE = 300;

let stage: ImportStage;
let page: Page;
beforeAll(async () => {
  stage = await openImportStage();
  page = await stage.tab();
});
afterAll(() => stage.close());

/** Hindi people, of whom one is listed twice and one has no number. */
function contactsCsv(): string {
  const rows = Array.from({ length: PEOPLE }, (_, index) => `व्यक्ति ${index},${9_845_312_001 + index}`);
  return ['नाम,मोबाइल', ...rows, 'दोबारा,9845312001', 'बिना नंबर,'].join('\n');
}

/** Words of English that nobody has put into Hindi; names and ids with digits or marks in them are no words. */
async function englishLeft(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  const found = text.match(/(?<![\w#@./:-])[A-Za-z][A-Za-z-]+(?![\w/:-])/g) ?? [];
  return [...new Set(found)].filter((word) => !LATIN.has(word));
}

/** All a screen has to be in Hindi: said in it; in the whole run also without fault for axe, and no wider than its window. */
async function expectHindi(seen: Page = page): Promise<void> {
  await expect.poll(() => seen.locator('html').getAttribute('lang')).toBe('hi');
  await expect.poll(() => englishLeft(seen)).toEqual([]);
  if (!IS_WHOLE) return;
  expect(await axeViolations(seen)).toEqual([]);
  await seen.setViewportSize(NARROWEST);
  const beyond = () =>
    seen.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  // It follows its window a few frames later.
  await expect.poll(beyond).toBeLessThanOrEqual(0);
  await seen.setViewportSize(WIDE);
}

describe('Hindi, in a real browser', () => {
  it('is chosen in the settings, at once on every open surface, and kept', async () => {
    await page.getByRole('link', { name: english.shell.templates, exact: true }).waitFor();
    const settings = await stage.browser().open('options.html');
    await settings.getByLabel(english.options.language).selectOption(LANGUAGE_NAMES.hi);

    await settings.getByRole('heading', { name: hindi.options.title, level: 1 }).waitFor();
    await settings.getByText(hindi.options.saved, { exact: true }).waitFor();
    await expect.poll(() => settings.title()).toBe(hindi.options.pageTitle);
    await expectHindi(settings);
    expect(await axeViolations(settings)).toEqual([]);
    await page.getByRole('link', { name: hindi.shell.templates, exact: true }).waitFor();
    await settings.close();
    if (IS_WHOLE) {
      await stage.reopenBrowser();
      page = await stage.tab();
    }
    // A page that is loaded now has it from where it is kept.
    const popup = await stage.popup();
    await popup.getByRole('link', { name: hindi.shell.templates, exact: true }).waitFor();
    await popup.close();
  });

  it('says templates, every step of an import, its watching and its campaigns', async () => {
    await page.getByRole('link', { name: hindi.shell.templates, exact: true }).click();
    await page.getByRole('heading', { name: 'Hello' }).waitFor();
    await expectHindi();
    await page.getByRole('button', { name: hindi.templates.actionOn(hindi.templates.edit, 'Hello') }).click();
    await page.getByRole('heading', { name: hindi.editor.titleEdit }).waitFor();
    await page.getByLabel(hindi.editor.text).fill('');
    await page.getByRole('button', { name: hindi.editor.save }).click();
    // What a rule of the account and of Exotel says, too.
    await page.getByText(hindi.sentences.template({ code: 'text_empty', message: '' }, {})).waitFor();
    await expectHindi();

    await page.getByRole('link', { name: hindi.shell.home, exact: true }).click();
    await page.getByRole('dialog', { name: hindi.editor.leaveTitle }).waitFor();
    await expectHindi();
    await page.getByRole('button', { name: hindi.editor.leaveDo, exact: true }).click();
    await page.getByLabel(hindi.file.choose).waitFor();
    await expectHindi();
    await page.getByLabel(hindi.confirm.template.voice).selectOption('Hello');
    const buffer = Buffer.from(contactsCsv());
    await page.getByLabel(hindi.file.choose).setInputFiles({ name: 'सूची.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: hindi.columns.listHeading(2) }).waitFor();
    await expectHindi();
    await page.getByRole('button', { name: hindi.steps.nextTo('check') }).click();
    await page.getByRole('heading', { name: hindi.check.willBeCalled(PEOPLE) }).waitFor();
    await page.getByText(hindi.issues.reasons.blank.message).waitFor();
    await expectHindi();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: hindi.steps.nextTo('confirm') }).click();
    const start = page.getByRole('button', { name: hindi.check.start(PEOPLE, 1) });
    await start.waitFor();
    await page.getByText('Namaste').waitFor();
    await expectHindi();

    await page.getByLabel(hindi.check.consent.voice).click();
    await start.click();
    await page.getByText(hindi.watch.ofTotal(PEOPLE), { exact: true }).waitFor();
    await page.getByText(hindi.watch.live, { exact: true }).waitFor();
    await expectHindi();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: hindi.watch.stop, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await expectHindi();
    await page.getByRole('button', { name: hindi.watch.keepGoing }).click();

    // The list is asked for once: what is not at Exotel by then is not in it.
    await expect.poll(async () => (await stage.importNamed('सूची'))?.state).toBe('running');
    await page.getByRole('link', { name: hindi.shell.campaigns, exact: true }).click();
    const campaign = page.getByRole('link', { name: /^सूची/u }).first();
    await campaign.waitFor();
    await expectHindi();
    await campaign.click();
    await page.getByRole('heading', { name: hindi.campaigns.factsHeading }).waitFor();
    await expectHindi();
  });
});

import type { Page } from 'playwright-core';
import type { Words } from '../../extension/words/words.ts';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { IMPORTS, STRANGER, TEMPLATES } from '../gallery/cast.ts';

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

export async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${EXTENSION_ORIGIN}/popup.html?surface=tab${hash}`);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const watch = async (page: Page, { id, name }: { id: string; name: string }) => {
  await goTo(page, `#/import/${id}`);
  await heading(page, name);
};

/** What a browser shows that knows no Worker. */
export const BEFORE_A_WORKER: readonly ScreenCase[] = [
  {
    name: 'welcome',
    async open(page, words) {
      await goTo(page, '');
      await heading(page, words.welcome.title);
    },
    press: (words) => [words.welcome.connect],
  },
];

export const EVERY_SCREEN: readonly ScreenCase[] = [
  {
    name: 'settings, one more Worker',
    async open(page, words) {
      await page.goto('about:blank');
      await page.goto(`${EXTENSION_ORIGIN}/options.html`);
      await heading(page, words.options.workers);
      await press(page, words.options.addWorker);
    },
  },
  {
    name: 'home',
    async open(page) {
      await goTo(page, '');
      await page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
    },
  },
  {
    name: 'side panel',
    async open(page) {
      await page.goto('about:blank');
      await page.goto(`${EXTENSION_ORIGIN}/sidepanel.html`);
      await page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
    },
  },
  {
    name: 'popup',
    async open(page) {
      await page.goto('about:blank');
      await page.goto(`${EXTENSION_ORIGIN}/popup.html`);
      await page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
    },
  },
  {
    name: 'home, pasting',
    async open(page, words) {
      await goTo(page, '');
      await page.locator('main select').first().selectOption({ label: TEMPLATES.personal });
      await press(page, words.file.pasteRows);
    },
  },
  {
    name: 'columns',
    async open(page, words, { voice }) {
      await goTo(page, `#/import/${voice}/columns`);
      await heading(page, words.columns.title);
      await page.locator('.column-row').first().waitFor();
    },
    press: (words) => [words.steps.nextTo('check')],
  },
  {
    name: 'check',
    async open(page, _words, { voice }) {
      await goTo(page, `#/import/${voice}/check`);
      await page.getByRole('grid').getByRole('row').nth(3).waitFor();
      await page.getByRole('grid').locator('.issue-value').first().click();
    },
    press: (words) => [words.steps.nextTo('confirm')],
  },
  {
    name: 'check, values missing',
    async open(page, words, { sms }) {
      await goTo(page, `#/import/${sms}/check`);
      await heading(page, words.check.missingHeading);
    },
    press: (words) => [words.steps.nextTo('confirm')],
  },
  {
    name: 'confirm',
    async open(page, words, { voice }) {
      await goTo(page, `#/import/${voice}/confirm`);
      await page.getByRole('figure', { name: words.confirm.timeline }).waitFor();
      await press(page, words.adjust.title.voice);
    },
    press: (words) => [words.check.start(12_480, 3)],
  },
  {
    name: 'confirm, messages',
    async open(page, words, { sms }) {
      await goTo(page, `#/import/${sms}/confirm`);
      await page.getByRole('figure', { name: words.confirm.timeline }).waitFor();
    },
  },
  {
    name: 'watch, running',
    open: (page) => watch(page, IMPORTS.running),
    press: (words) => [words.watch.pause, words.watch.stop],
  },
  {
    name: 'watch, asked before Stop',
    async open(page, words) {
      await watch(page, IMPORTS.running);
      await press(page, words.watch.stop);
      await page.getByRole('dialog').waitFor();
    },
    press: (words) => [words.watch.keepGoing],
  },
  {
    name: 'watch, paused',
    open: (page) => watch(page, IMPORTS.paused),
    press: (words) => [words.watch.resume, words.watch.stop],
  },
  {
    name: 'watch, needs a person',
    open: (page) => watch(page, IMPORTS.attention),
    press: (words) => [words.watch.stop],
  },
  {
    name: 'watch, finished',
    async open(page, words) {
      await watch(page, IMPORTS.finished);
      const [label = ''] = words.watch.again(0).split('(');
      await page.getByRole('button', { name: label.trim() }).click();
      await heading(page, words.watch.againHeading);
    },
  },
  {
    name: 'watch, a number found',
    async open(page, words) {
      await watch(page, IMPORTS.sent);
      await page.getByLabel(words.search.label, { exact: true }).fill('9845012345');
      await press(page, words.search.look);
      await page.getByText(words.search.row(2)).first().waitFor();
    },
  },
  { name: 'watch, lists on their way', open: (page) => watch(page, IMPORTS.lists) },
  {
    name: 'watch, checked at the Worker',
    open: (page) => watch(page, IMPORTS.ready),
    press: (words) => [words.check.start(2_400, 1)],
  },
  {
    name: 'history',
    async open(page) {
      await goTo(page, '#/imports');
      await page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
    },
  },
  {
    name: 'campaigns',
    async open(page) {
      await goTo(page, '#/campaigns');
      await page.getByRole('link', { name: STRANGER }).waitFor();
    },
  },
  {
    name: 'campaign',
    async open(page, words) {
      await goTo(page, `#/campaigns?name=${encodeURIComponent(IMPORTS.finished.name)}`);
      await page.getByRole('link', { name: IMPORTS.finished.name }).first().click();
      await heading(page, words.campaigns.factsHeading);
      await page.getByRole('row').nth(4).waitFor();
    },
  },
  {
    name: 'campaign, edited',
    async open(page, words) {
      await goTo(page, `#/campaigns?name=${encodeURIComponent(STRANGER)}`);
      await page.getByRole('link', { name: STRANGER }).first().click();
      await heading(page, words.campaigns.factsHeading);
      await press(page, words.campaigns.edit);
      await heading(page, words.campaignEditor.title);
    },
    press: (words) => [words.campaignEditor.save],
  },
  {
    name: 'lists',
    async open(page) {
      await goTo(page, '#/lists');
      await page.getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'templates',
    async open(page) {
      await goTo(page, '#/templates');
      await heading(page, TEMPLATES.plain);
    },
  },
  {
    name: 'template, a greeting',
    async open(page, words) {
      await goTo(page, '#/templates');
      await press(page, words.templates.actionOn(words.templates.edit, TEMPLATES.personal));
      await heading(page, words.editor.titleEdit);
    },
    press: (words) => [words.editor.save],
  },
  {
    name: 'template, faults said',
    async open(page, words) {
      await goTo(page, '#/templates/new');
      await heading(page, words.editor.titleNew);
      await press(page, words.editor.save);
      await page.locator('.field-wrong').first().waitFor();
    },
  },
  {
    name: 'template, a message',
    async open(page, words) {
      await goTo(page, '#/templates');
      await press(page, words.templates.actionOn(words.templates.edit, TEMPLATES.message));
      await heading(page, words.editor.titleEdit);
    },
    press: (words) => [words.editor.save],
  },
  {
    name: 'keys',
    async open(page) {
      await goTo(page, '#/templates');
      await heading(page, TEMPLATES.plain);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];

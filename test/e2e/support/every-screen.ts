import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { DESTINATION, IMPORTS, SINK, STRANGER, TEMPLATES } from '../../gallery/cast.ts';
import { moveTo, heading, press } from './screen-case.ts';
import type { ScreenCase } from './screen-case.ts';
import { CONFIRM_SCREENS } from './confirm-screens.ts';
import { PEOPLE_SCREENS } from './people-screens.ts';
import { WATCH_SCREENS } from './watch-screens.ts';

/** As much of a label as goes before its number. */
function startOf(label: string): RegExp {
  return new RegExp(`^${label.split('0')[0] ?? ''}`, 'u');
}

/** What a browser shows that knows no Worker. */
export const BEFORE_A_WORKER: readonly ScreenCase[] = [
  {
    name: 'welcome',
    async open(page, words) {
      await moveTo(page, '');
      await heading(page, words.welcome.title);
    },
    press: (words) => [words.welcome.connect],
  },
];

export const EVERY_SCREEN: readonly ScreenCase[] = [
  {
    name: 'settings, one more Worker',
    async open(page, words) {
      await page.goto(`${EXTENSION_ORIGIN}/options.html`);
      await heading(page, words.options.workers);
      await press(page, words.options.addWorker);
    },
  },
  {
    name: 'home',
    async open(page) {
      await moveTo(page, '');
      await page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
    },
    press: (words) => [words.watch.stop],
  },
  {
    name: 'side panel',
    isLikeAnother: true,
    async open(page) {
      await page.goto(`${EXTENSION_ORIGIN}/sidepanel.html`);
      await page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
    },
    press: (words) => [words.watch.stop],
  },
  {
    name: 'popup',
    async open(page, words) {
      await page.goto(`${EXTENSION_ORIGIN}/popup.html`);
      await page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
      await page.getByRole('region', { name: words.brake.label }).getByRole('button').waitFor();
    },
    press: (words) => [words.watch.stop, startOf(words.brake.stop(0))],
  },
  {
    name: 'home, pasting',
    isLikeAnother: true,
    async open(page, words) {
      await moveTo(page, '');
      await page.locator('main select').first().selectOption({ label: TEMPLATES.personal });
      await press(page, words.file.pasteRows);
    },
  },
  {
    name: 'columns',
    async open(page, words, { voice }) {
      await moveTo(page, `#/import/${voice}/columns`);
      await heading(page, words.columns.title);
      await page.locator('.column-row').first().waitFor();
    },
    press: (words) => [words.steps.nextTo('check')],
  },
  {
    name: 'check',
    async open(page, _words, { voice }) {
      await moveTo(page, `#/import/${voice}/check`);
      await page.getByRole('grid').getByRole('row').nth(3).waitFor();
      await page.getByRole('grid').locator('.issue-value').first().click();
    },
    press: (words) => [words.steps.nextTo('confirm')],
  },
  {
    name: 'check, values missing',
    isLikeAnother: true,
    async open(page, words, { sms }) {
      await moveTo(page, `#/import/${sms}/check`);
      await heading(page, words.check.missingHeading);
    },
    press: (words) => [words.steps.nextTo('confirm')],
  },
  ...CONFIRM_SCREENS,
  ...WATCH_SCREENS,
  ...PEOPLE_SCREENS,
  {
    name: 'history',
    async open(page) {
      await moveTo(page, '#/imports');
      await page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
    },
  },
  {
    name: 'campaigns',
    async open(page) {
      await moveTo(page, '#/campaigns');
      await page.getByRole('link', { name: STRANGER }).waitFor();
    },
  },
  {
    name: 'campaign',
    isLikeAnother: true,
    async open(page, words) {
      await moveTo(page, `#/campaigns?name=${encodeURIComponent(IMPORTS.finished.name)}`);
      await page.getByRole('link', { name: IMPORTS.finished.name }).first().click();
      await heading(page, words.campaigns.factsHeading);
      await page.getByRole('row').nth(4).waitFor();
    },
  },
  {
    name: 'campaign, edited',
    async open(page, words) {
      await moveTo(page, `#/campaigns?name=${encodeURIComponent(STRANGER)}`);
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
      await moveTo(page, '#/lists');
      await page.getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'callbacks',
    async open(page) {
      await moveTo(page, '#/callbacks');
      await page.locator('.callback-line').first().click();
      await page.locator('.raw-text').first().waitFor();
    },
  },
  {
    name: 'sinks',
    async open(page) {
      await moveTo(page, '#/sinks');
      await heading(page, SINK);
    },
    press: (words) => [words.sinks.create],
  },
  {
    name: 'destinations, one added',
    async open(page, words) {
      await moveTo(page, '#/destinations');
      await heading(page, DESTINATION);
      await press(page, words.destinations.add);
    },
  },
  {
    name: 'destination',
    async open(page, words) {
      await moveTo(page, '#/destinations');
      await page.getByRole('link', { name: DESTINATION, exact: true }).click();
      await press(page, words.destinations.test);
      await page.locator('.raw-text').first().waitFor();
    },
  },
  {
    name: 'team',
    async open(page, words) {
      await moveTo(page, '#/team');
      await heading(page, words.team.approvalHeading);
      await page
        .getByLabel(words.team.inviteName, { exact: true })
        .fill('A colleague with a name as long as they come');
      await press(page, words.team.inviteDo);
      await page.getByRole('button', { name: words.team.copy, exact: true }).waitFor();
    },
  },
  {
    name: 'trail',
    async open(page) {
      await moveTo(page, '#/trail');
      await page.getByRole('row').nth(4).waitFor();
    },
  },
  {
    name: 'templates',
    async open(page) {
      await moveTo(page, '#/templates');
      await heading(page, TEMPLATES.plain);
    },
  },
  {
    name: 'template, a greeting',
    async open(page, words) {
      await moveTo(page, '#/templates');
      await press(page, words.templates.actionOn(words.templates.edit, TEMPLATES.personal));
      await heading(page, words.editor.titleEdit);
    },
    press: (words) => [words.editor.save],
  },
  {
    name: 'template, faults said',
    isLikeAnother: true,
    async open(page, words) {
      await moveTo(page, '#/templates/new');
      await heading(page, words.editor.titleNew);
      await press(page, words.editor.save);
      await page.locator('.field-wrong').first().waitFor();
    },
  },
  {
    name: 'template, a message',
    async open(page, words) {
      await moveTo(page, '#/templates');
      await press(page, words.templates.actionOn(words.templates.edit, TEMPLATES.message));
      await heading(page, words.editor.titleEdit);
    },
    press: (words) => [words.editor.save],
  },
  {
    name: 'keys',
    isLikeAnother: true,
    async open(page) {
      await moveTo(page, '#/templates');
      await heading(page, TEMPLATES.plain);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];

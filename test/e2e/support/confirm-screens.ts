import { moveTo, press, VOICE } from './screen-case.ts';
import type { ScreenCase } from './screen-case.ts';

/** The last look before the start, and what is changed on it. */
export const CONFIRM_SCREENS: readonly ScreenCase[] = [
  {
    name: 'confirm',
    async open(page, words, { voice }) {
      await moveTo(page, `#/import/${voice}/confirm`);
      await page.getByRole('figure', { name: words.confirm.timeline }).waitFor();
      await press(page, words.adjust.title.voice);
    },
    press: (words) => [words.check.start(VOICE.calls, VOICE.campaigns)],
  },
  ...(['startAt', 'retries'] as const).map((part): ScreenCase => ({
    name: `confirm, ${part} changed where it is said`,
    isLikeAnother: part === 'retries',
    async open(page, words, { voice }) {
      await moveTo(page, `#/import/${voice}/confirm`);
      await page.getByRole('button', { name: words.adjust.change[part] }).click();
      if (part === 'startAt') await page.getByRole('radio', { name: words.adjust.later }).click();
      else await page.getByLabel(words.editor.retryCount, { exact: true }).selectOption('1');
      await page.getByRole('button', { name: words.adjust.done, exact: true }).waitFor();
    },
  })),
  {
    name: 'confirm, my own number first',
    isLikeAnother: true,
    async open(page, words, { voice }) {
      await moveTo(page, `#/import/${voice}/confirm`);
      await press(page, words.confirm.testCall.open);
      await page.getByLabel(words.confirm.testCall.number, { exact: true }).waitFor();
    },
  },
  {
    name: 'confirm, messages',
    async open(page, words, { sms }) {
      await moveTo(page, `#/import/${sms}/confirm`);
      await page.getByRole('figure', { name: words.confirm.timeline }).waitFor();
    },
  },
];

import { moveTo, heading, press } from './screen-case.ts';
import type { ScreenCase } from './screen-case.ts';

/** Who is not to be called, before anybody is on the list; and the rules that hold for everybody. */
export const PEOPLE_SCREENS: readonly ScreenCase[] = [
  {
    name: 'people not to be called',
    async open(page, words) {
      await moveTo(page, '#/people');
      await heading(page, words.people.list);
      await page.getByText(words.people.none).waitFor();
    },
  },
  {
    name: 'rules',
    async open(page, words) {
      await moveTo(page, '#/rules');
      await heading(page, words.rules.prices.heading);
      await page.getByLabel(words.rules.days.closedDay, { exact: true }).fill('2030-11-06');
      await press(page, words.rules.days.add);
      await page.getByRole('list', { name: words.rules.days.closed, exact: true }).waitFor();
    },
  },
];

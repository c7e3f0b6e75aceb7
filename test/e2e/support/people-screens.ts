import { goTo, heading } from './screen-case.ts';
import type { ScreenCase } from './screen-case.ts';

/** Who is not to be called, before anybody is on the list. */
export const PEOPLE_SCREENS: readonly ScreenCase[] = [
  {
    name: 'people not to be called',
    async open(page, words) {
      await goTo(page, '#/people');
      await heading(page, words.people.list);
      await page.getByText(words.people.none).waitFor();
    },
  },
];

import type { Page } from 'playwright-core';
import { IMPORTS } from '../../gallery/cast.ts';
import { moveTo, heading, press } from './screen-case.ts';
import type { ScreenCase } from './screen-case.ts';

const watch = async (page: Page, { id, name }: { id: string; name: string }) => {
  await moveTo(page, `#/import/${id}`);
  await heading(page, name);
};

/** An import after its start, or waiting for it, in every state. */
export const WATCH_SCREENS: readonly ScreenCase[] = [
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
    isLikeAnother: true,
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
  {
    name: 'watch, asked which results',
    async open(page, words) {
      await watch(page, IMPORTS.finished);
      await press(page, words.watch.moreDownloads);
      await page.getByRole('dialog').waitFor();
    },
    press: (words) => [words.watch.downloadDo],
  },
  { name: 'watch, lists on their way', open: (page) => watch(page, IMPORTS.lists) },
  {
    name: 'watch, checked at the Worker',
    open: (page) => watch(page, IMPORTS.ready),
    press: (words) => [words.check.start(2_400, 1)],
  },
];

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { utils, write } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { words } from '../../extension/words/en.ts';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { openExtension } from '../e2e/support/open-extension.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { buildLocalExtension } from '../local/stack/local-extension.ts';
import { startStack } from '../local/stack/local-stack.ts';
import type { BenchRow } from './bench-row.ts';
import { createPageTasks, LONG_TASK_MS } from './page-tasks.ts';

const ROWS = { accepted: 970_000, duplicate: 10_000, invalid: 15_000, blank: 5_000 };
const WORKBOOK_ROWS = 100_000;
const SCROLLS = 300;
const PATIENCE_MS = 120_000;

/** What a person does with a large file, and the longest the page did not answer meanwhile. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dialsheet-million-'));
  const stack = await startStack({ openCaps: true });
  const extensionDir = await buildLocalExtension({ workerUrl: stack.workerUrl, token: stack.token });
  const browser = await openExtension(extensionDir, join(folder, 'profile'));
  try {
    await ensureTemplate(stack.api);
    const sheet = join(folder, 'million.csv');
    await pipeline(Readable.from(makeContactFile(ROWS).chunks()), createWriteStream(sheet));
    const workbook = join(folder, 'workbook.xlsx');
    await writeFile(workbook, workbookOf(WORKBOOK_ROWS));
    return [
      await measure(await browser.context.newPage(), sheet, '1,000,000 rows'),
      await measure(await browser.context.newPage(), workbook, 'a workbook of 100,000 rows'),
    ];
  } finally {
    await browser.close();
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(page: Page, path: string, what: string): Promise<BenchRow> {
  const tasks = createPageTasks(page);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${EXTENSION_ORIGIN}/popup.html?surface=tab`);
  const choose = page.getByLabel(words.file.choose, { exact: true });
  await choose.waitFor();
  await tasks.longest();

  await choose.setInputFiles(path);
  await page.getByRole('heading', { name: words.columns.title }).waitFor();
  await page.getByRole('button', { name: words.steps.nextTo('check') }).click();
  const grid = page.getByRole('grid');
  await Promise.race([grid.waitFor(), page.getByText(words.issues.none, { exact: true }).waitFor()]);
  const checked = await tasks.longest();
  if (await grid.isVisible()) await scrollThrough(page);
  const scrolled = await tasks.longest();
  await page.getByRole('button', { name: words.steps.nextTo('confirm') }).click();
  await page.getByRole('figure', { name: words.confirm.timeline }).waitFor();
  await page.getByRole('button', { name: words.confirm.previewNext }).click();
  const previewed = await tasks.longest();
  await page.close();

  const worst = Math.max(checked, scrolled, previewed);
  const parts = `taken in and checked ${told(checked)}, scrolled ${told(scrolled)}, one person shown ${told(previewed)}`;
  return {
    what: `longest task on the page with ${what}`,
    measured: `${told(worst)} (${parts})`,
    target: `<= ${LONG_TASK_MS} ms`,
    met: worst <= LONG_TASK_MS,
  };
}

/** From the first row to the last and back, a frame at a time. */
async function scrollThrough(page: Page): Promise<void> {
  await page.getByRole('grid').evaluate(async (grid, scrolls) => {
    const places = Array.from({ length: scrolls }, (_, at) => (at <= scrolls / 2 ? at : scrolls - at) / (scrolls / 2));
    for (const place of places) {
      grid.scrollTop = place * grid.scrollHeight;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, SCROLLS);
}

function told(milliseconds: number): string {
  return milliseconds === 0 ? `under ${LONG_TASK_MS} ms` : `${Math.round(milliseconds)} ms`;
}

function workbookOf(rows: number): Uint8Array {
  const text = new TextDecoder().decode(makeContactFile({ accepted: rows }).bytes());
  const cells = text.split('\n').map((line) => line.split(','));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Contacts');
  const written: unknown = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  if (!(written instanceof ArrayBuffer)) throw new Error('The workbook was not written.');
  return new Uint8Array(written);
}

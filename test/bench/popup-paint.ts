import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenExtension } from '../e2e/support/open-extension.ts';
import { openExtension } from '../e2e/support/open-extension.ts';
import { projectPath } from '../local/project-root.ts';
import type { BenchRow } from './bench-row.ts';

const OPENS = 10;
const TARGET_MS = 100;
/** As little as a page can show. */
const EMPTY_PAGE = '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Empty</p>';
/** Nobody listens there: what is painted first does not wait for an answer. */
const SETTINGS = { address: 'http://127.0.0.1:9', token: 'none' };

/** The popup opened again and again in a real browser, in turn with an empty page of the same extension. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dialsheet-paint-'));
  const extensionDir = join(folder, 'extension');
  // The empty page is put beside a copy of what `npm run build` wrote.
  await cp(projectPath('.output', 'chrome-mv3'), extensionDir, { recursive: true });
  await writeFile(join(extensionDir, 'empty.html'), EMPTY_PAGE);
  const browser = await openExtension(extensionDir, join(folder, 'profile'));
  try {
    await keepSettings(browser);
    const popup: number[] = [];
    const empty: number[] = [];
    for (let open = 0; open < OPENS; open += 1) {
      empty.push(await firstPaint(browser, 'empty.html'));
      popup.push(await firstPaint(browser, 'popup.html'));
    }
    const [middle, base] = [median(popup), median(empty)];
    const worst = Math.max(...popup);
    return [
      {
        what: `the popup's first paint, the median of ${OPENS} opens`,
        measured: `${Math.round(middle)} ms (${(middle / base).toFixed(1)}x an empty page's ${Math.round(base)} ms; the slowest ${Math.round(worst)} ms)`,
        target: `< ${TARGET_MS} ms`,
        met: middle < TARGET_MS,
      },
    ];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** With a Worker known the popup shows the home screen, as it does every day. */
async function keepSettings(browser: OpenExtension): Promise<void> {
  const page = await browser.open('options.html');
  await page.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings: SETTINGS })})`);
  await page.close();
}

/** Milliseconds from the request for the page to its first text, as the browser itself reports them. */
async function firstPaint(browser: OpenExtension, address: string): Promise<number> {
  const page = await browser.open(address, { width: 400, height: 600 });
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );
  await page.close();
  return at;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

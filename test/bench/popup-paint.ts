import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { OpenExtension } from '../e2e/support/open-extension.ts';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { openExtension } from '../e2e/support/open-extension.ts';
import { projectPath } from '../local/project-root.ts';
import type { BenchRow } from './bench-row.ts';

const OPENS = 10;
const TARGET_MS = 100;
/** The popup's first paint is its head, which waits for no script; this element is what people open it for. */
const SCREEN_TARGET_MS = 200;
/** As little as a page can show. */
const EMPTY_PAGE = '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Empty</p>';
/** Nobody listens at this address: the first paint must not wait for an answer. */
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
    const screen: number[] = [];
    const empty: number[] = [];
    for (let open = 0; open < OPENS; open += 1) {
      empty.push((await paints(browser, 'empty.html', 'p')).first);
      const { first, shown } = await paints(browser, 'popup.html', '.home-new');
      popup.push(first);
      screen.push(shown);
    }
    const base = median(empty);
    return [
      toRow(`the popup's first paint, the median of ${OPENS} opens`, popup, base, TARGET_MS),
      toRow(`the popup's screen painted, of the same opens`, screen, base, SCREEN_TARGET_MS),
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

/** Milliseconds from the request for the page to its first text, as the browser itself reports them, and to an element. */
async function paints(
  browser: OpenExtension,
  address: string,
  selector: string,
): Promise<{ readonly first: number; readonly shown: number }> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  await page.addInitScript(noteShown, selector);
  await page.goto(`${EXTENSION_ORIGIN}/${address}`);
  const at = { first: await firstPaint(page), shown: await page.evaluate(() => window.shownAt ?? Number.NaN) };
  await page.close();
  return at;
}

declare global {
  interface Window {
    /** When `noteShown` saw what it waits for painted. */
    shownAt?: Promise<number>;
  }
}

function noteShown(selector: string): void {
  window.shownAt = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      // The first task after a frame begins once that frame was made.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );
}

function toRow(what: string, times: readonly number[], base: number, target: number): BenchRow {
  const [middle, worst] = [median(times), Math.max(...times)];
  return {
    what,
    measured: `${Math.round(middle)} ms (${(middle / base).toFixed(1)}x an empty page's ${Math.round(base)} ms; the slowest ${Math.round(worst)} ms)`,
    target: `< ${target} ms`,
    met: middle < target,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

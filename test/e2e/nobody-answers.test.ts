import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { buildLocalExtension } from '../local/stack/local-extension.ts';
import { openExtension } from './support/open-extension.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { moveTo } from './support/screen-case.ts';

/** Nobody listens at this address: the screens are there all the same. */
const NOBODY = { workerUrl: 'http://127.0.0.1:9', token: 'none' };

let extensionDir: string;
let profileDir: string;
let browser: OpenExtension;
beforeAll(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'dialsheet-browser-'));
  extensionDir = await buildLocalExtension(NOBODY);
  browser = await openExtension(extensionDir, profileDir);
});
afterAll(async () => {
  await browser.close();
  await rm(profileDir, { recursive: true, force: true });
});

declare global {
  interface Window {
    /** Written by `NOTE_FIRST`. */
    firstMark?: Element | null;
    askedOfStorage?: unknown[];
  }
}

/** Runs before the page's own scripts: notes the logo as parsed, and what was read from storage until Home appeared. */
const NOTE_FIRST = `{
  const get = chrome.storage.local.get.bind(chrome.storage.local);
  window.askedOfStorage = [];
  chrome.storage.local.get = (keys) => {
    if (document.querySelector('.home') === null) window.askedOfStorage.push(keys);
    return get(keys);
  };
  const look = () => (window.firstMark ??= document.querySelector('.shell-mark'));
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}`;

async function open(address: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.addInitScript(NOTE_FIRST);
  await page.goto(`${EXTENSION_ORIGIN}/${address}`);
  await page.locator('.home').waitFor();
  return page;
}

describe('the first paint', () => {
  it.each(['popup.html', 'sidepanel.html'])(
    'paints the mark of %s before any script, and it stays',
    async (address) => {
      const page = await open(address);

      const mark = await page.evaluate(async () => {
        const written = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
        const outlines = (root: ParentNode) =>
          [...root.querySelectorAll('.shell-mark, .shell-mark *')].map(({ attributes, tagName }) => ({
            tagName,
            attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
          }));
        const now = document.querySelector('.shell-mark');
        return {
          written: outlines(written),
          shown: outlines(document),
          said: [written.querySelector('#app')?.textContent.trim(), now?.textContent],
          stays: now === window.firstMark,
          roots: document.querySelectorAll('#app > .shell').length,
        };
      });

      expect(mark).toEqual({
        written: mark.shown,
        shown: mark.shown,
        said: ['Dialsheet', 'Dialsheet'],
        stays: true,
        roots: 1,
      });
      await page.close();
    },
  );

  it('asks storage once before Home is there, and the page for two scripts; what it paints first is styled in the page', async () => {
    const page = await open('popup.html');

    const asked = await page.evaluate(async () => {
      const written = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      return {
        storage: window.askedOfStorage,
        scripts: written.querySelectorAll('script').length,
        styles: [...written.querySelectorAll('style, link[rel="stylesheet"]')].map((each) =>
          each instanceof HTMLLinkElement ? each.media : each.localName,
        ),
        // Allowed by the digest in the manifest.
        applied: [...document.styleSheets].filter(({ ownerNode }) => ownerNode instanceof HTMLStyleElement).length,
      };
    });

    expect(asked).toEqual({
      storage: [['language', 'memory', 'settings']],
      scripts: 2,
      styles: ['style', 'not all'],
      applied: 1,
    });
    await page.close();
  });
});

describe('colours taken away', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.open('popup.html?surface=tab');
    await page.emulateMedia({ forcedColors: 'active' });
  });

  it.each([
    ['the screen one is on', '#/', '.shell-link'],
    ['the step one is on', '#/', '.steps-step'],
    ['the tab one is on', '#/campaigns', '.tab'],
    ['the kind that is chosen', '#/templates/new', '.kind'],
  ])('%s has an edge where the browser takes colours away, and only that', async (_what, hash, each) => {
    await moveTo(page, hash);
    await page.locator(each).first().waitFor();
    await page.locator('h1').first().focus();
    const edges = async () => {
      const seen = await page
        .locator(each)
        .evaluateAll((all) =>
          all.map((one) => [
            one.matches('[aria-current], :has(:checked)'),
            getComputedStyle(one).outlineStyle === 'solid' && one.closest(':focus-visible') === null,
          ]),
        );
      return {
        isAnyChosen: seen.some(([isChosen]) => isChosen === true),
        wrong: seen.filter(([isChosen, hasEdge]) => isChosen !== hasEdge),
      };
    };
    await expect.poll(edges).toEqual({ isAnyChosen: true, wrong: [] });
  });
});

describe('a screen that the browser cannot read', () => {
  it('says so in place of it, and leads on as soon as the browser can', async () => {
    const chunks = join(extensionDir, 'chunks');
    const screen = (await readdir(chunks)).find((name) => name.startsWith('history-screen-')) ?? 'no such file';
    await rename(join(chunks, screen), join(chunks, 'taken-away'));
    const page = await browser.open('popup.html?surface=tab');
    await moveTo(page, '#/imports');
    await page.getByRole('alert').getByText('The browser could not read a part of Dialsheet.').waitFor();
    await rename(join(chunks, 'taken-away'), join(chunks, screen));
    await page.getByRole('button', { name: 'Load this page again' }).click();
    await page.getByRole('heading', { name: 'All imports', exact: true }).waitFor();
    await page.close();
  });
});

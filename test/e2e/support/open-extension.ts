import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { findBrowser } from '../../local/find-browser.ts';
import { IN_THE_MORNING } from '../../local/stack/morning-zone.ts';
import { tellPagesOf } from './what-is-there.ts';

export interface OpenExtension {
  readonly context: BrowserContext;
  /** A page of the extension by its address: "popup.html", "options.html". */
  open(address: string, size?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** Only ends what hangs: on a busy machine a step takes several times as long. */
const PATIENCE_MS = 120_000;
const WIDE = { width: 1280, height: 900 };
/** There is no graphics card: one thread draws all there is to see. (Without a thread that puts it together nothing is drawn.) */
const DRAWN_CHEAPLY = [
  '--disable-gpu',
  '--disable-gpu-rasterization',
  '--disable-threaded-animation',
  '--num-raster-threads=1',
];

/** Chromium with the built extension loaded, on a profile of its own that outlives it when the test wants that. */
export async function openExtension(
  extensionDir: string,
  profileDir: string,
  timeZone: string = IN_THE_MORNING.TIME_ZONE,
): Promise<OpenExtension> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium was found. Install one, or set CHROMIUM_PATH.');
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    headless: false, // the old headless mode loads no extensions; --headless=new does
    acceptDownloads: true,
    timezoneId: timeZone, // where the account is
    viewport: WIDE, // so that hardly a page is drawn twice
    args: [
      '--headless=new',
      '--no-sandbox',
      ...DRAWN_CHEAPLY,
      '--hide-scrollbars',
      '--disable-background-networking',
      '--disable-component-update',
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
    ],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  tellPagesOf(context);
  // The id is fixed by the manifest's key: that the worker runs under it is half of what the Worker's CORS relies on.
  const isOurs = (worker: { url(): string }) => worker.url().startsWith(EXTENSION_ORIGIN);
  if (!context.serviceWorkers().some(isOurs)) await context.waitForEvent('serviceworker', { predicate: isOurs });
  return {
    context,
    async open(address, size = WIDE) {
      const page = await context.newPage();
      if (size !== WIDE) await page.setViewportSize(size);
      await page.goto(`${EXTENSION_ORIGIN}/${address}`);
      return page;
    },
    close: () => context.close(),
  };
}

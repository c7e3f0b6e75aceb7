import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { findFirefox } from '../local/find-browser.ts';
import { freePort } from '../local/stack/free-port.ts';
import { createFirefoxChrome } from './firefox-chrome.ts';
import { createFirefoxPage } from './firefox-page.ts';
import { EXTENSION_PAGES, writePreferences } from './firefox-profile.ts';
import { openMarionette } from './marionette.ts';
import { until } from './until.ts';

export type OpenFirefox = Awaited<ReturnType<typeof openFirefox>>;

const windowSchema = z.object({ handle: z.string() });
const handlesSchema = z.array(z.string());
const SIZE = ['--width', '1280', '--height', '900'];
const FAREWELL_MS = 10_000;

/** Debian's Firefox, headless, on a profile made by `makeProfile` that outlives it. */
export async function openFirefox(profile: string) {
  const port = await freePort();
  await writePreferences(profile, port);
  const executable = findFirefox();
  if (executable === null) throw new Error('No Firefox ESR was found. Install firefox-esr, or set FIREFOX_PATH.');
  const child = spawn(
    executable,
    ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile, ...SIZE],
    { stdio: 'ignore', env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', TZ: 'Asia/Kolkata' } },
  );
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const marionette = await openMarionette(port);
  const { send } = marionette;
  await send('WebDriver:NewSession', {
    strictFileInteractability: false,
    unhandledPromptBehavior: { beforeUnload: 'accept' },
  });
  const handles = async () => handlesSchema.parse(await send('WebDriver:GetWindowHandles'));
  const switchTo = (handle: string) => send('WebDriver:SwitchToWindow', { handle, focus: true });

  return {
    page: createFirefoxPage(marionette),
    chrome: createFirefoxChrome(marionette),
    /** A new tab at a page of the extension; the following steps are in it. */
    async open(address: string): Promise<void> {
      // The tab before it may have closed itself.
      const [any] = await handles();
      if (any !== undefined) await switchTo(any);
      const { handle } = windowSchema.parse(await send('WebDriver:NewWindow', { type: 'tab', focus: true }));
      await switchTo(handle);
      await send('WebDriver:Navigate', { url: `${EXTENSION_PAGES}/${address}` });
    },
    /** Does something that opens a tab, and goes on in that tab. */
    async followNewTab(doing: () => Promise<void>): Promise<void> {
      const before = await handles();
      await doing();
      await switchTo(await until('a new tab', async () => (await handles()).find((one) => !before.includes(one))));
    },
    async closeTab(): Promise<void> {
      const [first] = handlesSchema.parse(await send('WebDriver:CloseWindow'));
      if (first !== undefined) await switchTo(first);
    },
    /** As when it crashes: nothing of it gets to finish anything. */
    async kill(): Promise<void> {
      marionette.end();
      child.kill('SIGKILL');
      await gone;
    },
    async close(): Promise<void> {
      await Promise.race([send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {}), wait(FAREWELL_MS)]);
      await Promise.race([gone, wait(FAREWELL_MS)]);
      child.kill('SIGKILL');
      marionette.end();
    },
  };
}

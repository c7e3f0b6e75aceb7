import type { BrowserContext } from 'playwright-core';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';

/**
 * Ends the extension's service worker in the middle of whatever it does, as a browser does that needs the memory.
 * Resolves when it has ended. Nothing of the extension is open meanwhile but a picture, which wakes nobody.
 */
export async function endExtensionWorker(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${EXTENSION_ORIGIN}/icon/128.png`);
  const session = await context.newCDPSession(page);
  const ended = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await ended;
  await page.close();
}

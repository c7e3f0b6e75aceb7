import type { CDPSession, Page } from 'playwright-core';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Gives a page another size, and leaves its window as it is: Playwright's own way draws the whole browser anew around it,
 * which takes twice as long. It remembers only sizes of its own, so a page that is resized here is resized so to its end.
 */
export async function resizePage(page: Page, size: { width: number; height: number }): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const metrics = { ...size, deviceScaleFactor: 1, mobile: false };
  await (await session).send('Emulation.setDeviceMetricsOverride', metrics);
}

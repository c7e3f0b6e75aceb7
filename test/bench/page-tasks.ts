import type { Page } from 'playwright-core';

/** The browser tells of no shorter ones. */
export const LONG_TASK_MS = 50;

/** Tasks of a page that kept it from answering; the browser remembers the newest 200. */
export function createPageTasks(page: Page) {
  let since = 0;
  return {
    /** The longest since this was asked for last, in milliseconds; 0 where none was long. */
    async longest(): Promise<number> {
      const { longest, now } = await page.evaluate(async (from) => {
        const tasks: PerformanceEntry[] = [];
        const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
        observer.observe({ type: 'longtask', buffered: true });
        // Whatever has ended is told within two frames.
        for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        observer.disconnect();
        const after = tasks.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration);
        return { longest: Math.max(0, ...after), now: performance.now() };
      }, since);
      since = now;
      return longest;
    },
  };
}

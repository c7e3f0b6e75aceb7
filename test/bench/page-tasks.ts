import type { Page } from 'playwright-core';

/** The browser reports no shorter tasks. */
export const LONG_TASK_MS = 50;

/** Tasks of a page that kept it from answering; the browser remembers the newest 200. */
export function createPageTasks(page: Page) {
  let since = 0;
  return {
    /** The longest task since the last question, in milliseconds; 0 if none was long. */
    async longest(): Promise<number> {
      const { longest, now } = await page.evaluate(async (from) => {
        const tasks: PerformanceEntry[] = [];
        const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
        observer.observe({ type: 'longtask', buffered: true });
        // Every finished task is reported within two frames.
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

import type { BrowserContext } from 'playwright-core';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import type { FailureStory } from '../../local/parts/failure-story.ts';
import type { LocalStack } from '../../local/stack/local-stack.ts';

type Pages = FailureStory['pages'];

/** Of the test file that runs: the next one in the same process begins with none. */
const sources = new Set<() => Promise<Pages>>();
const logs: (() => string)[] = [];
const PATIENCE_MS = 5_000;

/** From now on a failure tells these pages too, until the answered function is called. */
export function tellPages(source: () => Promise<Pages>): () => void {
  sources.add(source);
  return () => sources.delete(source);
}

export function tellPagesOf(context: BrowserContext): void {
  const forget = tellPages(() =>
    Promise.all(
      context.pages().map(async (page) => ({
        address: page.url().replace(`${EXTENSION_ORIGIN}/`, ''),
        text: await page
          .locator('body')
          .innerText({ timeout: PATIENCE_MS })
          .catch(() => 'it could not be read'),
      })),
    ),
  );
  context.on('close', forget);
}

/** From now on a failure tells what this stack's Worker printed. */
export function tellLogOf({ worker }: LocalStack): void {
  logs.push(() => worker().log());
}

/** What a file opened it closes itself: the file after it tells nothing of it. */
export function forgetWhatIsThere(): void {
  sources.clear();
  logs.length = 0;
}

export async function whatIsThere(): Promise<Pick<FailureStory, 'pages' | 'log'>> {
  const pages = await Promise.all([...sources].map((source) => source().catch((): Pages => [])));
  return { pages: pages.flat().filter(({ text }) => text.trim() !== ''), log: logs.map((log) => log()).join('\n') };
}

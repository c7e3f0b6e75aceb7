import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Names the folder in which a failed browser test leaves its story; without it nobody collects them. */
export const STORIES_VARIABLE = 'DIALSHEET_FAILURE_STORIES';

const storySchema = z.object({
  test: z.string(),
  error: z.string(),
  pages: z.array(z.object({ address: z.string(), text: z.string() })),
  log: z.string(),
});

/** What was there when a browser test failed. */
export type FailureStory = z.infer<typeof storySchema>;

export async function leaveStory(story: FailureStory): Promise<void> {
  const folder = process.env[STORIES_VARIABLE];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${Date.now()}-${randomUUID()}.json`), JSON.stringify(story));
}

/** The oldest first: what failed first is often why others did. */
export async function storiesIn(folder: string): Promise<FailureStory[]> {
  const names = (await readdir(folder).catch((): string[] => [])).toSorted();
  return Promise.all(
    names.map(async (name) => storySchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
}

/** Continuous integration keeps the end of what is printed. */
const MOST_LINES = 40;
const MOST_STORIES = 8;
const LINE_CHARS = 180;
const MOST_LOG_LINES = 6;

/** The stories in so few lines that the end of a run's output holds them: of each the error, its pages, the Worker's last words. */
export function failureLines(stories: readonly FailureStory[]): string[] {
  const told = stories.slice(0, MOST_STORIES);
  const untold = stories.length - told.length;
  const more = untold === 0 ? [] : [`and ${untold} more`];
  const each = Math.floor((MOST_LINES - more.length) / Math.max(told.length, 1));
  return [...told.flatMap((story) => linesOf(story, each)), ...more];
}

function linesOf({ test, error, pages, log }: FailureStory, most: number): string[] {
  const lines = [`FAILED ${test}`.slice(0, LINE_CHARS), ...packed('  ', error).slice(0, 1)];
  const last = log.split('\n').filter((line) => line.trim() !== '');
  const logged = last.slice(-Math.min(MOST_LOG_LINES, Math.floor(most / 4)));
  const end = most - logged.length;
  for (const [at, { address, text }] of pages.entries()) {
    const share = Math.floor((end - lines.length) / (pages.length - at));
    lines.push(...packed(`  ${address}: `, text).slice(0, share));
  }
  return [...lines, ...logged.map((line) => `  Worker: ${line}`.slice(0, LINE_CHARS))];
}

/** Many short lines, as a page's text has them, in few long ones. */
function packed(before: string, text: string): string[] {
  const pieces = text
    .split('\n')
    .map((piece) => piece.replaceAll(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '');
  const whole = `${before}${pieces.join(' | ')}`;
  const indent = '    ';
  const lines = [whole.slice(0, LINE_CHARS)];
  for (let from = LINE_CHARS; from < whole.length; from += LINE_CHARS - indent.length)
    lines.push(indent + whole.slice(from, from + LINE_CHARS - indent.length));
  return lines;
}

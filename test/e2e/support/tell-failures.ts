import { stripVTControlCharacters } from 'node:util';
import { afterAll, afterEach } from 'vitest';
import { leaveStory } from '../../local/parts/failure-story.ts';
import { forgetWhatIsThere, whatIsThere } from './what-is-there.ts';

const LOG_CHARS = 4_000;

/** Prints all that is there, far above, and leaves it to be told once more at the end, in few lines. */
async function tell(test: string, error: string): Promise<void> {
  const { pages, log } = await whatIsThere();
  for (const { address, text } of pages) console.log(address, text);
  console.log(log.slice(-LOG_CHARS));
  await leaveStory({ test, error: stripVTControlCharacters(error), pages, log });
}

// Before the hooks of the file itself, which close what is told here: `sequence.hooks` says so.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tell(task.fullName, task.result.errors?.[0]?.message ?? '');
});

// No test fails of a file whose stage does not open.
// oxlint-disable-next-line no-empty-pattern -- Vitest takes only a pattern as the first argument, and the file is the second
afterAll(async ({}, file) => {
  const [error] = file.result?.errors ?? [];
  if (error !== undefined) await tell(file.fullName, error.message);
  forgetWhatIsThere();
});

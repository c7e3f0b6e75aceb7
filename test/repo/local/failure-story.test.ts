import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureLines, leaveStory, STORIES_VARIABLE, storiesIn } from '../../local/parts/failure-story.ts';

const STORY = {
  test: 'test/e2e/one.test.ts > says so',
  error: 'Timeout 120000ms exceeded.\nCall log:',
  pages: [
    { address: 'popup.html#/', text: 'Dialsheet\n\n  Imports \nMorning' },
    { address: 'options.html', text: 'Settings' },
  ],
  log: 'first\n\nsecond\n',
};
const LONG = { ...STORY, pages: [{ address: 'popup.html', text: 'word\n'.repeat(5_000) }], log: 'line\n'.repeat(100) };

afterEach(() => vi.unstubAllEnvs());

describe('failureLines', () => {
  it('tells the test, its error, its pages and the last words of the Worker', () => {
    expect(failureLines([STORY])).toEqual([
      'FAILED test/e2e/one.test.ts > says so',
      '  Timeout 120000ms exceeded. | Call log:',
      '  popup.html#/: Dialsheet | Imports | Morning',
      '  options.html: Settings',
      '  Worker: first',
      '  Worker: second',
    ]);
  });

  it('takes at most 40 lines of 180 characters, however much there is, most of them of the page', () => {
    const lines = failureLines([LONG]);
    expect([lines.length, Math.max(...lines.map((line) => line.length))]).toEqual([40, 180]);
    expect(lines.filter((line) => line.includes('Worker: ')).length).toBe(6);
  });

  it('shares them among all that failed, and counts those it has no room for', () => {
    expect(failureLines([LONG, LONG, LONG]).filter((line) => line.startsWith('FAILED'))).toHaveLength(3);
    const many = failureLines(Array.from({ length: 20 }, () => LONG));
    expect([many.length <= 40, many.at(-1)]).toEqual([true, 'and 12 more']);
    expect(failureLines([])).toEqual([]);
  });
});

describe('stories of failures', () => {
  it('are found where they were left, and left nowhere where nobody collects them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dialsheet-stories-'));
    vi.stubEnv(STORIES_VARIABLE, undefined);
    await leaveStory(STORY);
    vi.stubEnv(STORIES_VARIABLE, join(folder, 'stories'));
    await leaveStory(STORY);
    expect(await storiesIn(join(folder, 'stories'))).toEqual([STORY]);
    expect(await storiesIn(join(folder, 'none'))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

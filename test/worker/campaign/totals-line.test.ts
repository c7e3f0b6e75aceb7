import { describe, expect, it, vi } from 'vitest';
import { LINE_ANSWERED_MS, LINE_QUIET_MS } from '../../../shared/limits.ts';
import { createTotalsLine } from '../../../worker/campaign/totals-line.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const SOON = LINE_QUIET_MS - 1;

/** A campaign with its own clock, and everything that its import received over the line. */
function campaign(takesLines = true) {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const heard: string[] = [];
  const ends: WebSocket[] = [];
  let now = 0;
  const line = createTotalsLine({
    open: () => {
      if (!takesLines) return Promise.resolve(null);
      const { 0: ours, 1: theirs } = new WebSocketPair();
      theirs.accept();
      ours.accept();
      theirs.addEventListener('message', ({ data }) => {
        heard.push(String(data));
      });
      ends.push(theirs);
      return Promise.resolve(ours);
    },
    now: () => now,
    sleep: (ms) => new Promise<void>((resolve) => sleepers.push({ at: now + ms, wake: resolve })),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  async function goAhead(ms: number): Promise<void> {
    now += ms;
    for (const sleeper of sleepers.filter(({ at }) => at <= now)) {
      sleepers.splice(sleepers.indexOf(sleeper), 1);
      sleeper.wake();
    }
    await settle();
  }
  async function called(isWatched: boolean): Promise<void> {
    void line.answered(isWatched);
    await settle();
  }
  return { line, heard, ends, goAhead, called };
}

async function onTheLine() {
  const each = campaign();
  await each.called(true);
  await each.goAhead(SOON);
  await each.called(true);
  return each;
}

describe('the line from a campaign to its import', () => {
  it('is opened once totals are watched and told often, and takes them from then on', async () => {
    const { line, heard, ends, goAhead, called } = campaign();
    expect(line.say('none yet')).toBe(false);
    await called(true);
    expect([ends.length, line.say('none yet')]).toEqual([0, false]);
    await goAhead(SOON);
    await called(true);
    expect([line.say('one'), line.say('two')]).toEqual([true, true]);
    await vi.waitFor(() => expect([heard, ends.length]).toEqual([['one', 'two'], 1]), PATIENCE);
  });

  it('is not opened while nobody watches, nor for totals that are told rarely', async () => {
    const { line, ends, goAhead, called } = campaign();
    await called(false);
    await called(false);
    await goAhead(LINE_QUIET_MS);
    await called(true);
    await goAhead(LINE_QUIET_MS);
    await called(true);
    expect([ends.length, line.say('one')]).toEqual([0, false]);
  });

  it('gives way to a call every so often, which is answered, and goes on after it', async () => {
    const { line, goAhead, called } = await onTheLine();
    for (let rest = LINE_ANSWERED_MS; rest > 0; rest -= SOON) {
      expect(line.say('one')).toBe(true);
      await goAhead(Math.min(SOON, rest));
    }
    expect(line.say('unheard')).toBe(false);
    await called(true);
    expect(line.say('two')).toBe(true);
  });

  it('is closed when nobody watches any more, when it is quiet, and when the import hangs up', async () => {
    const unwatched = await onTheLine();
    await unwatched.called(false);
    expect(unwatched.line.say('one')).toBe(false);

    const quiet = await onTheLine();
    await quiet.goAhead(LINE_QUIET_MS);
    expect(quiet.line.say('one')).toBe(false);

    const hungUp = await onTheLine();
    hungUp.ends[0]?.close(1000);
    await vi.waitFor(() => expect(hungUp.line.say('one')).toBe(false), PATIENCE);
    await hungUp.called(true);
    expect(hungUp.line.say('two')).toBe(true);
  });

  it('is done without where the import takes none', async () => {
    const { line, goAhead, called } = campaign(false);
    await called(true);
    await goAhead(SOON);
    await called(true);
    expect(line.say('one')).toBe(false);
  });
});

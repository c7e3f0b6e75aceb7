import { describe, expect, it } from 'vitest';
import { LIVE_SILENCE_SECONDS } from '../../../../shared/extension-limits.ts';
import { IMPORT_STATES } from '../../../../shared/protocol/import.ts';
import type { Import } from '../../../../shared/protocol/import.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { ApiFault } from '../../../../extension/api/api-fault.ts';
import type { LiveHandlers } from '../../../../extension/api/open-live.ts';
import { createImportWatch } from '../../../../extension/screens/watch/create-import-watch.ts';
import { IMPORT_STATE_FACTS } from '../../../../extension/state/import-states.ts';
import { importView } from '../../support/wire.ts';

/** A watch whose clock, network and live feed the test controls. */
function setUp() {
  const timers: { ms: number; run: () => void }[] = [];
  const feeds: { handlers: LiveHandlers; closed: boolean }[] = [];
  let answer: Result<Import, ApiFault> = ok(importView());
  let asked = 0;
  let pressed: Result<Import, ApiFault> = ok(importView({ state: 'running' }));
  let silent = false;
  const watch = createImportWatch({
    async ask() {
      asked += 1;
      return silent ? new Promise<never>(() => {}) : answer;
    },
    steer: async () => pressed,
    openLive(handlers) {
      const feed = { handlers, closed: false };
      feeds.push(feed);
      return () => (feed.closed = true);
    },
    after(ms, run) {
      const timer = { ms, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    random: () => 0.5,
  });
  return {
    watch,
    timers,
    feeds,
    asked: () => asked,
    pressWith: (next: Result<Import, ApiFault>) => (pressed = next),
    fallSilent: () => (silent = true),
    answerWith: (next: Result<Import, ApiFault>) => (answer = next),
    /** Lets pending requests be answered. */
    settle: async () => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
    runTimers: (within = Infinity) => {
      const due = timers.filter(({ ms }) => ms <= within);
      for (const timer of due) timers.splice(timers.indexOf(timer), 1);
      for (const { run } of due) run();
    },
  };
}

const snapshot = (change: Partial<Import> = {}) => ({ type: 'snapshot', import: importView(change) }) as const;

const ACTIONS = ['pause', 'resume', 'stop'] as const;
/** The states in which each action is done, written out independently: a stop also ends a pause and a resume. */
const OVER: Readonly<Record<(typeof ACTIONS)[number], ReadonlySet<string>>> = {
  pause: new Set(['paused', 'stopping']),
  resume: new Set(['launching', 'running', 'stopping']),
  stop: new Set(['stopping']),
};

describe('createImportWatch', () => {
  it('shows what the live feed says, and stops asking', async () => {
    const { watch, feeds, settle, runTimers, asked } = setUp();
    watch.start();
    await settle();
    feeds[0]?.handlers.heard(snapshot({ name: 'Live' }));
    runTimers(5_000);
    await settle();

    expect([watch.feed.value, watch.view.value?.name, asked()]).toEqual(['live', 'Live', 1]);
  });

  it('asks at once and every five seconds while the feed is down, and says so', async () => {
    const { watch, feeds, timers, settle } = setUp();
    watch.start();
    feeds[0]?.handlers.heard(snapshot());
    feeds[0]?.handlers.closed();
    await settle();

    expect(watch.feed.value).toBe('polling');
    expect(timers.map(({ ms }) => ms).toSorted((left, right) => left - right)).toEqual([1_000, 5_000]);
  });

  it('tries the feed again, later each time, and never sooner than half a minute in the end', async () => {
    const { watch, feeds, timers, settle } = setUp();
    watch.start();
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      feeds.at(-1)?.handlers.closed();
      await settle();
      const retry = timers.findIndex(({ ms }) => ms !== 5_000);
      const [timer] = timers.splice(retry, 1);
      waits.push(timer?.ms ?? 0);
      timer?.run();
    }

    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('keeps what it knew when nothing can be reached', async () => {
    const { watch, feeds, settle, answerWith } = setUp();
    watch.start();
    await settle();
    feeds[0]?.handlers.heard(snapshot({ name: 'Known' }));
    answerWith(err({ code: 'unreachable' }));
    feeds[0]?.handlers.closed();
    await settle();

    expect([watch.feed.value, watch.view.value?.name, watch.fault.value]).toEqual([
      'lost',
      'Known',
      { code: 'unreachable' },
    ]);
  });

  it('never goes back to an answer older than what the feed has said', async () => {
    const { watch, feeds, settle } = setUp();
    watch.start();
    feeds[0]?.handlers.heard(snapshot({ name: 'Newer', asOf: '2026-11-22T03:09:00Z' }));
    feeds[0]?.handlers.closed();
    await settle();

    expect([watch.feed.value, watch.view.value?.name]).toEqual(['polling', 'Newer']);
  });

  it('asks when the feed has been silent for long, and believes it again on an answer', async () => {
    const { watch, feeds, timers, settle, answerWith, runTimers } = setUp();
    watch.start();
    await settle();
    runTimers();
    feeds[0]?.handlers.heard(snapshot({ asOf: '2026-11-22T03:09:00Z' }));
    const silence = timers.map(({ ms }) => ms);
    answerWith(ok(importView({ name: 'Asked', asOf: '2026-11-22T03:10:00Z' })));
    runTimers();
    await settle();

    expect([silence, watch.feed.value, watch.view.value?.name, feeds.length]).toEqual([
      [LIVE_SILENCE_SECONDS * 1000],
      'live',
      'Asked',
      1,
    ]);
    expect(timers.map(({ ms }) => ms)).toEqual([LIVE_SILENCE_SECONDS * 1000]);
  });

  it('takes a feed for cut when it is silent and nothing answers', async () => {
    const { watch, feeds, timers, settle, answerWith, runTimers } = setUp();
    watch.start();
    await settle();
    runTimers();
    feeds[0]?.handlers.heard(snapshot({ name: 'Known' }));
    answerWith(err({ code: 'unreachable' }));
    runTimers();
    await settle();

    expect([watch.feed.value, watch.view.value?.name, feeds[0]?.closed]).toEqual(['lost', 'Known', true]);
    expect(timers.map(({ ms }) => ms).toSorted((left, right) => left - right)).toEqual([1_000, 5_000]);
  });

  it('puts its doubt off with every word of the feed', async () => {
    const { watch, feeds, timers, settle, runTimers } = setUp();
    watch.start();
    await settle();
    runTimers();
    feeds[0]?.handlers.heard(snapshot());
    feeds[0]?.handlers.heard(snapshot());

    expect(timers.map(({ ms }) => ms)).toEqual([LIVE_SILENCE_SECONDS * 1000]);
  });

  it('rests once nothing can change any more', async () => {
    const { watch, feeds, timers, settle, answerWith } = setUp();
    answerWith(ok(importView({ state: 'finished' })));
    watch.start();
    await settle();
    feeds[0]?.handlers.closed();
    await settle();

    expect(timers).toEqual([]);
  });

  it.each([
    ['by the feed: it was deleted', 'deleted'],
    ['by an answer, which says nothing of why', 'notHere'],
  ] as const)('knows that the import is gone, %s', async (_how, gone) => {
    const { watch, feeds, timers, settle, answerWith } = setUp();
    const refusal = { code: 'refused', status: 404, reason: 'import_not_found', message: '', details: null } as const;
    if (gone === 'notHere') answerWith(err(refusal));
    watch.start();
    await settle();
    if (gone === 'deleted') feeds[0]?.handlers.heard({ type: 'deleted' });

    expect([watch.gone.value, timers, feeds[0]?.closed]).toEqual([gone, [], true]);
  });

  it('leaves nothing running when the screen is left', async () => {
    const { watch, feeds, timers, settle } = setUp();
    watch.start();
    await settle();
    watch.stop();

    expect([timers, feeds[0]?.closed]).toEqual([[], true]);
  });

  it('says that a pause is under way until it shows', async () => {
    const { watch, feeds } = setUp();
    watch.start();
    await watch.steer('pause');
    const before = watch.pending.value;
    feeds[0]?.handlers.heard(snapshot({ state: 'paused' }));

    expect([before, watch.pending.value]).toEqual(['pause', null]);
  });

  it('is not live after half a minute in which nothing answers, whoever is asked', async () => {
    const { watch, feeds, settle, runTimers, fallSilent } = setUp();
    watch.start();
    feeds[0]?.handlers.heard(snapshot());
    await settle();
    fallSilent();
    runTimers(LIVE_SILENCE_SECONDS * 1000);
    await settle();
    expect(watch.feed.value).toBe('live');
    runTimers(LIVE_SILENCE_SECONDS * 1000);
    expect(watch.feed.value).not.toBe('live');
    expect(2 * LIVE_SILENCE_SECONDS).toBeLessThan(45);
  });

  it('says that a press failed until it is over: heard again, happened, or pressed again', async () => {
    const { watch, feeds, settle, pressWith, answerWith } = setUp();
    watch.start();
    const heard = (change: Partial<Import>) => feeds.at(-1)?.handlers.heard(snapshot(change));
    heard({});
    await settle();
    answerWith(err({ code: 'timed_out' }));
    pressWith(err({ code: 'timed_out' }));
    await watch.steer('pause');
    await settle();
    expect([watch.failed.value, watch.feed.value]).toEqual([{ action: 'pause', fault: { code: 'timed_out' } }, 'lost']);
    heard({});
    expect([watch.failed.value, watch.feed.value]).toEqual([null, 'live']);

    const refused = { code: 'refused', status: 409, reason: 'not_running', message: '', details: null } as const;
    pressWith(err(refused));
    await watch.steer('pause');
    heard({});
    expect(watch.failed.value).toEqual({ action: 'pause', fault: refused });
    heard({ state: 'paused' });
    expect(watch.failed.value).toBeNull();
  });

  it.each(IMPORT_STATES.flatMap((state) => ACTIONS.map((action) => [action, state] as const)))(
    'says of a %s that failed so while the import is %s, unless that is what was asked for, or more',
    async (action, state) => {
      const { watch, feeds, pressWith } = setUp();
      watch.start();
      feeds[0]?.handlers.heard(snapshot({}));
      pressWith(err({ code: 'refused', status: 409, reason: 'x', message: '', details: null }));
      await watch.steer(action);
      feeds[0]?.handlers.heard(snapshot({ state }));
      const isOver = IMPORT_STATE_FACTS[state].settled || OVER[action].has(state);
      expect(watch.failed.value === null).toBe(isOver);
    },
  );
});

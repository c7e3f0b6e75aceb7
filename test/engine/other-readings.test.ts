import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { createEngineWorld, type WorldOptions } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';
import type { Way } from './world/world-template.ts';
import type { SettingsChange } from '../exotel/control/settings.ts';
import type { ExotelClient } from '../../worker/exotel/client.ts';

const NO_RATE = { retryAfterMs: null, remaining: null, resetMs: null };
/** The stand-in's key for the count of a list. */
const COUNTS = ['contact_count'];
const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };

/** Refuses a page of calls longer than this; the stand-in would cut it. */
function refusingPagesOver(largest: number, asked: number[]) {
  return (client: ExotelClient): ExotelClient => ({
    request: (method, path, body) => {
      const limit = path.includes('-details') ? Number(new URLSearchParams(path.split('?')[1]).get('limit')) : 0;
      if (limit > 0) asked.push(limit);
      if (limit <= largest) return client.request(method, path, body);
      const description = `limit: maximum is ${largest}`;
      const error = { code: 'refused' as const, status: 400, exotelCode: 1002, description };
      return Promise.resolve({ result: err(error), rate: NO_RATE });
    },
  });
}

/** Begins every page at the beginning, whatever its offset; without totals if `isUncounted`. */
function beginningAnew(isUncounted: boolean, asked: string[]) {
  return (client: ExotelClient): ExotelClient => ({
    request: async (method, path, body) => {
      if (path.includes('-details')) asked.push(path);
      const { result, rate } = await client.request(method, path.replace(/offset=\d+/, 'offset=0'), body);
      return { result: result.ok && isUncounted ? ok({ ...result.value, total: null }) : result, rate };
    },
  });
}

/** Sets all counts of `metadata` to 0, as in Exotel's sample of a single campaign. */
function countingNothing(client: ExotelClient): ExotelClient {
  return {
    request: async (method, path, body) => {
      const { result, rate } = await client.request(method, path, body);
      return { result: result.ok ? ok({ ...result.value, total: 0 }) : result, rate };
    },
  };
}

/** Answers every nth reading with a request to wait for two seconds. */
function throttlingEach(nth: number) {
  let readings = 0;
  return (client: ExotelClient): ExotelClient => ({
    request: (method, path, body) => {
      readings += method === 'GET' ? 1 : 0;
      if (method !== 'GET' || readings % nth !== 0) return client.request(method, path, body);
      const error = { code: 'throttled' as const, retryAfterMs: 2_000 };
      return Promise.resolve({ result: err(error), rate: { ...NO_RATE, retryAfterMs: 2_000 } });
    },
  });
}

/** Removes these keys from answers about uploads and lists. */
function leavingOut(keys: readonly string[]) {
  return (client: ExotelClient): ExotelClient => ({
    request: async (method, path, body) => {
      const { result, rate } = await client.request(method, path, body);
      if (!result.ok || !/^\/(?:csv-status|lists)\//.test(path)) return { result, rate };
      const items = result.value.items.map(({ data, summary }) => {
        const told = Object.entries(data).filter(([key]) => !keys.includes(key));
        return { data: Object.fromEntries(told), summary };
      });
      return { result: ok({ items, total: keys.includes('total') ? null : result.value.total }), rate };
    },
  });
}

interface Run {
  readonly wrongs: readonly unknown[];
  /** From the launch to the end. */
  readonly seconds: number;
}

async function runWith(
  wire: NonNullable<WorldOptions['wire']>,
  way: Way = 'inline',
  settings: SettingsChange = {},
): Promise<Run> {
  const world = await createEngineWorld({ way, campaigns: 2, contactsEach: 150, exotel: { mix: MIX, settings }, wire });
  try {
    const from = world.time.now();
    await world.runUntil(() => world.rows().every((row) => row.closed));
    return { wrongs: [world.state(), ...wrongsOf(world)], seconds: (world.time.now() - from) / 1000 };
  } finally {
    await world.close();
  }
}

async function wrongsWith(...given: Parameters<typeof runWith>): Promise<readonly unknown[]> {
  return (await runWith(...given)).wrongs;
}

describe('where Exotel’s pages leave two readings, an import is launched once and accounted for', () => {
  it('also when every second reading is throttled, and hardly later', async () => {
    const plain = await runWith((client) => client);
    const throttled = await runWith(throttlingEach(2));
    expect([plain.wrongs, throttled.wrongs]).toEqual([['finished'], ['finished']]);
    expect(throttled.seconds - plain.seconds).toBeLessThan(60);
  });

  it.each([
    ['counted', false, 60],
    ['not counted', true, 300],
  ])('also when pages of calls have no end, because no offset is heeded (%s)', async (_, isUncounted, most) => {
    for (const way of ['inline', 'sms'] as const) {
      const asked: string[] = [];
      const wire = beginningAnew(isUncounted, asked);
      expect([way, ...(await wrongsWith(wire, way, { maxCallsPage: 1_000 }))]).toEqual([way, 'finished']);
      expect(asked.length).toBeLessThan(most);
    }
  });

  it.each([
    [100, [500, 100]],
    [50, [500, 100, 20]],
  ])('also when a page of more than %i calls is refused rather than cut', async (largest, sizes) => {
    const asked: number[] = [];
    expect(await wrongsWith(refusingPagesOver(largest, asked))).toEqual(['finished']);
    expect([...new Set(asked)]).toEqual(sizes);
  });

  it.each([[['stats']], [['stats', ...COUNTS]], [['stats', ...COUNTS, 'total']]])(
    'also when of lists it does not say %j',
    async (keys) => {
      for (const way of ['static', 'dynamic', 'sms'] as const) {
        expect([way, ...(await wrongsWith(leavingOut(keys), way))]).toEqual([way, 'finished']);
      }
    },
  );

  it('also when every page says that there are 0 in all', async () => {
    expect(await wrongsWith(countingNothing)).toEqual(['finished']);
  });
});

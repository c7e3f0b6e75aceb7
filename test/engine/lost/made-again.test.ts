import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { createEngineWorld, type EngineWorld } from '../world/engine-world.ts';
import { wrongsOf } from '../world/judge-run.ts';
import { sliceOf } from '../slice-of.ts';
import { isCampaignPage } from '../world/spoil-answers.ts';
import type { AnswerItem } from '../../../worker/exotel/answer.ts';
import type { ExotelClient, ExotelExchange } from '../../../worker/exotel/client.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
const RATE = { retryAfterMs: null, remaining: null, resetMs: null };

type Wire = (client: ExotelClient, isOdd: () => boolean) => ExotelClient;

/** Changes what pages of campaigns answer. */
function paging(by: (exchange: ExotelExchange) => ExotelExchange): Wire {
  return (client, isOdd) => ({
    request: async (method, path, body) => {
      const exchange = await client.request(method, path, body);
      return method === 'GET' && isCampaignPage(method, path) && isOdd() ? by(exchange) : exchange;
    },
  });
}

function showing(by: (items: readonly AnswerItem[]) => readonly AnswerItem[]): Wire {
  return paging(({ result, rate }) => ({
    result: result.ok ? ok({ ...result.value, items: by(result.value.items) }) : result,
    rate,
  }));
}

/** Asks for the first item only, whatever page was asked for. */
const firstOnly: Wire = (client, isOdd) => ({
  request: (method, path, body) => {
    const isMeant = method === 'GET' && isCampaignPage(method, path) && isOdd();
    const asked = path.replace(/offset=\d+/, 'offset=0').replace(/limit=\d+/, 'limit=1');
    return client.request(method, isMeant ? asked : path, body);
  },
});

const emptyPages = showing(() => []);

/** What Exotel's list is like from the second create on, so that it does not show what the first one made. */
const LISTS: Readonly<Record<string, Wire>> = {
  'its first item on every page': firstOnly,
  'an error': paging(() => ({
    result: { ok: false, error: { code: 'in_doubt', reason: 'server_error', status: 503 } },
    rate: RATE,
  })),
  'an empty page with a count': emptyPages,
  'items that cannot be read': showing((items) => items.map(() => ({ data: {}, summary: null }))),
};

const isClosed = (world: EngineWorld) => world.rows().every((row) => row.closed);
const isMadeAgain = (world: EngineWorld) => world.rows().some(({ attempts, sid }) => attempts > 1 && sid !== null);

/** Whether the first create reached Exotel. Its answer is lost either way. */
type Lost = 'drop_after' | 'drop_before';

/** A campaign was made again, and Exotel's list hides for `oddSeconds` what the first create made. */
async function playOf(way: 'inline' | 'sms', lost: Lost, list: Wire, oddSeconds: number): Promise<EngineWorld> {
  let isOdd = () => false;
  const world = await createEngineWorld({
    way,
    campaigns: 2,
    contactsEach: 60,
    exotel: { mix: MIX, settings: { listLagMs: 300_000 } },
    wire: (client) => list(client, () => isOdd()),
  });
  world.exotel.control.addFaults({ operation: way === 'sms' ? 'sms_create' : 'create', kind: lost, count: 1 });
  await world.runUntil(() => isMadeAgain(world));
  const until = world.time.now() + oddSeconds * 1000;
  isOdd = () => world.time.now() < until;
  return world;
}

/** A second campaign that cannot be deleted any more is stopped before it calls. */
const wrongsIn = (world: EngineWorld) =>
  wrongsOf(world)
    .filter((wrong) => !wrong.endsWith('is in two campaigns'))
    .slice(0, 3);

const sidMadeAgain = (world: EngineWorld) => world.rows().find(({ attempts }) => attempts > 1)?.sid;

function callsOf(world: EngineWorld, sid: string | null | undefined): number {
  const { dials, messages } = world.exotel.control.ledger();
  return [...dials, ...messages].filter((each) => each.sid === sid).length;
}

describe.each(['inline', 'sms'] as const)('a campaign made again, whose first create is listed late (%s)', (way) => {
  describe.each(Object.entries(LISTS))('while Exotel lists %s', (name, list) => {
    // Every change plays one of them, each list another.
    const place = Object.keys(LISTS).indexOf(name) + (way === 'sms' ? 1 : 0);
    it.each(sliceOf([600, 1_200, 7_200], 3, place))(
      'calls nobody twice, and goes on by itself after %i s',
      async (seconds) => {
        const world = await playOf(way, 'drop_after', list, seconds);
        try {
          await world.runUntil(() => isClosed(world));
          expect([world.state(), ...wrongsIn(world)]).toEqual(['finished']);
        } finally {
          await world.close();
        }
      },
    );
  });
});

/** Both campaigns could call for longer than that. */
const ODD_SECONDS = 1_500;

describe.each(['inline', 'sms'] as const)('a campaign made again that waits for a whole list (%s)', (way) => {
  it.each(['drop_after', 'drop_before'] as const)('calls nobody, even if a person resumes it (%s)', async (lost) => {
    const world = await playOf(way, lost, emptyPages, ODD_SECONDS);
    try {
      const until = world.time.now() + (ODD_SECONDS - 60) * 1000;
      await world.runUntil(() => world.told().includes('maybe_twice'));
      const sid = sidMadeAgain(world);
      world.steer('run');
      await world.runUntil(() => world.time.now() >= until, until);
      expect([sid === null, callsOf(world, sid)]).toEqual([false, 0]);
      await world.runUntil(() => isClosed(world));
      expect([world.state(), ...wrongsIn(world)]).toEqual(['finished']);
    } finally {
      await world.close();
    }
  });

  it('stays paused once it is proven to be alone, if a person paused it meanwhile', async () => {
    const world = await playOf(way, 'drop_before', emptyPages, ODD_SECONDS);
    try {
      const until = world.time.now() + (ODD_SECONDS + 300) * 1000;
      await world.runUntil(() => world.told().includes('maybe_twice'));
      const sid = sidMadeAgain(world);
      world.steer('pause');
      await world.runUntil(() => world.time.now() >= until, until);
      expect([world.state(), world.told(), callsOf(world, sid)]).toEqual(['paused', ['looked_for'], 0]);
      world.steer('run');
      await world.runUntil(() => isClosed(world));
      expect([world.state(), callsOf(world, sid) > 0, ...wrongsIn(world)]).toEqual(['finished', true]);
    } finally {
      await world.close();
    }
  });

  it.each(['drop_after', 'drop_before'] as const)('is stopped without calling anybody (%s)', async (lost) => {
    const world = await playOf(way, lost, emptyPages, ODD_SECONDS);
    try {
      await world.runUntil(() => world.told().includes('maybe_twice'));
      const sid = sidMadeAgain(world);
      world.steer('stop');
      await world.runToTheEnd();
      expect([world.state(), callsOf(world, sid), ...wrongsIn(world)]).toEqual(['stopped', 0]);
    } finally {
      await world.close();
    }
  });
});

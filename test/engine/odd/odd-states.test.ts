import { describe, expect, it } from 'vitest';
import { createEngineWorld, type EngineWorld } from '../world/engine-world.ts';
import { wrongsOf } from '../world/judge-run.ts';
import { sliceOf } from '../slice-of.ts';
import { ODD_WIRES } from '../world/odd-wires.ts';
import { changeData, spoilAnswers } from '../world/spoil-answers.ts';
import type { Way } from '../world/world-template.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };

/** Every state that Exotel gives for a campaign is replaced by an unknown word, or by none. */
function saying(status: string | null) {
  return spoilAnswers(
    (_method, path) => /^\/(?:message-)?campaigns(?:[?/]|$)/.test(path) && !path.includes('-details'),
    (answer) => changeData(answer, ({ status: real }) => (real === undefined ? {} : { status })),
  );
}

const STATES = ['Bananas', null];

describe.each(['inline', 'sms'] as const)('a campaign whose state Exotel calls by a word nobody knows (%s)', (way) => {
  // Every change plays one of them, each way another.
  it.each(sliceOf(STATES, 2, way === 'sms' ? 1 : 0))(
    'comes to its end all the same, everybody accounted for (%s)',
    async (status) => {
      const wire = saying(status);
      const world = await createEngineWorld({ way, campaigns: 2, contactsEach: 150, exotel: { mix: MIX }, wire });
      try {
        await world.runUntil(() => world.rows().every(({ state }) => state === 'in_progress'));
        expect(world.told()).toEqual([]);
        await world.runUntil(() => world.rows().every(({ closed }) => closed));
        expect([world.state(), ...wrongsOf(world).slice(0, 3)]).toEqual(['finished']);
      } finally {
        await world.close();
      }
    },
  );
});

const pages = ODD_WIRES['a page of states that nobody knows'];

/** Two campaigns whose creates are lost so many times, listed ten minutes late, on pages that tell no state. */
async function losing(count: number, way: Way): Promise<EngineWorld> {
  const world = await createEngineWorld({
    way,
    lists: 1,
    campaigns: 2,
    contactsEach: 60,
    exotel: { mix: MIX, settings: { listLagMs: 600_000 } },
    wire: (client) => pages?.(client, () => true) ?? client,
  });
  world.exotel.control.addFaults({ operation: way === 'sms' ? 'sms_create' : 'create', kind: 'drop_after', count });
  return world;
}

describe.each(['inline', 'sms'] as const)('creates that were thought lost, in a state nobody knows (%s)', (way) => {
  it('are all silenced but one, and nothing is asked of them again', async () => {
    const world = await losing(4, way);
    try {
      await world.runUntil(() => world.rows().every(({ closed }) => closed));
      const actions = world.exotel.control.ledger().requests.filter(({ method }) => method === 'PUT');
      expect([world.state(), ...wrongsOf(world).filter((wrong) => !wrong.endsWith('is in two campaigns'))]).toEqual([
        'finished',
      ]);
      expect(actions.length).toBeLessThanOrEqual(8);
    } finally {
      await world.close();
    }
  });
});

const WAYS: readonly Way[] = ['inline', 'dynamic', 'sms'];

describe.each(sliceOf(WAYS, 2))('a stop while no page tells a state (%s)', (way) => {
  it('asks for the state of a campaign that refuses to be silenced, and ends with what rang', async () => {
    const world = await losing(3, way);
    try {
      const stopAt = world.time.now() + 400_000;
      await world.runUntil(() => world.time.now() >= stopAt, stopAt);
      world.steer('stop');
      await world.runToTheEnd();
      const wrongs = wrongsOf(world).filter((wrong) => !/ is in two campaigns$|^lists hold/.test(wrong));
      const asked = world.exotel.control.ledger().requests.length;
      expect([world.state(), wrongs.slice(0, 3), asked < 300]).toEqual(['stopped', [], true]);
    } finally {
      await world.close();
    }
  });
});

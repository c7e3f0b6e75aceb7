import { describe, expect, it } from 'vitest';
import { createEngineWorld, type EngineWorld } from '../world/engine-world.ts';
import { wrongsOf } from '../world/judge-run.ts';
import { changeData, isDetailPage, spoilAnswers } from '../world/spoil-answers.ts';
import type { ExotelAnswer } from '../../../worker/exotel/answer.ts';
import type { Way } from '../world/world-template.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };

type Spoil = (answer: ExotelAnswer, nth: number, path: string) => ExotelAnswer;

/** Ways to spoil pages of calls. In the end every call is shown, although no single page is correct. */
const PAGES: Readonly<Record<string, Spoil>> = {
  'every second one empty': (answer, nth) => (nth % 2 === 0 ? { ...answer, items: [] } : answer),
  'two of three empty, the first of all excepted': (answer, nth, path) =>
    !path.includes('offset=0') && nth % 3 !== 0 ? { ...answer, items: [] } : answer,
  'each without some of its calls, another time without others': (answer, nth) => ({
    ...answer,
    items: answer.items.filter((_, place) => (place + nth) % 10 !== 0),
  }),
  'with calls that stand there twice': (answer) => ({
    ...answer,
    items: [...answer.items, ...answer.items.slice(0, 50)],
  }),
  'in the other order': (answer) => ({ ...answer, items: answer.items.toReversed() }),
  'without a count': (answer) => ({ ...answer, total: null }),
  'with numbers as digits, lengths as texts, and more than we know': (answer) =>
    changeData(answer, ({ number, duration }) => ({
      number: Number(String(number).replaceAll(/\D/g, '')),
      duration: String(duration),
      more: { of: ['it'] },
    })),
};

const isClosed = (world: EngineWorld) => world.rows().every(({ closed }) => closed);

async function play(way: Way, spoil: Spoil, stops: boolean): Promise<string[]> {
  const wire = spoilAnswers(isDetailPage, spoil);
  const world = await createEngineWorld({ way, campaigns: 2, contactsEach: 150, exotel: { mix: MIX }, wire });
  try {
    if (stops) {
      await world.runUntil(() => world.rows().some(({ state }) => state === 'in_progress'));
      const at = world.time.now() + 70_000;
      await world.runUntil(() => world.time.now() >= at, at);
      world.steer('stop');
    }
    await world.runUntil(() => isClosed(world));
    return [world.state(), ...wrongsOf(world).slice(0, 3)];
  } finally {
    await world.close();
  }
}

describe.each(['inline', 'sms'] as const)('of calls told in pages (%s)', (way) => {
  it.each(Object.entries(PAGES))('none is lost with pages %s', async (_, spoil) => {
    expect(await play(way, spoil, false)).toEqual(['finished']);
    expect(await play(way, spoil, true)).toEqual(['stopped']);
  });

  it('those that no page ever shows are not waited for without end', async () => {
    const short: Spoil = (answer) => ({ ...answer, total: answer.total === null ? null : answer.total + 1 });
    expect(await play(way, short, false)).toEqual(['finished']);
  });
});

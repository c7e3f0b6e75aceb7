import { describe, expect, it } from 'vitest';
import { createEngineWorld, type WorldOptions } from '../world/engine-world.ts';
import { wrongsOf } from '../world/judge-run.ts';
import { changeData, isCampaignPage, isListPage, spoilAnswers } from '../world/spoil-answers.ts';
import type { ExotelAnswer } from '../../../worker/exotel/answer.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
/** Longer than three proofs that nothing is there take, and longer than a campaign that is made again waits. */
const FOR_MINUTES = 40;

type Spoil = (answer: ExotelAnswer) => ExotelAnswer;

/** Ways in which a page may hide a campaign or list that exists. */
const PAGES: Readonly<Record<string, Spoil>> = {
  'empty, though it counts some': (answer) => ({ ...answer, items: [] }),
  'of things without any name': (answer) => changeData(answer, () => ({ name: null })),
  'of things without an id': (answer) => ({ ...answer, items: answer.items.map(() => ({ data: {}, summary: null })) }),
};

/** Ways in which Exotel may change a name that it keeps. */
const NAMES: Readonly<Record<string, (name: string) => string>> = {
  'with a space behind it': (name) => `${name} `,
  'without spaces': (name) => name.replaceAll(' ', ''),
  'with its words replaced': (name) => name.replace('Diwali leads', '????'),
};

interface Lost {
  readonly way: NonNullable<WorldOptions['way']>;
  readonly operation: 'create' | 'sms_create' | 'csv_upload';
}

const LOST: readonly Lost[] = [
  { way: 'inline', operation: 'create' },
  { way: 'sms', operation: 'sms_create' },
  { way: 'static', operation: 'csv_upload' },
  { way: 'dynamic', operation: 'csv_upload' },
];

/** Plays an import whose first create or upload is carried out without an answer. Answers what was wrong, and the end. */
async function play({ way, operation }: Lost, wire: (minutes: () => number) => WorldOptions['wire']) {
  let minutes = () => 0;
  const wired = wire(() => minutes());
  const world = await createEngineWorld({
    way,
    campaigns: 2,
    contactsEach: 100,
    exotel: { mix: MIX },
    ...(wired !== undefined && { wire: wired }),
  });
  const from = world.time.now();
  minutes = () => (world.time.now() - from) / 60_000;
  try {
    world.exotel.control.addFaults({ operation, kind: 'drop_after', count: 1 });
    await world.runUntil(() => world.rows().every((row) => row.closed));
    return [world.state(), ...wrongsOf(world).slice(0, 3)];
  } finally {
    await world.close();
  }
}

describe.each(LOST)('a look-up after the answer to $operation was lost ($way)', (lost) => {
  it.each(Object.entries(PAGES))('proves nothing by a page %s', async (_, spoil) => {
    const wire = (minutes: () => number) =>
      spoilAnswers(
        (method, path) => isCampaignPage(method, path) || isListPage(method, path),
        (answer) => (minutes() < FOR_MINUTES ? spoil(answer) : answer),
      );
    expect(await play(lost, wire)).toEqual(['finished']);
  });

  it.each(Object.entries(NAMES))('finds what was made under a name kept %s', async (_, kept) => {
    const wire = () =>
      spoilAnswers(
        () => true,
        (answer) =>
          changeData(answer, ({ name, list }) => ({
            ...(typeof name === 'string' && { name: kept(name) }),
            ...(isNamed(list) && { list: { ...list, name: kept(list.name) } }),
          })),
      );
    expect(await play(lost, wire)).toEqual(['finished']);
  });
});

describe('a campaign that every page shows twice', () => {
  it.each([0, 45, 150, 400])('is not its own duplicate, listed %i s late after several lost answers', async (lag) => {
    for (const stops of [false, true]) {
      const exotel = { mix: MIX, settings: { listLagMs: lag * 1000 } };
      const twice = (answer: ExotelAnswer) => ({ ...answer, items: answer.items.flatMap((item) => [item, item]) });
      const wire = spoilAnswers(isCampaignPage, twice);
      const world = await createEngineWorld({ campaigns: 2, contactsEach: 100, exotel, wire });
      try {
        world.exotel.control.addFaults({ operation: 'create', kind: 'drop_after', count: 6 });
        const by = world.time.now() + 100_000;
        await world.runUntil(() => world.time.now() >= by, by);
        if (stops) world.steer('stop');
        await world.runToTheEnd();
        expect([world.state(), ...wrongsOf(world).slice(0, 3)]).toEqual([stops ? 'stopped' : 'finished']);
      } finally {
        await world.close();
      }
    }
  });
});

function isNamed(value: unknown): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

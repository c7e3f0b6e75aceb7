import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { errorEnvelopeSchema } from '../../shared/protocol/error-envelope.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import { IN_THE_MORNING } from '../local/stack/morning-zone.ts';
import { createPersistentClient, type PersistentClient } from './persistent-client.ts';
import { createRandomBetween } from './seeded-random.ts';

/** Every change runs a slice of this; `npm run test:claims` runs all of it. */
const LAUNCHES = Number(process.env['CLAIM_LAUNCHES'] ?? 4);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 32);
/** Pressed in the same instant. */
const PAIRS_A_ROUND = 4;
/** Everything launched is followed to its end, so a Worker has at most this many. */
const PAIRS_A_STACK = 20;
const KILLS_A_ROUND = 2;
const PEOPLE = 30;
/** About what a launch takes here. */
const LAUNCH_MS = 400;
const LOOK_MS = 100;

const between = createRandomBetween(seed);
let stack: LocalStack;
beforeEach(async () => {
  stack = await startStack({
    exotel: { seed, skipIdle: false },
    requestsPerMinute: 3_000,
    vars: { ...IN_THE_MORNING, EXOTEL_TIMEOUT_SECONDS: '2' },
  });
});
afterEach(async () => {
  await stack.stop();
});

/** Two files that name some of the same people, often all; each number occurs in one pair only. */
interface Pair {
  readonly files: readonly { readonly id: string; readonly numbers: readonly string[] }[];
}

function makePair(index: number): Pair {
  const apart = Math.max(0, between(-10, PEOPLE - 1));
  const numbersFrom = (from: number): string[] =>
    Array.from({ length: PEOPLE }, (_, person) => `+91${9_810_000_001 + index * 1_000 + from + person}`);
  return {
    files: [
      { id: `pair${index}-one`, numbers: numbersFrom(0) },
      { id: `pair${index}-two`, numbers: numbersFrom(apart) },
    ],
  };
}

function fileOf(numbers: readonly string[]): string {
  return ['Name,Mobile', ...numbers.map((number, row) => `Person ${row},${number}`), ''].join('\n');
}

/** Whether anything was launched. It is no failure if others took the people meanwhile. */
async function isLaunched(answer: Response, id: string): Promise<boolean> {
  if (answer.ok) return true;
  const { error } = errorEnvelopeSchema.parse(await answer.json());
  if (error.code === 'launched_before' || error.code === 'nothing_to_call') return false;
  throw new Error(`${id}: ${answer.status} ${error.code}`);
}

/** Like a person: told that fewer are left now, they press Start for those. */
async function pressStart(client: PersistentClient, id: string): Promise<boolean> {
  for (;;) {
    const { rows, plan } = await client.get(id);
    const seen = { contacts: rows.accepted, campaigns: plan?.campaigns ?? 0 };
    const path = `/api/imports/${id}/launch`;
    const answer = await client.answer(path, () => JSON.stringify({ expect: seen }), 'application/json');
    const told = errorEnvelopeSchema.safeParse(await answer.clone().json());
    if (told.data?.error.code !== 'plan_changed') return isLaunched(answer, id);
    if ((await client.get(id)).rows.accepted === 0) return false;
  }
}

/** Like a script: one request, which takes everybody who is left. */
async function sendAndStart(client: PersistentClient, id: string, query: string, csv: string): Promise<boolean> {
  return isLaunched(await client.answer(`/api/imports?${query}&launch=true`, () => csv, 'text/csv'), id);
}

/** Kills while anybody still waits for an answer. */
async function killWhile(isWaiting: () => boolean): Promise<void> {
  for (let kills = 0; kills < KILLS_A_ROUND && isWaiting(); kills += 1) {
    await wait(between(0, LAUNCH_MS));
    await stack.killWorker();
    await stack.restartWorker();
  }
}

/** What a round of launches comes to. */
interface Played {
  /** Number of people named by any of its files, each once. */
  readonly people: number;
  readonly launched: readonly string[];
}

async function playRound(client: PersistentClient, round: number, templateId: string): Promise<Played> {
  const pairs = Array.from({ length: PAIRS_A_ROUND }, (_, i) => makePair(round * PAIRS_A_ROUND + i));
  const sides = pairs.flatMap(({ files }) =>
    files.map(({ id, numbers }) => ({ id, csv: fileOf(numbers), query: `template=${templateId}&id=${id}` })),
  );
  const isScript = between(0, 1) === 1;
  if (!isScript) for (const { query, csv } of sides) await client.post(`/api/imports?${query}`, () => csv, 'text/csv');
  let isWaiting = true;
  const presses = Promise.all(
    sides.map(({ id, query, csv }) => (isScript ? sendAndStart(client, id, query, csv) : pressStart(client, id))),
  ).finally(() => {
    isWaiting = false;
  });
  const [begun] = await Promise.all([presses, killWhile(() => isWaiting)]);
  return {
    people: new Set(pairs.flatMap(({ files }) => files.flatMap(({ numbers }) => numbers))).size,
    launched: sides.filter((_, at) => begun[at] === true).map(({ id }) => id),
  };
}

/** At Exotel. */
async function untilMade(client: PersistentClient, id: string): Promise<string> {
  for (;;) {
    const { state } = await client.get(id);
    if (state !== 'launching') return state;
    await wait(LOOK_MS);
  }
}

describe(`two launches of overlapping people in one instant, and kills, seed ${seed}`, () => {
  it.each(Array.from({ length: Math.ceil(LAUNCHES / PAIRS_A_STACK) }, (_, batch) => batch))(
    'puts no number into both, and leaves nobody out (%i)',
    { timeout: 600_000 },
    async () => {
      onTestFailed(() => console.error(`CRASH_SEED=${seed}\n${stack.worker().log().slice(-6_000)}`));
      stack.exotel.control.addFaults({ operation: 'create', kind: 'slow', delayMs: 300, share: 1 });
      const { id: templateId } = await ensureTemplate(stack.api);
      const client = createPersistentClient(stack.workerUrl, stack.token);
      const rounds: Played[] = [];
      for (let round = 0; round * PAIRS_A_ROUND < Math.min(LAUNCHES, PAIRS_A_STACK); round += 1)
        rounds.push(await playRound(client, round, templateId));
      for (const id of rounds.flatMap(({ launched }) => launched)) expect(await untilMade(client, id)).toBe('running');

      const judge = stack.exotel.control.summary();
      expect(judge.numbersInSeveralCampaigns).toEqual([]);
      expect(judge.counts.numbers).toBe(rounds.reduce((sum, { people }) => sum + people, 0));
    },
  );
});

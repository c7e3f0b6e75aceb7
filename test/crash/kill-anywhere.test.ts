import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { sumOutcomes } from '../../shared/protocol/outcomes.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import { compareResults } from './compare-results.ts';
import { PHASES, startActor, type Actor, type Part } from './import-actor.ts';
import { createPersistentClient } from './persistent-client.ts';
import { createRandomBetween } from './seeded-random.ts';

/** A slice of it belongs to every change; `npm run test:crash` is the whole. */
const KILLS = Number(process.env['CRASH_KILLS'] ?? 6);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 32);
/** What a kill costs: the restart, and the time it is let run. */
const KILL_MS = 15_000;
const ROUND_MS = 400_000;
const ROWS = { accepted: 5_050, duplicate: 2_000, invalid: 2_000, blank: 500 };
const SPEED = 400;
/** After this many in one round the Worker is left alone to finish it. */
const KILLS_A_ROUND = 30;
/** With so many kills every phase has been met. */
const EVERY_PHASE_KILLS = 60;
/** The short phases are aimed at: while somebody is in one, kills come sooner. */
const LONG_PHASES = new Set<string>(['running', 'finishing', 'waiting']);

const ROUNDS: readonly (readonly Pick<Part, 'oneShot' | 'ending'>[])[] = [
  [
    { oneShot: false, ending: 'stop while calling' },
    { oneShot: true, ending: 'pause and finish' },
  ],
  [
    { oneShot: true, ending: 'stop before calling' },
    { oneShot: false, ending: 'pause and finish' },
    { oneShot: false, ending: 'finish' },
  ],
  [
    { oneShot: true, ending: 'stop while calling' },
    { oneShot: false, ending: 'stop before calling' },
    { oneShot: true, ending: 'finish' },
  ],
];

const between = createRandomBetween(seed);
let stack: LocalStack;
beforeEach(async () => {
  stack = await startStack({
    openCaps: true,
    // Without blocked numbers: those leave no call to read back, so of a lost callback nothing would remain.
    exotel: { seed, skipIdle: false, mix: { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 } },
    vars: { EXOTEL_TIMEOUT_SECONDS: '2' },
  });
});
afterEach(async () => {
  await stack.stop();
});

/** How often a kill met somebody in each phase. */
type Met = Map<string, number>;

/** A random moment; sooner when somebody is in a phase that no kill has met yet. */
async function pickMoment(phases: () => readonly string[], met: Met): Promise<void> {
  const isShort = phases().some((phase) => !LONG_PHASES.has(phase));
  let at = Date.now() + (isShort ? between(20, 700) : between(100, 2_500));
  const soon = between(0, 200);
  for (let isAimed = false; Date.now() < at; await wait(10)) {
    if (isAimed || phases().every((phase) => met.has(phase))) continue;
    isAimed = true;
    at = Math.min(at, Date.now() + soon);
  }
}

/** Kills until the quota is spent or everybody is done; answers how often. */
async function killWhile(actors: readonly Actor[], most: number, met: Met): Promise<number> {
  let kills = 0;
  const phases = () => actors.map(({ phase }) => phase()).filter((phase) => phase !== 'done');
  for (; kills < most && phases().length > 0; kills += 1) {
    await pickMoment(phases, met);
    for (const phase of new Set(phases())) met.set(phase, (met.get(phase) ?? 0) + 1);
    await stack.killWorker();
    await stack.restartWorker();
  }
  return kills;
}

async function playRound(round: number, most: number, met: Met): Promise<number> {
  const { control } = stack.exotel;
  control.reset({ speed: 1 });
  await control.setClock({ skipIdle: false });
  // Long enough that many a kill finds something done at Exotel and its answer on the way.
  for (const operation of ['create', 'action', 'delete'] as const)
    control.addFaults({ operation, kind: 'slow', delayMs: 300, share: 1 });
  control.setCallbackFaults({ lose: 0.8, duplicate: 0.1, reorder: 0.1 });
  const template = await ensureTemplate(stack.api);
  const client = createPersistentClient(stack.workerUrl, stack.token);
  const stoppedAt = new Map<string, number>();
  const actors = (ROUNDS[round % ROUNDS.length] ?? []).map((plot, index) => {
    const file = makeContactFile({ ...ROWS, seed: round * 10 + index + 1 }).bytes();
    const part = { ...plot, file, id: `round${round}-${index}`, templateId: template.id };
    return startActor(client, part, (id) => stoppedAt.set(id, Date.parse(control.clock().now)));
  });
  const killing = killWhile(actors, most, met);
  await Promise.all(actors.map(({ settled }) => settled));
  await control.setClock({ speed: SPEED, skipIdle: true });
  const views = await Promise.all(actors.map(({ done }) => done));
  const kills = await killing;

  const judge = control.summary();
  expect(judge.numbersInSeveralCampaigns).toEqual([]);
  expect(judge.numbersDialledBySeveralCampaigns).toEqual([]);
  expect(judge.counts.dialsOutsideWindow).toBe(0);
  const { dials } = control.ledger();
  for (const view of views) {
    expect(sumOutcomes(view.contacts)).toBe(ROWS.accepted);
    expect(await compareResults(stack.api, control, view.id)).toEqual({ lines: ROWS.accepted, different: [] });
    const sids = new Set(view.campaigns.map(({ sid }) => sid));
    const stopped = stoppedAt.get(view.id) ?? Number.POSITIVE_INFINITY;
    expect(dials.filter(({ sid, at }) => sids.has(sid) && Date.parse(at) > stopped)).toEqual([]);
  }
  return kills;
}

describe(`a Worker killed wherever it is, seed ${seed}`, () => {
  it(
    `launches once, loses nobody and stops for good over ${KILLS} kills`,
    { timeout: KILLS * KILL_MS + ROUND_MS },
    async () => {
      onTestFailed(() => console.error(`CRASH_SEED=${seed}\n${stack.worker().log().slice(-6_000)}`));
      const met: Met = new Map();
      let kills = 0;
      for (let round = 0; kills < KILLS; round += 1) {
        const from = performance.now();
        kills += await playRound(round, Math.min(KILLS - kills, KILLS_A_ROUND), met);
        if (KILLS > KILLS_A_ROUND)
          console.log(
            `round ${round}: ${kills} kills, ${Math.round((performance.now() - from) / 1000)} s`,
            Object.fromEntries(met),
          );
      }
      if (KILLS >= EVERY_PHASE_KILLS) expect(PHASES.filter((phase) => !met.has(phase))).toEqual([]);
    },
  );
});

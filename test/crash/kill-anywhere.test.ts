import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { sumOutcomes } from '../../shared/protocol/outcomes.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import { IN_THE_MORNING } from '../local/stack/morning-zone.ts';
import { findLeft } from './bytes-left.ts';
import { compareResults } from './compare-results.ts';
import { PHASES, startActor, type Actor, type Part } from './import-actor.ts';
import { createPersistentClient } from './persistent-client.ts';
import { ROUNDS, SHORT_ROUND, type Plot } from './plots.ts';
import { createRandomBetween } from './seeded-random.ts';

/** Every change runs a slice of this, the same each time; `npm run test:crash` runs all of it. */
const KILLS = Number(process.env['CRASH_KILLS'] ?? 5);
const IS_SLICE = process.env['CRASH_KILLS'] === undefined;
const seed = Number(process.env['CRASH_SEED'] ?? (IS_SLICE ? 20_261_129 : Date.now() % 2 ** 32));
/** What a kill costs: the restart, and the time it is let run. */
const KILL_MS = 30_000;
const ROUND_MS = 400_000;
const A_DAY_MS = 86_400_000;
/** Two campaigns; one in the slice. */
const ROWS = { accepted: IS_SLICE ? 300 : 5_050, duplicate: 2_000, invalid: 2_000, blank: 500 };
const SPEED = 400;
/** After this many kills in one round the Worker is left to finish it. */
const KILLS_A_ROUND = 30;
/** With this many kills, every phase must have been met. */
const EVERY_PHASE_KILLS = 60;
const LONG_PHASES = new Set<string>(['running', 'finishing', 'waiting']);
/** Short phases: whenever somebody enters one, the kill is aimed at it. */
const AIMED_PHASES = new Set<string>(['erasing', 'opening again']);
const CALLS_NOBODY = new Set(['completed', 'failed', 'canceled', 'archived', 'deleted', 'paused']);
const WINDOW = { opens: 9, closes: 21 };

const between = createRandomBetween(seed);
let stack: LocalStack;
let stateDir: string;
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'dialsheet-killed-'));
  stack = await startStack({
    stateDir,
    openCaps: true,
    // Without blocked numbers: those leave no call to read back, so a lost callback would leave no trace.
    exotel: { seed, skipIdle: false, mix: { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 } },
    vars: { ...IN_THE_MORNING, EXOTEL_TIMEOUT_SECONDS: '2' },
  });
});
afterEach(async () => {
  await stack.stop();
  await rm(stateDir, { recursive: true, force: true });
});

/** How often a kill met somebody in each phase. */
type Met = Map<string, number>;

/**
 * A random moment; sooner if somebody is in a phase that no kill has met yet, or one that is aimed at, and later after
 * each kill that found no progress: otherwise nobody would get further on a slow machine.
 */
async function pickMoment(phases: () => readonly string[], met: Met, stuck: number): Promise<void> {
  const isShort = phases().some((phase) => !LONG_PHASES.has(phase));
  let at = Date.now() + (isShort ? between(20, 700) : between(100, 2_500)) * (1 + stuck);
  const soon = between(0, 200);
  const isTarget = (phase: string) => AIMED_PHASES.has(phase) || !met.has(phase);
  // When every phase has to be met, a short one is met at once.
  const isMetAtOnce = (phase: string) => KILLS >= EVERY_PHASE_KILLS && !met.has(phase);
  for (let isAimed = stuck > 0; Date.now() < at; await wait(10)) {
    if (phases().some(isMetAtOnce)) return;
    if (isAimed || !phases().some(isTarget)) continue;
    isAimed = true;
    at = Math.min(at, Date.now() + soon);
  }
}

/** Kills until the quota is spent or everybody is done; answers how often. */
async function killWhile(actors: readonly Actor[], most: number, met: Met): Promise<number> {
  let kills = 0;
  const phases = () => actors.map(({ phase }) => phase()).filter((phase) => phase !== 'done');
  let [stuck, before] = [0, ''];
  for (; kills < most && phases().length > 0; kills += 1) {
    stuck = phases().join() === before ? stuck + 1 : 0;
    before = phases().join();
    await pickMoment(phases, met, stuck);
    for (const phase of new Set(phases())) met.set(phase, (met.get(phase) ?? 0) + 1);
    await stack.killWorker();
    await stack.restartWorker();
  }
  return kills;
}

const clockHour = new Intl.DateTimeFormat('en', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: IN_THE_MORNING.TIME_ZONE,
});

function isOutsideWindow(at: string): boolean {
  const hour = Number(clockHour.format(Date.parse(at)));
  return hour < WINDOW.opens || hour >= WINDOW.closes;
}

async function playRound(round: number, plots: readonly Plot[], most: number, met: Met): Promise<number> {
  const { control } = stack.exotel;
  control.reset({ speed: 1 });
  await control.setClock({ skipIdle: false });
  // So slow that many kills find something done at Exotel while its answer is still on its way.
  for (const operation of ['create', 'action', 'delete'] as const)
    control.addFaults({ operation, kind: 'slow', delayMs: 300, share: 1 });
  control.setCallbackFaults({ lose: 0.8, duplicate: 0.1, reorder: 0.1 });
  const template = await ensureTemplate(stack.api);
  const client = createPersistentClient(stack.workerUrl, stack.token);
  const stoppedAt = new Map<string, number>();
  const parts: Part[] = [];
  const actors = plots.map(({ after, ...plot }, index) => {
    const fileOf = (seedOfFile: number) => makeContactFile({ ...ROWS, seed: seedOfFile }).bytes();
    const file = fileOf(round * 10 + index + 1);
    const earlier = after === undefined ? {} : { earlier: { was: after, file: fileOf(round * 10 + index + 6) } };
    const part: Part = { ...plot, ...earlier, file, id: `round${round}-${index}`, templateId: template.id };
    parts.push(part);
    return startActor(client, part, {
      stopped: (id) => stoppedAt.set(id, Date.parse(control.clock().now)),
      mayCall: ({ id, campaigns }) => {
        const known = new Set(campaigns.map(({ sid }) => sid));
        const own = control.ledger().creates.filter(({ name }) => name.includes(`#${id}-`));
        return own.some(({ sid, status }) => !CALLS_NOBODY.has(status) || (!known.has(sid) && status !== 'deleted'));
      },
    });
  });
  onTestFailed(() => console.error(`round ${round}:`, ...actors.map(({ id, phase }) => `${id} ${phase()}`)));
  const killing = killWhile(actors, most, met);
  await Promise.all(actors.map(({ settled }) => settled));
  await control.setClock({ speed: SPEED, skipIdle: true });
  const last = await Promise.all(actors.map(({ done }) => done));
  const views = last.filter((view) => view !== null);
  const kills = await killing;
  // Whatever is still to be called anywhere at Exotel is called now.
  await control.setClock({ skipTo: new Date(Date.parse(control.clock().now) + A_DAY_MS).toISOString() });

  const judge = control.summary();
  expect(judge.numbersInSeveralCampaigns).toEqual([]);
  expect(judge.numbersDialledBySeveralCampaigns).toEqual([]);
  const { dials } = control.ledger();
  expect(dials.filter(({ at }) => isOutsideWindow(at))).toEqual([]);
  // Nobody calls the people of an earlier life of an id.
  const livingSids = new Set(views.flatMap(({ campaigns }) => campaigns.map(({ sid }) => sid)));
  expect(dials.filter(({ sid }) => !livingSids.has(sid))).toEqual([]);
  for (const view of views) {
    expect(sumOutcomes(view.contacts)).toBe(ROWS.accepted);
    // For a create that is still looked for, nobody yet says that its people were not called.
    if (view.state !== 'stopping')
      expect(await compareResults(stack.api, control, view.id)).toEqual({ lines: ROWS.accepted, different: [] });
    const sids = new Set(view.campaigns.map(({ sid }) => sid));
    const stopped = stoppedAt.get(view.id) ?? Number.POSITIVE_INFINITY;
    expect(dials.filter(({ sid, at }) => sids.has(sid) && Date.parse(at) > stopped)).toEqual([]);
  }
  for (const [index, { id }] of actors.entries())
    if (last[index] === null) expect((await client.look(id)).status).toBe(404);

  await stack.killWorker();
  const ended = parts.filter((_, index) => actors[index]?.isEarlierKept() === false);
  const erased = ended.flatMap(({ earlier }) => earlier?.file ?? []);
  expect(await findLeft(stateDir, erased)).toEqual([]);
  // What lives is found in this way.
  const living = ended.filter(({ ending }) => ending !== 'stay erased').map(({ file }) => file);
  expect(await findLeft(stateDir, living)).not.toEqual([]);
  await stack.restartWorker();
  return kills;
}

describe(`a Worker killed wherever it is, seed ${seed}`, () => {
  it(
    `launches once, loses nobody, stops and erases for good over ${KILLS} kills`,
    { timeout: KILLS * KILL_MS + ROUND_MS },
    async () => {
      onTestFailed(() => console.error(`CRASH_SEED=${seed}\n${stack.worker().log().slice(-6_000)}`));
      const met: Met = new Map();
      let kills = 0;
      for (let round = 0; kills < KILLS; round += 1) {
        const from = performance.now();
        const plots = IS_SLICE ? SHORT_ROUND : (ROUNDS[round % ROUNDS.length] ?? []);
        kills += await playRound(round, plots, Math.min(KILLS - kills, KILLS_A_ROUND), met);
        if (!IS_SLICE)
          console.log(
            `round ${round}: ${kills} kills, ${Math.round((performance.now() - from) / 1000)} s`,
            Object.fromEntries(met),
          );
      }
      if (KILLS >= EVERY_PHASE_KILLS) expect(PHASES.filter((phase) => !met.has(phase))).toEqual([]);
    },
  );
});

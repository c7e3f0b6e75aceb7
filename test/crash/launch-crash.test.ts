import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { MAX_NUMBERS_PER_CAMPAIGN } from '../../shared/limits.ts';
import { importSchema, type Import } from '../../shared/protocol/import.ts';
import { noOutcomes, sumOutcomes } from '../../shared/protocol/outcomes.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { followImport } from '../local/stack/follow-import.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import { compareResults } from './compare-results.ts';
import { createRandomBetween } from './seeded-random.ts';

/** Every change launches a third of this; `npm run test:crash` all of it. */
const SIZE =
  process.env['CRASH_KILLS'] === undefined
    ? { campaigns: 4, killsWhileLaunching: 4, killsWhileCalling: 1 }
    : { campaigns: 12, killsWhileLaunching: 6, killsWhileCalling: 2 };
const FILE = { accepted: SIZE.campaigns * MAX_NUMBERS_PER_CAMPAIGN, duplicate: 20, invalid: 20, blank: 1 };
/** Long enough that about every third kill finds a campaign made at Exotel and its answer on the way. */
const SLOW_CREATE = { operation: 'create', kind: 'slow', delayMs: 400, share: 1 } as const;
const SPEED = 20_000;
/** Most callbacks are lost: what they would have told is read back, and the test stays short. */
const LOST_CALLBACKS = 0.97;
const FINISH_MS = 200_000;

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 32);
const between = createRandomBetween(seed);

let stack: LocalStack;
beforeEach(async () => {
  stack = await startStack({
    openCaps: true,
    // Without blocked numbers: those leave no call to read back, so of a lost callback nothing would remain.
    exotel: { skipIdle: false, seed, mix: { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 } },
    vars: { EXOTEL_TIMEOUT_SECONDS: '2' },
  });
});
afterEach(async () => {
  await stack.stop();
});

async function launch(): Promise<Import> {
  const template = await ensureTemplate(stack.api);
  const query = new URLSearchParams({ template: template.id, name: 'Crash', launch: 'true' });
  return stack.api.post(`/api/imports?${query}`, makeContactFile(FILE).bytes(), importSchema);
}

async function killAndRestart(id: string): Promise<Import> {
  await wait(between(20, 600));
  await stack.killWorker();
  await stack.restartWorker();
  return stack.api.get(`/api/imports/${id}`, importSchema);
}

function untilState(id: string, until: (view: Import) => boolean): Promise<Import> {
  return followImport({ workerUrl: stack.workerUrl, token: stack.token, importId: id, until, timeoutMs: FINISH_MS });
}

describe(`a Worker killed at random moments, seed ${seed}`, () => {
  it('launches every campaign exactly once, loses no contact and counts every outcome', async () => {
    onTestFailed(() => console.error(`CRASH_SEED=${seed}\n${stack.worker().log().slice(-6_000)}`));
    stack.exotel.control.addFaults(
      // The last campaign waits for the last kill: a machine that is slow to kill would find the launch over.
      { operation: 'create', kind: 'throttled', skip: SIZE.campaigns - 1, share: 1 },
      SLOW_CREATE,
    );

    let view = await launch();
    expect(view.campaigns).toHaveLength(SIZE.campaigns);
    let kills = 0;
    while (kills < SIZE.killsWhileLaunching && view.state === 'launching') {
      view = await killAndRestart(view.id);
      kills += 1;
    }
    expect(kills).toBe(SIZE.killsWhileLaunching);
    stack.exotel.control.clearFaults();
    stack.exotel.control.addFaults(SLOW_CREATE);
    stack.exotel.control.setCallbackFaults({ lose: LOST_CALLBACKS });

    view = await untilState(view.id, ({ state }) => state !== 'launching');
    expect(view.state).toBe('running');
    const made = stack.exotel.control.summary();
    expect(made.numbersInSeveralCampaigns).toEqual([]);
    expect(made.counts.numbers).toBe(FILE.accepted);

    await stack.exotel.control.setClock({ speed: SPEED, skipIdle: true });
    for (kills = 0; kills < SIZE.killsWhileCalling; kills += 1) view = await killAndRestart(view.id);
    view = await untilState(view.id, ({ state }) => state !== 'running');

    const judge = stack.exotel.control.summary();
    expect(view.state).toBe('finished');
    expect(view.attention).toEqual([]);
    expect(judge.numbersInSeveralCampaigns).toEqual([]);
    expect(judge.numbersDialledBySeveralCampaigns).toEqual([]);
    expect(judge.counts).toMatchObject({ numbers: FILE.accepted, dialsOutsideWindow: 0 });
    expect(sumOutcomes(view.contacts)).toBe(FILE.accepted);
    const { pending, ...outcomes } = judge.outcomes;
    expect(pending).toBe(0);
    expect(view.contacts).toEqual({ ...noOutcomes(), ...outcomes });
    expect(await compareResults(stack.api, stack.exotel.control, view.id)).toEqual({
      lines: FILE.accepted,
      different: [],
    });
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { z } from 'zod';
import { importSchema, type Import } from '../../shared/protocol/import.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { followImport } from '../local/stack/follow-import.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import { createSayer } from './say-progress.ts';
import { createRandomBetween } from './seeded-random.ts';
import { sendStorm } from './send-storm.ts';
import { makeStorm, type Storm } from './storm-letters.ts';

/** Every change runs a slice of this; `npm run test:storm` runs all of it. */
const CALLBACKS = Number(process.env['STORM_CALLBACKS'] ?? 3_000);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 32);
const CONTACTS = 50_000;
const CAMPAIGNS = 10;
/** No assertion depends on time: the test gives up only when nothing moved for this long. */
const STILL_MS = 300_000;
const STACK_WITHIN_MS = 600_000;
const WITHIN_MS = 1_800_000 + CALLBACKS * 120;

let stack: LocalStack;
beforeEach(async () => {
  // The stand-in calls nobody: its clock is before every `send_at`, and all callbacks come from the storm.
  stack = await startStack({ openCaps: true, exotel: { seed, skipIdle: false } });
}, STACK_WITHIN_MS);
afterEach(async () => {
  await stack.stop();
});

async function launch(): Promise<Import> {
  const template = await ensureTemplate(stack.api);
  const query = new URLSearchParams({ template: template.id, name: 'Storm', launch: 'true' });
  const bytes = makeContactFile({ accepted: CONTACTS }).bytes();
  const { id } = await stack.api.post(`/api/imports?${query}`, bytes, importSchema);
  const { workerUrl, token } = stack;
  const until = (view: Import) => view.state === 'running';
  return followImport({ workerUrl, token, importId: id, until, timeoutMs: STILL_MS });
}

/** How often each mark is among the callbacks that were kept. */
async function keptMarks(id: string): Promise<Map<number, number>> {
  const line = z.object({ body: z.object({ mark: z.int() }) });
  const kept = new Map<number, number>();
  for (const text of (await stack.api.text(`/api/imports/${id}/callbacks`)).split('\n').filter((each) => each !== '')) {
    const { mark } = line.parse(JSON.parse(text)).body;
    kept.set(mark, (kept.get(mark) ?? 0) + 1);
  }
  return kept;
}

/** Results that differ from what the storm said. */
async function wrongResults(id: string, { outcomes }: Storm): Promise<string[]> {
  const row = z.object({ number: z.string(), outcome: z.string(), attempts: z.number() });
  const lines = (await stack.api.text(`/api/imports/${id}/results.ndjson`)).split('\n').filter((each) => each !== '');
  return lines.flatMap((each) => {
    const { number, outcome, attempts } = row.parse(JSON.parse(each));
    const told = outcomes.get(number);
    const right = told === undefined ? outcome === 'queued' : outcome === told && attempts === 2;
    return right ? [] : [`${number}: ${outcome} after ${attempts}, told ${told ?? 'nothing'}`];
  });
}

describe(`a storm of ${CALLBACKS} callbacks, seed ${seed}`, () => {
  it(
    'loses none that was acknowledged and counts each once, killed in the middle',
    { timeout: WITHIN_MS },
    async () => {
      onTestFailed(() => console.error(`CRASH_SEED=${seed}\n${stack.worker().log().slice(-6_000)}`));
      const { say, sent: saySent } = createSayer('storm', { size: CALLBACKS, seed });
      const { id, campaigns } = await launch();
      say('launched');
      expect(campaigns).toHaveLength(CAMPAIGNS);
      const storm = makeStorm(stack.exotel.control, CALLBACKS, createRandomBetween(seed));
      const middle = Math.floor(storm.letters.length / 2);
      let down: Promise<number> = Promise.resolve(0);
      const from = performance.now();
      let allSentAt = from;
      const onSent = (sent: number) => {
        saySent(sent);
        allSentAt = performance.now();
        if (sent === middle) down = killAndRestart();
      };
      const deliveries = await sendStorm(storm.letters, onSent, () => down);
      const downMs = await down;

      const kept = await keptMarks(id);
      const acknowledged = [...deliveries.values()].reduce((sum, each) => sum + each.acknowledged, 0);
      const perSecond = Math.round(acknowledged / ((allSentAt - from - downMs) / 1000));
      console.log(
        `storm: ${acknowledged} acknowledged of ${storm.letters.length}, ${perSecond} a second while up, ${Math.round(downMs)} ms down`,
      );
      const lost = [...deliveries].filter(([mark, { acknowledged: taken }]) => (kept.get(mark) ?? 0) < taken);
      const invented = [...kept].filter(([mark, count]) => count > (deliveries.get(mark)?.tried ?? 0));
      expect({ lost, invented }).toEqual({ lost: [], invented: [] });
      // Three tries last longer than a restart, so everything arrived, and the totals are those of the whole storm.
      expect([...deliveries.values()].filter(({ acknowledged: taken }) => taken === 0)).toEqual([]);
      expect(await settled(id, storm)).toEqual(totalsOf(storm));
      expect(await wrongResults(id, storm)).toEqual([]);
    },
  );
});

/** Answers for how many milliseconds the Worker was away. */
async function killAndRestart(): Promise<number> {
  const from = performance.now();
  await stack.killWorker();
  await stack.restartWorker();
  return performance.now() - from;
}

function totalsOf({ outcomes }: Storm) {
  const ends = [...outcomes.values()];
  const completed = ends.filter((end) => end === 'completed').length;
  return { queued: CONTACTS - ends.length, completed, no_answer: ends.length - completed };
}

/** Totals reach the import a moment after the last callback. */
async function settled(id: string, storm: Storm): Promise<ReturnType<typeof totalsOf>> {
  const wanted = JSON.stringify(totalsOf(storm));
  let seen = '';
  let giveUpAt = Number.POSITIVE_INFINITY;
  for (;;) {
    const { contacts } = await stack.api.get(`/api/imports/${id}`, importSchema);
    const { queued, completed, no_answer } = contacts;
    const totals = { queued, completed, no_answer };
    const now = JSON.stringify(totals);
    if (now !== seen) giveUpAt = Date.now() + STILL_MS;
    seen = now;
    if (now === wanted || Date.now() > giveUpAt) return totals;
    await wait(200);
  }
}

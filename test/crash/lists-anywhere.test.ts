import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { importSchema, type Import } from '../../shared/protocol/import.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { followImport } from '../local/stack/follow-import.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import { isLookingOn } from './import-actor.ts';
import { createRandomBetween } from './seeded-random.ts';

/**
 * Every change runs a slice of this; `npm run test:lists` runs all of it: 600,000 contacts with the same text, 700,000
 * with one each.
 */
const STATIC = Number(process.env['LISTS_STATIC'] ?? 41_000);
const DYNAMIC = Number(process.env['LISTS_DYNAMIC'] ?? 61_000);
const KILLS = Number(process.env['LISTS_KILLS'] ?? 2);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 32);
const between = createRandomBetween(seed);

/** What a kill costs, and the launch without any. */
const KILL_MS = 15_000;
const ROUND_MS = 400_000;
/** Long enough that many a kill finds an upload taken and its answer on the way. */
const SLOW_MS = 400;
const CALLS_PER_MINUTE = 200;
const GREETING = {
  channel: 'voice',
  callerId: '08088919888',
  flow: { kind: 'greeting', text: 'Dear customer, your renewal is due.' },
};
const PERSONAL = {
  ...GREETING,
  flow: { kind: 'greeting', text: 'Dear @@Name, your plan @@Plan is due on @@Due date.' },
};

let stack: LocalStack;
beforeEach(async () => {
  stack = await startStack({
    openCaps: true,
    exotel: { skipIdle: false, seed, speed: 1, settings: { callsPerMinute: CALLS_PER_MINUTE, csvProcessingMs: 1_500 } },
    requestsPerMinute: 600,
    vars: { EXOTEL_TIMEOUT_SECONDS: '2', CALLS_PER_MINUTE: String(CALLS_PER_MINUTE) },
  });
  // Nobody is called in this test, and callbacks are tested elsewhere.
  stack.exotel.control.setCallbackFaults({ lose: 1 });
  const { control } = stack.exotel;
  control.addFaults({ operation: 'csv_upload', kind: 'drop_after', share: 0.08 });
  for (const operation of ['csv_upload', 'create', 'list_delete'] as const)
    control.addFaults({ operation, kind: 'slow', delayMs: SLOW_MS, share: 1 });
});
afterEach(async () => {
  await stack.stop();
});

async function launch(template: object, contacts: number): Promise<Import> {
  const { api } = stack;
  const { id: templateId } = await api.post('/api/templates', { name: 'Renewals', ...template }, templateSchema);
  const query = new URLSearchParams({ template: templateId, name: 'Lists' });
  const file = makeContactFile({ accepted: contacts, duplicate: 500, invalid: 300, blank: 20, seed }).bytes();
  const { id } = await api.post(`/api/imports?${query}`, file, importSchema);
  const { plan } = await api.post(`/api/imports/${id}/check`, { delivery: 'lists' }, importSchema);
  const expected = { contacts, campaigns: plan?.campaigns ?? 0 };
  return api.post(`/api/imports/${id}/launch`, { expect: expected }, importSchema);
}

/** Kills until the quota is spent or every campaign is made; answers how often. */
async function killWhileLaunching(id: string): Promise<number> {
  let kills = 0;
  for (; kills < KILLS; kills += 1) {
    await wait(between(50, Math.max(200, 1_500 - KILLS * 20)));
    await stack.killWorker();
    await stack.restartWorker();
    const view = await stack.api.get(`/api/imports/${id}`, importSchema);
    if (view.state !== 'launching') break;
  }
  return kills;
}

function until(id: string, reached: (view: Import) => boolean): Promise<Import> {
  const { workerUrl, token } = stack;
  return followImport({ workerUrl, token, importId: id, until: reached, timeoutMs: ROUND_MS });
}

const CASES = [
  { what: 'the same for everyone', template: GREETING, contacts: STATIC, delivery: 'static' },
  { what: 'with a text for each', template: PERSONAL, contacts: DYNAMIC, delivery: 'dynamic' },
] as const;

describe(`a Worker killed while it makes lists, seed ${seed}`, () => {
  for (const { what, template, contacts, delivery } of CASES) {
    it(
      `puts each of ${contacts} contacts, ${what}, into exactly one list and one campaign`,
      { timeout: KILLS * KILL_MS + ROUND_MS },
      async () => {
        onTestFailed(() => console.error(`CRASH_SEED=${seed}\n${stack.worker().log().slice(-6_000)}`));
        const { control } = stack.exotel;
        const from = performance.now();
        const { id, plan } = await launch(template, contacts);
        expect(plan?.delivery).toBe(delivery);
        const launched = performance.now();
        const kills = await killWhileLaunching(id);
        const view = await until(id, ({ state }) => state !== 'launching');
        const made = performance.now();

        expect([view.state, view.attention]).toEqual(['running', []]);
        const judge = control.summary();
        expect(judge.counts).toMatchObject({ numbersInLists: contacts, numbersInSeveralLists: 0, numbers: contacts });
        expect(judge.listsUploadedSeveralTimes).toEqual([]);
        expect(judge.campaignsBeforeTheirLists).toEqual([]);
        expect(judge.numbersInSeveralCampaigns).toEqual([]);
        const { counts } = judge;
        console.log(
          `${contacts} ${delivery}: ${view.campaigns.length} campaigns, ${counts.lists - counts.deletedLists} lists (${counts.uploads} uploads, ${counts.deletedLists} deleted), ${kills} kills, ${counts.requests} requests; read and checked in ${Math.round((launched - from) / 1000)} s, made in ${Math.round((made - launched) / 1000)} s`,
        );

        await stack.api.post(`/api/imports/${id}/stop`, {}, importSchema);
        const stopped = await until(id, (now) => now.state === 'stopped' || isLookingOn(now));
        // A campaign that may still be made needs its lists.
        if (stopped.state === 'stopping') return;
        await until(id, ({ campaigns }) =>
          campaigns.every((each) => each.lists.every((list) => list.state === 'dropped')),
        );
        await expect.poll(() => control.summary().counts.numbersInLists, { timeout: 60_000 }).toBe(0);
      },
    );
  }
});

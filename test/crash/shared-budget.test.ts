import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importSchema } from '../../shared/protocol/import.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { followImport } from '../local/stack/follow-import.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';

/** Three minutes of real time: `npm run test:budget`. */
const isAsked = process.env['BUDGET_TEST'] === '1';
const PER_MINUTE = 60;
const CAMPAIGNS_EACH = 100;
const FILE = { accepted: CAMPAIGNS_EACH * 5_000 };
const MINUTE_MS = 60_000;
const LAUNCH_MS = 400_000;

let stack: LocalStack;
beforeEach(async () => {
  stack = await startStack({
    openCaps: true,
    exotel: { skipIdle: false },
    requestsPerMinute: PER_MINUTE,
  });
});
afterEach(async () => {
  await stack.stop();
});

async function take(seed: number, templateId: string): Promise<string> {
  const query = new URLSearchParams({ template: templateId, name: `Budget ${seed}` });
  const { id } = await stack.api.post(
    `/api/imports?${query}`,
    makeContactFile({ ...FILE, seed }).bytes(),
    importSchema,
  );
  return id;
}

async function launch(id: string): Promise<void> {
  const expected = { contacts: FILE.accepted, campaigns: CAMPAIGNS_EACH };
  await stack.api.post(`/api/imports/${id}/launch`, { expect: expected }, importSchema);
  const { workerUrl, token } = stack;
  await followImport({
    workerUrl,
    token,
    importId: id,
    until: ({ state }) => state === 'running',
    timeoutMs: LAUNCH_MS,
  });
}

/** The most arrivals in any minute. */
function busiestMinute(arrivals: readonly number[]): number {
  return Math.max(
    ...arrivals.map((at, first) => arrivals.filter((other, i) => i >= first && other < at + MINUTE_MS).length),
  );
}

describe.runIf(isAsked)(`two imports of ${CAMPAIGNS_EACH} campaigns launched together`, () => {
  it(
    'never exceed the budget in any minute and finish within 5 % of what it allows',
    { timeout: 600_000 },
    async () => {
      const template = await ensureTemplate(stack.api);
      const ids = [await take(1, template.id), await take(2, template.id)];
      await Promise.all(ids.map(launch));

      const { requests } = stack.exotel.control.ledger();
      const last = requests.findLastIndex(({ op }) => op === 'create');
      const [first] = requests;
      const took = (requests[last]?.at ?? 0) - (first?.at ?? 0);
      const allowed = Math.floor(last / PER_MINUTE) * MINUTE_MS;
      const busiest = busiestMinute(requests.map(({ at }) => at));
      const over = ((took / allowed - 1) * 100).toFixed(1);
      console.log(
        `budget: ${last + 1} requests, ${busiest} in the busiest minute of ${PER_MINUTE} allowed; ` +
          `${(took / 1000).toFixed(1)} s, ${over} % over the ${allowed / 1000} s it allows`,
      );
      expect(requests.filter(({ op }) => op === 'create')).toHaveLength(2 * CAMPAIGNS_EACH);
      expect(busiest).toBeLessThanOrEqual(PER_MINUTE);
      expect(took).toBeLessThanOrEqual(allowed * 1.05);
    },
  );
});

import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WATCHED_AFTER_LOOK_MS } from '../../../shared/limits.ts';
import { importSummarySchema } from '../../../shared/protocol/import.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, sendFile } from '../support/edge.ts';
import { driveUntil, goAhead, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';

/** Nobody watches, so the campaign sends its totals only once in ten seconds. */
const SOONER = { timeout: 5_000 };

beforeEach(async () => {
  startClock();
  await standIn.reset();
});
afterEach(reset);

const completedOf: Readonly<Record<string, (id: string) => Promise<number>>> = {
  'the list of imports': async () => {
    const answer = await ask('/api/imports');
    const { items } = pageSchema(importSummarySchema).parse(await answer.json());
    return items[0]?.contacts.completed ?? 0;
  },
  'the import': async (id) => (await getImport(id)).contacts.completed,
};

describe('an import that nobody watched until now', () => {
  it.each(Object.entries(completedOf))('says in %s what its callbacks told by then', async (_where, completed) => {
    const { id: template } = await makeTemplate();
    const { id } = await importIn(sendFile(contactFile(4), { template, launch: 'true' }));
    await driveUntil(id, isLaunched);
    // The person who launched it has not looked for a long time.
    goAhead(WATCHED_AFTER_LOOK_MS);
    const [campaign] = await standIn.creates();
    for (const count of [1, 2]) {
      const body = JSON.stringify({ call_sid: `call-${count}`, number: mobile(count - 1), status: 'completed' });
      await ask(campaign?.callStatusCallback ?? '', { token: null, method: 'POST', body });
      await vi.waitFor(async () => expect(await completed(id)).toBe(count), SOONER);
    }
  });
});

import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suppressionSchema } from '../../../shared/people/suppression.ts';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { suppress } from '../support/people.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';

beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
});
afterEach(reset);

/** The numbers of a contact file that were dialled. */
async function dialled(): Promise<Set<string>> {
  return new Set((await standIn.dials()).map(({ number }) => number));
}

async function finish(id: string): Promise<Import> {
  await driveUntil(id, (view) => view.campaigns.every(({ sid, state }) => sid !== null || state === 'cancelled'));
  await dialToTheEnd();
  return driveUntil(id, ({ state }) => state === 'finished');
}

async function outcomesOf(id: string): Promise<Map<string, string>> {
  const csv = await (await ask(`/api/imports/${id}/results.csv`)).text();
  const lines = csv.trim().split('\r\n').slice(1);
  return new Map(lines.map((line) => [line.split(',')[1] ?? '', line.split(',')[2] ?? '']));
}

describe('people who ask after Start not to be called', () => {
  it('are no part of a campaign that leaves later, and end as suppressed', async () => {
    const contacts = 800;
    const template = (await makeTemplate({ throttle: 1 })).id;
    await standIn.faults({ operation: 'create', kind: 'throttled', skip: 1, count: 2 });
    const { id } = await importIn(sendFile(contactFile(contacts), { template, launch: 'true' }));
    await driveUntil(id, ({ campaigns }) => campaigns[0]?.sid != null);
    await suppress(mobile(799), mobile(790));
    const end = await finish(id);
    expect(end.contacts).toMatchObject({ suppressed: 2, completed: contacts - 2, invalid: 0, unaccounted: 0 });
    expect(sumOutcomes(end.contacts)).toBe(end.rows.accepted);
    const called = await dialled();
    expect([called.size, called.has(mobile(790)), called.has(mobile(799))]).toEqual([contacts - 2, false, false]);
    const outcomes = await outcomesOf(id);
    expect([outcomes.get(mobile(790)), outcomes.get(mobile(1))]).toEqual(['Asked not to be called', 'Completed']);
  });

  it('are told to be called still by what has left, and by nothing else', async () => {
    const template = (await makeTemplate({ throttle: 1 })).id;
    await standIn.faults({ operation: 'create', kind: 'throttled', skip: 1, count: 2 });
    const { id } = await importIn(sendFile(contactFile(800), { template, launch: 'true' }));
    await driveUntil(id, ({ campaigns }) => campaigns[0]?.sid != null);
    const stillCalledBy = async (number: string) =>
      suppressionSchema.parse(await (await post('/api/suppressions', { number })).json()).stillCalledBy;
    expect(await stillCalledBy(mobile(0))).toBe(1);
    expect(await stillCalledBy(mobile(799))).toBeUndefined();
    expect(await stillCalledBy(mobile(5_000))).toBeUndefined();
    await finish(id);
    expect(await stillCalledBy(mobile(0))).toBeUndefined();
  });

  it('leave a campaign that has nobody else unmade', async () => {
    await standIn.faults({ operation: 'create', kind: 'throttled', count: 2 });
    const template = (await makeTemplate()).id;
    const { id } = await importIn(sendFile(contactFile(2), { template, launch: 'true' }));
    await driveUntil(id, ({ launchedAt }) => launchedAt !== null);
    await suppress(mobile(0), mobile(1));
    const end = await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    expect(end.contacts).toMatchObject({ suppressed: 2, completed: 0, not_attempted: 0 });
    expect((await standIn.summary()).counts.campaigns).toBe(0);
  });

  it.each(['static', 'dynamic'])(
    'are in no %s list that is called, though one was uploaded with them',
    async (kind) => {
      const contacts = 30;
      await standIn.settings({ csvProcessingMs: 600 });
      const flow = { kind: 'greeting', text: kind === 'dynamic' ? 'Hello @@Name' : 'Hello' };
      const template = (await makeTemplate({ flow })).id;
      const opened = await importIn(sendFile(contactFile(contacts), { template }));
      await importIn(
        ask(`/api/imports/${opened.id}/check`, {
          method: 'POST',
          body: JSON.stringify({ delivery: 'lists' }),
          headers: { 'content-type': 'application/json' },
        }),
      );
      await importIn(
        ask(`/api/imports/${opened.id}/launch`, {
          method: 'POST',
          body: JSON.stringify({ expect: { contacts, campaigns: 1 } }),
          headers: { 'content-type': 'application/json' },
        }),
      );
      await driveUntil(opened.id, ({ campaigns }) => campaigns[0]?.lists[0]?.state === 'processing');
      await suppress(mobile(7));
      await driveUntil(opened.id, isLaunched);
      const end = await finish(opened.id);
      expect(end.contacts).toMatchObject({ suppressed: 1, completed: contacts - 1, invalid: 0, unaccounted: 0 });
      const called = await dialled();
      expect([called.size, called.has(mobile(7))]).toEqual([contacts - 1, false]);
      expect((await standIn.summary()).numbersInSeveralCampaigns).toEqual([]);
    },
  );
});

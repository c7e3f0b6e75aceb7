import { abortAllDurableObjects, reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contactFile } from '../support/contacts.ts';
import { getImport, importIn, makeTemplate, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import type { FaultRuleChange } from '../../exotel/faults/faults.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
});
afterEach(reset);

/** Launches an import and kills every object while the first POST is under way. */
async function killWhilePosting(fault: FaultRuleChange): Promise<Import> {
  await standIn.faults({ operation: 'create', ...fault });
  const { id } = await makeTemplate();
  const made = await importIn(sendFile(contactFile(5), { template: id, launch: 'true' }));
  await vi.waitFor(async () => expect(await standIn.requests()).toMatchObject([{ op: 'create' }]), PATIENCE);
  expect((await getImport(made.id)).campaigns[0]?.state).toBe('sending');
  await abortAllDurableObjects();
  return made;
}

describe('a Worker killed while a POST is under way', () => {
  it('finds the campaign that was made, and makes no other', async () => {
    const { id } = await killWhilePosting({ kind: 'slow', delayMs: 900 });
    const doubted = await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'in_doubt');
    expect([doubted.state, doubted.attention]).toEqual(['launching', []]);
    const launched = await driveUntil(id, isLaunched);
    const [made] = await standIn.creates();
    expect(launched.campaigns.map(({ sid, state }) => [sid, state])).toEqual([[made?.sid, 'created']]);
    expect((await standIn.requests()).map(({ op }) => op)).toEqual(['create', 'list', 'list']);
  });

  it('posts it again when it was never made', async () => {
    const { id } = await killWhilePosting({ kind: 'timeout_before' });
    await driveUntil(id, isLaunched);
    expect((await standIn.summary()).counts).toMatchObject({ campaigns: 1, numbers: 5 });
    const operations = (await standIn.requests()).map(({ op }) => op);
    expect(operations.slice(0, 5)).toEqual(['create', 'list', 'list', 'list', 'create']);
  });

  it('goes on by itself, without anyone asking', async () => {
    const { id } = await killWhilePosting({ kind: 'slow', delayMs: 900 });
    // The test runs no alarm here: the killed object's own alarm fires again, in real time.
    await vi.waitFor(async () => expect((await getImport(id)).campaigns[0]?.state).toBe('created'), PATIENCE);
    expect((await standIn.summary()).counts.campaigns).toBe(1);
  });
});

describe('a Worker killed again and again', () => {
  it('brings an import to its end with everyone called once', async () => {
    const { id: template } = await makeTemplate({ throttle: 1 });
    await standIn.faults({ operation: 'create', kind: 'drop_after', share: 0.5, count: 4 });
    const { id } = await importIn(sendFile(contactFile(1_500), { template, launch: 'true' }));
    for (let kills = 0; kills < 8; kills += 1) {
      await abortAllDurableObjects();
      const { state } = await getImport(id);
      await driveUntil(id, (view) => view.state !== state || kills % 2 === 0 || isLaunched(view));
    }
    await driveUntil(id, isLaunched);
    await abortAllDurableObjects();
    await dialToTheEnd();
    await abortAllDurableObjects();
    const end = await driveUntil(id, ({ state }) => state === 'finished');
    const { counts, numbersInSeveralCampaigns } = await standIn.summary();
    expect([counts.numbers, counts.numbersDialled, numbersInSeveralCampaigns]).toEqual([1_500, 1_500, []]);
    expect(end.contacts).toMatchObject({ completed: 1_500, queued: 0 });
  });
});

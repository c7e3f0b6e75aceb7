import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

const CONTACTS = 5;

beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
});
afterEach(reset);

async function launch(): Promise<{ id: string; sid: string }> {
  const { id: template } = await makeTemplate();
  const { id } = await importIn(sendFile(contactFile(CONTACTS), { template, launch: 'true' }));
  const { campaigns } = await driveUntil(id, isLaunched);
  return { id, sid: campaigns[0]?.sid ?? '' };
}

describe('a campaign of ours that somebody else', () => {
  it.each([false, true])(
    'deletes at Exotel ends its import, with nobody called (still listed: %s)',
    async (isShown) => {
      await standIn.settings({ showDeleted: isShown });
      const { id, sid } = await launch();
      await standIn.asExotelUser('DELETE', `/campaigns/${sid}`);
      const end = await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
      expect([end.state, end.contacts.not_attempted]).toEqual(['finished', CONTACTS]);
      expect(end.attention.map(({ code, seq }) => [code, seq])).toEqual([['deleted_elsewhere', 1]]);
    },
  );

  it('pauses at Exotel is shown, and goes on when it is resumed here', async () => {
    const { id, sid } = await launch();
    await standIn.asExotelUser('PUT', `/campaigns/${sid}`, { campaigns: [{ action: 'pause' }] });
    const paused = await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'paused');
    expect(paused.attention.map(({ code, choices }) => [code, choices])).toEqual([['paused_elsewhere', []]]);
    await importIn(post(`/api/imports/${id}/resume`));
    const resumed = await driveUntil(id, ({ campaigns }) => campaigns[0]?.state !== 'paused');
    expect(resumed.attention).toEqual([]);
    await dialToTheEnd();
    const end = await driveUntil(id, ({ state }) => state === 'finished');
    expect(end.contacts.completed).toBe(CONTACTS);
  });
});

describe('a campaign of ours that a person steers by itself, here', () => {
  it.each([
    { isShown: true, lost: 'nothing' },
    { isShown: false, lost: 'nothing' },
    { isShown: true, lost: 'drop_after' },
    { isShown: false, lost: 'drop_after' },
  ] as const)('is deleted by nobody else ($lost lost, still listed: $isShown)', async ({ isShown, lost }) => {
    await standIn.settings({ showDeleted: isShown });
    const { id, sid } = await launch();
    if (lost !== 'nothing') await standIn.faults({ operation: 'delete', kind: lost });
    expect((await ask(`/api/campaigns/${sid}`, { method: 'DELETE' })).status).toBe(204);
    const end = await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    expect([end.state, end.contacts.not_attempted, end.attention]).toEqual(['finished', CONTACTS, []]);
  });

  it('is deleted by nobody else though nobody could say so at once', async () => {
    await standIn.settings({ showDeleted: true });
    const { id, sid } = await launch();
    await standIn.faults({ operation: 'delete', kind: 'drop_after' });
    await standIn.faults({ operation: 'get', kind: 'drop_before', skip: 1, count: 20 });
    const answer = await ask(`/api/campaigns/${sid}`, { method: 'DELETE' });
    expect(answer.status).toBe(502);
    const end = await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    expect([end.state, end.contacts.not_attempted, end.attention]).toEqual(['finished', CONTACTS, []]);
  });

  it('is paused by nobody else, and goes on when its import is resumed', async () => {
    const { id, sid } = await launch();
    await importIn(post(`/api/campaigns/${sid}/actions`, { action: 'pause' })).catch(() => null);
    const paused = await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'paused');
    expect(paused.attention).toEqual([]);
    await importIn(post(`/api/imports/${id}/resume`));
    await driveUntil(id, ({ campaigns }) => campaigns[0]?.state !== 'paused');
    await standIn.asExotelUser('PUT', `/campaigns/${sid}`, { campaigns: [{ action: 'pause' }] });
    const again = await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'paused');
    expect(again.attention.map(({ code }) => code)).toEqual(['paused_elsewhere']);
  });
});

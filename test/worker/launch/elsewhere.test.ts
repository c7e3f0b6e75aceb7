import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile } from '../support/contacts.ts';
import { importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
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

import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile } from '../support/contacts.ts';
import { importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { campaignIn, getCampaign, makeElsewhere, tomorrowAt } from './elsewhere.ts';

beforeEach(async () => {
  startClock(Date.parse(tomorrowAt('10:00')));
  await standIn.reset({ script: { mix: { completed: 1 } } });
});
afterEach(reset);

/** A launched import with one campaign, which somebody paused at Exotel. */
async function launchPaused(): Promise<{ id: string; sid: string }> {
  const { id: template } = await makeTemplate();
  const { id } = await importIn(sendFile(contactFile(5), { template, launch: 'true' }));
  const { campaigns } = await driveUntil(id, isLaunched);
  const sid = campaigns[0]?.sid ?? '';
  await standIn.asExotelUser('PUT', `/campaigns/${sid}`, { campaigns: [{ action: 'pause' }] });
  return { id, sid };
}

async function resume(sid: string) {
  return refusalOf(await post(`/api/campaigns/${sid}/actions`, { action: 'resume' }));
}

describe('a campaign of an import', () => {
  it('is not resumed by itself once its import was stopped', async () => {
    const { id, sid } = await launchPaused();
    await importIn(post(`/api/imports/${id}/stop`));
    expect(await resume(sid)).toMatchObject({
      status: 409,
      code: 'action_not_legal',
      details: { state: 'paused', reason: 'stopped' },
    });
    expect((await standIn.summary()).counts.dials).toBe(0);
  });

  it('is not resumed beside the one that calls the same people', async () => {
    const { sid } = await launchPaused();
    const { name } = await getCampaign(sid);
    const twin = await makeElsewhere({ name });
    await standIn.asExotelUser('PUT', `/campaigns/${twin.sid}`, { campaigns: [{ action: 'pause' }] });
    expect(await resume(twin.sid)).toMatchObject({
      status: 409,
      code: 'action_not_legal',
      details: { state: 'paused', reason: 'duplicate' },
    });
    expect(await campaignIn(post(`/api/campaigns/${sid}/actions`, { action: 'resume' }))).toMatchObject({ sid });
  });
});

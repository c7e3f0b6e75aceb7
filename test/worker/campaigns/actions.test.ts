import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { campaignIn, getCampaign, makeElsewhere, runElsewhere, tomorrowAt } from './elsewhere.ts';
import type { ExotelAction } from '../../../shared/protocol/exotel-campaign.ts';

beforeEach(async () => {
  startClock();
  // So that it is inside calling hours whenever the tests run.
  startClock(Date.parse(tomorrowAt('10:00')));
  await standIn.reset();
});
afterEach(reset);

function press(sid: string, action: ExotelAction): Promise<Response> {
  return post(`/api/campaigns/${sid}/actions`, { action });
}

async function acts(sid: string): Promise<string[]> {
  const requests = await standIn.requests();
  return requests.filter(({ method, path }) => method !== 'GET' && path.includes(sid)).map(({ op }) => op);
}

describe('what is asked of a campaign', () => {
  it('is done, step by step, to its end', async () => {
    const { sid } = await runElsewhere();
    expect(await campaignIn(press(sid, 'pause'))).toMatchObject({ state: 'paused', actions: ['resume', 'complete'] });
    expect(await campaignIn(press(sid, 'resume'))).toMatchObject({ state: 'in_progress', actions: ['pause'] });
    await campaignIn(press(sid, 'pause'));
    expect(await campaignIn(press(sid, 'complete'))).toMatchObject({ state: 'completed', editable: 'none' });
    expect(await campaignIn(press(sid, 'archive'))).toMatchObject({ state: 'archived', actions: [] });
    expect(await acts(sid)).toEqual(['action', 'action', 'action', 'action', 'action']);
  });

  it('is refused where Exotel would, with what it takes, and is not sent', async () => {
    const { sid } = await makeElsewhere();
    expect(await refusalOf(await press(sid, 'complete'))).toEqual({
      status: 409,
      code: 'action_not_legal',
      details: { state: 'created', legal: ['pause', 'delete'] },
    });
    expect(await acts(sid)).toEqual([]);
  });

  it('is deleted by either call while it has not begun, and by none after', async () => {
    const [one, two] = [await makeElsewhere(), await makeElsewhere()];
    expect(await campaignIn(press(one.sid, 'delete'))).toMatchObject({ state: 'deleted', actions: [] });
    expect((await ask(`/api/campaigns/${two.sid}`, { method: 'DELETE' })).status).toBe(204);
    expect((await standIn.summary()).counts.deletedCampaigns).toBe(2);
    const { sid } = await runElsewhere();
    expect(await refusalOf(await ask(`/api/campaigns/${sid}`, { method: 'DELETE' }))).toMatchObject({
      code: 'action_not_legal',
      details: { legal: ['pause'] },
    });
    expect(await refusalOf(await press(one.sid, 'delete'))).toMatchObject({ status: 404, code: 'campaign_not_found' });
  });

  it.each([
    ['drop_after', 'pause', 'paused'],
    ['error_after', 'pause', 'paused'],
    ['garbage', 'pause', 'paused'],
    ['drop_after', 'delete', 'deleted'],
  ] as const)(
    'is found out by reading when the answer is lost (%s of a %s), never asked again',
    async (kind, action, state) => {
      const { sid } = await makeElsewhere();
      await standIn.faults({ operation: action === 'delete' ? 'delete' : 'action', kind, count: 5 });
      expect(await campaignIn(press(sid, action))).toMatchObject({ state });
      expect(await acts(sid)).toHaveLength(1);
    },
  );

  it('is said not to be known where nothing shows it was done', async () => {
    const { sid } = await makeElsewhere();
    await standIn.faults({ operation: 'action', kind: 'drop_before' });
    expect(await refusalOf(await press(sid, 'pause'))).toEqual({
      status: 502,
      code: 'exotel_unanswered',
      details: { state: 'created' },
    });
    expect(await acts(sid)).toHaveLength(1);
  });

  it('is said not to be known where Exotel answers 404 to everything after it', async () => {
    const [one, two] = [await makeElsewhere(), await makeElsewhere()];
    await standIn.faults({ operation: 'delete', kind: 'drop_before' }, { kind: 'not_found', skip: 1, share: 1 });
    expect(await refusalOf(await press(one.sid, 'delete'))).toMatchObject({ status: 502, code: 'exotel_unanswered' });
    expect(await refusalOf(await press(two.sid, 'pause'))).toMatchObject({ status: 502, code: 'exotel_unreachable' });
    await standIn.clearFaults();
    expect(await getCampaign(one.sid)).toMatchObject({ state: 'created' });
  });

  it.each([
    ['shows no campaign', () => []],
    ['shows the state before', (sid: string) => [{ code: 200, data: { id: sid, status: 'Created' } }]],
  ] as const)('is said not to be known where a success %s, and so does the next reading', async (_, response) => {
    const { sid } = await makeElsewhere();
    await standIn.replay({ op: 'action', status: 200, body: JSON.stringify({ response: response(sid) }) });
    expect(await refusalOf(await press(sid, 'pause'))).toEqual({
      status: 502,
      code: 'exotel_unanswered',
      details: { state: 'created' },
    });
  });

  it("is refused in Exotel's own words", async () => {
    const { sid } = await makeElsewhere();
    await standIn.faults({ operation: 'action', kind: 'refuse', description: 'Not on a Sunday' });
    const answer = await press(sid, 'pause');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      error: { code: 'exotel_refused', message: 'Exotel refused: Not on a Sunday.' },
    });
  });
});

describe('what cannot be asked', () => {
  it.each([
    ['unauthorised', 502, 'exotel_unauthorised'],
    ['forbidden', 403, 'exotel_forbidden'],
    ['error_before', 502, 'exotel_unreachable'],
    ['timeout_before', 502, 'exotel_unreachable'],
  ] as const)('because Exotel is %s is said so', async (kind, status, code) => {
    const { sid } = await makeElsewhere();
    await standIn.faults({ operation: 'get', kind });
    expect(await refusalOf(await press(sid, 'pause'))).toMatchObject({ status, code });
    expect(await acts(sid)).toEqual([]);
  });

  it('because the minute is used up is said with when to come back', async () => {
    const { sid } = await makeElsewhere();
    await standIn.faults({ operation: 'get', kind: 'throttled', retryAfterSeconds: 40 });
    const first = await press(sid, 'pause');
    expect(first.status).toBe(503);
    expect(first.headers.get('retry-after')).toBe('40');
    // All requests wait as long as Exotel asked for, so the next one is not sent.
    const second = await press(sid, 'pause');
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(30);
    expect(await refusalOf(second)).toMatchObject({ status: 503, code: 'overloaded' });
    expect((await standIn.requests()).filter(({ op }) => op === 'get')).toHaveLength(1);
  });
});

describe('a campaign of an import', () => {
  it('is read again at once by its import, which goes on from where it now is', async () => {
    const { id: template } = await makeTemplate();
    const made = await importIn(sendFile(contactFile(3), { template, launch: 'true' }));
    const { campaigns } = await driveUntil(made.id, isLaunched);
    const sid = campaigns[0]?.sid ?? '';
    await campaignIn(press(sid, 'pause'));
    expect((await driveUntil(made.id, (view) => view.campaigns[0]?.state === 'paused')).campaigns[0]?.sid).toBe(sid);
    await campaignIn(press(sid, 'resume'));
    await driveUntil(made.id, (view) => view.campaigns[0]?.state === 'created');
    await dialToTheEnd();
    await driveUntil(made.id, (view) => view.state === 'finished');
    expect((await getImport(made.id)).contacts.queued).toBe(0);
    expect((await getCampaign(sid)).import).toEqual({ id: made.id, seq: 1 });
  });
});

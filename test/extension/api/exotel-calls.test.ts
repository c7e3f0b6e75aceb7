import { afterEach, describe, expect, it } from 'vitest';
import { createCallWorker } from '../../../extension/api/call-worker.ts';
import { createWorkerClient } from '../../../extension/api/worker-client.ts';
import { FIRST_LOOK } from '../../../extension/state/campaign-query.ts';
import { exotelCampaign } from '../support/exotel-campaign.ts';
import { bodyOf, json, refuse, serve } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';

let served: Served | null = null;
afterEach(async () => {
  await served?.close();
  served = null;
});

async function clientOf(answer: unknown) {
  const asked: string[] = [];
  served = await serve((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push(`${request.method} ${request.url}${body.length > 0 ? ` ${body.toString()}` : ''}`);
      json(response, 200, answer);
    });
  });
  return { asked, client: createWorkerClient(createCallWorker({ address: served.url, token: 'secret' }, fetch)) };
}

const page = <Item>(items: Item[]) => ({ items, total: items.length, offset: 0, limit: 20 });

describe('what is asked of Exotel through the Worker', () => {
  it('asks for one page of campaigns, and for nothing that was left empty', async () => {
    const { asked, client } = await clientOf(page([exotelCampaign()]));
    const answer = await client.campaigns({ ...FIRST_LOOK, name: 'a&b', status: 'paused', offset: 20 });

    expect(answer).toEqual({ ok: true, value: page([exotelCampaign()]) });
    expect(asked).toEqual([
      `POST /api/campaigns/find ${JSON.stringify({ ...FIRST_LOOK, name: 'a&b', status: 'paused', offset: 20, limit: 20 })}`,
    ]);
  });

  it('keeps a sid in its place, and the channel with it', async () => {
    const { asked, client } = await clientOf(exotelCampaign({ channel: 'sms' }));
    await client.campaign('../lists?', 'sms');
    await client.actOnCampaign('c1', 'sms', 'pause');
    await client.updateCampaign('c1', 'voice', { name: 'Renewals' });

    expect(asked).toEqual([
      'GET /api/campaigns/..%2Flists%3F?channel=sms',
      'POST /api/campaigns/c1/actions?channel=sms {"action":"pause"}',
      'PUT /api/campaigns/c1?channel=voice {"name":"Renewals"}',
    ]);
  });

  it('asks for calls by how they ended', async () => {
    const { asked, client } = await clientOf(page([]));
    await client.campaignCalls('c1', 'voice', { status: 'busy', number: '', sort: 'created', offset: 0 });

    expect(asked).toEqual([
      'POST /api/campaigns/c1/calls/find {"status":"busy","sort":"created","offset":0,"channel":"voice","limit":25}',
    ]);
  });

  it('hands on why a list stays', async () => {
    served = await serve((_request, response) => refuse(response, 409, 'list_in_use'));
    const client = createWorkerClient(createCallWorker({ address: served.url, token: 'secret' }, fetch));

    expect(await client.deleteList('l1')).toMatchObject({
      ok: false,
      error: { code: 'refused', reason: 'list_in_use' },
    });
  });
});

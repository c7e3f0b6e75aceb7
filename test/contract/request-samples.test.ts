import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, sidOf, startPair } from './exotel-client.ts';
import type { Pair } from './exotel-client.ts';
import { BARE_REQUESTS, requestsOf } from './exotel-samples.ts';
import { campaignOf, filledIn } from './sample-shapes.ts';
import { uploadList } from './upload-list.ts';

const START = '2022-08-08T16:33:22+05:30';
const PEOPLE = 'number,Name,Last name,Order ID\r\n+919449141947,Asha,Rao,7\r\n+919946986806,Ravi,Iyer,8\r\n';
const LIST_OF_THE_SAMPLES = 'b7799a24becf436da672163858e8165d';

let pair: Pair;
beforeEach(async () => {
  pair = await startPair({ startAt: Date.parse(START), speed: 1e-6, settings: { pastSendAt: 'start_now' } });
});
afterEach(() => pair.exotel.close());

/** A campaign for the requests that need one: the sample of an update, sent as a create. */
async function createCampaign(from: readonly string[] = ['+917987616844']): Promise<string> {
  const sample = campaignOf(filledIn('voice-update-request-curl.json'));
  const body = { campaigns: [{ ...sample, retries: undefined, from }] };
  return sidOf(await answered(pair.client, 'POST', '/campaigns', body));
}

async function campaignNow(sid: string): Promise<Readonly<Record<string, unknown>>> {
  const { items } = await answered(pair.client, 'GET', `/campaigns/${sid}`);
  return items[0]?.data ?? {};
}

describe('a published request to create a campaign', () => {
  it.each(requestsOf('POST /campaigns'))('is taken from %s, its list and ExoPhone being there', async (file) => {
    const list = await uploadList(pair, 'dynamic', PEOPLE);
    const body = filledIn(file, { [LIST_OF_THE_SAMPLES]: list });
    const sid = sidOf(await answered(pair.client, 'POST', '/campaigns', body));
    const sample = campaignOf(body);
    expect(await campaignNow(sid)).toMatchObject({ name: `Exotel_2022-08-08 16:33:22`, ...sample });
  });

  it('is refused while its list is not there', async () => {
    const [file] = requestsOf('POST /campaigns')[0] ?? [''];
    const { result } = await pair.client.request('POST', '/campaigns', filledIn(file));
    expect(result).toMatchObject({ ok: false, error: { code: 'refused', status: 400 } });
  });
});

describe('a published request to change a campaign', () => {
  it.each(requestsOf('PUT /campaigns/<id>'))('is taken from %s', async (file) => {
    const sid = await createCampaign(['+919810010001']);
    const body = filledIn(file);
    await answered(pair.client, 'PUT', `/campaigns/${sid}`, body);
    expect(await campaignNow(sid)).toMatchObject(campaignOf(body));
  });

  it.each(requestsOf('PUT /campaigns/<id>'))('of %s is refused once the start has passed', async (file) => {
    const sid = await createCampaign(['+919810010001']);
    await pair.exotel.control.setClock({ skipTo: '2022-08-08T16:34:30+05:30' });
    const { result } = await pair.client.request('PUT', `/campaigns/${sid}`, filledIn(file));
    expect(result).toMatchObject({ ok: false, error: { code: 'refused', status: 400 } });
  });
});

describe('a published request to pause', () => {
  const misprinted = 'voice-action-request-python.json';
  it.each(requestsOf('PUT /campaigns/<id> action').filter(([file]) => file !== misprinted))(
    'is taken from %s, whatever it sends beside the action',
    async (file) => {
      const sid = await createCampaign();
      await answered(pair.client, 'PUT', `/campaigns/${sid}`, filledIn(file));
      expect(await campaignNow(sid)).toMatchObject({ status: 'paused' });
    },
  );

  it('is refused from the page that has a caller id where the action should be', async () => {
    const sid = await createCampaign();
    const { result } = await pair.client.request('PUT', `/campaigns/${sid}`, filledIn(misprinted));
    expect(result).toMatchObject({ ok: false, error: { code: 'refused', status: 400 } });
    expect(await campaignNow(sid)).toMatchObject({ status: 'Created' });
  });
});

describe('a published request without a body', () => {
  it.each(BARE_REQUESTS.map((bare) => [bare.call, bare.language, bare] as const))(
    '%s is answered as in %s',
    async (call, _language, { method, path }) => {
      const missed = ['+919449141947', '+919946986806', '+919310398307', '+919810010001'];
      pair.exotel.control.setScript({
        script: Object.fromEntries(missed.map((number) => [number, ['failed']])),
        mix: { completed: 1 },
      });
      const sid = await createCampaign([...missed, '+919810010002']);
      if (call !== 'DELETE /campaigns/<id>') {
        await pair.exotel.control.setClock({ skipTo: '2022-08-08T17:30:00+05:30' });
        for (const _more of [1, 2, 3]) await createCampaign();
      }
      const { items, total } = await answered(pair.client, method, path.replace('<id>', sid));
      const seen = items.map(({ data }) => data['status']);
      expect([seen, total]).toEqual(
        {
          'GET /campaigns/<id>': [['Completed'], 0],
          'DELETE /campaigns/<id>': [['deleted'], null],
          'GET /campaigns': [['Created', 'Created', 'Created'], 4],
          'GET /campaigns/<id>/call-details': [['failed', 'failed', 'failed'], 4],
        }[call],
      );
    },
  );
});

import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exoPhonePageSchema } from '../../../shared/protocol/exotel-campaign.ts';
import { readExoPhone, readExoPhoneList } from '../../../worker/exotel/exophones.ts';
import { ask, makeTemplate, refusalOf } from '../support/edge.ts';
import { standIn } from '../support/stand-in.ts';

beforeEach(() => standIn.reset());
afterEach(reset);

async function phonesIn(query = '') {
  return exoPhonePageSchema.parse(await (await ask(`/api/exophones${query}`)).json());
}

describe("the account's ExoPhones", () => {
  it('are told as a template takes them', async () => {
    const { items, total, reason } = await phonesIn();
    expect(reason).toBeNull();
    expect(total).toBe(items.length);
    const phone = items.find(({ callerId }) => callerId === '08088919888');
    expect(phone).toMatchObject({ number: '+918088919888', voice: true, sms: true, region: 'KA' });
    await expect(makeTemplate({ callerId: phone?.callerId })).resolves.toMatchObject({ callerId: '08088919888' });
    expect(await phonesIn('?offset=1&limit=1')).toMatchObject({ total, offset: 1, limit: 1, items: items.slice(1, 2) });
  });

  it('are none where the account may not list them, and the reason is said', async () => {
    await standIn.settings({ exophonesForbidden: true });
    expect(await phonesIn()).toEqual({ items: [], total: 0, offset: 0, limit: 50, reason: 'forbidden' });
  });

  it('are not known while Exotel is silent', async () => {
    await standIn.faults({ operation: 'exophones', kind: 'error_before' });
    expect(await refusalOf(await ask('/api/exophones'))).toMatchObject({ status: 502, code: 'exotel_unreachable' });
  });
});

describe('one ExoPhone', () => {
  it.each([
    ['its friendly name when that is a number', { friendly_name: '080-889 19888' }, '08088919888'],
    ['its national form when it was renamed', { friendly_name: 'Sales Delhi' }, '08088919888'],
    ['its national form when it has no name', {}, '08088919888'],
    ['its E.164 form outside India', { phone_number: '+6560000000', friendly_name: 'Singapore' }, '+6560000000'],
  ])('has as caller id %s', (_what, change, callerId) => {
    const phone = readExoPhone({ sid: 'a', phone_number: '+918088919888', ...change });
    expect(phone?.callerId).toBe(callerId);
  });

  it('without a number is none', () => {
    expect(readExoPhone({ sid: 'a', friendly_name: '08088919888' })).toBeNull();
  });

  it('is not read from an answer of another shape', () => {
    const none = { retryAfterMs: null, remaining: null, resetMs: null };
    for (const body of ['', 'null', '{"response":[]}', '<html>', '{"incoming_phone_numbers":{}}']) {
      expect(readExoPhoneList(200, body, none)).toMatchObject({ error: { code: 'in_doubt', reason: 'unreadable' } });
    }
    expect(readExoPhoneList(403, '{"RestException":{"Status":403,"Message":"no"}}', none)).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

let exotel: Exotel;
beforeAll(async () => {
  exotel = await startExotel({ exophones: ['08088919888', '+918088919888', '02222728000'] });
});
afterAll(() => exotel.close());

const page = z.object({ incoming_phone_numbers: z.array(z.object({ sid: z.string(), phone_number: z.string() })) });

function read(path = ''): Promise<Response> {
  return fetch(`${exotel.url}/v2_beta/Accounts/dialsheet-demo/IncomingPhoneNumbers${path}`, {
    headers: { authorization: `Basic ${btoa('demo-key:demo-token')}` },
  });
}

describe('ExoPhones', () => {
  it('are listed once each, without an envelope, and read one by one', async () => {
    const { incoming_phone_numbers: numbers } = page.parse(await (await read()).json());
    expect(numbers.map(({ phone_number }) => phone_number)).toEqual(['+918088919888', '+912222728000']);
    const one = await (await read(`/${numbers[1]?.sid}`)).json();
    expect(one).toEqual({ ...numbers[1], ...TAIL });
    expect((await read('/nobody')).status).toBe(404);
  });

  it('may be forbidden to these credentials', async () => {
    exotel.control.setSettings({ exophonesForbidden: true });
    expect([(await read()).status, (await read('/any')).status]).toEqual([403, 403]);
  });
});

const TAIL = {
  friendly_name: '02222728000',
  capabilities: { voice: true, sms: true },
  country: 'IN',
  region: 'KA',
  voice_url: '',
  sms_url: '',
};

import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../worker/sink/destination-address.ts';
import { nextTryAt, readRetryAfter } from '../../../worker/sink/delivery-schedule.ts';
import { webhookSignature } from '../../../worker/sink/webhook-signature.ts';

const AT_HOME = { ownHosts: ['calls.example.com'], allowLocal: false };

describe('an address that events may go to', () => {
  it.each(['https://crm.example.com/hooks', 'https://crm.example.com./x?y=1', 'https://hooks.zapier.com/a/b'])(
    'is %s',
    (url) => {
      expect(checkAddress(url, AT_HOME).ok).toBe(true);
    },
  );

  it.each([
    ['http://crm.example.com', 'not_https'],
    ['https://crm.example.com:8443', 'not_https'],
    ['https://127.0.0.1/', 'ip_address'],
    ['https://2130706433/', 'ip_address'],
    ['https://0x7f.1/', 'ip_address'],
    ['https://[::1]/', 'ip_address'],
    ['https://[::ffff:10.0.0.1]/', 'ip_address'],
    ['https://0177.0.0.1/', 'ip_address'],
    ['https://017700000001/', 'ip_address'],
    ['https://0x7f000001/', 'ip_address'],
    ['https://127.1/', 'ip_address'],
    ['https://127.0.0.1./', 'ip_address'],
    ['https://%31%32%37.0.0.1/', 'ip_address'],
    ['https://①②⑦.0.0.1/', 'ip_address'],
    ['https://127。0。0。1/', 'ip_address'],
    ['https://169.254.169.254/latest/meta-data', 'ip_address'],
    ['https://8.8.8.8/', 'ip_address'],
    ['https://[::]/', 'ip_address'],
    ['https://[2606:4700::1111]/', 'ip_address'],
    ['https://[fe80::1%25eth0]/', 'not_an_address'],
    ['https://256.256.256.256/', 'not_an_address'],
    ['https://localhost/', 'local_name'],
    ['https://LOCALHOST./', 'local_name'],
    ['https://crm.localhost/', 'local_name'],
    ['https://localhost.localdomain/', 'local_name'],
    ['https://router.home/', 'local_name'],
    ['https://crm.corp/', 'local_name'],
    ['https://crm.intranet/', 'local_name'],
    ['https://crm.private/', 'local_name'],
    ['https://1.0.0.127.in-addr.arpa/', 'local_name'],
    ['https://crm.home.arpa/', 'local_name'],
    ['https://intranet/', 'local_name'],
    ['https://printer.local./', 'local_name'],
    ['https://metadata.internal/', 'local_name'],
    ['https://user:pass@crm.example.com/', 'credentials'],
    ['https://calls.example.com/hook', 'own_address'],
    ['https://CALLS.example.com/hook', 'own_address'],
    ['https://calls.example.com./hook', 'own_address'],
    ['https://calls.example.com:443/hook', 'own_address'],
    ['https://calls.example.com../hook', 'own_address'],
    ['https://calls。example。com/hook', 'own_address'],
    ['https://c%61lls.example.com/hook', 'own_address'],
    ['http://calls.example.com/hook', 'own_address'],
    ['https://crm.example.com@127.0.0.1/', 'credentials'],
    ['https://crm.example.com:x@calls.example.com/', 'credentials'],
    ['https:\\\\127.0.0.1\\', 'ip_address'],
    ['  https://10.0.0.1/', 'ip_address'],
    ['https://\t10.0.0.1/', 'ip_address'],
    ['file:///etc/passwd', 'not_https'],
    ['data:text/plain,x', 'not_https'],
    ['wss://crm.example.com/', 'not_https'],
    ['javascript:alert(1)', 'not_https'],
    ['crm.example.com', 'not_an_address'],
  ])('is not %s: %s', (url, error) => {
    expect(checkAddress(url, AT_HOME)).toEqual({ ok: false, error });
  });

  it('may be on this machine where that is allowed', () => {
    expect(checkAddress('http://127.0.0.1:9000/x', { ...AT_HOME, allowLocal: true }).ok).toBe(true);
    expect(checkAddress('ftp://127.0.0.1/x', { ...AT_HOME, allowLocal: true }).ok).toBe(false);
  });
});

describe('the schedule of tries', () => {
  it('is that of Standard Webhooks, and ends', () => {
    const waits = Array.from({ length: 10 }, (_, tried) =>
      nextTryAt(tried + 1, { now: 0, random: 0, retryAfterSeconds: null }),
    );
    expect(waits.map((at) => (at === null ? null : at / 1000))).toEqual([
      5,
      300,
      1_800,
      7_200,
      18_000,
      36_000,
      50_400,
      72_000,
      86_400,
      null,
    ]);
  });

  it('waits as long as the receiver asks, but not for ever', () => {
    expect(nextTryAt(1, { now: 0, random: 0, retryAfterSeconds: 60 })).toBe(60_000);
    expect(nextTryAt(2, { now: 0, random: 0, retryAfterSeconds: 60 })).toBe(300_000);
    expect(nextTryAt(1, { now: 0, random: 0, retryAfterSeconds: 1e9 })).toBe(86_400_000);
    expect(readRetryAfter('120', 0)).toBe(120);
    expect(readRetryAfter('Thu, 01 Jan 1970 00:02:00 GMT', 60_000)).toBe(60);
    expect(readRetryAfter('soon', 0)).toBeNull();
  });
});

describe('a signature', () => {
  it('is the one of the test vector of Standard Webhooks', async () => {
    const signature = await webhookSignature(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1_614_265_330,
      body: '{"test": 2432232314}',
    });
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});

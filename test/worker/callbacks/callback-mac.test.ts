import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackUrl, isCallbackMac } from '../../../worker/callbacks/callback-mac.ts';

const SECRET = 'a secret of the tests';
const AT = { importId: 'k3v9x2a7', seq: 3, kind: 'call' } as const;

async function macOf(secret = SECRET): Promise<string> {
  const url = await callbackUrl('https://edge.test', secret, AT);
  return url.split('/')[6] ?? '';
}

describe('the address of a callback', () => {
  it('names import, campaign and kind, and 128 bits nobody can guess', async () => {
    const url = await callbackUrl('https://edge.test', SECRET, AT);
    expect(url).toMatch(/^https:\/\/edge\.test\/callbacks\/k3v9x2a7\/3\/[A-Za-z0-9_-]{22}\/call$/);
  });

  it('is accepted as it was made', async () => {
    expect(await isCallbackMac(SECRET, { ...AT, mac: await macOf() })).toBe(true);
  });

  it('is refused for anything else than what it was made for', async () => {
    const mac = await macOf();
    const others = [
      { ...AT, mac, kind: 'schedule' },
      { ...AT, mac, kind: 'campaign' },
      { ...AT, mac, seq: 33 },
      { ...AT, mac, seq: 4 },
      { ...AT, mac, importId: 'k3v9x2a8' },
      { ...AT, mac: await macOf('another secret') },
      { ...AT, mac: '' },
      { ...AT, mac: mac.slice(0, -1) },
      { ...AT, mac: `${mac}A` },
      { ...AT, mac: `${mac}=` },
      { ...AT, mac: mac.toLowerCase() },
      { ...AT, mac: '\u0000'.repeat(22) },
      { ...AT, mac: '💥'.repeat(11) },
      { ...AT, mac: 'é'.repeat(22) },
      { ...AT, mac: 'A'.repeat(100_000) },
    ] as const;
    const answers = await Promise.all(others.map((other) => isCallbackMac(SECRET, other)));
    expect(answers).toEqual(others.map(() => false));
  });

  it('is refused with any one character changed', async () => {
    const mac = await macOf();
    const place = fc.nat(mac.length - 1);
    const char = fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' });
    await fc.assert(
      fc.asyncProperty(place, char, async (at, other) => {
        fc.pre(mac[at] !== other);
        const changed = `${mac.slice(0, at)}${other}${mac.slice(at + 1)}`;
        expect(await isCallbackMac(SECRET, { ...AT, mac: changed })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('does not let one id run into the next', async () => {
    const left = await callbackUrl('', SECRET, { importId: 'abc\n1', seq: 2, kind: 'call' });
    const right = await callbackUrl('', SECRET, { importId: 'abc', seq: 12, kind: 'call' });
    expect(left.split('/')[4]).not.toBe(right.split('/')[4]);
  });
});

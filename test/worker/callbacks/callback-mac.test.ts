import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackUrl, readCallbackMac } from '../../../worker/callbacks/callback-mac.ts';

const SECRET = 'a secret of the tests';
const AT = { importId: 'k3v9x2a7', incarnation: 'm4q8z2rt6w', seq: 3, kind: 'call' } as const;
/** An address of an import that version 0.2 made. */
const FORMER = { ...AT, incarnation: '' };

async function macOf(secret = SECRET, at: typeof AT | typeof FORMER = AT): Promise<string> {
  const url = await callbackUrl('https://edge.test', secret, at);
  return url.split('/')[6] ?? '';
}

describe('the address of a callback', () => {
  it('names import, life, campaign and kind, and 128 bits nobody can guess', async () => {
    const url = await callbackUrl('https://edge.test', SECRET, AT);
    expect(url).toMatch(/^https:\/\/edge\.test\/callbacks\/k3v9x2a7\/3\/m4q8z2rt6w[A-Za-z0-9_-]{22}\/call$/);
  });

  it('is accepted as it was made', async () => {
    expect(await readCallbackMac(SECRET, { ...AT, mac: await macOf() })).toBe(AT.incarnation);
  });

  it('is still accepted as 0.2 made it, before imports had lives', async () => {
    expect(await readCallbackMac(SECRET, { ...AT, mac: 'KKGzvyYNhdeg68swWpuDHA' })).toBe('');
    expect(await callbackUrl('https://edge.test', SECRET, FORMER)).toBe(
      'https://edge.test/callbacks/k3v9x2a7/3/KKGzvyYNhdeg68swWpuDHA/call',
    );
  });

  it('of one life of an import is none of the next, nor of one without a life', async () => {
    const mac = await macOf();
    const bare = mac.slice(AT.incarnation.length);
    const former = await macOf(SECRET, FORMER);
    for (const other of [`aaaaaaaaaa${bare}`, bare, `${AT.incarnation}${former}`])
      expect(await readCallbackMac(SECRET, { ...AT, mac: other })).toBeNull();
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
    const answers = await Promise.all(others.map((other) => readCallbackMac(SECRET, other)));
    expect(answers).toEqual(others.map(() => null));
  });

  it('is refused with any one character changed', async () => {
    const mac = await macOf();
    const place = fc.nat(mac.length - 1);
    const char = fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' });
    await fc.assert(
      fc.asyncProperty(place, char, async (at, other) => {
        fc.pre(mac[at] !== other);
        const changed = `${mac.slice(0, at)}${other}${mac.slice(at + 1)}`;
        expect(await readCallbackMac(SECRET, { ...AT, mac: changed })).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('does not let one id run into the next', async () => {
    const left = await callbackUrl('', SECRET, { ...AT, importId: 'abc\n1', seq: 2 });
    const right = await callbackUrl('', SECRET, { ...AT, importId: 'abc', seq: 12 });
    expect(left.split('/')[4]).not.toBe(right.split('/')[4]);
  });
});

import { describe, expect, it } from 'vitest';
import { createOwnNumbers } from '../../../extension/storage/own-numbers.ts';
import { storageArea } from '../support/storage-area.ts';

const WORKER = 'https://calls.example.com';
const PRESS = { id: 'k3v9x2a7', asked: '{"number":"98765 43210"}', of: 'list1' };
const OWN = { number: '98765 43210', press: PRESS };
const NOTHING = { number: '', press: null };

describe('createOwnNumbers', () => {
  it('keeps a number and its last press for one Worker, and for no other', async () => {
    const numbers = createOwnNumbers(storageArea());
    expect(await numbers.read(WORKER)).toEqual(NOTHING);
    await numbers.remember(WORKER, OWN);
    await numbers.remember('https://other.example.com', { ...OWN, press: null });
    expect(await numbers.read(WORKER)).toEqual(OWN);
    await numbers.remember(WORKER, { number: '1', press: null });
    expect(await numbers.read(WORKER)).toEqual({ number: '1', press: null });
    expect(await numbers.read('https://other.example.com')).toEqual({ ...OWN, press: null });
  });

  it('keeps those of the newest twenty', async () => {
    const numbers = createOwnNumbers(storageArea());
    for (let index = 0; index <= 20; index += 1) await numbers.remember(`https://w${index}.example.com`, OWN);
    expect(await numbers.read('https://w0.example.com')).toEqual(NOTHING);
    expect(await numbers.read('https://w1.example.com')).toEqual(OWN);
  });

  it.each([[null], ['x'], [[null, 7, [WORKER], [WORKER, null], [WORKER, { number: 7 }], [7, OWN]]]])(
    'takes %j in the storage for nothing kept',
    async (stored) => {
      expect(await createOwnNumbers(storageArea({ ownNumbers: stored })).read(WORKER)).toEqual(NOTHING);
    },
  );

  it('keeps the number where its press cannot be read', async () => {
    for (const press of [null, 'x', {}, { ...PRESS, id: 7 }]) {
      const numbers = createOwnNumbers(storageArea({ ownNumbers: [[WORKER, { ...OWN, press }]] }));
      expect(await numbers.read(WORKER)).toEqual({ ...OWN, press: null });
    }
  });
});

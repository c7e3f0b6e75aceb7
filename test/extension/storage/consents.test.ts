import { describe, expect, it } from 'vitest';
import { createConsentStore } from '../../../extension/storage/consents.ts';
import { storageArea } from '../support/storage-area.ts';

const SCOPE = { worker: 'https://calls.example.com', template: 't1', purpose: 'service' };

describe('createConsentStore', () => {
  it('knows what was said of one template at one Worker for one purpose, and of no other', async () => {
    const consents = createConsentStore(storageArea());
    await consents.remember(SCOPE);

    expect(await consents.has(SCOPE)).toBe(true);
    for (const other of [{ worker: 'https://other.example.com' }, { template: 't2' }, { purpose: 'promotional' }])
      expect(await consents.has({ ...SCOPE, ...other })).toBe(false);
  });

  it('forgets what was taken back, and asks again', async () => {
    const consents = createConsentStore(storageArea());
    await consents.remember(SCOPE);
    await consents.remember({ ...SCOPE, template: 't2' });
    await consents.forget(SCOPE);

    expect(await consents.has(SCOPE)).toBe(false);
    expect(await consents.has({ ...SCOPE, template: 't2' })).toBe(true);
  });

  it('keeps the newest two hundred, each once', async () => {
    const consents = createConsentStore(storageArea());
    for (let index = 0; index <= 200; index += 1) await consents.remember({ ...SCOPE, template: `t${index}` });
    await consents.remember({ ...SCOPE, template: 't200' });

    expect(await consents.has({ ...SCOPE, template: 't0' })).toBe(false);
    expect(await consents.has({ ...SCOPE, template: 't1' })).toBe(true);
  });

  it.each([[null], ['t1'], [{ 0: 't1' }], [[7, null]]])('takes %j in the storage for nothing said', async (stored) => {
    const consents = createConsentStore(storageArea({ consents: stored }));

    expect(await consents.has(SCOPE)).toBe(false);
  });
});

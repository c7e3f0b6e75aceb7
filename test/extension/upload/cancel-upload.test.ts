import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { cancelUpload } from '../../../extension/upload/cancel-upload.ts';
import type { KeptImport } from '../../../extension/storage/kept-import.ts';
import { keptImport, working } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';

const OLD = 'https://old.example.com';

/** Workers by address, which record what was deleted at each. */
function workersThatRemember() {
  const deleted: string[] = [];
  return {
    deleted,
    clientFor: async ({ worker }: Pick<KeptImport, 'worker'>) =>
      worker === 'https://forgotten.example.com'
        ? null
        : {
            deleteImport: async (id: string) => {
              deleted.push(`${worker} ${id}`);
              return ok(null);
            },
          },
  };
}

describe('cancelUpload', () => {
  it('removes the file here and at the Worker it goes to while nothing can be launched', async () => {
    const kept = keptInMemory();
    const { clientFor, deleted } = workersThatRemember();
    await kept.keep(keptImport({ worker: OLD, upload: working('sending', 5) }), new Blob(['x']));

    expect(await cancelUpload('k3v9x2a7', kept, clientFor)).toBe(true);
    expect([await kept.list(), await kept.readFile('k3v9x2a7'), deleted]).toEqual([[], null, [`${OLD} k3v9x2a7`]]);
  });

  it('removes it here when its Worker is known no more, and asks no other', async () => {
    const kept = keptInMemory();
    const { clientFor, deleted } = workersThatRemember();
    const upload = working('sending', 5);
    await kept.keep(keptImport({ worker: 'https://forgotten.example.com', upload }), new Blob(['x']));

    expect(await cancelUpload('k3v9x2a7', kept, clientFor)).toBe(true);
    expect([await kept.list(), deleted]).toEqual([[], []]);
  });

  it('cannot once the launch is under way', async () => {
    const kept = keptInMemory();
    const { clientFor, deleted } = workersThatRemember();
    await kept.keep(keptImport({ upload: working('launching') }), new Blob(['x']));

    expect(await cancelUpload('k3v9x2a7', kept, clientFor)).toBe(false);
    expect([(await kept.list()).length, deleted]).toEqual([1, []]);
  });
});

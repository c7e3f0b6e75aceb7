import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { cancelUpload } from '../../../extension/upload/cancel-upload.ts';
import { keptImport, working } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';

function clientThatRemembers() {
  const deleted: string[] = [];
  return {
    deleted,
    deleteImport: async (id: string) => {
      deleted.push(id);
      return ok(null);
    },
  };
}

describe('cancelUpload', () => {
  it('removes the file here and at the Worker while nothing can be launched', async () => {
    const kept = keptInMemory();
    const client = clientThatRemembers();
    await kept.keep(keptImport({ upload: working('sending', 5) }), new Blob(['x']));

    expect(await cancelUpload('k3v9x2a7', kept, client)).toBe(true);
    expect([await kept.list(), await kept.readFile('k3v9x2a7'), client.deleted]).toEqual([[], null, ['k3v9x2a7']]);
  });

  it('cannot once the launch is under way', async () => {
    const kept = keptInMemory();
    const client = clientThatRemembers();
    await kept.keep(keptImport({ upload: working('launching') }), new Blob(['x']));

    expect(await cancelUpload('k3v9x2a7', kept, client)).toBe(false);
    expect([(await kept.list()).length, client.deleted]).toEqual([1, []]);
  });
});

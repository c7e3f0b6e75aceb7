import { describe, expect, it } from 'vitest';
import { retryUploadsNow } from '../../../extension/upload/retry-uploads-now.ts';
import type { UploadState } from '../../../extension/storage/kept-import.ts';
import { keptImport } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';

const WAITING = {
  step: 'working',
  task: 'locating',
  offset: 4,
  failures: 9,
  retryAt: 300_000,
  fault: { code: 'unreachable' },
} as const;
const STUCK = { step: 'stuck', task: 'sending', offset: 4, fault: { code: 'file_lost' } } as const;

async function afterHurry(upload: UploadState): Promise<UploadState | undefined> {
  const kept = keptInMemory();
  await kept.keep(keptImport({ upload }), new Blob(['a,b']));
  await retryUploadsNow(kept);
  return (await kept.list())[0]?.upload;
}

describe('retryUploadsNow', () => {
  it('makes due what waits to be tried again, where it stopped', async () => {
    const due = { step: 'working', task: 'locating', offset: 4, failures: 0, retryAt: null, fault: null };
    expect(await afterHurry(WAITING)).toEqual(due);
  });

  it.each([
    ['what is under way', { ...WAITING, retryAt: null, fault: null }],
    ['what needs a person', STUCK],
    ['what was never started', { step: 'draft' }],
  ] as const)('leaves %s as it is', async (_name, upload) => {
    expect(await afterHurry(upload)).toEqual(upload);
  });
});

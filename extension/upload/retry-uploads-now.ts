import type { KeptImports } from '../storage/kept-imports.ts';
import { nextUploadStep } from './upload-step.ts';

/** The network is back: uploads that wait for a retry are due now, not minutes later. */
export async function retryUploadsNow(kept: Pick<KeptImports, 'list' | 'update'>): Promise<void> {
  for (const { id, upload } of await kept.list()) {
    if (upload.step !== 'working' || upload.retryAt === null) continue;
    await kept.update(id, (current) => {
      if (current.upload.step !== 'working' || current.upload.retryAt === null) return current;
      const next = nextUploadStep(current, { type: 'try_again' });
      return next.step === 'launched' ? current : { ...current, upload: next };
    });
  }
}

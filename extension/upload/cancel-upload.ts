import type { WorkerClient } from '../api/worker-client.ts';
import type { KeptImport } from '../storage/kept-import.ts';
import type { KeptImports } from '../storage/kept-imports.ts';

/**
 * Cancels a press as long as nothing can have been launched, and answers whether it could. At the Worker this is best
 * effort: what stays there was never launched and expires.
 */
export async function cancelUpload(
  id: string,
  kept: KeptImports,
  clientFor: (kept: KeptImport) => Promise<Pick<WorkerClient, 'deleteImport'> | null>,
): Promise<boolean> {
  const stored = await kept.update(id, (current) =>
    current.upload.step === 'working' && current.upload.task === 'launching'
      ? current
      : { ...current, press: null, upload: { step: 'draft' } },
  );
  if (!stored) return true;
  if (stored.upload.step !== 'draft') return false;
  await kept.remove(id);
  await (await clientFor(stored))?.deleteImport(id);
  return true;
}

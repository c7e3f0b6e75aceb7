import { createContactCheck } from '../../shared/contacts/check-contacts.ts';
import type { CheckSettings, CheckSink, CheckSummary } from '../../shared/contacts/check-contacts.ts';
import { readSample } from './read-sample.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import type { Result } from '../../shared/result.ts';

/**
 * Runs a file's bytes through the check and holds at most one chunk. `progress` gets the number of bytes read so far.
 */
export async function readThrough(
  file: Blob,
  settings: CheckSettings,
  sink: CheckSink,
  progress: (bytes: number) => void,
): Promise<Result<CheckSummary, FileFault>> {
  const check = createContactCheck({ ...settings, sample: await readSample(file) }, sink);
  const reader = file.stream().getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return check.finish();
    const pushed = check.push(value);
    if (!pushed.ok) {
      await reader.cancel();
      return pushed;
    }
    bytes += value.byteLength;
    progress(bytes);
  }
}

import { createFileCorrector } from '../../shared/contacts/correct-file.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { LineValues, SniffSettings } from './check-messages.ts';
import { sniffColumns } from './sniff-columns.ts';

/** A file with corrections inserted and every other byte unchanged. `settings` name the column they belong to. */
export async function writeCorrected(
  file: Blob,
  settings: SniffSettings,
  corrections: LineValues,
): Promise<Result<Blob, FileFault>> {
  const sniffed = await sniffColumns(file, settings);
  if (!sniffed.ok) return sniffed;
  const { numberColumn, ...shape } = sniffed.value;
  if (numberColumn === null) return ok(file);
  const corrector = createFileCorrector({ ...shape, numberColumn }, corrections);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(new Blob([...pieces, ...corrector.finish()], { type: 'text/csv' }));
    pieces.push(...corrector.push(value));
  }
}

import type { FileFault } from '../../shared/contacts/file-fault.ts';
import { sniffHead } from '../../shared/contacts/sniff-head.ts';
import type { Sniffed } from '../../shared/contacts/sniff-file.ts';
import { MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROW_BYTES, SNIFF_BYTES } from '../../shared/limits.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { readSample } from './read-sample.ts';
import type { FileColumns, SniffSettings } from './check-messages.ts';

const LIMITS = { columns: MAX_COLUMNS, cellBytes: MAX_CELL_BYTES, rowBytes: MAX_ROW_BYTES };

/**
 * The columns of a file, read from its beginning and samples of the rest. A file whose numbers were not found still has
 * columns.
 */
export async function sniffColumns(file: Blob, settings: SniffSettings): Promise<Result<FileColumns, FileFault>> {
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const complete = file.size <= SNIFF_BYTES;
  const sampled = { ...settings, sample: await readSample(file) };
  const found = sniffHead(head, complete, sampled, LIMITS);
  if (found.ok) return ok({ ...found.value.shape, headingRow: headingRowOf(found.value) });
  const { number, ...others } = settings.columns ?? {};
  // The choice was made when the file was read differently: the columns that exist now are shown to choose from.
  if ((found.error.code === 'column_not_found' || found.error.code === 'column_ambiguous') && number !== undefined)
    return sniffColumns(file, { ...settings, columns: others });
  if (found.error.code !== 'no_number_column') return found;
  const shown = sniffHead(head, complete, { ...sampled, columns: { ...settings.columns, number: 1 } }, LIMITS);
  return shown.ok ? ok({ ...shown.value.shape, numberColumn: null, headingRow: headingRowOf(shown.value) }) : shown;
}

function headingRowOf({ shape, firstRow }: Sniffed): number | null {
  return shape.header ? firstRow - 1 : null;
}

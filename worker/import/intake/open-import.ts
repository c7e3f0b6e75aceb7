import { err, ok, type Result } from '../../../shared/result.ts';
import { newImportRecord, type Birth, type ImportRecord, type OpenInput } from '../record/import-record.ts';
import { receiveFile } from './receive-file.ts';
import type { Fault } from '../../errors.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { ImportStore } from '../record/import-store.ts';

/** Opens an import. With the same file name and size a known id finds its import; otherwise it is refused. */
export function openImport(session: ImportSession, input: OpenInput, birth: Birth): Result<ImportRecord, Fault> {
  const record = session.record();
  if (record === null) return ok(session.put(newImportRecord(input, birth)));
  const same = !record.isArriving && record.fileName === input.fileName && record.fileBytes === input.fileBytes;
  return same ? ok(record) : err({ code: 'import_exists' });
}

export function uploadState(
  session: ImportSession,
  store: ImportStore,
): Result<{ offset: number; bytes: number }, Fault> {
  const record = session.record();
  return record === null
    ? err({ code: 'import_not_found' })
    : ok({ offset: store.received(), bytes: record.fileBytes });
}

/** One piece of a resumable upload, which must start exactly where the last one ended. */
export async function receiveUpload(
  session: ImportSession,
  store: ImportStore,
  offset: number,
  body: ReadableStream<Uint8Array>,
): Promise<Result<{ received: number }, Fault>> {
  const record = session.record();
  const stored = store.received();
  if (record === null) return err({ code: 'import_not_found' });
  if (record.launchedAt !== null) return err({ code: 'already_launched' });
  // The file comes in one request, which is still running.
  if (record.isArriving) return err({ code: 'import_exists' });
  if (stored !== offset) return err({ code: 'offset_mismatch', details: { offset: stored } });
  return receiveFile(store, body, { offset, maxBytes: record.fileBytes });
}

import { err, ok, type Result } from '../../../shared/result.ts';
import { sha256Of } from './check-file.ts';
import { checkImport, type CheckWorld } from './check-import.ts';
import { receiveFile } from './receive-file.ts';
import { newImportRecord, type ImportRecord, type OpenInput } from '../record/import-record.ts';
import { newId } from '../../new-id.ts';
import { uploadExpiry } from '../record/import-settings.ts';
import type { Fault } from '../../errors.ts';

/** What taking in a file needs from outside. */
export interface IntakeWorld extends CheckWorld {
  /** The decision to call those called recently anyway. */
  readonly override: ImportRecord['override'];
  /**
   * Called as soon as the record exists, before any byte is stored: it sets the alarm, so that the import is cleaned up
   * if the process dies.
   */
  readonly own: () => Promise<void>;
}

/** Takes in the file under a new id; for a known id, finds the import made of it. */
export function takeOrFindFile(
  world: IntakeWorld,
  input: OpenInput,
  body: ReadableStream<Uint8Array>,
): Promise<Result<ImportRecord, Fault>> {
  const known = world.session.record();
  return known === null ? takeFile(world, input, body) : sameFile(world, known, input, body);
}

/** Stores and checks a file that comes in one request; its size is known only once all of it has arrived. */
async function takeFile(
  world: IntakeWorld,
  input: OpenInput,
  body: ReadableStream<Uint8Array>,
): Promise<Result<ImportRecord, Fault>> {
  const { session, store, config, own, override } = world;
  const birth = { incarnation: newId(), now: Date.now(), expiresAt: uploadExpiry(config, Date.now()) };
  const record = session.put({ ...newImportRecord(input, birth), isArriving: true });
  await own();
  const received = await receiveFile(store, body, { offset: 0, maxBytes: input.fileBytes });
  if (!received.ok) return received.error.code === 'upload_overflow' ? err({ code: 'file_too_large' }) : received;
  // Half of a file must not be taken for the whole, and the sender is gone.
  if (received.value.cutOff) return err({ code: 'upload_incomplete', details: { offset: received.value.received } });
  session.put({ ...record, fileBytes: store.received(), isArriving: false });
  return checkImport(world, { override });
}

const OTHER_TEMPLATE = 'An import of another template already has this id. Leave the id out, or use a new one.';

/**
 * The same id again: the same bytes and template find the import, others are refused. A file that was stored but not
 * checked, because the process died in between, is checked now; so is one that is asked for with other columns or for
 * other people of it.
 */
async function sameFile(
  world: IntakeWorld,
  record: ImportRecord,
  input: OpenInput,
  body: ReadableStream<Uint8Array>,
): Promise<Result<ImportRecord, Fault>> {
  const { columns, template, notCalledForDays: days, unlessChanged = false } = input;
  if (template.id !== record.template.id) {
    await body.cancel();
    return err({ code: 'import_exists', message: OTHER_TEMPLATE });
  }
  const sha256 = await sha256Of(body);
  const isOther = record.launchedAt === null && readsOtherwise(input, record);
  const { override } = world;
  const isOverridden = override !== null && record.override === null && record.launchedAt === null;
  const request = {
    override,
    ...(columns !== undefined && { columns }),
    ...(days !== undefined && { notCalledForDays: days, unlessChanged }),
  };
  const isUnchecked = record.check === null || isOther || isOverridden;
  const checked = isUnchecked ? await checkImport(world, request) : ok(record);
  return checked.ok && checked.value.check?.sha256 === sha256 ? checked : err({ code: 'import_exists' });
}

function readsOtherwise(
  { columns, notCalledForDays: days, unlessChanged = false }: OpenInput,
  record: ImportRecord,
): boolean {
  const isSame = columns === undefined || JSON.stringify(columns) === JSON.stringify(record.columns);
  return (
    !isSame || (days !== undefined && (days !== record.notCalledForDays || unlessChanged !== record.unlessChanged))
  );
}

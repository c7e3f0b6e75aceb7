import { MAX_PROVEN_CONTACTS } from '../../../shared/list-limits.ts';
import { ok } from '../../../shared/result.ts';
import { isPersonal } from '../../../shared/template/template-schema.ts';
import { onlyItem } from '../../exotel/answer.ts';
import { readReceipt, UPLOAD_PATH, uploadForm } from '../../exotel/list-api.ts';
import { takeOutSuppressed } from './take-out-suppressed.ts';
import { holdFor } from './hold-import.ts';
import { afterUpload, beginUpload, refuse } from '../outbox/list-transitions.ts';
import { reuseList } from '../outbox/reused-list.ts';
import { uploadName } from '../outbox/list-record.ts';
import { listOf, withList } from '../outbox/campaign-lists.ts';
import type { ListPlace } from '../outbox/list-record.ts';
import type { Ask, EngineDeps } from './engine-ports.ts';

/** Asks the account for a list of the same numbers that was uploaded for another import or template. */
export async function findList(deps: EngineDeps, { seq, first }: ListPlace): Promise<void> {
  const wanted = listOf(deps.row(seq), first);
  if (wanted === undefined) return;
  await takeOutSuppressed(deps, seq);
  const isWhole = listOf(deps.row(seq), first)?.omitted === 0;
  const known = isWhole && wanted.contacts <= MAX_PROVEN_CONTACTS ? await deps.lists.find(wanted) : null;
  const row = deps.row(seq);
  const list = listOf(row, first);
  if (list?.state !== 'pending' || list.sought) return;
  deps.putRow(withList(row, known === null ? { ...list, sought: true } : reuseList(list, known, deps.now())));
}

/**
 * Sends one upload of one list. The row says `uploading` and the list's name, on disk, before the first byte leaves.
 */
export async function uploadList(deps: EngineDeps, ask: Ask, { seq, first }: ListPlace): Promise<void> {
  await takeOutSuppressed(deps, seq);
  const wanted = listOf(deps.row(seq), first);
  if (wanted === undefined) return;
  const file = await deps.lists.file(wanted, new Set(deps.row(seq).suppressed));
  // Nothing is awaited between reading the row and writing `uploading`: otherwise a stop pressed in between would be
  // lost.
  const row = deps.row(seq);
  const pending = listOf(row, first);
  if (row.state !== 'pending' || pending?.state !== 'pending') return;
  if (file === null) {
    deps.putRow(withList(row, refuse(pending, 'list_unreadable', UNREADABLE)));
    return;
  }
  const record = deps.record();
  const name = uploadName(record, pending, pending.uploads + 1);
  deps.putRow(withList(row, beginUpload(pending, name, deps.now())));
  await deps.sync();
  const type = isPersonal(record.template) ? 'dynamic' : 'static';
  const { result } = await ask('POST', UPLOAD_PATH, uploadForm({ name, type, file }));
  const sent = deps.row(seq);
  const list = listOf(sent, first);
  if (list === undefined) return;
  if (!result.ok && holdFor(deps, result.error)) {
    deps.putRow(withList(sent, { ...list, state: 'pending', attempts: list.attempts - 1 }));
    return;
  }
  const answer = result.ok ? ok(readReceipt(onlyItem(result.value))) : result;
  deps.putRow(withList(sent, afterUpload(list, answer, deps.rules, deps.now())));
}

const UNREADABLE =
  'the stored file no longer reads as it did when it was checked. Give this campaign up, and import the file again.';

import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Call, Handler } from '../dialler/call.ts';
import { head } from '../dialler/call.ts';
import { invalid, mandatory } from '../campaigns/check-flow.ts';
import { succeedWith } from '../http/envelope.ts';
import { fraction, hexId } from '../http/ids.ts';
import type { CSV_OPERATIONS } from '../http/operation-names.ts';
import type { Refusal } from '../http/refusal.ts';
import { MAX_CONTACTS } from './contact-list.ts';
import type { ContactList, ListType, Upload } from './contact-list.ts';
import { newList } from './list-operations.ts';
import { readMultipart } from './multipart.ts';
import type { Part } from './multipart.ts';
import { takeIn } from './take-in.ts';
import type { Intake } from './take-in.ts';

/** Exotel: "less than 60 MB". */
const MAX_FILE_BYTES = 60_000_000;

type Form = { readonly listName: string; readonly type: ListType; readonly file: Buffer };

/** Uploads of files, and their status. Both calls answer with an object where the other calls have an array. */
export const CSV_HANDLERS: Record<(typeof CSV_OPERATIONS)[number], Handler> = {
  csv_upload: (call) => {
    const form = readForm(call.contentType, call.bytes);
    if (!form.ok) return form;
    const { listName, type, file } = form.value;
    const known = call.account.book.listNamed(listName);
    if (known !== undefined && known.type !== null && known.type !== type) {
      return invalid(`list ${listName} is ${known.type}`);
    }
    const ordinal = call.nextOrdinal();
    const id = hexId(call.account.seed, `upload ${ordinal}`);
    const intake = takeIn(file, {
      type,
      known: known?.known ?? new Set(),
      isSpoilt: (number, row) => call.account.script.isRefused(number) || isSpoilt(call, id, row),
    });
    if (!intake.ok) return intake;
    const fits = checkFit(known, type, intake.value);
    if (!fits.ok) return fits;
    const list = known ?? newList(call, listName, '');
    call.account.book.addUpload(take(call, list, type, id, intake.value));
    const url = `https://api.exotel.com/v2/accounts/${call.account.identity.sid}/csv-status/${id}`;
    const data = { list: { sid: list.sid, name: list.name }, summary: { upload_id: id, list_sid: list.sid, url } };
    return ok(succeedWith(head(call, 'POST'), { code: 200, error_data: null, status: 'success', data }));
  },

  csv_status: (call) => {
    const upload = call.account.book.uploads.get(call.id);
    if (upload === undefined) return err({ code: 'not_found', description: 'Not Found' });
    const data = { upload_id: upload.id, list_sid: upload.listSid, status: upload.status, stats: statsOf(upload) };
    return ok(succeedWith(head(call, 'GET'), { code: 200, error_data: null, status: 'success', data }));
  },
};

function readForm(contentType: string, body: Buffer): Result<Form, Refusal> {
  const parts = readMultipart(contentType, body);
  if (!parts.ok) return parts;
  const part = (name: string): Part | undefined => parts.value.find((one) => one.name === name);
  const listName = part('list_name')?.bytes.toString('utf8') ?? '';
  if (listName === '') return mandatory('list_name');
  const type = part('type')?.bytes.toString('utf8') ?? 'static';
  if (type !== 'static' && type !== 'dynamic') return invalid(`type ${type} is not allowed`);
  const file = part('file_name');
  if (file === undefined || file.bytes.length === 0) return mandatory('file_name');
  if (file.fileName === null || file.contentType?.split(';')[0] !== 'text/csv') {
    return invalid('file_name must be a file of type text/csv');
  }
  if (file.bytes.length >= MAX_FILE_BYTES) return invalid('file_name must be smaller than 60 MB');
  return ok({ listName, type, file: file.bytes });
}

function isSpoilt({ uploadFault, account }: Call, id: string, row: number): boolean {
  return uploadFault?.kind === 'rows_failed' && fraction(account.seed, `row ${id} ${row}`) < uploadFault.failedShare;
}

/** A list has one limit of size over all its uploads, and a dynamic list has one header (a guess). */
function checkFit(list: ContactList | undefined, type: ListType, intake: Intake): Result<null, Refusal> {
  const isSame = list === undefined || list.type !== 'dynamic' || sameTexts(list.headers, intake.headers);
  if (!isSame) return invalid(`list ${list.name} has other columns`);
  const most = MAX_CONTACTS[type];
  const total = (list?.known.size ?? 0) + intake.entries.numbers.length;
  return total > most ? invalid(`a ${type} list holds at most ${most} contacts`) : ok(null);
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, place) => text === right[place]);
}

function take(call: Call, list: ContactList, type: ListType, id: string, intake: Intake): Upload {
  const { rows, duplicate, failed, entries, headers } = intake;
  list.type ??= type;
  if (type === 'dynamic') list.headers = headers;
  for (const number of entries.numbers) list.known.add(number);
  const isStuck = call.uploadFault?.kind === 'upload_stuck';
  const upload: Upload = {
    id,
    listSid: list.sid,
    at: call.now,
    readyAt: isStuck ? Number.POSITIVE_INFINITY : call.realNow + call.account.settings.csvProcessingMs,
    willFail: call.uploadFault?.kind === 'upload_failed',
    rows,
    success: entries.numbers.length,
    duplicate,
    failed,
    waiting: entries,
    status: 'in-progress',
  };
  list.uploads.push(upload);
  list.updatedAt = call.now;
  return upload;
}

/** While an upload is being processed, nothing is counted yet (a guess). */
function statsOf({ status, rows, success, duplicate, failed }: Upload): Readonly<Record<string, number>> {
  if (status === 'in-progress') return { duplicate: 0, total: 0, success: 0, failed: 0 };
  if (status === 'failed') return { duplicate: 0, total: rows, success: 0, failed: rows };
  return { duplicate, total: rows, success, failed };
}

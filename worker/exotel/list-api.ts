import { z } from 'zod';
import { LIST_PAGE_SIZE } from '../../shared/limits.ts';
import { MAX_MEMBERS_A_PAGE } from '../../shared/list-limits.ts';
import { wireCount, wireText } from './wire-schemas.ts';
import type { ListCounts } from '../../shared/protocol/campaign-view.ts';
import type { AnswerItem } from './answer.ts';

/** A list at Exotel. `contacts` is null if Exotel does not say how many. */
export interface UpstreamList {
  readonly sid: string;
  readonly name: string;
  readonly contacts: number | null;
}

/** What the answer to an upload names; Exotel has only begun to process the file. */
export interface UploadReceipt {
  readonly listSid: string;
  /** Null if the answer gives only the list's sid. */
  readonly listName: string | null;
  readonly uploadId: string | null;
}

export interface UploadStatus {
  readonly state: 'in_progress' | 'completed' | 'failed';
  readonly counts: ListCounts | null;
  /** The sid of the list being filled; null if it is not named. */
  readonly listSid: string | null;
}

/** Creates a list, or adds to an existing list of the same name. */
export const UPLOAD_PATH = '/contacts/csv-upload';

export function listPath(sid: string): string {
  return `/lists/${encodeURIComponent(sid)}`;
}

export function uploadStatusPath(uploadId: string): string {
  return `/csv-status/${encodeURIComponent(uploadId)}`;
}

/** Asks for the smallest page of a list's contacts, because the page also says how many there are. */
export function membersPath(sid: string): string {
  return `${listPath(sid)}/contacts?offset=0&limit=1`;
}

/** One page of a list's contacts. */
export function memberPagePath(sid: string, offset: number): string {
  return `${listPath(sid)}/contacts?offset=${offset}&limit=${MAX_MEMBERS_A_PAGE}`;
}

const memberSchema = z.object({ number: wireText });

/** E.164 digits of one contact of a list; NaN, which equals no number, if it names none. */
export function readMember(item: AnswerItem): number {
  const parsed = memberSchema.safeParse(item.data);
  const digits = parsed.success ? parsed.data.number.replaceAll(/[^0-9]/g, '') : '';
  return digits === '' ? Number.NaN : Number(digits);
}

/** Searches by name. How Exotel matches names is not documented, so results must be compared. */
export function searchListsPath(name: string): string {
  return `/lists?${new URLSearchParams({ name, limit: `${LIST_PAGE_SIZE}`, offset: '0' }).toString()}`;
}

/** The newest lists of the account, whatever their names. */
export function recentListsPath(offset: number): string {
  const query = { sort_by: 'date_created:desc', limit: `${LIST_PAGE_SIZE}`, offset: `${offset}` };
  return `/lists?${new URLSearchParams(query).toString()}`;
}

/** Exotel's name for the part that holds the file is `file_name`. */
export function uploadForm(list: {
  readonly name: string;
  readonly type: 'static' | 'dynamic';
  readonly file: Blob;
}): FormData {
  const form = new FormData();
  form.set('list_name', list.name);
  form.set('type', list.type);
  form.set('file_name', list.file, 'contacts.csv');
  return form;
}

const listSchema = z.object({ sid: wireText, id: wireText, name: wireText });

/** No primary source names the field of a list's count, so these plain names are tried, without case and separators. */
const COUNT_KEYS = [
  'contactcount',
  'contactscount',
  'totalcontacts',
  'numberofcontacts',
  'noofcontacts',
  'contacts',
  'count',
  'totalcount',
  'total',
  'size',
];

export function readList(item: AnswerItem | undefined): UpstreamList | null {
  const parsed = listSchema.safeParse(item?.data);
  if (!parsed.success) return null;
  const { sid, id, name } = parsed.data;
  if (sid === '' && id === '') return null;
  const named = new Map(
    Object.entries(item?.data ?? {}).map(([key, value]) => [key.toLowerCase().replace(/[^a-z]/g, ''), value]),
  );
  const counts = COUNT_KEYS.map((key) => wireCount.parse(named.get(key)));
  return { sid: sid || id, name, contacts: counts.find((count) => count !== null && Number.isInteger(count)) ?? null };
}

const summarySchema = z.object({ upload_id: wireText, list_sid: wireText, url: wireText });
const receiptSchema = z.object({
  summary: summarySchema.nullish().catch(null),
  list: z.object({ sid: wireText, name: wireText }).nullish().catch(null),
});

/** Null if the answer names no list: a success that cannot be used is in doubt. */
export function readReceipt(item: AnswerItem | undefined): UploadReceipt | null {
  const parsed = receiptSchema.safeParse(item?.data);
  const told = parsed.success ? parsed.data : { summary: null, list: null };
  const summary = told.summary ?? receiptSchema.shape.summary.parse(item?.summary ?? null);
  const listSid = (summary?.list_sid ?? '') || (told.list?.sid ?? '');
  const inUrl = /\/csv-status\/([^/?#]+)/.exec(summary?.url ?? '')?.[1];
  const listName = told.list?.name || null;
  return listSid === '' ? null : { listSid, listName, uploadId: (summary?.upload_id || inUrl) ?? null };
}

const count = z.coerce.number().int().min(0);
/** Exotel leaves these counts out if they are 0. If the sums then do not match, the list is counted. */
const rare = count.default(0);

const statusSchema = z.object({
  status: wireText,
  list_sid: wireText,
  stats: z.object({ total: count, success: count, duplicate: rare, failed: rare }).nullish().catch(null),
});

/** A status that says neither done nor failed counts as still under way. */
export function readUploadStatus(item: AnswerItem | undefined): UploadStatus {
  const parsed = statusSchema.safeParse(item?.data);
  const word = parsed.success ? parsed.data.status.toLowerCase() : '';
  const state = word === 'completed' ? 'completed' : word === 'failed' ? 'failed' : 'in_progress';
  const { stats, list_sid: listSid } = parsed.success ? parsed.data : {};
  return { state, counts: stats ?? null, listSid: listSid || null };
}

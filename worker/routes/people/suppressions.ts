import { z } from 'zod';
import { MAX_FILE_BYTES } from '../../../shared/limits.ts';
import {
  removeRequestSchema,
  SUPPRESSION_SOURCES,
  suppressionSchema,
  suppressRequestSchema,
  suppressUploadSchema,
  uploadResultSchema,
  type SuppressUpload,
  type UploadResult,
} from '../../../shared/people/suppression.ts';
import { importOf, peopleOf, unwrap, type AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { pageQuerySchema } from '../../page-query.ts';
import { requireNumber } from '../../people/require-number.ts';
import { readQuery } from '../../read-query.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { parseAs, readJson } from '../../request-body.ts';
import { ABOUT_PAGE, bytes, call, json, NO_CONTENT, type Call } from '../call.ts';

const FILE_TYPES = new Set(['text/csv', 'text/plain', 'application/csv', 'text/tab-separated-values']);

const querySchema = z.object({
  search: z.string().trim().max(200).default(''),
  channel: z.enum(['voice', 'sms']).nullable().default(null),
  source: z.enum(SUPPRESSION_SOURCES).nullable().default(null),
  upload: z.string().max(64).nullable().default(null),
});

const FILTERS = {
  search: 'Part of the number, or of the note, the name of the upload, or who added it',
  channel: 'voice or sms: what holds for it',
  source: 'upload, hand, key_press, sms_status, exotel_blacklist or api',
  upload: 'Only numbers of this upload',
};

/** The list of people who must not be called. */
export const SUPPRESSION_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/suppressions',
    summary: 'People who are not to be called, newest first, then uploads',
    query: { schema: querySchema.extend(pageQuerySchema.shape), about: { ...ABOUT_PAGE, ...FILTERS } },
    answer: json(pageSchema(suppressionSchema)),
    refusals: [400, 401],
    async handle(c, { query: { offset, limit, ...query } }) {
      const page = { offset, limit };
      return c.json({ ...(await peopleOf(c).list(query, page)), ...page });
    },
  }),
  call({
    method: 'post',
    path: '/api/suppressions',
    summary: 'Add one number (JSON), or upload a file of up to 1,000,000 (text/csv)',
    reads: {
      parameters: {
        mode: 'With text/csv: append (the default), or replace earlier uploads of this name',
        name: 'With text/csv: what the upload is called',
        preview: 'With text/csv: true only counts',
        channel: 'With text/csv: voice or sms; left out: both',
        group: 'With text/csv: only templates of this purpose',
        note: 'With text/csv: why',
        expires: 'With text/csv: until when',
      } satisfies Record<keyof SuppressUpload, string>,
      body: { type: 'application/json', schema: suppressRequestSchema },
    },
    takesFile: true,
    answer: json(suppressionSchema.or(uploadResultSchema), 201),
    refusals: [400, 401, 409, 413, 415, 422],
    async handle(c) {
      const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      return FILE_TYPES.has(type) ? upload(c) : add(c);
    },
  }),
  call({
    method: 'get',
    path: '/api/suppressions.csv',
    summary: 'The list, as a spreadsheet',
    query: { schema: querySchema, about: FILTERS },
    answer: bytes('text/csv'),
    refusals: [400, 401],
    async handle(c, { query }) {
      return c.body(await peopleOf(c).csv(query), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="suppressions.csv"',
      });
    },
  }),
  call({
    method: 'delete',
    path: '/api/suppressions/{id}',
    summary: 'Take one entry out; the reason is kept',
    body: { schema: removeRequestSchema },
    answer: NO_CONTENT,
    refusals: [400, 401, 404],
    async handle(c, { id, body: { reason } }) {
      c.set('trail', { note: reason });
      unwrap(await peopleOf(c).remove(id, reason, c.get('user')));
      return c.body(null, 204);
    },
  }),
  call({
    method: 'delete',
    path: '/api/suppressions/uploads/{upload}',
    summary: 'Undo an upload; what it replaced holds again',
    answer: NO_CONTENT,
    refusals: [401, 404],
    async handle(c, asked) {
      unwrap(await peopleOf(c).undoUpload(asked.upload));
      return c.body(null, 204);
    },
  }),
];

async function add(c: AppContext): Promise<Response> {
  const request = parseAs(suppressRequestSchema, await readJson(c));
  refusePast(request.expires);
  const number = requireNumber(c, request.number);
  const { created, item } = await peopleOf(c).add({
    number,
    channel: request.channel,
    group: request.group,
    note: request.note,
    expiresAt: request.expires === null ? null : Date.parse(request.expires),
    source: isByHand(c) ? 'hand' : 'api',
    by: c.get('user'),
    importName: null,
    row: null,
    call: null,
  });
  const stillCalledBy = await countStillCalling(c, number);
  return c.json({ ...item, ...(stillCalledBy > 0 && { stillCalledBy }) }, created ? 201 : 200, {
    location: `/api/suppressions/${item.id}`,
  });
}

/** The extension's pages send their origin; a request without it comes from a program. */
function isByHand(c: AppContext): boolean {
  return /^(?:chrome|moz)-extension:/.test(c.req.header('origin') ?? '');
}

/** An entry that is already over is a mistake: nobody would notice it until the person is called. */
function refusePast(expires: string | null): void {
  if (expires === null || Date.parse(expires) > Date.now()) return;
  const message = 'This time is over, so the entry would hold nobody back. Send a later one, or leave it out.';
  throw new ApiError({ code: 'invalid_request', details: [{ path: 'expires', message }] });
}

/**
 * How many campaigns still call the number: what Exotel already has is not taken back. Later campaigns leave without
 * it.
 */
async function countStillCalling(c: AppContext, number: number): Promise<number> {
  const open = await peopleOf(c).openCampaignsOf(number);
  const calling = await Promise.all(
    open.map(async ({ importId, seq }) => importOf(c, importId).stillCalls(seq, number)),
  );
  return calling.filter(Boolean).length;
}

async function upload(c: AppContext): Promise<Response> {
  if (Number(c.req.header('content-length') ?? 0) > MAX_FILE_BYTES) throw new ApiError({ code: 'file_too_large' });
  const input = readQuery(c, suppressUploadSchema);
  refusePast(input.expires);
  const body = c.req.raw.body ?? new Blob([]).stream();
  const taken = unwrap<UploadResult>(await peopleOf(c).takeUpload({ ...input, by: c.get('user') }, body));
  return c.json(taken, taken.upload === null ? 200 : 201);
}

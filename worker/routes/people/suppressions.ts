import { Hono } from 'hono';
import { z } from 'zod';
import { MAX_FILE_BYTES } from '../../../shared/limits.ts';
import {
  removeRequestSchema,
  SUPPRESSION_SOURCES,
  suppressRequestSchema,
  suppressUploadSchema,
  type UploadResult,
} from '../../../shared/people/suppression.ts';
import { importOf, peopleOf, unwrap, type AppContext, type AppTypes } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { pageQuerySchema } from '../../page-query.ts';
import { requireNumber } from '../../people/require-number.ts';
import { readQuery } from '../../read-query.ts';
import { parseAs, readJson } from '../../request-body.ts';

const FILE_TYPES = new Set(['text/csv', 'text/plain', 'application/csv', 'text/tab-separated-values']);

const querySchema = z.object({
  search: z.string().trim().max(200).default(''),
  channel: z.enum(['voice', 'sms']).nullable().default(null),
  source: z.enum(SUPPRESSION_SOURCES).nullable().default(null),
  upload: z.string().max(64).nullable().default(null),
});

/** People who are not to be called: the list itself. */
export function suppressionRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.get('/', async (c) => {
    const { offset, limit, ...query } = readQuery(c, querySchema.extend(pageQuerySchema.shape));
    const page = { offset, limit };
    return c.json({ ...(await peopleOf(c).list(query, page)), ...page });
  });

  routes.post('/', async (c) => {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (FILE_TYPES.has(type)) return upload(c);
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
  });

  routes.delete('/uploads/:upload', async (c) => {
    unwrap(await peopleOf(c).undoUpload(c.req.param('upload')));
    return c.body(null, 204);
  });

  routes.delete('/:id', async (c) => {
    const { reason } = parseAs(removeRequestSchema, await readJson(c));
    c.set('trail', { note: reason });
    unwrap(await peopleOf(c).remove(c.req.param('id'), reason, c.get('user')));
    return c.body(null, 204);
  });

  return routes;
}

/** The list as a spreadsheet; beside the list, not under it. */
export function suppressionCsvRoute(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', async (c) => {
    const body = await peopleOf(c).csv(readQuery(c, querySchema));
    return c.body(body, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="suppressions.csv"',
    });
  });
}

/** The extension's own pages ask with their origin; whoever else asks is a program. */
function isByHand(c: AppContext): boolean {
  return /^(?:chrome|moz)-extension:/.test(c.req.header('origin') ?? '');
}

/** An entry that holds for nobody at any time is a slip: nobody would notice until the person is called. */
function refusePast(expires: string | null): void {
  if (expires === null || Date.parse(expires) > Date.now()) return;
  const message = 'This time is over, so the entry would hold nobody back. Send a later one, or leave it out.';
  throw new ApiError({ code: 'invalid_request', details: [{ path: 'expires', message }] });
}

/** What Exotel has already is not called back: the rest leaves without the number. */
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

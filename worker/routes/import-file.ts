import { Hono } from 'hono';
import { MAX_FILE_BYTES } from '../../shared/limits.ts';
import { importAgainSchema, oneShotQuerySchema, openImportSchema } from '../../shared/protocol/import-requests.ts';
import { configOf, importOf, unwrap, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../new-id.ts';
import { launchFacts } from '../team/launch-facts.ts';
import { readQuery } from '../read-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import { requireFreeId, requireVisibleImport } from '../team/visible-import.ts';
import { findTemplate } from './templates.ts';
import type { Import } from '../../shared/protocol/import.ts';
import type { OneShotQuery } from '../../shared/protocol/import-requests.ts';
import type { OpenInput } from '../import/record/import-record.ts';

const TUS = '1.0.0';

/** Getting a file in: in one request, or opened first and then sent in resumable pieces (tus 1.0 core). */
export function importFileRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.post('/', async (c) => {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (type === 'application/json') {
      const body = await readJson(c);
      return isAgain(body) ? importAgain(c, body) : openImport(c, body);
    }
    if (FILE_TYPES.has(type)) return oneShot(c);
    throw new ApiError({
      code: 'unsupported_media_type',
      message: 'Send text/csv with the file, or application/json to open an upload or to call contacts again.',
    });
  });

  // Hono looks HEAD up as GET and drops the body: a route on 'HEAD' would never be found.
  routes.get('/:id/file', async (c) => {
    if (c.req.method !== 'HEAD') throw new ApiError({ code: 'not_found' });
    requireTus(c);
    const { offset, bytes } = unwrap(await importOf(c, idOf(c)).upload());
    return c.body(null, 200, {
      'tus-resumable': TUS,
      'upload-offset': String(offset),
      'upload-length': String(bytes),
      'cache-control': 'no-store',
    });
  });

  routes.patch('/:id/file', async (c) => {
    requireTus(c);
    if (!/^application\/offset\+octet-stream\b/i.test(c.req.header('content-type') ?? ''))
      throw new ApiError({
        code: 'unsupported_media_type',
        message: 'Send Content-Type: application/offset+octet-stream.',
      });
    const offset = c.req.header('upload-offset') ?? '';
    if (!/^\d{1,15}$/.test(offset))
      throw new ApiError({ code: 'invalid_request', message: 'Upload-Offset must be a number of bytes.' });
    const body = c.req.raw.body ?? new Blob([]).stream();
    const { received } = unwrap(await importOf(c, idOf(c)).receive(Number(offset), body));
    return c.body(null, 204, { 'tus-resumable': TUS, 'upload-offset': String(received) });
  });

  return routes;
}

const FILE_TYPES = new Set([
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
]);

function idOf(c: AppContext): string {
  return c.req.param('id') ?? '';
}

function requireTus(c: AppContext): void {
  if (c.req.header('tus-resumable') !== TUS) throw new ApiError({ code: 'tus_version_unsupported' });
}

/** Only this one of the two names where its contacts come from. */
function isAgain(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'from' in body;
}

/** Contacts of an earlier import as an import of their own. */
async function importAgain(c: AppContext, body: unknown): Promise<Response> {
  const { template, from, name, id = newId() } = parseAs(importAgainSchema, body);
  await requireVisibleImport(c, from.import);
  await requireFreeId(c, id);
  const taken = await importOf(c, id).takeContacts({
    id,
    name: name ?? null,
    createdBy: c.get('user'),
    template: await findTemplate(c, template),
    from: { id: from.import, outcomes: from.outcomes, keys: from.keys },
    callbackBase: configOf(c).PUBLIC_URL || new URL(c.req.url).origin,
  });
  const { created, view } = unwrap<{ created: boolean; view: Import }>(taken);
  return c.json(view, created ? 201 : 200, { location: `/api/imports/${id}` });
}

async function openImport(c: AppContext, body: unknown): Promise<Response> {
  const config = configOf(c);
  const request = parseAs(openImportSchema, body);
  if (request.fileBytes > MAX_FILE_BYTES) throw new ApiError({ code: 'file_too_large' });
  const template = await findTemplate(c, request.template);
  const id = request.id ?? newId();
  await requireFreeId(c, id);
  const opened = await importOf(c, id).open({
    id,
    name: request.name ?? nameFromFile(request.fileName),
    createdBy: c.get('user'),
    template,
    fileName: request.fileName,
    fileBytes: request.fileBytes,
    callbackBase: config.PUBLIC_URL || new URL(c.req.url).origin,
  });
  return c.json(unwrap<Import>(opened), 201, { location: `/api/imports/${id}`, 'tus-resumable': TUS });
}

/** `curl -T`: store, check, plan, and launch when asked. Whatever is refused leaves nothing behind. */
async function oneShot(c: AppContext): Promise<Response> {
  const config = configOf(c);
  const promised = Number(c.req.header('content-length') ?? 0);
  if (promised > MAX_FILE_BYTES) throw new ApiError({ code: 'file_too_large' });
  const query = readQuery(c, oneShotQuerySchema);
  const template = await findTemplate(c, query.template);
  const id = query.id ?? newId();
  await requireFreeId(c, id);
  const fileName = (query.fileName ?? query.name ?? 'upload.csv').slice(0, 255) || 'upload.csv';
  if (query.launch === 'true') c.set('trail', { what: 'import.launched' });
  const taken = await importOf(c, id).takeFile(
    {
      id,
      name: query.name?.slice(0, 200) || nameFromFile(fileName),
      createdBy: c.get('user'),
      template,
      fileName,
      fileBytes: MAX_FILE_BYTES,
      ...columnsOf(query),
      ...(query.notCalledForDays !== undefined && { notCalledForDays: query.notCalledForDays }),
      unlessChanged: query.unlessChanged === 'true',
      callbackBase: config.PUBLIC_URL || new URL(c.req.url).origin,
    },
    c.req.raw.body ?? new Blob([]).stream(),
    query.launch === 'true' ? { again: query.again === 'true' } : null,
  );
  const { created, view } = unwrap<{ created: boolean; view: Import }>(taken);
  if (query.launch === 'true')
    c.set('trail', { what: 'import.launched', ...launchFacts(view, query.again === 'true') });
  return c.json(view, created ? 201 : 200, { location: `/api/imports/${id}` });
}

function columnsOf({ column, numbers, status }: OneShotQuery): Pick<OpenInput, 'columns'> {
  if (column === undefined && numbers === undefined && status === undefined) return {};
  return {
    columns: {
      ...(column !== undefined && { number: column }),
      ...(numbers !== undefined && { numbers }),
      ...(status !== undefined && { status }),
    },
  };
}

function nameFromFile(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || 'Import';
}

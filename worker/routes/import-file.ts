import { z } from 'zod';
import { MAX_FILE_BYTES } from '../../shared/limits.ts';
import { importAgainSchema, oneShotQuerySchema, openImportSchema } from '../../shared/protocol/import-requests.ts';
import { configOf, importOf, unwrap, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../new-id.ts';
import { launchFacts } from '../team/launch-facts.ts';
import { readQuery } from '../read-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import { requireFreeId, requireVisibleImport } from '../team/visible-import.ts';
import { IMPORT_EXAMPLES } from '../openapi/import-examples.ts';
import { bytes, call, json, NO_CONTENT, type Call } from './call.ts';
import { findTemplate } from './templates.ts';
import { importSchema, type Import } from '../../shared/protocol/import.ts';
import type { OneShotQuery } from '../../shared/protocol/import-requests.ts';
import type { OpenInput } from '../import/record/import-record.ts';

const TUS = '1.0.0';

/** Calls that bring in a file: in one request, or opened first and then sent in resumable pieces (tus 1.0 core). */
export const IMPORT_FILE_CALLS: readonly Call[] = [
  call({
    method: 'post',
    path: '/api/imports',
    summary:
      'A file in one request (text/csv), open a resumable upload (JSON), or call contacts of an earlier import again (JSON)',
    reads: {
      parameters: {
        template: 'With text/csv: the template id',
        name: 'With text/csv: a name for the import',
        fileName: 'With text/csv: what the file is called',
        launch: 'With text/csv: true launches at once, false (the default) only checks and plans',
        again: 'With launch: true calls the same people again within a day',
        column: 'With text/csv: the column of the numbers, by heading or position from 1',
        numbers: 'With text/csv: what becomes of the numbers in further columns: first, in_turn or all',
        status:
          'With text/csv: the column that says how far each person is; left out: one headed Stage, Status or the like',
        doNotCall:
          'With text/csv: the column that says who must not be called, or none; left out: one headed Do not call, DND or the like, and such words in other columns',
        notCalledForDays: 'With text/csv: leaves out whom this template called within so many days, 1 to 30',
        unlessChanged:
          'With notCalledForDays: true calls those again whose status is another since they were called last',
        id: 'With text/csv: an id of your own makes it idempotent',
      } satisfies Record<keyof OneShotQuery, string>,
      body: {
        type: 'application/json',
        schema: z.union([openImportSchema, importAgainSchema]),
        examples: IMPORT_EXAMPLES,
      },
    },
    takesFile: true,
    answer: json(importSchema, 201),
    refusals: [400, 401, 404, 409, 413, 415, 422],
    async handle(c) {
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
    },
  }),
  call({
    id: 'getUploadOffset',
    method: 'head',
    path: '/api/imports/{id}/file',
    summary: 'How much of the file has arrived (tus 1.0)',
    answer: bytes('application/json'),
    refusals: [401, 404, 412],
    async handle(c, { id }) {
      // The router also calls this for GET, which must not be answered.
      if (c.req.method !== 'HEAD') throw new ApiError({ code: 'not_found' });
      requireTus(c);
      const upload = unwrap(await importOf(c, id).upload());
      return c.body(null, 200, {
        'tus-resumable': TUS,
        'upload-offset': String(upload.offset),
        'upload-length': String(upload.bytes),
        'cache-control': 'no-store',
      });
    },
  }),
  call({
    id: 'sendFile',
    method: 'patch',
    path: '/api/imports/{id}/file',
    summary: 'Send the file on from an offset (tus 1.0)',
    reads: { body: { type: 'application/offset+octet-stream' } },
    answer: NO_CONTENT,
    refusals: [401, 404, 409, 412, 413, 415],
    async handle(c, { id }) {
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
      const { received } = unwrap(await importOf(c, id).receive(Number(offset), body));
      return c.body(null, 204, { 'tus-resumable': TUS, 'upload-offset': String(received) });
    },
  }),
];

const FILE_TYPES = new Set([
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
]);

function requireTus(c: AppContext): void {
  if (c.req.header('tus-resumable') !== TUS) throw new ApiError({ code: 'tus_version_unsupported' });
}

/** Of the two forms of this body, only this one says where its contacts come from. */
function isAgain(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'from' in body;
}

/** Makes a new import of contacts of an earlier one. */
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

/** For `curl -T`: store, check, plan and, if asked, launch. A refused request leaves nothing behind. */
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

function columnsOf({ column, numbers, status, doNotCall }: OneShotQuery): Pick<OpenInput, 'columns'> {
  if (column === undefined && numbers === undefined && status === undefined && doNotCall === undefined) return {};
  return {
    columns: {
      ...(column !== undefined && { number: column }),
      ...(numbers !== undefined && { numbers }),
      ...(status !== undefined && { status }),
      ...(doNotCall !== undefined && { doNotCall: doNotCall === 'none' ? [] : [doNotCall] }),
    },
  };
}

function nameFromFile(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || 'Import';
}

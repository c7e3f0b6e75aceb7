import { z } from 'zod';
import { importOf, unwrap, type AppContext } from '../context.ts';
import { MAX_SEARCH_CHARS } from '../../shared/limits.ts';
import { pageQuerySchema } from '../page-query.ts';
import { resultsQuerySchema } from '../../shared/protocol/import-requests.ts';
import { callbackLines } from '../campaign/callback-archive.ts';
import {
  contactSearchSchema,
  findContactSchema,
  paceSchema,
  type ContactSearch,
  type Pace,
} from '../../shared/protocol/contact.ts';
import { textStream } from '../import/reports/byte-stream.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { rowIssueViewSchema } from '../../shared/protocol/row-issue.ts';
import type { CallbackPlaces } from '../import/reports/stream-reports.ts';
import { ABOUT_PAGE, bytes, call, json, type Call } from './call.ts';

const issuesQuerySchema = pageQuerySchema.extend({ code: z.string().nullable().default(null) });

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson; charset=utf-8',
} as const;

const BY_OUTCOME = {
  schema: resultsQuerySchema,
  about: { outcome: 'Only contacts with these outcomes, with commas between them' },
};

/** Reports of an import: rows not accepted, results, callbacks as they arrived. */
export const IMPORT_REPORT_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/imports/{id}/issues',
    summary: 'Rows not accepted',
    query: {
      schema: issuesQuerySchema,
      about: {
        ...ABOUT_PAGE,
        code: "Of this code only, as items and the import's `issues` name it; of any other word there are none",
      },
    },
    answer: json(pageSchema(rowIssueViewSchema)),
    refusals: [401, 404, 409],
    async handle(c, { id, query: { code, ...page } }) {
      return c.json({ ...unwrap(await importOf(c, id).issues({ ...page, code })), ...page });
    },
  }),
  issuesFile('csv', 'Rows not accepted, with their own columns, for a spreadsheet'),
  issuesFile('xlsx', 'Rows not accepted, with their own columns, as an Excel workbook'),
  resultsFile('csv', "Every contact: your columns, then what became of it, in words and in the account's time"),
  resultsFile('xlsx', 'The same as an Excel workbook'),
  resultsFile('ndjson', 'The same for a program: one JSON line a contact, with codes and instants'),
  call({
    method: 'get',
    path: '/api/imports/{id}/contacts',
    summary: 'Was this number called? Its lines, campaign, outcome and calls',
    query: {
      schema: z.object({ number: z.string().default('') }),
      about: { number: 'However it is written; better sent in the body of the POST' },
    },
    answer: json(contactSearchSchema),
    refusals: [400, 401, 404],
    handle: async (c, { id, query }) => c.json(await findContact(c, id, query.number)),
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/contacts',
    summary: 'Was this number called? With the number in the body: nothing stands in the address',
    body: { schema: findContactSchema },
    answer: json(contactSearchSchema),
    refusals: [400, 401, 404],
    handle: async (c, { id, body }) => c.json(await findContact(c, id, body.number)),
  }),
  call({
    method: 'get',
    path: '/api/imports/{id}/pace',
    summary: 'Calls made, minute by minute',
    answer: json(paceSchema),
    refusals: [401, 404],
    handle: async (c, { id }) => c.json(unwrap<Pace>(await importOf(c, id).pace())),
  }),
  call({
    method: 'get',
    path: '/api/imports/{id}/callbacks',
    summary: 'Every callback as it arrived, one JSON line each',
    answer: bytes('application/x-ndjson'),
    refusals: [401, 404],
    async handle(c, { id }) {
      const of = importOf(c, id);
      const places = unwrap<readonly CallbackPlaces[]>(await of.callbackPlaces());
      const lines = callbackLines(c.env.CALLBACKS, places, (seq, batch) => of.waitingCallbacks(seq, batch));
      return c.body(textStream(lines), 200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
    },
  }),
];

function issuesFile(format: 'csv' | 'xlsx', summary: string): Call {
  return call({
    method: 'get',
    path: `/api/imports/{id}/issues.${format}`,
    summary,
    answer: bytes(mediaType(format)),
    refusals: [401, 404, 409],
    async handle(c, { id }) {
      return download(c, `${id}-issues`, format, unwrap<Bytes>(await importOf(c, id).issuesFile(format)));
    },
  });
}

function resultsFile(format: Format, summary: string): Call {
  return call({
    method: 'get',
    path: `/api/imports/{id}/results.${format}`,
    summary,
    query: BY_OUTCOME,
    answer: bytes(mediaType(format)),
    refusals: [400, 401, 404, 409],
    async handle(c, { id, query: { outcome: outcomes } }) {
      const file = unwrap<Bytes>(await importOf(c, id).resultsFile({ format, outcomes }));
      return download(c, `${id}-results`, format, file);
    },
  });
}

async function findContact(c: AppContext, id: string, number: string): Promise<ContactSearch> {
  return unwrap<ContactSearch>(await importOf(c, id).findContact(number.slice(0, MAX_SEARCH_CHARS)));
}

type Bytes = ReadableStream<Uint8Array>;

type Format = keyof typeof TYPES;

/** The media type without its parameters, as the documentation writes it. */
function mediaType(format: Format): string {
  return TYPES[format].split(';')[0] ?? '';
}

function download(c: AppContext, name: string, format: Format, body: Bytes): Response {
  return c.body(body, 200, {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
}

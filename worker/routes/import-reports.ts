import { Hono } from 'hono';
import { z } from 'zod';
import { importOf, unwrap, type AppContext, type AppTypes } from '../context.ts';
import { MAX_SEARCH_CHARS } from '../../shared/limits.ts';
import { pageQuerySchema } from '../page-query.ts';
import { readQuery } from '../read-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import { resultsQuerySchema } from '../../shared/protocol/import-requests.ts';
import { callbackLines } from '../campaign/callback-archive.ts';
import { findContactSchema, type ContactSearch, type Pace } from '../../shared/protocol/contact.ts';
import { textStream } from '../import/reports/byte-stream.ts';
import type { CallbackPlaces } from '../import/reports/stream-reports.ts';

const issuesQuerySchema = pageQuerySchema.extend({ code: z.string().nullable().default(null) });
const contactQuerySchema = z.object({ number: z.string().default('') });

/** What can be taken away from an import: rows not accepted, results, callbacks as they arrived. */
export function importReportRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.get('/:id/issues', async (c) => {
    const { code, ...page } = readQuery(c, issuesQuerySchema);
    return c.json({ ...unwrap(await importOf(c, c.req.param('id')).issues({ ...page, code })), ...page });
  });

  for (const format of ['csv', 'xlsx'] as const) {
    routes.get(`/:id/issues.${format}`, async (c) => {
      const id = c.req.param('id');
      return download(c, `${id}-issues`, format, unwrap<Bytes>(await importOf(c, id).issuesFile(format)));
    });
  }

  for (const format of ['csv', 'xlsx', 'ndjson'] as const) {
    routes.get(`/:id/results.${format}`, async (c) => {
      const id = c.req.param('id');
      const { outcome: outcomes } = readQuery(c, resultsQuerySchema);
      return download(
        c,
        `${id}-results`,
        format,
        unwrap<Bytes>(await importOf(c, id).resultsFile({ format, outcomes })),
      );
    });
  }

  async function find(c: AppContext, id: string, number: string): Promise<Response> {
    return c.json(unwrap<ContactSearch>(await importOf(c, id).findContact(number.slice(0, MAX_SEARCH_CHARS))));
  }

  routes.get('/:id/contacts', (c) => find(c, c.req.param('id'), readQuery(c, contactQuerySchema).number));

  // The same with the number in the body: in an address it would stand in logs.
  routes.post('/:id/contacts', async (c) => {
    const { number } = parseAs(findContactSchema, await readJson(c));
    return find(c, c.req.param('id'), number);
  });

  routes.get('/:id/pace', async (c) => c.json(unwrap<Pace>(await importOf(c, c.req.param('id')).pace())));

  routes.get('/:id/callbacks', async (c) => {
    const of = importOf(c, c.req.param('id'));
    const places = unwrap<readonly CallbackPlaces[]>(await of.callbackPlaces());
    const stream = textStream(callbackLines(c.env.CALLBACKS, places, (seq, batch) => of.waitingCallbacks(seq, batch)));
    return c.body(stream, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  });

  return routes;
}

type Bytes = ReadableStream<Uint8Array>;

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson; charset=utf-8',
} as const;

function download(c: AppContext, name: string, format: keyof typeof TYPES, body: Bytes): Response {
  return c.body(body, 200, {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
}

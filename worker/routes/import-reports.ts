import { Hono } from 'hono';
import { importOf, unwrap, type AppContext, type AppTypes } from '../context.ts';
import { readPage } from '../page-query.ts';
import { callbackLines } from '../campaign/callback-archive.ts';
import type { ContactSearch, Pace } from '../../shared/protocol/contact.ts';
import { textStream } from '../import/reports/text-stream.ts';

/** What can be taken away from an import: rows not accepted, results, callbacks as they arrived. */
export function importReportRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.get('/:id/issues', async (c) => {
    const page = readPage(c);
    const code = c.req.query('code') ?? null;
    return c.json({ ...unwrap(await importOf(c, c.req.param('id')).issues({ ...page, code })), ...page });
  });

  routes.get('/:id/issues.csv', async (c) => {
    const id = c.req.param('id');
    return csv(c, `${id}-issues.csv`, unwrap<ReadableStream<Uint8Array>>(await importOf(c, id).issuesCsv()));
  });

  routes.get('/:id/results.csv', async (c) => {
    const id = c.req.param('id');
    return csv(c, `${id}-results.csv`, unwrap<ReadableStream<Uint8Array>>(await importOf(c, id).resultsCsv()));
  });

  routes.get('/:id/contacts', async (c) => {
    const number = c.req.query('number') ?? '';
    return c.json(unwrap<ContactSearch>(await importOf(c, c.req.param('id')).findContact(number.slice(0, 200))));
  });

  routes.get('/:id/pace', async (c) => c.json(unwrap<Pace>(await importOf(c, c.req.param('id')).pace())));

  routes.get('/:id/callbacks', async (c) => {
    const places = unwrap(await importOf(c, c.req.param('id')).callbackPlaces());
    const stream = textStream(callbackLines(c.env.CALLBACKS, places));
    return c.body(stream, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  });

  return routes;
}

function csv(c: AppContext, name: string, body: ReadableStream<Uint8Array>): Response {
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}

import { Hono } from 'hono';
import {
  callbackExportSchema,
  callbackFindSchema,
  callbackQuerySchema,
  type CallbackItem,
  type CallbackQuery,
} from '../../shared/protocol/sink.ts';
import { MAX_SEARCH_PLACES } from '../../shared/sink-limits.ts';
import { configOf, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { textStream } from '../import/reports/byte-stream.ts';
import { pageQuerySchema } from '../page-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import { openSocket } from './open-socket.ts';
import { callbackPlaces, directoryOf } from '../sink/callback-places.ts';
import { callbacksCsv } from '../sink/callbacks-csv.ts';
import { readSearchNumber, toFilter } from '../sink/match-callback.ts';
import { matchingCallbacks, newestPage } from '../sink/search-callbacks.ts';

const pagedQuerySchema = callbackQuerySchema.extend(pageQuerySchema.shape);

/** Search and export over every callback that is kept, own imports and sinks alike. */
export function callbackSearchRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.get('/', async (c) => {
    const { offset, limit, ...query } = parseAs(pagedQuerySchema, saidInAddress(c));
    return c.json(await search(c, query, { offset, limit }));
  });

  // The same with everything in the body: a number in an address would stand in logs.
  routes.post('/find', async (c) => {
    const { offset, limit, ...query } = parseAs(callbackFindSchema, await readJson(c));
    return c.json(await search(c, query, { offset, limit }));
  });

  routes.post('/export', async (c) => {
    const { format, ...query } = parseAs(callbackExportSchema, await readJson(c));
    return format === 'csv' ? csvFile(c, query) : ndjsonFile(c, query);
  });

  // As they come. A filter may stand in the address, as in a search, or be sent over the socket.
  routes.get('/live', async (c) => {
    const { number } = parseAs(callbackQuerySchema, saidInAddress(c));
    if (number !== undefined) toE164(c, number);
    return openSocket(c, `callbacks/${configOf(c).EXOTEL_ACCOUNT_SID}`, directoryOf(c));
  });

  return routes;
}

/** Apart from the others, since its address is no folder of theirs. */
export function callbackExportRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', (c) => ndjsonFile(c, parseAs(callbackQuerySchema, saidInAddress(c))));
}

/** In a query a plus is a space: `+05:30` at the end of a time comes as one. */
function saidInAddress(c: AppContext): Record<string, string> {
  const said = c.req.query();
  for (const name of ['from', 'to']) {
    const time = said[name];
    if (time !== undefined) said[name] = time.replace(/ (?=\d\d:?\d\d$)/, '+');
  }
  return said;
}

async function ndjsonFile(c: AppContext, query: CallbackQuery): Promise<Response> {
  return c.body(textStream(ndjson(await begun(find(c, query)))), 200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': 'attachment; filename="callbacks.ndjson"',
  });
}

async function csvFile(c: AppContext, query: CallbackQuery): Promise<Response> {
  return c.body(textStream(callbacksCsv(await begun(find(c, query)))), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="callbacks.csv"',
  });
}

async function* ndjson(items: AsyncIterable<CallbackItem>): AsyncIterable<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`;
}

/** The first is found before the answer begins, so that a refusal is still an answer of its own. */
async function begun(items: AsyncIterable<CallbackItem>): Promise<AsyncIterable<CallbackItem>> {
  const rest = items[Symbol.asyncIterator]();
  const first = await rest.next();
  return (async function* all() {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  })();
}

async function search(c: AppContext, query: CallbackQuery, page: { readonly offset: number; readonly limit: number }) {
  if (page.offset + page.limit > MAX_SEARCH_PLACES) throw new ApiError({ code: 'search_too_wide' });
  return { ...(await newestPage(find(c, query), page)), ...page };
}

function find(c: AppContext, query: CallbackQuery): AsyncIterable<CallbackItem> {
  const filter = toFilter(query, query.number === undefined ? null : toE164(c, query.number));
  return matchingCallbacks(c.env.CALLBACKS, callbackPlaces(c, query), filter);
}

function toE164(c: AppContext, number: string): string {
  const found = readSearchNumber(number, configOf(c).DEFAULT_COUNTRY);
  if (found !== null) return found;
  throw new ApiError({ code: 'invalid_request', details: [{ path: 'number', message: 'This is no phone number.' }] });
}

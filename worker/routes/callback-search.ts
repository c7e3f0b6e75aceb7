import { Hono } from 'hono';
import { z } from 'zod';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../shared/limits.ts';
import { judgeNumber } from '../../shared/phone/judge-number.ts';
import { callbackQuerySchema, type CallbackItem, type CallbackQuery } from '../../shared/protocol/sink.ts';
import { MAX_SEARCH_PLACES } from '../../shared/sink-limits.ts';
import { configOf, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { textStream } from '../import/reports/byte-stream.ts';
import { readPage } from '../page-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import { callbackPlaces } from '../sink/callback-places.ts';
import { toFilter } from '../sink/match-callback.ts';
import { matchingCallbacks, newestPage } from '../sink/search-callbacks.ts';

const findSchema = callbackQuerySchema.extend({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
});

/** Search and export over every callback that is kept, own imports and sinks alike. */
export function callbackSearchRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.get('/', async (c) => {
    const query = parseAs(callbackQuerySchema, c.req.query());
    return c.json(await search(c, query, readPage(c)));
  });

  // The same with everything in the body: a number in an address would stand in logs.
  routes.post('/find', async (c) => {
    const { offset, limit, ...query } = parseAs(findSchema, await readJson(c));
    return c.json(await search(c, query, { offset, limit }));
  });

  return routes;
}

/** Apart from the others, since its address is no folder of theirs. */
export function callbackExportRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', async (c) => {
    const query = parseAs(callbackQuerySchema, c.req.query());
    // The first line is found before the answer begins, so that a refusal is still an answer of its own.
    const lines = find(c, query)[Symbol.asyncIterator]();
    const first = await lines.next();
    return c.body(textStream(ndjson(first, lines)), 200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="callbacks.ndjson"',
    });
  });
}

async function* ndjson(first: IteratorResult<CallbackItem>, rest: AsyncIterator<CallbackItem>): AsyncIterable<string> {
  for (let next = first; next.done !== true; next = await rest.next()) yield `${JSON.stringify(next.value)}\n`;
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
  // In a query a plus is a space.
  const judged = judgeNumber(number.trim().slice(0, 200), configOf(c).DEFAULT_COUNTRY);
  if (judged.ok) return judged.value;
  const withPlus = judgeNumber(`+${number.trim().slice(0, 200)}`, configOf(c).DEFAULT_COUNTRY);
  if (withPlus.ok) return withPlus.value;
  throw new ApiError({ code: 'invalid_request', details: [{ path: 'number', message: 'This is no phone number.' }] });
}

import {
  callbackExportSchema,
  callbackFindSchema,
  callbackItemSchema,
  callbackQuerySchema,
  type CallbackItem,
  type CallbackQuery,
} from '../../shared/protocol/sink.ts';
import { MAX_SEARCH_PLACES } from '../../shared/sink-limits.ts';
import { configOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { textStream } from '../import/reports/byte-stream.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { pageQuerySchema } from '../page-query.ts';
import { parseAs } from '../request-body.ts';
import { ABOUT_PAGE, bytes, call, json, SOCKET, type Call } from './call.ts';
import { openSocket } from './open-socket.ts';
import { callbackPlaces, directoryOf } from '../sink/callback-places.ts';
import { callbacksCsv } from '../sink/callbacks-csv.ts';
import { readSearchNumber, toFilter } from '../sink/match-callback.ts';
import { matchingCallbacks, newestPage } from '../sink/search-callbacks.ts';

const pagedQuerySchema = callbackQuerySchema.extend(pageQuerySchema.shape);

const FILTER = {
  sink: 'Only those of this sink',
  import: 'Only those of this import',
  campaign: "Only those of this campaign, by Exotel's id",
  number: 'Only those that name this number, however it is written; better sent in the body of POST …/find',
  kind: 'Only of this kind: call, schedule, campaign, sms, message or passthru',
  status: "Only with this status, in our word or in Exotel's own; case, spaces, - and _ do not count",
  from: 'Received at or after this instant',
  to: 'Received before this instant',
} satisfies Record<keyof CallbackQuery, string>;

/** Search and export over all stored callbacks, of our own imports and of sinks. */
export const CALLBACK_SEARCH_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/callbacks',
    summary: 'Search every callback that is kept, newest first',
    reads: { parameters: { ...FILTER, ...ABOUT_PAGE } },
    answer: json(pageSchema(callbackItemSchema)),
    refusals: [400, 401, 404, 422],
    async handle(c) {
      const { offset, limit, ...query } = parseAs(pagedQuerySchema, saidInAddress(c));
      return c.json(await search(c, query, { offset, limit }));
    },
  }),
  // A POST, because a number in an address would appear in logs.
  call({
    method: 'post',
    path: '/api/callbacks/find',
    summary: 'The same search, with nothing in the address',
    body: { schema: callbackFindSchema },
    answer: json(pageSchema(callbackItemSchema)),
    refusals: [400, 401, 404, 422],
    async handle(c, { body: { offset, limit, ...query } }) {
      return c.json(await search(c, query, { offset, limit }));
    },
  }),
  call({
    method: 'get',
    path: '/api/callbacks/live',
    summary:
      'WebSocket: callbacks as they come, {"type": "callbacks", "items", "leftOut"}; opened with a ticket, as an import is watched. A filter, as of a search, stands in the address or is sent as JSON',
    reads: { parameters: FILTER },
    answer: SOCKET,
    refusals: [400, 401, 426],
    async handle(c) {
      const { number } = parseAs(callbackQuerySchema, saidInAddress(c));
      if (number !== undefined) toE164(c, number);
      return openSocket(c, `callbacks/${configOf(c).EXOTEL_ACCOUNT_SID}`, directoryOf(c));
    },
  }),
  call({
    method: 'post',
    path: '/api/callbacks/export',
    summary: 'The same export with nothing in the address; "format": "csv" for a spreadsheet',
    body: { schema: callbackExportSchema },
    answer: bytes('application/x-ndjson'),
    refusals: [400, 401, 404, 422],
    handle: async (c, { body: { format, ...query } }) => (format === 'csv' ? csvFile(c, query) : ndjsonFile(c, query)),
  }),
  call({
    method: 'get',
    path: '/api/callbacks.ndjson',
    summary: 'Export: one JSON line each, oldest first within each sink and campaign',
    reads: { parameters: FILTER },
    answer: bytes('application/x-ndjson'),
    refusals: [400, 401, 404, 422],
    handle: async (c) => ndjsonFile(c, parseAs(callbackQuerySchema, saidInAddress(c))),
  }),
];

/** In a query a plus means a space, so the `+05:30` at the end of a time arrives with a space. */
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

/** Finds the first item before the answer begins, so that a refusal can still be a proper error answer. */
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

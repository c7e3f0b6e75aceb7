import { z } from 'zod';
import { pageSchema } from '../../shared/protocol/page.ts';
import {
  callbackExportSchema,
  callbackFindSchema,
  callbackItemSchema,
  sinkRequestSchema,
  sinkSchema,
} from '../../shared/protocol/sink.ts';
import type { Call } from './call.ts';

const JSON_TYPE = 'application/json';
const PAGE = { offset: 'Where to begin, from 0', limit: 'How many, at most 500' };
const FILTER = {
  sink: 'Only those of this sink',
  import: 'Only those of this import',
  campaign: "Only those of this campaign, by Exotel's id",
  number: 'Only those that name this number, however it is written; better sent in the body of POST …/find',
  kind: 'Only of this kind: call, schedule, campaign, sms, message or passthru',
  status: "Only with this status, in our word or in Exotel's own; case, spaces, - and _ do not count",
  from: 'Received at or after this instant',
  to: 'Received before this instant',
};

const SINK_PATH = '/sinks/{id}/{mac}/{kind}';
const taken = { answer: { status: 200, type: JSON_TYPE, schema: z.object({ ok: z.boolean() }) }, refusals: [404, 413] };

/** The callback sink, and the search over every callback that is kept. */
export const SINK_CALLS: readonly Call[] = [
  {
    method: 'post',
    path: '/api/sinks',
    summary: 'Make a sink: signed addresses that take callbacks of any campaign or flow',
    body: { type: JSON_TYPE, schema: sinkRequestSchema },
    answer: { status: 201, type: JSON_TYPE, schema: sinkSchema },
    refusals: [400, 401, 409],
  },
  {
    method: 'get',
    path: '/api/sinks',
    summary: 'Sinks, newest first',
    query: PAGE,
    answer: { status: 200, type: JSON_TYPE, schema: pageSchema(sinkSchema) },
    refusals: [401],
  },
  {
    method: 'get',
    path: '/api/sinks/{id}',
    summary: 'One sink',
    answer: { status: 200, type: JSON_TYPE, schema: sinkSchema },
    refusals: [401, 404],
  },
  {
    method: 'delete',
    path: '/api/sinks/{id}',
    summary: 'Delete a sink and every callback it holds',
    answer: { status: 204, type: JSON_TYPE },
    refusals: [401, 404],
  },
  {
    method: 'get',
    path: '/api/callbacks',
    summary: 'Search every callback that is kept, newest first',
    query: { ...FILTER, ...PAGE },
    answer: { status: 200, type: JSON_TYPE, schema: pageSchema(callbackItemSchema) },
    refusals: [400, 401, 404, 422],
  },
  {
    method: 'post',
    path: '/api/callbacks/find',
    summary: 'The same search, with nothing in the address',
    body: { type: JSON_TYPE, schema: callbackFindSchema },
    answer: { status: 200, type: JSON_TYPE, schema: pageSchema(callbackItemSchema) },
    refusals: [400, 401, 404, 422],
  },
  {
    method: 'get',
    path: '/api/callbacks/live',
    summary:
      'WebSocket: callbacks as they come, {"type": "callbacks", "items", "leftOut"}; opened with a ticket, as an import is watched. A filter, as of a search, stands in the address or is sent as JSON',
    query: FILTER,
    answer: { status: 101, type: JSON_TYPE },
    refusals: [400, 401, 426],
  },
  {
    method: 'post',
    path: '/api/callbacks/export',
    summary: 'The same export with nothing in the address; "format": "csv" for a spreadsheet',
    body: { type: JSON_TYPE, schema: callbackExportSchema },
    answer: { status: 200, type: 'application/x-ndjson' },
    refusals: [400, 401, 404, 422],
  },
  {
    method: 'get',
    path: '/api/callbacks.ndjson',
    summary: 'Export: one JSON line each, oldest first within each sink and campaign',
    query: FILTER,
    answer: { status: 200, type: 'application/x-ndjson' },
    refusals: [400, 401, 404, 422],
  },
  {
    id: 'receiveSinkQuery',
    method: 'get',
    path: SINK_PATH,
    summary: 'Takes a callback sent in the address (Passthru)',
    open: true,
    ...taken,
  },
  {
    id: 'receiveSinkCallback',
    method: 'post',
    path: SINK_PATH,
    summary: 'Takes a callback: JSON, form, multipart or anything else',
    open: true,
    body: { type: JSON_TYPE },
    ...taken,
  },
];

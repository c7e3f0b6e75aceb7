import { contactSearchSchema, findContactSchema } from '../../shared/protocol/contact.ts';
import { importSummarySchema } from '../../shared/protocol/import.ts';
import { liveTicketSchema } from '../../shared/protocol/live.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { importListSchema } from '../routes/imports.ts';
import type { Call } from './call.ts';

const JSON_TYPE = 'application/json';

/** What looks at imports under way: live sockets, and searches whose words stay out of addresses. */
export const WATCH_CALLS: readonly Call[] = [
  {
    method: 'post',
    path: '/api/live-tickets',
    summary: 'A ticket to one live socket: one use, 60 seconds',
    answer: { status: 200, type: JSON_TYPE, schema: liveTicketSchema },
    refusals: [401],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/live',
    summary:
      'WebSocket: a snapshot, then changes. Offer the sub-protocols "dialsheet.live" and "ticket.<ticket>"; POST /api/live-tickets gives one',
    answer: { status: 101, type: JSON_TYPE },
    refusals: [401, 404, 426],
  },
  {
    method: 'post',
    path: '/api/imports/find',
    summary: 'Imports, newest first, with what is searched for in the body',
    body: { type: JSON_TYPE, schema: importListSchema },
    answer: { status: 200, type: JSON_TYPE, schema: pageSchema(importSummarySchema) },
    refusals: [400, 401],
  },
  {
    method: 'post',
    path: '/api/imports/{id}/contacts',
    summary: 'Was this number called? With the number in the body: nothing stands in the address',
    body: { type: JSON_TYPE, schema: findContactSchema },
    answer: { status: 200, type: JSON_TYPE, schema: contactSearchSchema },
    refusals: [400, 401, 404],
  },
];

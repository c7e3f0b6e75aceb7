import { z } from 'zod';
import { checkRequestSchema, decideRequestSchema, launchRequestSchema } from '../../shared/protocol/import-requests.ts';
import { MAX_NAME_CHARS } from '../../shared/limits.ts';
import { accountsOf, importOf, unwrap, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { freshSummary } from '../account/fresh-summary.ts';
import { pageQuerySchema } from '../page-query.ts';
import { launchFacts } from '../team/launch-facts.ts';
import { openSocket } from './open-socket.ts';
import { overrideOf } from '../import/intake/launch-claimed.ts';
import { findTemplate } from './templates.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import {
  IMPORT_STATES,
  importSchema,
  importSummarySchema,
  previewSchema,
  type Import,
  type ImportState,
  type Preview,
} from '../../shared/protocol/import.ts';
import { CHECK_EXAMPLES, PREVIEW_EXAMPLES } from '../openapi/import-examples.ts';
import { ABOUT_PAGE, call, json, NO_CONTENT, SOCKET, type Call } from './call.ts';
import type { ListedState } from '../account/import-list.ts';

/** The states to list. Test calls are included if no state or their state is asked for. */
function listedStates(asked: readonly ImportState[] | undefined, test: 'true' | 'false' | undefined): ListedState[] {
  const states = asked ?? IMPORT_STATES;
  const ordinary = test === 'true' ? [] : states;
  const isWithTests = test === 'true' || (test === undefined && asked === undefined);
  return [...ordinary, ...(isWithTests ? states.map((state) => `test ${state}` as const) : [])];
}

const importListSchema = pageQuerySchema.extend({
  search: z
    .string()
    .default('')
    .transform((text) => text.trim().slice(0, MAX_NAME_CHARS)),
  state: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(IMPORT_STATES)))
    .optional(),
  test: z.enum(['true', 'false']).optional(),
});

export const IMPORT_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/imports',
    summary: 'Imports, newest first',
    query: {
      schema: importListSchema,
      about: {
        ...ABOUT_PAGE,
        search: 'Part of the name, the file, the template, who made it, or the id; among the newest 10,000',
        state: 'Only those in one of these states, with commas between them; without test calls, unless test=true',
        test: 'true: test calls alone; false: all others',
      },
    },
    answer: json(pageSchema(importSummarySchema)),
    refusals: [400, 401],
    handle: async (c, { query }) => list(c, query),
  }),
  // A POST, because a name in an address would appear in logs.
  call({
    method: 'post',
    path: '/api/imports/find',
    summary: 'Imports, newest first, with what is searched for in the body',
    body: { schema: importListSchema, mayBeEmpty: true },
    answer: json(pageSchema(importSummarySchema)),
    refusals: [400, 401],
    handle: async (c, { body }) => list(c, body),
  }),
  call({
    method: 'get',
    path: '/api/imports/{id}',
    summary: 'One import',
    answer: json(importSchema),
    refusals: [401, 404],
    handle: async (c, { id }) => c.json(unwrap<Import>(await importOf(c, id).get())),
  }),
  call({
    method: 'delete',
    path: '/api/imports/{id}',
    summary: 'Erase every trace of its contacts',
    answer: NO_CONTENT,
    refusals: [401, 404, 409],
    async handle(c, { id }) {
      unwrap(await importOf(c, id).erase());
      return c.body(null, 204);
    },
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/check',
    summary: 'Check, or check again with other columns, another template, or another way to Exotel',
    body: { schema: checkRequestSchema, examples: CHECK_EXAMPLES, mayBeEmpty: true },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409, 422],
    handle: async (c, { id, body }) => c.json(await check(c, id, body)),
  }),
  call({
    method: 'get',
    path: '/api/imports/{id}/preview',
    summary: 'What one contact hears or reads',
    query: {
      schema: z.object({ line: z.coerce.number().int().min(1).optional() }),
      about: { line: 'As the spreadsheet counts; the first contact that is called, when left out' },
    },
    answer: { ...json(previewSchema), examples: PREVIEW_EXAMPLES },
    refusals: [400, 401, 404, 409, 422],
    handle: async (c, { id, query }) => c.json(unwrap<Preview>(await importOf(c, id).preview(query.line ?? null))),
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/launch',
    summary: 'Start calling; idempotent',
    body: { schema: launchRequestSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409, 422],
    async handle(c, { id, body: { expect, again = false } }) {
      const view = unwrap<Import>(await importOf(c, id).launch({ expect, again, user: c.get('user') }));
      c.set('trail', launchFacts(view, again));
      return c.json(view);
    },
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/pause',
    summary: 'Pause all its campaigns',
    answer: json(importSchema),
    refusals: [401, 404, 409],
    handle: async (c, { id }) => c.json(unwrap<Import>(await importOf(c, id).steer('pause'))),
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/resume',
    summary: 'Go on',
    answer: json(importSchema),
    refusals: [401, 404, 409],
    async handle(c, { id }) {
      await accountsOf(c).letGo(id);
      return c.json(unwrap<Import>(await importOf(c, id).steer('run')));
    },
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/stop',
    summary: 'Stop for good: nobody further is called',
    answer: json(importSchema),
    refusals: [401, 404, 409],
    handle: async (c, { id }) => c.json(unwrap<Import>(await importOf(c, id).steer('stop'))),
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/campaigns/{seq}/decide',
    summary: 'Decide about a campaign that waits: send it again, adopt one that exists at Exotel, or give it up',
    body: { schema: decideRequestSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409],
    handle: async (c, { id, seq, body }) => c.json(unwrap<Import>(await importOf(c, id).decide(Number(seq), body))),
  }),
  call({
    method: 'get',
    path: '/api/imports/{id}/live',
    summary:
      'WebSocket: a snapshot, then changes. Offer the sub-protocols "dialsheet.live" and "ticket.<ticket>"; POST /api/live-tickets gives one',
    answer: SOCKET,
    refusals: [401, 404, 426],
    async handle(c, { id }) {
      const response = await openSocket(c, `imports/${id}`, importOf(c, id));
      if (response.status === 404) throw new ApiError({ code: 'import_not_found' });
      return response;
    },
  }),
];

async function list(c: AppContext, asked: z.output<typeof importListSchema>): Promise<Response> {
  const { state, test, search, offset, limit } = asked;
  const states = listedStates(state, test);
  const page = { offset, limit };
  const { role, name, template } = c.get('person');
  const only = { createdBy: role === 'preparer' ? name : null, template };
  const { items, total } = await accountsOf(c).imports({ ...page, search, states, ...only });
  const fresh = await Promise.all(items.map((item) => freshSummary(item, (id) => importOf(c, id).summary())));
  return c.json({ items: fresh, total, ...page });
}

async function check(c: AppContext, id: string, request: z.output<typeof checkRequestSchema>): Promise<Import> {
  const template = request.template === undefined ? {} : { template: await findTemplate(c, request.template) };
  const columns = request.columns === undefined ? {} : { columns: request.columns };
  const delivery = request.delivery === undefined ? {} : { delivery: request.delivery };
  const adjust = request.adjust === undefined ? {} : { adjust: request.adjust };
  const { override: rule, reason = '', notCalledForDays, unlessChanged } = request;
  const days = {
    ...(notCalledForDays !== undefined && { notCalledForDays }),
    ...(unlessChanged !== undefined && { unlessChanged }),
  };
  const override = rule === undefined ? null : overrideOf(c.get('user'), reason, Date.now());
  const input = { ...template, ...columns, ...delivery, ...adjust, ...days, override };
  const before = override === null ? null : unwrap<Import>(await importOf(c, id).get());
  const view = unwrap<Import>(await importOf(c, id).check(input));
  if (before !== null) {
    const contacts = { before: before.rows.accepted, after: view.rows.accepted };
    c.set('trail', {
      note: reason,
      before: { contacts: contacts.before },
      after: { state: view.state, override: rule, contacts: contacts.after },
    });
  }
  return view;
}

import { Hono } from 'hono';
import { z } from 'zod';
import { checkRequestSchema, decideRequestSchema, launchRequestSchema } from '../../shared/protocol/import-requests.ts';
import { MAX_NAME_CHARS } from '../../shared/limits.ts';
import { accountsOf, importOf, unwrap, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { freshSummary } from '../account/fresh-summary.ts';
import { pageQuerySchema } from '../page-query.ts';
import { readQuery } from '../read-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import { launchFacts } from '../team/launch-facts.ts';
import { openSocket } from './open-socket.ts';
import { overrideOf } from '../import/intake/launch-claimed.ts';
import { findTemplate } from './templates.ts';
import { IMPORT_STATES } from '../../shared/protocol/import.ts';
import type { Import, ImportState, Preview } from '../../shared/protocol/import.ts';
import type { ListedState } from '../account/import-list.ts';

/** Test calls are among all there are, and among those of a state where they are asked for. */
function listedStates(asked: readonly ImportState[] | undefined, test: 'true' | 'false' | undefined): ListedState[] {
  const states = asked ?? IMPORT_STATES;
  const ordinary = test === 'true' ? [] : states;
  const isWithTests = test === 'true' || (test === undefined && asked === undefined);
  return [...ordinary, ...(isWithTests ? states.map((state) => `test ${state}` as const) : [])];
}

const previewQuerySchema = z.object({ line: z.coerce.number().int().min(1).optional() });

export const importListSchema = pageQuerySchema.extend({
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

export function importRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

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

  routes.get('/', async (c) => list(c, readQuery(c, importListSchema)));

  // The same with everything in the body: a name in an address would stand in logs.
  routes.post('/find', async (c) => list(c, parseAs(importListSchema, (await readJson(c)) ?? {})));

  routes.get('/:id', async (c) => c.json(unwrap<Import>(await importOf(c, c.req.param('id')).get())));

  routes.delete('/:id', async (c) => {
    unwrap(await importOf(c, c.req.param('id')).erase());
    return c.body(null, 204);
  });

  routes.post('/:id/check', async (c) => {
    const request = parseAs(checkRequestSchema, (await readJson(c)) ?? {});
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
    const before = override === null ? null : unwrap<Import>(await importOf(c, c.req.param('id')).get());
    const view = unwrap<Import>(await importOf(c, c.req.param('id')).check(input));
    if (before !== null) {
      const contacts = { before: before.rows.accepted, after: view.rows.accepted };
      c.set('trail', {
        note: reason,
        before: { contacts: contacts.before },
        after: { state: view.state, override: rule, contacts: contacts.after },
      });
    }
    return c.json(view);
  });

  routes.get('/:id/preview', async (c) => {
    const { line = null } = readQuery(c, previewQuerySchema);
    return c.json(unwrap<Preview>(await importOf(c, c.req.param('id')).preview(line)));
  });

  routes.post('/:id/launch', async (c) => {
    const { expect, again = false } = parseAs(launchRequestSchema, await readJson(c));
    const input = { expect, again, user: c.get('user') };
    const view = unwrap<Import>(await importOf(c, c.req.param('id')).launch(input));
    c.set('trail', launchFacts(view, again));
    return c.json(view);
  });

  const targets = { pause: 'pause', resume: 'run', stop: 'stop' } as const;
  for (const [word, target] of Object.entries(targets)) {
    routes.post(`/:id/${word}`, async (c) => {
      const id = c.req.param('id');
      if (target === 'run') await accountsOf(c).letGo(id);
      return c.json(unwrap<Import>(await importOf(c, id).steer(target)));
    });
  }

  routes.post('/:id/campaigns/:seq/decide', async (c) => {
    const { id, seq } = c.req.param();
    const request = parseAs(decideRequestSchema, await readJson(c));
    return c.json(unwrap<Import>(await importOf(c, id).decide(Number(seq), request)));
  });

  routes.get('/:id/live', async (c) => {
    const id = c.req.param('id');
    const response = await openSocket(c, `imports/${id}`, importOf(c, id));
    if (response.status === 404) throw new ApiError({ code: 'import_not_found' });
    return response;
  });

  return routes;
}

import { Hono } from 'hono';
import { MAX_CALLBACK_BYTES } from '../../shared/limits.ts';
import { sinkRequestSchema, type Sink } from '../../shared/protocol/sink.ts';
import { configOf, unwrap, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { eventsOfSink } from '../events/event-prefixes.ts';
import { newId } from '../new-id.ts';
import { readPage } from '../page-query.ts';
import { parseAs, readBytes, readJson } from '../request-body.ts';
import { directoryOf, sinkOf } from '../sink/callback-places.ts';
import { isOwnEvent } from '../sink/own-event.ts';
import { isSinkAddress, sinkUrls } from '../sink/sink-address.ts';
import type { SinkRecord } from '../sink/sink-store.ts';

/** Sinks of the team: made, listed, deleted. */
export function sinkRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.post('/', async (c) => {
    const { name } = parseAs(sinkRequestSchema, await readJson(c));
    const record: SinkRecord = {
      id: newId(),
      name,
      account: configOf(c).EXOTEL_ACCOUNT_SID,
      createdAt: new Date().toISOString(),
      createdBy: c.get('user'),
    };
    // Listed before it is made: a sink that nobody knows of could never be deleted.
    unwrap(await directoryOf(c).add(record));
    await sinkOf(c, record.id).create(record);
    return c.json(await toSink(c, record), 201, { location: `/api/sinks/${record.id}` });
  });

  routes.get('/', async (c) => {
    const page = readPage(c);
    const records = await directoryOf(c).sinks();
    const shown = records.slice(page.offset, page.offset + page.limit);
    const items = await Promise.all(shown.map((record) => toSink(c, record)));
    return c.json({ items, total: records.length, ...page });
  });

  routes.get('/:id', async (c) => c.json(await toSink(c, await findSink(c))));

  routes.delete('/:id', async (c) => {
    const { id } = await findSink(c);
    // Last, so that an erasing that was cut off can be asked for again.
    await sinkOf(c, id).erase();
    await directoryOf(c).forgetEvents(eventsOfSink(id));
    await directoryOf(c).remove(id);
    return c.body(null, 204);
  });

  return routes;
}

/** The public door. The MAC is checked before any object is touched; every other fault of the address looks the same. */
export function sinkCallbackRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().on(['GET', 'POST'], '/:id/:mac/:kind', async (c) => {
    const { id, mac, kind } = c.req.param();
    const isOurs = await isSinkAddress(configOf(c).CALLBACK_SECRET, { id, mac, kind });
    // HEAD comes as GET: whoever tries an address with it has sent nothing to keep.
    if (!isOurs || c.req.raw.method === 'HEAD') throw new ApiError({ code: 'not_found' });
    if (isOwnEvent(c)) throw new ApiError({ code: 'own_event' });
    const body = await readBytes(c.req.raw, MAX_CALLBACK_BYTES);
    if (body === null) throw new ApiError({ code: 'body_too_large' });
    const { search } = new URL(c.req.url);
    const received = await sinkOf(c, id).receive({
      kind,
      receivedAt: Date.now(),
      method: c.req.method,
      contentType: c.req.header('content-type')?.slice(0, 256) ?? null,
      query: search.slice(1),
      body,
    });
    // The sink was deleted since.
    if (!received.ok) throw new ApiError({ code: 'not_found' });
    return c.json({ ok: true });
  });
}

async function findSink(c: AppContext): Promise<SinkRecord> {
  const record = await directoryOf(c).sink(c.req.param('id') ?? '');
  if (record === null) throw new ApiError({ code: 'sink_not_found' });
  return record;
}

async function toSink(c: AppContext, { id, name, createdAt, createdBy }: SinkRecord): Promise<Sink> {
  const { PUBLIC_URL, CALLBACK_SECRET } = configOf(c);
  const base = PUBLIC_URL || new URL(c.req.url).origin;
  return { id, name, createdAt, createdBy, urls: await sinkUrls(base, CALLBACK_SECRET, id) };
}

import { MAX_CALLBACK_BYTES } from '../../shared/limits.ts';
import { sinkRequestSchema, sinkSchema, type Sink } from '../../shared/protocol/sink.ts';
import { configOf, unwrap, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { eventsOfSink } from '../events/event-prefixes.ts';
import { newId } from '../new-id.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { readBytes } from '../request-body.ts';
import { directoryOf, sinkOf } from '../sink/callback-places.ts';
import { isOwnEvent } from '../sink/own-event.ts';
import { isSinkAddress, sinkUrls } from '../sink/sink-address.ts';
import { call, json, NO_CONTENT, PAGE, TAKEN, type Call } from './call.ts';
import type { SinkRecord } from '../sink/sink-store.ts';

/** Sinks of the team: made, listed, deleted. */
export const SINK_CALLS: readonly Call[] = [
  call({
    method: 'post',
    path: '/api/sinks',
    summary: 'Make a sink: signed addresses that take callbacks of any campaign or flow',
    body: { schema: sinkRequestSchema },
    answer: json(sinkSchema, 201),
    refusals: [400, 401, 409],
    async handle(c, { body: { name } }) {
      const record: SinkRecord = {
        id: newId(),
        name,
        account: configOf(c).EXOTEL_ACCOUNT_SID,
        createdAt: new Date().toISOString(),
        createdBy: c.get('user'),
      };
      // Listed before it is made, because a sink that is not listed could never be deleted.
      unwrap(await directoryOf(c).add(record));
      await sinkOf(c, record.id).create(record);
      return c.json(await toSink(c, record), 201, { location: `/api/sinks/${record.id}` });
    },
  }),
  call({
    method: 'get',
    path: '/api/sinks',
    summary: 'Sinks, newest first',
    query: PAGE,
    answer: json(pageSchema(sinkSchema)),
    refusals: [401],
    async handle(c, { query: page }) {
      const records = await directoryOf(c).sinks();
      const shown = records.slice(page.offset, page.offset + page.limit);
      const items = await Promise.all(shown.map((record) => toSink(c, record)));
      return c.json({ items, total: records.length, ...page });
    },
  }),
  call({
    method: 'get',
    path: '/api/sinks/{id}',
    summary: 'One sink',
    answer: json(sinkSchema),
    refusals: [401, 404],
    handle: async (c, { id }) => c.json(await toSink(c, await findSink(c, id))),
  }),
  call({
    method: 'delete',
    path: '/api/sinks/{id}',
    summary: 'Delete a sink and every callback it holds',
    answer: NO_CONTENT,
    refusals: [401, 404],
    async handle(c, asked) {
      const { id } = await findSink(c, asked.id);
      // Done last, so that an erasing that was interrupted can be asked for again.
      await sinkOf(c, id).erase();
      await directoryOf(c).forgetEvents(eventsOfSink(id));
      await directoryOf(c).remove(id);
      return c.body(null, 204);
    },
  }),
];

const address = { path: '/sinks/{id}/{mac}/{kind}', open: true, answer: TAKEN, refusals: [404, 413] } as const;

/**
 * Receives callbacks for sinks. The MAC is checked before any object is touched; every other fault of the address gets
 * the same answer.
 */
export const SINK_CALLBACK_CALLS: readonly Call[] = [
  call({
    ...address,
    id: 'receiveSinkQuery',
    method: 'get',
    summary: 'Takes a callback sent in the address (Passthru)',
    handle: receive,
  }),
  call({
    ...address,
    id: 'receiveSinkCallback',
    method: 'post',
    summary: 'Takes a callback: JSON, form, multipart or anything else',
    reads: { body: { type: 'application/json' } },
    handle: receive,
  }),
];

async function receive(c: AppContext, { id, mac, kind }: { id: string; mac: string; kind: string }): Promise<Response> {
  const isOurs = await isSinkAddress(configOf(c).CALLBACK_SECRET, { id, mac, kind });
  // Hono calls this for HEAD too, and somebody who tries an address with HEAD sends nothing to keep.
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
}

async function findSink(c: AppContext, id: string): Promise<SinkRecord> {
  const record = await directoryOf(c).sink(id);
  if (record === null) throw new ApiError({ code: 'sink_not_found' });
  return record;
}

async function toSink(c: AppContext, { id, name, createdAt, createdBy }: SinkRecord): Promise<Sink> {
  const { PUBLIC_URL, CALLBACK_SECRET } = configOf(c);
  const base = PUBLIC_URL || new URL(c.req.url).origin;
  return { id, name, createdAt, createdBy, urls: await sinkUrls(base, CALLBACK_SECRET, id) };
}

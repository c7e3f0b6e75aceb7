import {
  deliveryQuerySchema,
  deliverySchema,
  destinationChangeSchema,
  destinationRequestSchema,
  destinationSchema,
  newDestinationSchema,
  replayRequestSchema,
  sampleRequestSchema,
  type Delivery,
  type Destination,
} from '../../shared/protocol/destination.ts';
import { configOf, unwrap, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../new-id.ts';
import { z } from 'zod';
import { pageSchema } from '../../shared/protocol/page.ts';
import { pageQuerySchema } from '../page-query.ts';
import { directoryOf } from '../sink/callback-places.ts';
import { newDestinationRecord, ownHosts, readAddress } from '../sink/new-destination.ts';
import { replayRange } from '../sink/replay-range.ts';
import { ABOUT_PAGE, call, json, NO_CONTENT, PAGE, type Call } from './call.ts';

const ONE = '/api/destinations/{id}';

/** Destinations for events: the team's own tools, after Standard Webhooks 1.0. */
export const DESTINATION_CALLS: readonly Call[] = [
  call({
    method: 'post',
    path: '/api/destinations',
    summary: 'Send events to an address of yours; the answer alone holds its secret',
    body: { schema: destinationRequestSchema },
    answer: json(newDestinationSchema, 201),
    refusals: [400, 401, 409, 422],
    async handle(c, { body: { name, url, events } }) {
      const id = newId();
      const record = newDestinationRecord({
        id,
        account: configOf(c).EXOTEL_ACCOUNT_SID,
        name,
        url: readAddress(c, url),
        events,
        ownHosts: ownHosts(c),
        createdAt: Date.now(),
        createdBy: c.get('user'),
      });
      unwrap(await directoryOf(c).addDestination(id, events));
      const made = await c.env.DESTINATIONS.getByName(id).create(record);
      return c.json({ ...made, secret: record.secret }, 201, { location: `/api/destinations/${id}` });
    },
  }),
  call({
    method: 'get',
    path: '/api/destinations',
    summary: 'Destinations, oldest first',
    query: PAGE,
    answer: json(pageSchema(destinationSchema)),
    refusals: [401],
    async handle(c, { query: page }) {
      const ids = await directoryOf(c).destinations();
      const shown = ids.slice(page.offset, page.offset + page.limit);
      const views = await Promise.all(shown.map((id) => c.env.DESTINATIONS.getByName(id).view()));
      const items = views.flatMap((view): Destination[] => (view === null ? [] : [view]));
      return c.json({ items, total: ids.length, ...page });
    },
  }),
  call({
    method: 'get',
    path: ONE,
    summary: 'One destination',
    answer: json(destinationSchema),
    refusals: [401, 404],
    handle: async (c, { id }) => c.json(found(await (await destinationOf(c, id)).view())),
  }),
  call({
    method: 'patch',
    path: ONE,
    summary: 'Change its name, address or events, pause it, or let it go on',
    body: { schema: destinationChangeSchema },
    answer: json(destinationSchema),
    refusals: [400, 401, 404, 422],
    async handle(c, { id, body: change }) {
      const url = change.url === undefined ? {} : { url: readAddress(c, change.url), ownHosts: ownHosts(c) };
      const destination = await destinationOf(c, id);
      if (change.events !== undefined) await directoryOf(c).wants(id, change.events);
      return c.json(found(await destination.change({ ...change, ...url })));
    },
  }),
  call({
    method: 'delete',
    path: ONE,
    summary: 'Delete a destination with its log',
    answer: NO_CONTENT,
    refusals: [401, 404],
    async handle(c, { id }) {
      const destination = await destinationOf(c, id);
      await destination.erase();
      await directoryOf(c).removeDestination(id);
      return c.body(null, 204);
    },
  }),
  call({
    method: 'post',
    path: `${ONE}/rotate`,
    summary: 'Make a new secret; both sign for 24 hours',
    answer: json(newDestinationSchema),
    refusals: [401, 404],
    async handle(c, { id }) {
      const rotated = found(await (await destinationOf(c, id)).rotate());
      return c.json({ ...rotated.destination, secret: rotated.secret });
    },
  }),
  call({
    method: 'post',
    path: `${ONE}/test`,
    summary: 'Send a sample at once and see what the receiver says',
    body: { schema: sampleRequestSchema, mayBeEmpty: true },
    answer: json(deliverySchema),
    refusals: [400, 401, 404],
    handle: async (c, { id, body: { type = null } }) =>
      c.json(unwrap<Delivery>(await (await destinationOf(c, id)).trySample(type))),
  }),
  call({
    method: 'get',
    path: `${ONE}/deliveries`,
    summary: 'What was sent, with request and answer in full, newest first',
    query: {
      schema: pageQuerySchema.extend(deliveryQuerySchema.shape),
      about: { status: 'Only pending, delivered or failed', ...ABOUT_PAGE },
    },
    answer: json(pageSchema(deliverySchema)),
    refusals: [400, 401, 404],
    async handle(c, { id, query: { status = null, ...page } }) {
      const destination = await destinationOf(c, id);
      const { items, total } = found(await destination.deliveries(status, page));
      // The log answers fewer items if they are large, so the rest of the page is asked for.
      for (let more = items; more.length > 0 && items.length < page.limit && page.offset + items.length < total;) {
        const rest = { offset: page.offset + items.length, limit: page.limit - items.length };
        more = (await destination.deliveries(status, rest))?.items ?? [];
        items.push(...more);
      }
      return c.json({ items, total, ...page });
    },
  }),
  call({
    method: 'post',
    path: `${ONE}/deliveries/{delivery}/replay`,
    summary: 'Send one event again, under its own id',
    answer: json(deliverySchema),
    refusals: [401, 404],
    handle: async (c, { id, delivery }) =>
      c.json(unwrap<Delivery>(await (await destinationOf(c, id)).replayOne(delivery))),
  }),
  call({
    method: 'post',
    path: `${ONE}/replay`,
    summary: 'Send the events of a time again, or for the first time to a new address, under their own ids',
    body: { schema: replayRequestSchema },
    answer: json(z.object({ replayed: z.int().min(0) }), 202),
    refusals: [400, 401, 404, 422],
    async handle(c, { id, body: { from, to, failedOnly } }) {
      const destination = await destinationOf(c, id);
      const { events } = found(await destination.view());
      return c.json({ replayed: await replayRange(c, destination, events, { from, to, failedOnly }) }, 202);
    },
  }),
];

/** Only destinations in this account's directory, so that an unknown id creates no object. */
async function destinationOf(c: AppContext, id: string) {
  if (!(await directoryOf(c).destinations()).includes(id)) throw new ApiError({ code: 'destination_not_found' });
  return c.env.DESTINATIONS.getByName(id);
}

function found<T>(value: T | null): T {
  if (value === null) throw new ApiError({ code: 'destination_not_found' });
  return value;
}

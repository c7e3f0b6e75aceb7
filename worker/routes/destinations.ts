import { Hono } from 'hono';
import {
  deliveryQuerySchema,
  destinationChangeSchema,
  destinationRequestSchema,
  replayRequestSchema,
  sampleRequestSchema,
  type Delivery,
  type Destination,
} from '../../shared/protocol/destination.ts';
import { configOf, unwrap, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../new-id.ts';
import { pageQuerySchema, readPage } from '../page-query.ts';
import { readQuery } from '../read-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import { directoryOf } from '../sink/callback-places.ts';
import { newDestinationRecord, ownHosts, readAddress } from '../sink/new-destination.ts';
import { replayRange } from '../sink/replay-range.ts';

/** Where events go: the team's own tools, after Standard Webhooks 1.0. */
export function destinationRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.post('/', async (c) => {
    const { name, url, events } = parseAs(destinationRequestSchema, await readJson(c));
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
  });

  routes.get('/', async (c) => {
    const page = readPage(c);
    const ids = await directoryOf(c).destinations();
    const shown = ids.slice(page.offset, page.offset + page.limit);
    const views = await Promise.all(shown.map((id) => c.env.DESTINATIONS.getByName(id).view()));
    const items = views.flatMap((view): Destination[] => (view === null ? [] : [view]));
    return c.json({ items, total: ids.length, ...page });
  });

  routes.get('/:id', async (c) => c.json(found(await (await destinationOf(c)).view())));

  routes.patch('/:id', async (c) => {
    const change = parseAs(destinationChangeSchema, await readJson(c));
    const url = change.url === undefined ? {} : { url: readAddress(c, change.url), ownHosts: ownHosts(c) };
    const destination = await destinationOf(c);
    if (change.events !== undefined) await directoryOf(c).wants(c.req.param('id'), change.events);
    return c.json(found(await destination.change({ ...change, ...url })));
  });

  routes.post('/:id/rotate', async (c) => {
    const rotated = found(await (await destinationOf(c)).rotate());
    return c.json({ ...rotated.destination, secret: rotated.secret });
  });

  routes.delete('/:id', async (c) => {
    const destination = await destinationOf(c);
    await destination.erase();
    await directoryOf(c).removeDestination(c.req.param('id'));
    return c.body(null, 204);
  });

  routes.post('/:id/test', async (c) => {
    const { type = null } = parseAs(sampleRequestSchema, (await readJson(c)) ?? {});
    return c.json(unwrap<Delivery>(await (await destinationOf(c)).trySample(type)));
  });

  routes.get('/:id/deliveries', async (c) => {
    const { status, ...page } = readQuery(c, pageQuerySchema.extend(deliveryQuerySchema.shape));
    const destination = await destinationOf(c);
    const { items, total } = found(await destination.deliveries(status ?? null, page));
    // Fewer where they are large: the rest of the page is asked for.
    for (let more = items; more.length > 0 && items.length < page.limit && page.offset + items.length < total;) {
      const rest = { offset: page.offset + items.length, limit: page.limit - items.length };
      more = (await destination.deliveries(status ?? null, rest))?.items ?? [];
      items.push(...more);
    }
    return c.json({ items, total, ...page });
  });

  routes.post('/:id/deliveries/:delivery/replay', async (c) =>
    c.json(unwrap<Delivery>(await (await destinationOf(c)).replayOne(c.req.param('delivery')))),
  );

  routes.post('/:id/replay', async (c) => {
    const { from, to, failedOnly } = parseAs(replayRequestSchema, await readJson(c));
    const destination = await destinationOf(c);
    const { events } = found(await destination.view());
    const replayed = await replayRange(c, destination, events, { from, to, failedOnly });
    return c.json({ replayed }, 202);
  });

  return routes;
}

/** Only those of this account: an id that is not in its directory makes no object. */
async function destinationOf(c: AppContext) {
  const id = c.req.param('id') ?? '';
  if (!(await directoryOf(c).destinations()).includes(id)) throw new ApiError({ code: 'destination_not_found' });
  return c.env.DESTINATIONS.getByName(id);
}

function found<T>(value: T | null): T {
  if (value === null) throw new ApiError({ code: 'destination_not_found' });
  return value;
}

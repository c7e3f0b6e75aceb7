import { Hono } from 'hono';
import { ApiError } from '../../errors.ts';
import { readExoPhone } from '../../exotel/exophones.ts';
import { failureFault } from '../../dashboard/failure-fault.ts';
import { personClient } from '../../dashboard/interactive-client.ts';
import { readPage } from '../../page-query.ts';
import type { AppTypes } from '../../context.ts';
import type { ExoPhonePage } from '../../../shared/protocol/exotel-campaign.ts';

/** Answers of an account that may not list its numbers: the caller id can still be typed. */
const CLOSED = new Set(['unauthorised', 'forbidden', 'not_found']);

export function exoPhoneRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', async (c) => {
    const { offset, limit } = readPage(c);
    const asked = await personClient(c).exoPhones();
    if (!asked.ok && !CLOSED.has(asked.error.code)) {
      throw new ApiError(failureFault(asked.error, 'not_found', Date.now()));
    }
    const items = asked.ok ? asked.value.items : [];
    const phones = items.map(({ data }) => readExoPhone(data)).filter((phone) => phone !== null);
    const page: ExoPhonePage = {
      items: phones.slice(offset, offset + limit),
      total: phones.length,
      offset,
      limit,
      reason: asked.ok ? null : 'forbidden',
    };
    return c.json(page);
  });
}

import { Hono } from 'hono';
import { DEFAULT_USAGE_DAYS } from '../../../shared/people-limits.ts';
import { usageQuerySchema, type Usage } from '../../../shared/protocol/usage.ts';
import { peopleOf, type AppTypes } from '../../context.ts';
import type { Used } from '../../people/used-store.ts';
import { readQuery } from '../../read-query.ts';

/** Who called how many people, and for how much. */
export function usageRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', async (c) => {
    const query = readQuery(c, usageQuerySchema);
    const now = Date.now();
    const to = query.to === undefined ? now : Date.parse(query.to);
    const from = query.from === undefined ? to - DEFAULT_USAGE_DAYS * 86_400_000 : Date.parse(query.from);
    const { items, open, pulse } = await peopleOf(c).used(from, to);
    const usage: Usage = {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      items: items.map((used) => withMoney(used, pulse)),
      open,
      asOf: new Date(now).toISOString(),
    };
    return c.json(usage);
  });
}

/** To the paisa: a sum of floating points ends in noise. */
function withMoney(used: Used, pulse: number | null): Usage['items'][number] {
  return { ...used, spent: pulse === null ? null : Math.round(used.pulses * pulse * 100) / 100 };
}

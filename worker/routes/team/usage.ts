import { DEFAULT_USAGE_DAYS } from '../../../shared/people-limits.ts';
import { usageQuerySchema, usageSchema, type Usage } from '../../../shared/protocol/usage.ts';
import { peopleOf } from '../../context.ts';
import type { Used } from '../../people/used-store.ts';
import { call, json, type Call } from '../call.ts';

export const USAGE_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/usage',
    summary: 'What each person called, and what it cost; of imports started in a time',
    query: {
      schema: usageQuerySchema,
      about: {
        from: 'When they were started: then or later (ISO 8601)',
        to: `Before then; the last ${DEFAULT_USAGE_DAYS} days, left out`,
      },
    },
    answer: json(usageSchema),
    refusals: [400, 401],
    async handle(c, { query }) {
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
    },
  }),
];

/** Rounded to the paisa, because sums of floating-point numbers are slightly off. */
function withMoney(used: Used, pulse: number | null): Usage['items'][number] {
  return { ...used, spent: pulse === null ? null : Math.round(used.pulses * pulse * 100) / 100 };
}

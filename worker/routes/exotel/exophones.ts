import { ApiError } from '../../errors.ts';
import { readExoPhone } from '../../exotel/exophones.ts';
import { failureFault } from '../../dashboard/failure-fault.ts';
import { personClient } from '../../dashboard/interactive-client.ts';
import { exoPhonePageSchema, type ExoPhonePage } from '../../../shared/protocol/exotel-campaign.ts';
import { call, json, PAGE, type Call } from '../call.ts';

/** Exotel's refusals to an account that may not list its numbers; the caller id can still be typed. */
const CLOSED = new Set(['unauthorised', 'forbidden', 'not_found']);

export const EXOPHONE_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/exophones',
    summary: "The account's ExoPhones; none, and why, where it may not list them",
    query: PAGE,
    answer: json(exoPhonePageSchema),
    refusals: [400, 401, 502, 503],
    async handle(c, { query: { offset, limit } }) {
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
    },
  }),
];

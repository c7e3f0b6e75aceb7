import { z } from 'zod';
import { ask, upload } from '../dialler/exotel-caller.ts';
import type { Asked } from '../dialler/exotel-caller.ts';

const message = z.object({
  response: z.union([
    z.array(z.object({ data: z.record(z.string(), z.unknown()) })),
    z.object({ data: z.record(z.string(), z.unknown()) }).transform((one) => [one]),
  ]),
  metadata: z.record(z.string(), z.number()).optional(),
});

export type MessageAnswer = Asked & {
  /** `data` of each item. */
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly sid: string;
  readonly counts: Readonly<Record<string, number>> | undefined;
};

/** One request to the message campaigns API. */
export async function askMessages(url: string, method: string, path = '', body?: unknown): Promise<MessageAnswer> {
  const request = { method, collection: 'message-campaigns', path, ...(body === undefined ? {} : { body }) };
  const asked = await ask(url, request);
  const read = asked.status === 200 ? message.parse(JSON.parse(asked.text)) : null;
  const items = read?.response.map(({ data }) => data) ?? [];
  const sid = items[0]?.['sid'];
  return { ...asked, items, sid: typeof sid === 'string' ? sid : '', counts: read?.metadata };
}

export async function makeList(url: string, name: string, numbers: readonly string[]): Promise<string> {
  return (await upload(url, { list: name, csv: `number\n${numbers.join('\n')}\n` })).listSid;
}

/** A create for a list that is accepted as it is; overrides replace fields, and undefined removes them. */
export function makeMessages(list: string, overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    name: 'Diwali offer',
    content_type: 'static',
    lists: [list],
    channel: 'SMS',
    dlt_entity_id: '1101428740000012125',
    dlt_template_id: '1107160016142600511',
    sender_id: 'EXOTEL',
    sms_type: 'Transactional',
    template: 'Your order is on its way.',
    ...overrides,
  };
}

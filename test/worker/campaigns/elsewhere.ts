import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import type { z } from 'zod';
import {
  exotelCallSchema,
  exotelCampaignSchema,
  type ExotelCampaign,
} from '../../../shared/protocol/exotel-campaign.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { formatRfc3339 } from '../../../shared/plan/zoned-time.ts';
import { createExotelClient } from '../../../worker/exotel/client.ts';
import { readExotelCampaign } from '../../../worker/dashboard/read-campaign-detail.ts';
import { readReceipt, readUploadStatus, UPLOAD_PATH, uploadStatusPath } from '../../../worker/exotel/list-api.ts';
import { ask } from '../support/edge.ts';
import { mobile } from '../support/contacts.ts';
import { standIn } from '../support/stand-in.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

/** Talks to Exotel directly and not through the Worker, as its dashboard or another program would. */
export const exotel = createExotelClient({
  baseUrl: env.EXOTEL_BASE_URL ?? '',
  accountSid: 'dialsheet-demo',
  apiKey: 'demo-key',
  apiToken: 'demo-token',
  timeoutMs: 5_000,
  fetch: (input, init) => fetch(input, init),
});

const HOUR_MS = 3_600_000;

/** A time in `hours` hours, as RFC 3339 in India. */
function inHours(hours: number): string {
  return formatRfc3339(Math.ceil((Date.now() + hours * HOUR_MS) / 1000) * 1000, 'Asia/Kolkata');
}

/** This time of the next day in India: "10:00" is within calling hours whenever the tests run. */
export function tomorrowAt(time: string): string {
  return `${formatRfc3339(Date.now() + 24 * HOUR_MS, 'Asia/Kolkata').slice(0, 10)}T${time}:00+05:30`;
}

/** A voice campaign that was not made through the Worker; it starts tomorrow unless the change says otherwise. */
export async function makeElsewhere(change: Readonly<Record<string, unknown>> = {}): Promise<ExotelCampaign> {
  const campaign = {
    name: 'Made elsewhere',
    caller_id: '08088919888',
    from: [mobile(1), mobile(2), mobile(3)],
    flow_type: 'greeting',
    read_via_text: 'Happy Diwali.',
    schedule: { send_at: tomorrowAt('10:00'), end_at: tomorrowAt('20:00') },
    ...change,
  };
  const body = Object.fromEntries(Object.entries(campaign).filter(([, value]) => value !== null));
  const { result } = await exotel.request('POST', '/campaigns', { campaigns: [body] });
  if (!result.ok) throw new Error(`Exotel refuses: ${JSON.stringify(result.error)}`);
  const made = readExotelCampaign(result.value.items[0], 'voice', Date.now());
  if (made === null) throw new Error('Exotel names no campaign');
  return { ...made, import: null };
}

/** A campaign made elsewhere that makes one call a minute from now on. */
export async function runElsewhere(change: Readonly<Record<string, unknown>> = {}): Promise<ExotelCampaign> {
  // The current second: already past, but recent enough for Exotel.
  const sendAt = formatRfc3339(Math.floor(Date.now() / 1000) * 1000, 'Asia/Kolkata');
  const made = await makeElsewhere({
    schedule: { send_at: sendAt, end_at: inHours(5) },
    mode: 'custom',
    throttle: 1,
    ...change,
  });
  await standIn.skipTo(inHours(1 / 3600));
  return made;
}

/** Makes a list of these numbers at Exotel. */
export async function makeList(name: string, numbers: readonly string[]): Promise<string> {
  const form = new FormData();
  form.set('list_name', name);
  form.set('type', 'static');
  form.set('file_name', new Blob([['number', ...numbers, ''].join('\n')], { type: 'text/csv' }), 'contacts.csv');
  const { result } = await exotel.request('POST', UPLOAD_PATH, form);
  const receipt = result.ok ? readReceipt(result.value.items[0]) : null;
  if (receipt === null) throw new Error(`Exotel refuses: ${JSON.stringify(result)}`);
  await vi.waitUntil(async () => {
    const { result: status } = await exotel.request('GET', uploadStatusPath(receipt.uploadId ?? ''));
    return status.ok && readUploadStatus(status.value.items[0]).state === 'completed';
  }, PATIENCE);
  return receipt.listSid;
}

/** A message campaign that was not made through the Worker, with a list of its own. */
export async function makeMessages(
  numbers: readonly string[],
  change: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly sid: string; readonly list: string }> {
  const list = await makeList(`List of ${crypto.randomUUID()}`, numbers);
  const { result } = await exotel.request('POST', '/message-campaigns', {
    name: 'Messages made elsewhere',
    content_type: 'static',
    lists: [list],
    channel: 'SMS',
    schedule: { start_time: tomorrowAt('10:00'), end_time: tomorrowAt('20:00') },
    dlt_entity_id: '1101428740000012125',
    dlt_template_id: '1107160016142600511',
    sender_id: 'EXOTEL',
    sms_type: 'Transactional',
    template: 'Your order is on its way.',
    ...change,
  });
  if (!result.ok) throw new Error(`Exotel refuses: ${JSON.stringify(result.error)}`);
  return { sid: String(result.value.items[0]?.data['sid']), list };
}

async function parsed<Schema extends z.ZodType>(
  schema: Schema,
  answering: Promise<Response>,
): Promise<z.output<Schema>> {
  const answer = await answering;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return schema.parse(JSON.parse(text));
}

export function campaignIn(answering: Promise<Response>): Promise<ExotelCampaign> {
  return parsed(exotelCampaignSchema, answering);
}

export function getCampaign(sid: string): Promise<ExotelCampaign> {
  return campaignIn(ask(`/api/campaigns/${sid}`));
}

export function campaignsIn(query: Readonly<Record<string, string>> = {}) {
  return parsed(pageSchema(exotelCampaignSchema), ask(`/api/campaigns?${new URLSearchParams(query).toString()}`));
}

export function callsIn(sid: string, query: Readonly<Record<string, string>> = {}) {
  const search = new URLSearchParams(query).toString();
  return parsed(pageSchema(exotelCallSchema), ask(`/api/campaigns/${sid}/calls?${search}`));
}

export function put(path: string, body: unknown): Promise<Response> {
  return ask(path, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

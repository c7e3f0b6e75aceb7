import { z } from 'zod';

/** What a test sends to the stand-in, as a plain client would. */
export const FLOW_URL = 'http://my.exotel.com/dialsheet-demo/exoml/start_voice/123';
const CALLER_ID = '08088919888';

const DEMO_AUTH = `Basic ${btoa('demo-key:demo-token')}`;

/** The n-th of ten thousand valid Indian mobile numbers. */
export function mobile(n: number): string {
  return `+91981001${String(n).padStart(4, '0')}`;
}

export function mobiles(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, n) => mobile(from + n));
}

/** A create that is accepted as it is; overrides replace fields, and undefined removes them. */
export function makeCampaign(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { name: 'Diwali leads', caller_id: CALLER_ID, url: FLOW_URL, from: [mobile(1)], ...overrides };
}

const item = z.object({
  code: z.number(),
  error_data: z.object({ code: z.number(), description: z.string(), message: z.string() }).nullable(),
  status: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  summary: z.record(z.string(), z.unknown()).optional(),
});
const anything = z.object({ response: z.unknown(), metadata: z.record(z.string(), z.number()).optional() });
const envelope = z.object({
  request_id: z.string(),
  method: z.string(),
  http_code: z.number(),
  metadata: z.record(z.string(), z.number()).optional(),
  response: z.union([z.array(item), item.transform((one) => [one])]),
});

export type Asked = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body if it is an envelope, with `response` always as an array. */
  readonly body: z.infer<typeof envelope> | null;
  readonly first: z.infer<typeof item> | undefined;
  /** `data.id` of the first item, or an empty text. */
  readonly id: string;
};

type Request = {
  readonly method?: string;
  /** The collection, `campaigns` unless given, and what comes after it. */
  readonly collection?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sid?: string;
};

/** One request to the API with the demo account's credentials. */
export async function ask(url: string, request: Request = {}): Promise<Asked> {
  const { method = 'GET', collection = 'campaigns', path = '', body, headers = {}, sid = 'dialsheet-demo' } = request;
  const answer = await fetch(`${url}/v2/accounts/${sid}/${collection}${path}`, {
    method,
    headers: {
      authorization: DEMO_AUTH,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const parsed = envelope.safeParse(readJson(text));
  const first = parsed.data?.response[0];
  const id = first?.data?.['id'];
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: parsed.data ?? null,
    first,
    id: typeof id === 'string' ? id : '',
  };
}

export function create(url: string, overrides: Readonly<Record<string, unknown>> = {}): Promise<Asked> {
  return ask(url, { method: 'POST', body: { campaigns: [makeCampaign(overrides)] } });
}

export function put(url: string, id: string, change: Readonly<Record<string, unknown>>): Promise<Asked> {
  return ask(url, { method: 'PUT', path: `/${id}`, body: { campaigns: [change] } });
}

/** The parts of an upload; absent parts are not sent. */
type File = { readonly list?: string; readonly type?: string; readonly csv?: string; readonly fileName?: string };

const placed = z.object({
  data: z.object({
    list: z.object({ sid: z.string() }),
    summary: z.object({ upload_id: z.string(), list_sid: z.string(), url: z.string() }),
  }),
});
const uploadState = z.object({
  data: z.object({
    upload_id: z.string(),
    list_sid: z.string(),
    status: z.string(),
    stats: z.record(z.string(), z.number()),
  }),
});

export type Uploaded = {
  readonly status: number;
  readonly text: string;
  readonly listSid: string;
  readonly uploadId: string;
};

/** Uploads a file as a browser's form would. */
export async function upload(url: string, { list, type, csv, fileName = 'leads.csv' }: File): Promise<Uploaded> {
  const form = new FormData();
  if (list !== undefined) form.set('list_name', list);
  if (csv !== undefined) form.set('file_name', new Blob([csv], { type: 'text/csv' }), fileName);
  if (type !== undefined) form.set('type', type);
  const answer = await fetch(`${url}/v2/accounts/dialsheet-demo/contacts/csv-upload`, {
    method: 'POST',
    headers: { authorization: DEMO_AUTH },
    body: form,
  });
  const text = await answer.text();
  const { data } = placed.safeParse(anything.safeParse(readJson(text)).data?.response).data ?? {};
  return {
    status: answer.status,
    text,
    listSid: data?.list.sid ?? '',
    uploadId: data?.summary.upload_id ?? '',
  };
}

/** The answer to the status call of an upload. */
export async function uploadStatus(url: string, id: string): Promise<z.infer<typeof uploadState>['data']> {
  const { text } = await ask(url, { collection: 'csv-status', path: `/${id}` });
  return uploadState.parse(anything.parse(readJson(text)).response).data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { exports } from 'cloudflare:workers';
import { importSchema, type Import } from '../../../shared/protocol/import.ts';
import { templateSchema, type Template } from '../../../shared/template/template-schema.ts';
import { errorEnvelopeSchema, type ErrorEnvelope } from '../../../shared/protocol/error-envelope.ts';

/** The address of the Worker; because PUBLIC_URL is not set, callbacks are sent there too. */
export const ORIGIN = 'http://edge.test';
export const TOKEN = 'token-of-asha';

/** Wrong tokens are counted by address, for minutes: one test's guesses must not slow another's. */
function addressOfItsOwn(): string {
  const [a = 0, b = 0, c = 0, d = 0] = crypto.getRandomValues(new Uint16Array(4));
  return [0x2001, a, b, c, d, 0, 0, 1].map((part) => part.toString(16)).join(':');
}

/** One request through the Worker's own entry, as asha unless another token, or none, is given. */
export function ask(
  path: string,
  { token = TOKEN, headers = {}, ...init }: RequestInit & { token?: string | null } = {},
): Promise<Response> {
  const sent = new Headers(headers);
  if (token !== null) sent.set('authorization', `Bearer ${token}`);
  if (!sent.has('cf-connecting-ip')) sent.set('cf-connecting-ip', addressOfItsOwn());
  return exports.default.fetch(new Request(new URL(path, ORIGIN), { ...init, headers: sent }));
}

export function post(path: string, body?: unknown): Promise<Response> {
  if (body === undefined) return ask(path, { method: 'POST' });
  return ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly details?: unknown;
}

/** A refusal as status, code and details. Its sentence is for people, so this only checks that there is one. */
export async function refusalOf(answer: Response): Promise<Refusal> {
  const { error } = await envelopeOf(answer);
  if (!/^[A-Z"].*[.!]$/s.test(error.message)) throw new Error(`No sentence: ${error.message}`);
  const refusal = { status: answer.status, code: error.code };
  return error.details === undefined ? refusal : { ...refusal, details: error.details };
}

export async function envelopeOf(answer: Response): Promise<ErrorEnvelope> {
  return errorEnvelopeSchema.parse(await answer.json());
}

const GREETING = {
  name: 'Diwali greeting',
  channel: 'voice',
  callerId: '08088919888',
  flow: { kind: 'greeting', text: 'Happy Diwali.' },
} as const;

export async function makeTemplate(change: Readonly<Record<string, unknown>> = {}): Promise<Template> {
  const answer = await post('/api/templates', { ...GREETING, ...change });
  return templateSchema.parse(await answer.json());
}

/** Sends a whole file in one request. */
export function sendFile(body: BodyInit, query: Readonly<Record<string, string>>): Promise<Response> {
  return ask(`/api/imports?${new URLSearchParams(query).toString()}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/csv' },
  });
}

/** The import in an answer; any other answer fails the test and is shown. */
export async function importIn(answering: Response | Promise<Response>): Promise<Import> {
  const answer = await answering;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return importSchema.parse(JSON.parse(text));
}

export function getImport(id: string): Promise<Import> {
  return importIn(ask(`/api/imports/${id}`));
}

import { readToldNumber } from '../exotel/told-number.ts';
import { CALLER_FIRST, readCallback, readStatusWord, type CallbackFacts } from './read-callback.ts';
import type { CallbackItem } from '../../shared/protocol/sink.ts';

/** One request to a sink, not yet read. */
export interface ReceivedCallback {
  readonly id: string;
  readonly kind: string;
  readonly receivedAt: number;
  readonly method: string;
  readonly contentType: string | null;
  /** The address's query, without the question mark. */
  readonly query: string;
  readonly body: Uint8Array;
}

/** A callback as it is stored: the item, and every number it names, so that a search for any of them finds it. */
export interface KeptCallback extends CallbackItem {
  readonly numbers: readonly string[];
}

/**
 * What arrived and what it means, as far as it can be read; the rest is kept as it came. Never throws. The body is read
 * first, then the query, because Passthru sends everything in its address.
 */
export function understandCallback(received: ReceivedCallback, country: string): KeptCallback {
  const { id, kind, receivedAt, method, contentType, query } = received;
  const kept = keptBody(received.body);
  const facts = factsOf({ kind, body: textOf(kept), query }, country);
  return {
    id,
    receivedAt: new Date(receivedAt).toISOString(),
    kind,
    ...facts,
    method,
    contentType,
    query,
    ...kept,
  };
}

/** A body exactly as it came: text where it is text, else base64. */
export interface KeptBody {
  readonly body: string;
  readonly encoding?: 'base64';
}

export function keptBody(bytes: Uint8Array): KeptBody {
  const text = asText(bytes);
  return text === null ? { body: toBase64(bytes), encoding: 'base64' } : { body: text };
}

/** The text of the body; empty if it is not text. */
export function textOf({ body, encoding }: KeptBody): string {
  return encoding === undefined ? body : '';
}

type Facts = Pick<KeptCallback, 'campaign' | 'number' | 'numbers' | 'callSid' | 'status'>;

/**
 * What a callback says, read from its kind and texts alone; also used for callbacks that our own campaigns archived.
 */
export function factsOf(
  { kind, body, query }: { readonly kind: string; readonly body: string; readonly query: string },
  country: string,
): Facts {
  const numberFields = kind === 'passthru' ? CALLER_FIRST : undefined;
  const [inBody, inQuery] = [readCallback(body, numberFields), readCallback(query, numberFields)];
  const said = [...inBody.numbers, ...inQuery.numbers];
  const numbers = [...new Set(said.flatMap((number) => toE164(number, country)))];
  const [call] = [...inBody.calls, ...inQuery.calls];
  const inBodyWord = readStatusWord(body);
  const [understood, word] = inBodyWord === null ? [inQuery, readStatusWord(query)] : [inBody, inBodyWord];
  const status = statusOf(kind, understood);
  return {
    campaign: inBody.campaignSid ?? inQuery.campaignSid,
    number: numbers[0] ?? null,
    numbers,
    callSid: call?.sid ?? null,
    status: status === 'unknown' ? word : status,
  };
}

/** Exotel's word `canceled` means different things: a canceled campaign is canceled, but a canceled call failed. */
function statusOf(kind: string, { status, campaignState }: CallbackFacts): string {
  return kind === 'campaign' ? campaignState : status;
}

/** The status as it was sent, which may be more exact than ours; null if there is none. */
export function statusWordOf({
  body,
  encoding,
  query,
}: Pick<KeptCallback, 'body' | 'encoding' | 'query'>): string | null {
  const text = textOf(encoding === undefined ? { body } : { body, encoding });
  return readStatusWord(text) ?? readStatusWord(query);
}

function toE164(text: string, country: string): string[] {
  const number = readToldNumber(text, country);
  return number === null ? [] : [number];
}

function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The part of a callback that leaves the Worker. The numbers stay behind: they are only stored for searching. */
export function toItem(callback: KeptCallback): CallbackItem {
  const item: CallbackItem & { numbers?: readonly string[] } = { ...callback };
  delete item.numbers;
  return item;
}

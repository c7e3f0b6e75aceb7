import { judgeNumber } from '../../shared/phone/judge-number.ts';
import { readCallback, readStatusWord } from '../callbacks/read-callback.ts';
import type { CallbackItem } from '../../shared/protocol/sink.ts';

/** One request to a sink, before anything is made of it. */
export interface ReceivedCallback {
  readonly id: string;
  readonly kind: string;
  readonly receivedAt: number;
  readonly method: string;
  readonly contentType: string | null;
  /** Without its question mark, as it stood in the address. */
  readonly query: string;
  readonly body: Uint8Array;
}

/** As it is kept: the item, and every number it names, so that a search finds it by any of them. */
export interface KeptCallback extends CallbackItem {
  readonly numbers: readonly string[];
}

/**
 * What arrived and what it means, as far as it can be read. What nobody can read is kept as it came. Never throws.
 * The body is understood first, then the query: Passthru sends everything in its address.
 */
export function understandCallback(received: ReceivedCallback, country: string): KeptCallback {
  const { id, kind, receivedAt, method, contentType, query } = received;
  const text = asText(received.body);
  const body = text ?? toBase64(received.body);
  const facts = factsOf(text ?? '', query, country);
  return {
    id,
    receivedAt: new Date(receivedAt).toISOString(),
    kind,
    ...facts,
    method,
    contentType,
    query,
    body,
    ...(text === null ? { encoding: 'base64' } : {}),
  };
}

type Facts = Pick<KeptCallback, 'campaign' | 'number' | 'numbers' | 'callSid' | 'status'>;

/** What can be said of a callback by its texts alone; also of those that our own campaigns archived. */
export function factsOf(body: string, query: string, country: string): Facts {
  const [inBody, inQuery] = [readCallback(body), readCallback(query)];
  const said = [...inBody.numbers, ...inQuery.numbers];
  const numbers = [...new Set(said.flatMap((number) => toE164(number, country)))];
  const [call] = [...inBody.calls, ...inQuery.calls];
  const inBodyWord = readStatusWord(body);
  const [understood, word] = inBodyWord === null ? [inQuery, readStatusWord(query)] : [inBody, inBodyWord];
  return {
    campaign: inBody.campaignSid ?? inQuery.campaignSid,
    number: numbers[0] ?? null,
    numbers,
    callSid: call?.sid ?? null,
    status: understood.status === 'unknown' ? word : understood.status,
  };
}

function toE164(text: string, country: string): string[] {
  const judged = judgeNumber(text, country);
  return judged.ok ? [judged.value] : [];
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

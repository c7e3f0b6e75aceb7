import { z } from 'zod';
import { readValues } from '../callbacks/read-values.ts';
import { waitingLines } from '../callbacks/waiting-batch.ts';
import { isOf, type Traces } from '../callbacks/traces.ts';
import { saysNumber } from '../../shared/phone/says-number.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { KV_KEYS_PER_READ_COUNT } from '../../shared/sink-limits.ts';
import type { CallbackPlaces } from '../import/reports/stream-reports.ts';
import type { BufferedCallback } from './callback-batches.ts';
import type { CampaignRecord } from './campaign-store.ts';

/** The key of one KV value, which holds one batch of one campaign's callbacks. Keys sort by campaign and batch. */
export function archiveKey({ importId, incarnation, seq }: CampaignRecord, batch: number): string {
  const life = incarnation === '' ? importId : `${importId}/${incarnation}`;
  return `callbacks/${life}/${String(seq).padStart(6, '0')}/${String(batch).padStart(6, '0')}`;
}

/** NDJSON, one callback a line, its body exactly as it arrived. */
export function archiveLine(
  { importId, incarnation, seq }: Pick<CampaignRecord, 'importId' | 'incarnation' | 'seq'>,
  { id, receivedAt, kind, body, ...way }: BufferedCallback,
): string {
  return JSON.stringify({
    id: `${lifeOf({ id: importId, incarnation })}-${seq}-${id}`,
    receivedAt: new Date(receivedAt).toISOString(),
    seq,
    kind,
    ...way,
    text: body,
  });
}

/** `text` since 0.3; before, `body` was JSON where it was JSON, and the line had no id. */
const lineSchema = z.object({
  id: z.string().nullish(),
  receivedAt: z.string(),
  seq: z.int(),
  kind: z.string(),
  contentType: z.string().nullish(),
  query: z.string().nullish(),
  encoding: z.literal('base64').nullish(),
  text: z.string().nullish(),
  body: z.unknown().optional(),
});

/** A callback of a campaign, as it lies in its archive. */
export interface ArchivedCallback {
  readonly id: string | null;
  readonly receivedAt: string;
  readonly seq: number;
  readonly kind: string;
  readonly contentType: string | null;
  readonly query: string;
  readonly encoding: 'base64' | null;
  readonly text: string;
}

export function readArchiveLine(line: string): ArchivedCallback | null {
  const parsed = lineSchema.safeParse(jsonOrText(line));
  if (!parsed.success) return null;
  const { id = null, receivedAt, seq, kind, contentType = null, query, encoding = null, text, body } = parsed.data;
  const isJson = text == null && typeof body !== 'string';
  return {
    id,
    receivedAt,
    seq,
    kind,
    contentType: isJson ? 'application/json' : contentType,
    query: query ?? '',
    encoding,
    text: text ?? (isJson ? JSON.stringify(body) : String(body)),
  };
}

/** Answers a person's archive line with nothing left but that a callback came; null for any other line. */
export function blankArchiveLine(record: CampaignRecord, traces: Traces, line: string): string | null {
  const read = readArchiveLine(line);
  if (read === null) return saysNumber(line, traces.digits) ? '' : null;
  const { encoding, text, query, receivedAt, kind } = read;
  if (!isOf(traces, { body: text, query, ...(encoding === null ? {} : { encoding }) })) return null;
  const id = Number(/\d+$/.exec(read.id ?? '')?.[0] ?? 0);
  return archiveLine(record, { id, receivedAt: Date.parse(receivedAt), kind, body: '' });
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/**
 * All callbacks as NDJSON: first the archived batches from KV in order, then those not archived yet. A JSON body is
 * written as JSON, any other as a string.
 */
export async function* callbackLines(
  kv: KVNamespace,
  places: readonly CallbackPlaces[],
  ask: (seq: number, batch: number) => Promise<readonly string[] | null>,
): AsyncIterable<string> {
  for (const { seq, keys, waiting } of places) {
    for (let first = 0; first < keys.length; first += KV_KEYS_PER_READ_COUNT) {
      const some = keys.slice(first, first + KV_KEYS_PER_READ_COUNT);
      const values = await readValues(kv, some);
      for (const key of some) {
        // A batch past its retention is gone, as promised.
        const batch = values.get(key) ?? '';
        if (batch !== '') yield reported(batch.split('\n'));
      }
    }
    for await (const line of waitingLines(kv, waiting, (batch) => ask(seq, batch))) yield reported([line]);
  }
}

function reported(lines: readonly string[]): string {
  return lines.map((line) => `${reportLine(line)}\n`).join('');
}

/** A line that is not ours is passed on unchanged. */
function reportLine(line: string): string {
  const callback = readArchiveLine(line);
  if (callback === null) return line;
  const { receivedAt, seq, kind, text, encoding } = callback;
  const body = encoding === null ? jsonOrText(text) : text;
  return JSON.stringify({ receivedAt, seq, kind, body, ...(encoding === null ? {} : { encoding }) });
}

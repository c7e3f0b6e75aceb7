import type { CallbackQuery } from '../../shared/protocol/sink.ts';
import type { CallWorker } from './call-worker.ts';
import { readBody } from './read-body.ts';
import { given } from './to-query.ts';
import type { Answered } from './worker-client.ts';

export type ExportFormat = 'csv' | 'ndjson';
const TIMEOUT_MS = 300_000;

/** Every matching callback, as a file. The search is sent in the body, because an address may be logged. */
export async function exportCallbacks(call: CallWorker, query: CallbackQuery, format: ExportFormat): Answered<Blob> {
  const json = { ...given(query), format };
  const answered = await call('/api/callbacks/export', { method: 'POST', json, timeoutMs: TIMEOUT_MS });
  return answered.ok ? readBody(answered.value.blob()) : answered;
}

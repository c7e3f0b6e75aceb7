import { toCsv } from '../import/reports/results-csv.ts';
import type { CallbackItem } from '../../shared/protocol/sink.ts';

const HEADINGS = [
  'Received at',
  'Sink or import',
  'Kind',
  'Number',
  'Status',
  'Campaign',
  'Call',
  'Method',
  'Content type',
  'In the address',
  'Body',
];

/** Callbacks for a spreadsheet: one line each, with what was understood and the callback as it came. */
export async function* callbacksCsv(items: AsyncIterable<CallbackItem>): AsyncIterable<string> {
  yield `\uFEFF${toCsv([HEADINGS])}`;
  for await (const item of items) {
    const { receivedAt, kind, number, status, campaign, callSid, method, contentType, query, body } = item;
    const where = item.sink ?? item.import ?? null;
    yield toCsv([[receivedAt, where, kind, number, status, campaign, callSid, method, contentType, query, body]]);
  }
}

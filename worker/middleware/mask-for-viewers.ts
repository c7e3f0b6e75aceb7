import type { MiddlewareHandler } from 'hono';
import { maskJson, maskNumbers } from '../../shared/team/mask-numbers.ts';
import { ApiError } from '../errors.ts';
import { linesOf } from '../team/lines-of.ts';
import { textStream } from '../import/reports/byte-stream.ts';
import type { AppTypes } from '../context.ts';

const MASKS: Readonly<Record<string, (lines: string) => string>> = {
  'text/csv': maskNumbers,
  'application/x-ndjson': (lines) => lines.split('\n').map(maskLine).join('\n'),
};

/**
 * In answers to viewers, only the last three digits of every phone number are shown. An answer that cannot be masked is
 * not sent.
 */
export function maskForViewers(): MiddlewareHandler<AppTypes> {
  return async function maskAnswer(c, next) {
    await next();
    if (c.get('person').role !== 'viewer' || c.res.body === null || c.res.status === 101) return;
    const type = (c.res.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const headers = new Headers(c.res.headers);
    headers.delete('content-length');
    const init = { status: c.res.status, headers };
    if (type === 'application/json') {
      c.res = new Response(JSON.stringify(maskJson(await c.res.json())), init);
      return;
    }
    const mask = MASKS[type];
    if (mask === undefined) throw new ApiError({ code: 'not_allowed' });
    c.res = new Response(textStream(masked(c.res.body, mask)), init);
  };
}

async function* masked(body: ReadableStream<Uint8Array>, mask: (lines: string) => string): AsyncIterable<string> {
  for await (const lines of linesOf(body)) yield mask(lines);
}

/** A line that is not JSON is masked as text. */
function maskLine(line: string): string {
  try {
    return JSON.stringify(maskJson(JSON.parse(line)));
  } catch {
    return maskNumbers(line);
  }
}

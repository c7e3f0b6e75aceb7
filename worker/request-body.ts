import type { z } from 'zod';
import { MAX_JSON_BYTES } from '../shared/limits.ts';
import { ApiError } from './errors.ts';
import type { AppContext } from './context.ts';

/**
 * A body's text, up to a cap. A content length is believed; without one, the bytes are counted. Null when the body is
 * larger.
 */
async function readText(request: Request, maxBytes: number): Promise<string | null> {
  const promised = Number(request.headers.get('content-length') ?? 0);
  if (promised > maxBytes) return null;
  if (request.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream: the rest is never read.
    if (bytes > maxBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A body's bytes, unchanged, up to a cap. Null when the body is larger. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const promised = Number(request.headers.get('content-length') ?? 0);
  if (promised > maxBytes) return null;
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** JSON of any shape; an empty body is `undefined`. */
export async function readJson(c: AppContext, maxBytes = MAX_JSON_BYTES): Promise<unknown> {
  const text = await readText(c.req.raw, maxBytes);
  if (text === null) throw new ApiError({ code: 'body_too_large' });
  if (text.trim() === '') return undefined;
  if (!/[/+]json\b/i.test(c.req.header('content-type') ?? '')) throw new ApiError({ code: 'unsupported_media_type' });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiError({ code: 'invalid_request', message: 'The body is not JSON.' });
  }
}

/**
 * Parses what a client sent against a wire schema. The refusal names the fields that differ and never repeats their
 * values.
 */
export function parseAs<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new ApiError({ code: 'invalid_request', details });
}

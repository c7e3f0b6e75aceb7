import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Refusal } from '../http/refusal.ts';

export type Part = {
  readonly name: string;
  readonly fileName: string | null;
  readonly contentType: string | null;
  readonly bytes: Buffer;
};

const MAX_PARTS = 20;
const MAX_HEADER_BYTES = 8 * 1024;
const BLANK_LINE = '\r\n\r\n';

/** The parts of a `multipart/form-data` body. It is read as bytes: a file may hold anything but the boundary line. */
export function readMultipart(contentType: string, body: Buffer): Result<readonly Part[], Refusal> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return unreadable('no multipart boundary param in Content-Type');
  const delimiter = `\r\n--${mark}`;
  // The first boundary has no line end before it.
  if (body.toString('latin1', 0, delimiter.length - 2) !== delimiter.slice(2)) return unreadable('NextPart: EOF');
  const parts: Part[] = [];
  let at = delimiter.length - 2;
  while (parts.length <= MAX_PARTS) {
    const tail = body.toString('latin1', at, at + 2);
    if (tail === '--') return ok(parts);
    if (tail !== '\r\n') break;
    const headerEnd = body.indexOf(BLANK_LINE, at);
    if (headerEnd === -1 || headerEnd - at > MAX_HEADER_BYTES) break;
    const bodyAt = headerEnd + BLANK_LINE.length;
    const next = body.indexOf(delimiter, bodyAt - 2);
    if (next === -1) break;
    const part = toPart(body.toString('utf8', at + 2, headerEnd), body.subarray(bodyAt, Math.max(next, bodyAt)));
    if (part === null) break;
    parts.push(part);
    at = next + delimiter.length;
  }
  return unreadable('multipart: NextPart: unexpected EOF');
}

function toPart(header: string, bytes: Buffer): Part | null {
  const fields = new Map(
    header.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const disposition = fields.get('content-disposition') ?? '';
  const name = /^form-data\b.*;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) return null;
  const fileName = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1] ?? null;
  return { name, fileName, contentType: fields.get('content-type') ?? null, bytes };
}

function unreadable(description: string): Result<never, Refusal> {
  return err({ code: 'unreadable_body', description });
}

import { decodeMarkup } from './decode-markup.ts';

const MOST_PARTS = 500;
const MOST_NESTED = 4;
const HEADERS_END = /\r?\n[ \t]*\r?\n|\r[ \t]*\r/u;

/** Whether a text is a web page in a mail, as browsers and Excel save "a single file": headers, then parts. */
export function isMhtml(text: string): boolean {
  const { headers } = cutHeaders(text.slice(0, 16 * 1024).replace(/^[\uFEFF\s]+/u, ''));
  return headers.has('content-type') && (headers.has('mime-version') || headers.has('content-transfer-encoding'));
}

/** The pages inside it, in order, as text. `text` is the file with one character per byte (Latin-1). */
export function readMhtml(text: string, depth = 0): string[] {
  const { headers, body } = cutHeaders(text.replace(/^[\uFEFF\u00ef\u00bb\u00bf\s]+/u, ''));
  const type = headers.get('content-type') ?? 'text/plain';
  if (/^multipart\//iu.test(type)) {
    const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/iu.exec(type);
    const mark = boundary?.[1] ?? boundary?.[2];
    if (mark === undefined || depth === MOST_NESTED) return [];
    return partsOf(body, mark).flatMap((part) => readMhtml(part, depth + 1));
  }
  if (!/^(?:text\/html|application\/xhtml|application\/vnd\.ms-excel)/iu.test(type)) return [];
  const named = /charset\s*=\s*["']?([\w.:-]+)/iu.exec(type)?.[1];
  return [decodeMarkup(decodeBody(body, headers.get('content-transfer-encoding') ?? ''), named)];
}

function cutHeaders(text: string): { headers: Map<string, string>; body: string } {
  const end = HEADERS_END.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const headers = new Map<string, string>();
  // A line that begins with a blank continues the line before.
  for (const line of head.replaceAll(/(?:\r\n|\r|\n)[ \t]+/gu, ' ').split(/\r\n|\r|\n/u)) {
    const colon = line.indexOf(':');
    if (colon > 0 && /^[\w-]+$/u.test(line.slice(0, colon)))
      headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

function partsOf(body: string, mark: string): string[] {
  const parts = `\n${body.replaceAll(/\r\n?/gu, '\n')}`.split(`\n--${mark}`, MOST_PARTS);
  return parts.slice(1).flatMap((part) => (part.startsWith('--') ? [] : [part.replace(/^[ \t]*\n?/u, '')]));
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (/^base64/iu.test(encoding)) return fromBase64(body);
  const text = /^quoted-printable/iu.test(encoding) ? fromQuotedPrintable(body) : body;
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function fromQuotedPrintable(text: string): string {
  return text
    .replaceAll(/=[ \t]*(?:\r\n|\r|\n)/gu, '')
    .replaceAll(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function fromBase64(text: string): Uint8Array {
  const plain = text.replaceAll(/[^A-Za-z0-9+/]/gu, '');
  // An incomplete last group is not a byte.
  const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
  return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}

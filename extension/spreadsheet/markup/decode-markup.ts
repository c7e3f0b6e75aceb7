import { guessEncoding } from '../../../shared/csv/encoding.ts';
import { isUtf8 } from '../../../shared/csv/is-utf8.ts';

const HEAD_BYTES = 4_096;
const NAMED = /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})/iu;

/**
 * HTML, XML or a mail as text: decoded by its byte order mark, otherwise by the zeros of UTF-16, by the encoding it
 * names, as UTF-8 if valid, or as Windows-1252. `named` is the encoding its surroundings state.
 */
export function decodeMarkup(bytes: Uint8Array, named?: string): string {
  const { encoding, markBytes } = guessEncoding(bytes.subarray(0, HEAD_BYTES));
  if (encoding !== 'utf-8' || markBytes > 0) return new TextDecoder(encoding).decode(bytes);
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  const label = named ?? NAMED.exec(head)?.[1];
  // A file that names UTF-16 but has no zeros was rewritten without changing its label.
  const decoder = label === undefined || /^utf-?16/iu.test(label) ? undefined : decoderOf(label);
  if (decoder !== undefined && decoder.encoding !== 'utf-8') return decoder.decode(bytes);
  return new TextDecoder(isUtf8(bytes, 0, bytes.length) ? 'utf-8' : 'windows-1252').decode(bytes);
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined; // no encoding any browser knows
  }
}

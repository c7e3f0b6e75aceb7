import { isUtf8 } from '../csv/is-utf8.ts';
import { windows1252Bytes } from '../csv/windows-1252.ts';

/** First bytes of two- and three-byte UTF-8 sequences, read as Windows-1252: `Â`, `Ã`, `â`, `à`, `ï` and the like. */
const LEADS = /[\u00c2-\u00ef]/u;
/** Texts are wrongly encoded at most twice. */
const MOST_TIMES = 2;
/** Leftovers at the ends when a tool dropped part of such a sequence. */
const REST =
  /^(?:[\u00c2\u00e2\u20ac\u00ef\u00bb\u00bf\u00aa\u00ac\u017d\u2039\u0081-\u009f\ufffd])+|(?:[\u00c2\u00e2\u20ac\u00aa\u00ac\u0081-\u009f])+$/gu;
/** A no-break space whose second byte became an ordinary space. */
const LOST_SPACE = /\u00c2(?=[\s\d+]|$)/gu;

const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

/** Restores a text whose UTF-8 bytes were read as Windows-1252 (`â€ª+91 98…`); any other text stays unchanged. */
export function mendDecoding(text: string): string {
  let mended = text;
  for (let times = 0; times < MOST_TIMES && LEADS.test(mended); times++) {
    const bytes = windows1252Bytes(mended);
    if (bytes === undefined || !isUtf8(bytes, 0, bytes.length)) break;
    mended = utf8.decode(bytes);
  }
  return LEADS.test(mended) ? mended.replaceAll(REST, '').replaceAll(LOST_SPACE, ' ') : mended;
}

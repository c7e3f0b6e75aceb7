import { isUtf8 } from '../csv/is-utf8.ts';
import { windows1252Bytes } from '../csv/windows-1252.ts';

/** The first bytes of UTF-8 sequences of two and three bytes, read as Windows-1252: `Â`, `Ã`, `â`, `à`, `ï` and the like. */
const LEADS = /[\u00c2-\u00ef]/u;
/** Written wrongly twice at most. */
const MOST_TIMES = 2;
/** What is left at the ends when a tool dropped a part of such a sequence. */
const REST =
  /^(?:[\u00c2\u00e2\u20ac\u00ef\u00bb\u00bf\u00aa\u00ac\u017d\u2039\u0081-\u009f\ufffd])+|(?:[\u00c2\u00e2\u20ac\u00aa\u00ac\u0081-\u009f])+$/gu;
/** Of a no-break space whose second byte became an ordinary one. */
const LOST_SPACE = /\u00c2(?=[\s\d+]|$)/gu;

const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

/** A text whose UTF-8 bytes were read as Windows-1252 (`â€ª+91 98…`), as it was meant; any other as it stands. */
export function mendDecoding(text: string): string {
  let mended = text;
  for (let times = 0; times < MOST_TIMES && LEADS.test(mended); times++) {
    const bytes = windows1252Bytes(mended);
    if (bytes === undefined || !isUtf8(bytes, 0, bytes.length)) break;
    mended = utf8.decode(bytes);
  }
  return LEADS.test(mended) ? mended.replaceAll(REST, '').replaceAll(LOST_SPACE, ' ') : mended;
}

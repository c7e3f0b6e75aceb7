/** What text that is read as Windows-1252 may really be: then its letters are wrong, but its digits are right. */
export const LETTER_DOUBTS = [
  /** Text of old Macs, as Excel for Mac saves "CSV (Macintosh)". */
  'mac_roman',
  /** Shift-JIS, GBK, Big5, a Cyrillic or Indian code page: anything whose letters are not Western. */
  'other_script',
  /** UTF-8 that was read as Windows-1252 and encoded as UTF-8 again. */
  'encoded_twice',
] as const;
export type LetterDoubt = (typeof LETTER_DOUBTS)[number];

/** Letters of Windows-1252 between 0x80 and 0x9f, and the quotes, dashes and dots that occur within words. */
const CAPITALS = new Set([0x8a, 0x8c, 0x8e, 0x9f]);
const USUAL = new Set([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9a, 0x9c, 0x9e]);
const MOST = 0.6;
/**
 * Signs at the beginning or end of words in the languages of Windows-1252: `¡`, `£`, `©`, `«`, `®`, `°`, `·`, `»`, `¿`
 * and the like.
 */
const USUAL_SIGNS = new Set([
  0xa0, 0xa1, 0xa3, 0xa7, 0xa9, 0xaa, 0xab, 0xad, 0xae, 0xb0, 0xb2, 0xb3, 0xb7, 0xba, 0xbb, 0xbf,
]);

/** Why letters of a text that is not UTF-8 may be read wrong; null for ordinary Windows-1252. */
export function letterDoubt(text: Uint8Array): LetterDoubt | null {
  let [high, beside, odd] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] ?? 0;
    if (byte < 0x80) continue;
    high++;
    const [before, after] = [text[at - 1] ?? 0, text[at + 1] ?? 0];
    const isSign = byte < 0xa0 && !USUAL.has(byte) && !CAPITALS.has(byte);
    // Signs of another encoding: two in a row, a sign that begins a word, or the first half of a character whose second
    // half is a letter.
    const isHalf = byte >= 0xa0 && byte < 0xc0 && !USUAL_SIGNS.has(byte) && after > 0x3f;
    if (before >= 0x80 || after >= 0x80 || isHalf || (isSign && !isLetter(before))) beside++;
    // A sign among letters, or a capital after a small letter.
    if ((isSign && isLetter(before)) || (CAPITALS.has(byte) && isSmall(before))) odd++;
  }
  if (high === 0) return null;
  if (beside >= high * MOST) return 'other_script';
  return odd > 0 && odd >= high * (1 - MOST) ? 'mac_roman' : null;
}

function isLetter(byte: number): boolean {
  return isSmall(byte) || (byte >= 0x41 && byte <= 0x5a);
}

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

/** What is reported, and what to do. */
export function letterDoubtSentence(doubt: LetterDoubt): string {
  return `Letters beyond A to Z are written ${WRITTEN[doubt]}, and read wrong here; digits are not touched. ${WHAT_TO_DO[doubt]}`;
}

const WRITTEN: Record<LetterDoubt, string> = {
  mac_roman: 'like those of an old Mac',
  other_script: 'like those of another script (Shift-JIS or the like)',
  encoded_twice: 'twice over, as when a UTF-8 file is opened as Western text and saved',
};
const AS_UTF8 = 'Save the file as "CSV UTF-8" to have names right.';
const WHAT_TO_DO: Record<LetterDoubt, string> = {
  mac_roman: AS_UTF8,
  other_script: AS_UTF8,
  encoded_twice: 'Export it again, and import it as UTF-8 on the way, to have names right.',
};

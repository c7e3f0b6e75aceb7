/**
 * The library accepts letters only in the label of one extension, after a number. All labels it knows consist of these
 * letters, with an x, or have two letters. How it reads addresses (`tel:…;phone-context=…`) depends on what it read
 * before, so they are refused.
 */
const LABEL =
  /^(?=.*[x\uff58]|(?:int|\uff49\uff4e\uff54|доб)$)(?:[aeiónostxдоб\uff45\uff49\uff4e\uff54\uff58]|\u0301){1,12}$/iu;
const WORDS = /[\p{L}\p{M}]+/gu;
const ADDRESS = /;isub/u;
const NEVER_BEFORE = /[*&|:\\"'`<>?!@%$^{}_]/u;
/** The end of an extension: its digits come last. */
const ENDS = /[\p{Nd}#]$/u;
const FEWEST_DIGITS = 3;

/** False if a text with letters cannot be a number for the library, whatever its digits. */
export function mayHaveExtension(cleaned: string): boolean {
  if (ADDRESS.test(cleaned)) return true;
  if (!ENDS.test(cleaned)) return false;
  const words = cleaned.match(WORDS) ?? [];
  const [word = ''] = words;
  if (words.length !== 1 || !LABEL.test(word)) return false;
  const before = cleaned.slice(0, cleaned.indexOf(word));
  return !NEVER_BEFORE.test(before) && (before.match(/\p{Nd}/gu) ?? []).length >= FEWEST_DIGITS;
}

const MARK = /[,;#]/u;
const BEHIND_MARK = /^([,;#:.\s~-]*)(\d*)(#?)$/u;
/** The most digits after two commas or a semicolon, and after any other mark. */
const MOST_DIGITS = 15;
const MOST_DIGITS_AFTER_MARK = 9;

/**
 * False if a text without letters cannot be a number for the library: after its first comma, semicolon or hash there
 * are no digits, too many, or two runs.
 */
export function mayEndInDigits(cleaned: string): boolean {
  const at = cleaned.search(MARK);
  if (at === -1) return true;
  const found = BEHIND_MARK.exec(cleaned.slice(at));
  if (found === null) return false;
  const [, mark = '', digits = '', hash = ''] = found;
  if (digits === '') return mark === '#' || hash === '#';
  return digits.length <= (/,,|;/u.test(mark) ? MOST_DIGITS : MOST_DIGITS_AFTER_MARK);
}

/** The usual ways of writing an extension: fewer than the library accepts, and none that it reads differently. */
const USUAL =
  /^(\+?[\d ()./-]*\d)(?:;ext=\d{1,7}|[ ,]*(?:[eE]?[xX][tT](?:[eE][nN][sS][iI][oO])?[nN]?|[xX#~]|[iI][nN][tT]|доб|ДОБ|anexo|ANEXO)[:.]?[ ,-]*\d{1,7}#?| *(?:,+|;)[:.]?[ ,-]*\d{1,7}#?)$/u;

/** The number before an extension; undefined if the extension is written differently or there is none. */
export function withoutExtension(cleaned: string): string | undefined {
  const [, number] = USUAL.exec(cleaned) ?? [];
  const digits = number?.replaceAll(/\D/gu, '') ?? '';
  return digits.length < FEWEST_DIGITS ? undefined : number;
}

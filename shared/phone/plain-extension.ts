/**
 * Letters the library reads stand in the label of one extension, behind a number; all labels it knows are made of these, with
 * an x, or are two. What it makes of addresses (`tel:…;phone-context=…`) depends on what it read before, so those are refused.
 */
const LABEL =
  /^(?=.*[x\uff58]|(?:int|\uff49\uff4e\uff54|доб)$)(?:[aeiónostxдоб\uff45\uff49\uff4e\uff54\uff58]|\u0301){1,12}$/iu;
const WORDS = /[\p{L}\p{M}]+/gu;
const ADDRESS = /;isub/u;
const NEVER_BEFORE = /[*&|:\\"'`<>?!@%$^{}_]/u;
/** Of an extension: its digits are the last there is. */
const ENDS = /[\p{Nd}#]$/u;
const FEWEST_DIGITS = 3;

/** False where a text with letters is no number to the library, whatever its digits. */
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
/** Digits behind two commas or a semicolon, and behind any other mark. */
const MOST_DIGITS = 15;
const MOST_DIGITS_AFTER_MARK = 9;

/** False where a text without letters is no number to the library: behind its first comma, semicolon or hash there are no digits, too many, or two runs. */
export function mayEndInDigits(cleaned: string): boolean {
  const at = cleaned.search(MARK);
  if (at === -1) return true;
  const found = BEHIND_MARK.exec(cleaned.slice(at));
  if (found === null) return false;
  const [, mark = '', digits = '', hash = ''] = found;
  if (digits === '') return mark === '#' || hash === '#';
  return digits.length <= (/,,|;/u.test(mark) ? MOST_DIGITS : MOST_DIGITS_AFTER_MARK);
}

/** The usual ways of writing one: fewer than the library reads, and none that it reads otherwise. */
const USUAL =
  /^(\+?[\d ()./-]*\d)(?:;ext=\d{1,7}|[ ,]*(?:[eE]?[xX][tT](?:[eE][nN][sS][iI][oO])?[nN]?|[xX#~]|[iI][nN][tT]|доб|ДОБ|anexo|ANEXO)[:.]?[ ,-]*\d{1,7}#?| *(?:,+|;)[:.]?[ ,-]*\d{1,7}#?)$/u;

/** The number before an extension; undefined where it is written in another way, or there is none. */
export function withoutExtension(cleaned: string): string | undefined {
  const [, number] = USUAL.exec(cleaned) ?? [];
  const digits = number?.replaceAll(/\D/gu, '') ?? '';
  return digits.length < FEWEST_DIGITS ? undefined : number;
}

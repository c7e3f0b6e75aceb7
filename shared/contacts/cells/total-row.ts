import { isMissing } from '../../columns/missing-words.ts';
import { LetterBits } from './letter-bits.ts';
import { foldTerm } from '../../phone/phone-words.ts';

/** A longer cell is no label. */
const MAX_LABEL_BYTES = 120;
const NON_ASCII = 0x80;
/** How a spreadsheet writes what it added up; a telephone written with a plus or spaces is none. */
const COMPUTED = /^"?[1-9][\d,]*(?:\.\d*)?"?$/u;

const SUMS = 'total|totals|ttl|sub ?totals?|sum|average|avg|mean|median|count|counts|maximum|minimum';
const KINDS = 'grand|sub|net|gross|over ?all|page|running|final|column|group|report|sheet|cumulative|kul|all';
const THINGS =
  'no|nos|number|numbers|of|count|counts|rows?|records?|contacts?|entries|customers?|leads?|calls?|people|persons?|members?|students?|clients?|amount|value|values|sum|total|all|page|due|balance|rs|inr|mobiles?|phones?';
const INDIAN =
  'कुल|योग|महायोग|जोड़|कुल योग|कुल जोड़|कुल संख्या|कुल राशि|उप योग|औसत|एकूण|बेरीज|सरासरी|કુલ|સરેરાશ|মোট|গড়|மொத்தம்|சராசரி|మొత్తం|సగటు|ಒಟ್ಟು|ಸರಾಸರಿ|ആകെ|ਕੁੱਲ|ମୋଟ|کل|مجموعہ';
const LABELS = [
  `(?:(?:${KINDS}) )*(?:${SUMS})(?: (?:${THINGS}))*`,
  // As spreadsheets write them below each group, and people below a list.
  `(?:\\S+ ){1,4}(?:grand |sub ?)?(?:total|count|average)`,
  `(?:grand )?(?:total|sum|average|count) (?:for|of|in|from) .{1,60}`,
  `(?:opening|closing) balance|(?:balance |total )?(?:carried|brought) (?:forward|over|down)|(?:balance |total )?[bc] f`,
  `kul (?:yog|jod|sankhya|rashi)|ekun`,
  foldTerm(INDIAN),
  `(?:\\S+ ){1,4}(?:${foldTerm('कुल|योग|कुल योग|एकूण')})`,
];
const LABEL = new RegExp(`^(?:${LABELS.join('|')})$`, 'u');
const AMOUNT = /^(?:rs\.?|inr|₹|\$|€|£)?[\s\d.,%-]*(?:rs\.?|inr|₹|\/-|nos\.?)?$/iu;
/** The three letters that begin or end a label, so that few other names are decoded; */
export const TOTAL_BEGINNINGS: readonly string[] =
  'tot ttl sub sum ave avg mea med cou max min gra net gro ove pag run fin col rep she cum kul all eku ope clo bal car bro b/f c/f'.split(
    ' ',
  );
export const TOTAL_ENDINGS: readonly string[] = 'tal als unt age'.split(' ');
const BEGINNINGS = new LetterBits(TOTAL_BEGINNINGS);
const ENDINGS = new LetterBits(TOTAL_ENDINGS);
/** and of these, most have none of the words. */
export const TOTAL_STEMS =
  'कुल|योग|जो|औसत|एकूण|बेरीज|सरासरी|કુલ|સરેરાશ|মোট|গড|গড়|மொத்தம்|சராசரி|మొత్తం|సగటు|ಒಟ್ಟು|ಸರಾಸರಿ|ആകെ|ਕੁੱਲ|ମୋଟ|کل|مجموعہ';
const SAYS_SUM = new RegExp(
  `\\b(?:${SUMS})\\b|kul|ekun|balance|forward|carried|brought|\\b[bc]\\/f|${TOTAL_STEMS}`,
  'iu',
);

/** Whether a cell is a label of a total, as a whole: "Grand Total", "Pune Total", "कुल योग"; not "Total Energies". */
export function isTotalLabel(cell: string): boolean {
  const words = foldTerm(cell.normalize('NFKC'))
    .replaceAll(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
  return LABEL.test(words);
}

/** Whether a number is written as a spreadsheet writes a sum: digits alone. */
export function mayBeComputed(cell: string): boolean {
  return COMPUTED.test(cell.trim());
}

/**
 * Whether a row adds up those above: its first cell with letters is a label of a total, and none of the others is about
 * a person.
 */
export function isTotalRow(label: string, cells: () => readonly string[], numberColumn: number): boolean {
  if (!SAYS_SUM.test(label) || !isTotalLabel(label)) return false;
  return cells().every((cell, column) =>
    column === numberColumn ? mayBeComputed(cell) : isMissing(cell) || isAmount(cell) || isTotalLabel(cell),
  );
}

/** Whether a cell is digits, with or without a currency. */
export function isAmount(cell: string): boolean {
  return AMOUNT.test(cell.trim());
}

/** Rules most cells out by two times three bytes: from the first letter on, and the last. */
export function mayBeTotal(bytes: Uint8Array, letter: number, cellEndsAt: number): boolean {
  if (cellEndsAt - letter > MAX_LABEL_BYTES) return false;
  if ((bytes[letter] ?? 0) >= NON_ASCII) return true;
  if (BEGINNINGS.has(bytes, letter)) return true;
  let last = cellEndsAt - 1;
  while (last > letter && !isLetter(bytes[last] ?? 0)) last--;
  return (bytes[last] ?? 0) >= NON_ASCII || ENDINGS.has(bytes, last - 2);
}

/** Whether a byte begins or continues a letter, in any script. */
export function isLetter(byte: number): boolean {
  return byte >= NON_ASCII || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}

import { callingCodeOf, countryOfCell } from './calling-codes.ts';
import { splitNumbered, withoutListNumber } from './labels/line-number.ts';
import { foldTerm, MOBILE_TERMS, NUMBER_TERMS, PHONE_TERMS, termSet, WHATSAPP_TERMS } from './phone-words.ts';

/** A longer text is a sentence, whatever its words. */
const MAX_LABEL_CHARS = 40;
/** With fewer digits it is a heading (`Mobile 1`) or a code to dial (`*123#`). */
const FEWEST_DIGITS = 5;

const KINDS = termSet(
  MOBILE_TERMS,
  PHONE_TERMS,
  WHATSAPP_TERMS,
  `callto sms contact contacts cont cntct mo mb mbl mobl cel msg मो फो सेल संपर्क सम्पर्क મો ફો સેલ સંપર્ક মো ফো সেল যোগাযোগ ਮੋ ਸੰਪਰਕ ମୋ ଯୋଗାଯୋଗ
  மொ செல் அலைபேசி தொடர்பு మొ సెల్ సంప్రదించండి ಮೊ ಸೆಲ್ ಸಂಪರ್ಕ മൊ സെൽ رابطہ mobno mobileno phno phoneno cellno telno contactno mno cno`,
);
/** Alone before a mark these are labels; in a sentence they tell the reader what to do or not to do. */
const CALLS = termSet('call dial ring');
/**
 * Words for which of a person's numbers it is. `off` is left out, because after a number it says that the phone is off.
 */
const PLACES =
  termSet(`home office work residence res resi personal primary alternate alt business direct main self default own mine preferred
  regd registered verified valid active working current new`);
const NUMBERS = termSet(NUMBER_TERMS);
/** Short forms of "number" that may also be a refusal or a count, so they need a dot or colon. */
const SHORT_NUMBERS = termSet('no nos nr num n संख्या सं क्रमांक क्र সংখ্যা સંખ્યા ક્રમાંક సంఖ్య ಸಂಖ್ಯೆ sankhya kramank');
const DOTTED_NUMBERS = termSet('नं નં নং ਨੰ నం ನಂ നം ନଂ');
/**
 * Alone these are letters of a name or a mistyped digit; in brackets or before a colon they say which telephone it is.
 */
const LETTERS = new Set('mpthrwocl');
/** Alone and apart from the digits these can only be labels. */
const PLAIN_LETTERS = new Set('mpt');

/** Telephones, flags, ticks, bullets and arrows. Crosses and stop signs are left out, because they say not to call. */
const SIGNS =
  /[\u2121\u260e\u260f\u2706\u{1f4de}\u{1f4f1}\u{1f4f2}\u{1f57d}-\u{1f57f}\u{1f581}\u{1f582}\u{1f1e6}-\u{1f1ff}\u2705\u2713\u2714\u2605\u2606\u25aa\u25ab\u25a0\u25cf\u25e6\u25ba\u25b6\u27a4\u2192\u{1f449}\u{1f919}\u{1f4ac}]/gu;
/** Marks between a label and its number, or around a number alone. A dash counts only beside words. */
const MARKS_BEFORE = /^[\s.:=#/|>*_~'"`?,;()[\]{}<\ufffd]*$/u;
const WORD_MARKS = /^[\s.:=#/|>*_~'"`?,;()[\]{}<\ufffd-]*$/u;
const MARKS_BEHIND = /^[\s.,;:'"`)\]}>|*_]*$/u;
/** A direction mark that was lost leaves a pair of these, or only the first. */
const LOST_MARKS = /^[?\ufffd]+/u;
/** Between digits: a space that was lost by a wrong decoding. */
const LOST_SPACE = /(?<=\d)[?\ufffd](?=\d)/gu;
const PLAIN = /^[\d+ ().,/-]*$/u;

/** "Number" alone says nothing, but before a colon it is a label. */
const NUMBER_LABEL = /^(?:no?\s*[.:#]|[\p{L}\p{M}]+\s*[.:-]*[:#])/iu;

const LINK =
  /^(?:https?:\/\/)?(?:www\.|web\.|api\.)?(?:wa\.me\/|whatsapp\.com\/send\/?\?phone=)(?:\+|%2B)?(\d{8,15})(?:[/?&].*)?$/iu;

/** WhatsApp names a person by the number with country code, but not groups or hidden people. */
const WHATSAPP_NAME = /^\+?(\d{8,15})(?::\d{1,3})?@(?:c\.us|s\.whatsapp\.net)$/iu;

/** A cell's text without the label or marks around its one number; unchanged if it says more. */
export function stripLabel(text: string): string {
  if (PLAIN.test(text) || !holdsEnough(text)) return text;
  const link = LINK.exec(text) ?? WHATSAPP_NAME.exec(text);
  if (link !== null) return `+${link[1] ?? ''}`;
  const bare = withoutListNumber(text.replaceAll(SIGNS, ' ').trim());
  const behind = stripBehind(stripNumbered(bare));
  const stripped = stripBefore(behind);
  return stripped.replaceAll(LOST_SPACE, ' ');
}

/** `Phone 1: 98…`, `M1 98…`, `98… (M1)`: a label that says which number it is. */
function stripNumbered(text: string): string {
  const split = splitNumbered(text);
  return split !== undefined && labelWords(split.label, split.isBehind) > 0 ? split.number : text;
}

/** `India +91 98…`, `+91 98… (India)`: a country that the number itself has. */
function isOwnCountry(label: string, number: string): boolean {
  if (!number.startsWith('+') || !/\p{L}/u.test(label)) return false;
  const country = countryOfCell(label.replaceAll(/[\s:,()[\]-]+/gu, ' '));
  return country !== undefined && number.startsWith(`+${callingCodeOf(country)}`);
}

function stripBefore(text: string): string {
  const at = text.search(/\+|\d/u);
  if (at <= 0 || at > MAX_LABEL_CHARS) return text;
  // A bracket that belongs to the digits stays: (022) 2345 6789.
  const start = text[at - 1] === '(' && /^\(\+?\d+\)/u.test(text.slice(at - 1)) ? at - 1 : at;
  const label = text.slice(0, start);
  const rest = text.slice(start);
  const isMark = /\p{L}/u.test(label) ? labelWords(label) > 0 : MARKS_BEFORE.test(label);
  if (!isMark) return isOwnCountry(label, rest.replace(/^\(/u, '')) ? rest : text;
  return LOST_MARKS.test(label.trim()) ? rest.replace(/[?\ufffd]+$/u, '') : rest;
}

/** `98… (M)`, `98… mob`, and a closing bracket without its partner. */
function stripBehind(text: string): string {
  let end = text.length;
  while (end > 0 && !/\d/u.test(text[end - 1] ?? '')) end--;
  const label = text.slice(end);
  if (end === 0 || label === '' || label.length > MAX_LABEL_CHARS) return text;
  if (!/\p{L}/u.test(label)) return MARKS_BEHIND.test(label) && hasOpening(text, label) ? text.slice(0, end) : text;
  return labelWords(label, true) > 0 || isOwnCountry(label, text) ? text.slice(0, end) : text;
}

/** How many words a label has if all are known; 0 if it is not a label. */
function labelWords(label: string, isBehind = false): number {
  if (!WORD_MARKS.test(label.replaceAll(/[\p{L}\p{M}]/gu, ''))) return 0;
  const words = foldTerm(label).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  let kinds = 0;
  for (const word of words) {
    if (KINDS.has(word) || PLACES.has(word) || isLetter(word, label, isBehind)) kinds++;
    else if (CALLS.has(word) && !isBehind && words.length === 1 && /[:-]/u.test(label)) kinds++;
    else if (!NUMBERS.has(word) || (kinds === 0 && !isNumberLabel(word, label.trim())) || isBehind) return 0;
  }
  return words.length;
}

function isNumberLabel(word: string, label: string): boolean {
  if (DOTTED_NUMBERS.has(word)) return /[.:]/u.test(label);
  return !SHORT_NUMBERS.has(word) || NUMBER_LABEL.test(label);
}

function isLetter(word: string, label: string, isBehind: boolean): boolean {
  if (word.length !== 1) return false;
  const text = label.toLowerCase();
  if (LETTERS.has(word) && (text.includes(`(${word})`) || text.includes(`[${word}]`))) return true;
  if (isBehind) return false;
  if (LETTERS.has(word) && new RegExp(`${word}\\s*:`, 'u').test(text)) return true;
  return PLAIN_LETTERS.has(word) && new RegExp(`${word}[\\s.-]`, 'u').test(text);
}

function holdsEnough(text: string): boolean {
  return text.replaceAll(/\D/gu, '').length >= FEWEST_DIGITS;
}

/** Whether a bracket closing after the number was opened before it, so that both are marks. */
function hasOpening(text: string, label: string): boolean {
  // A star after the number is a footnote; a pair is bold type in a chat.
  if (/[*_]/u.test(label) && !/^[*_]/u.test(text)) return false;
  const start = /^[\s'"`]*[([{<]/u.test(text);
  return !/[)\]}>]/u.test(label) || (start && !/^[\s'"`]*\(\+?\d+\)/u.test(text));
}

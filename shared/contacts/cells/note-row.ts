import { headingWords } from '../../columns/heading-words.ts';
import { isMissing } from '../../columns/missing-words.ts';
import { foldTerm, termSet } from '../../phone/phone-words.ts';
import { BEFORE_A_SIGN, BEGINNINGS, DESK, EXAMPLE, INDIAN_STEMS, SENTENCE, SIGNATURE } from './note-words.ts';
import { isAmount } from './total-row.ts';

const NON_ASCII = 0x80;
const STARTS_LATIN = /^[^\p{L}]*[a-z]/iu;
const LETTERS_LOOKED_AT = 4;
/** Digits of a telephone beside a desk: the others of a row are about a person. */
const TELEPHONE = /^[\s+()\d./-]{7,}$/u;

/** Headings of columns that say something about each person, in words that notes begin with as well. */
const REMARKS = termSet(`
  remark remarks rmk rmks comment comments note notes source status stage type category query queries purpose subject message
  requirement requirements department dept designation role relation relationship label labels tag tags team by reason
  feedback response disposition interest interested product need use usage description enquiry inquiry campaign action
  office branch for group segment टिप्पणी विवरण स्थिति कैफियत शेरा विभाग पद प्रकार आवश्यकता रिमार्क नोट
`);
/** Headings of columns that number or date the rows, or name the people: where the first words of a note are put. */
const FIRST = termSet(`
  s sr sl sno srno slno serial no number id date time code name names customer client lead student person party member
  patient company firm full first naam contact नाम क्र सं क्रमांक क्रम तारीख दिनांक ग्राहक નામ নাম பெயர் పేరు ಹೆಸರು
`);

export const NOTE_BEGINNINGS: readonly string[] = BEGINNINGS.trim()
  .split(/\s+/u)
  .map((word) => word.replaceAll('_', ' '));
const FOURS = bitsOf(NOTE_BEGINNINGS);
const SHARED = fourOf(new TextEncoder().encode('shared'), 0, LETTERS_LOOKED_AT);

/** Where the label stands. `heading`: that of its column; undefined in a list without headings. */
export interface LabelPlace {
  readonly column: number;
  readonly numberColumn: number;
  readonly heading: string | undefined;
}

/** Whether the cells below a heading say things about people that are also written in notes. */
export function holdsRemarks(heading: string): boolean {
  return headingWords(heading).some((word) => REMARKS.has(word));
}

/** Rules most cells out by their first four bytes from a letter on. */
export function mayBeNote(bytes: Uint8Array, letter: number, cellEndsAt: number): boolean {
  if ((bytes[letter] ?? 0) >= NON_ASCII) return true;
  const four = fourOf(bytes, letter, cellEndsAt);
  if ((((FOURS[four >> 5] ?? 0) >> (four & 31)) & 1) === 0) return false;
  // "Sharma" begins many rows, "shared by" few.
  return four !== SHARED || ((bytes[letter + LETTERS_LOOKED_AT] ?? 0) | 0x20) === 0x65;
}

/**
 * Whether a row is a note about the list, such as "For queries call" or "Helpline", and not a person. What else stands
 * in the row decides with it, because somebody may be saved under such words.
 */
export function isNoteRow(label: string, cells: () => readonly string[], place: LabelPlace): boolean {
  // Most names in other letters hold none of the words, and are not folded.
  if (!STARTS_LATIN.test(label) && !INDIAN_STEMS.test(label)) return false;
  const kind = kindOfNote(label);
  if (kind === null) return false;
  if (kind === 'example') return true;
  const others = cells().filter((_, column) => column !== place.numberColumn && column !== place.column);
  if (kind === 'desk') return others.every((cell) => saysNothing(cell) || kindOfNote(cell) !== null);
  const said = others.filter((cell) => !saysNothing(cell) && !isAmount(cell) && kindOfNote(cell) === null).length;
  return said === 0 || (said === 1 && mayNameBeside(kind, place.heading));
}

/** Whether the one other cell is the name of whom to ask, and not of a person with such a remark. */
function mayNameBeside(kind: 'sentence' | 'signature', heading: string | undefined): boolean {
  if (heading === undefined) return kind === 'signature';
  return heading.trim() === '' || headingWords(heading).some((word) => FIRST.has(word));
}

/** What a cell says of the list; null if it may be somebody's name. */
export function kindOfNote(cell: string): 'example' | 'sentence' | 'signature' | 'desk' | null {
  const plain = cell.normalize('NFKC').replaceAll(/&/gu, ' and ');
  const folded = /^[ -~]*$/u.test(plain) ? plain.toLowerCase() : foldTerm(plain);
  const words = folded.replaceAll(/[^\p{L}\p{M}]+/gu, ' ').trim();
  if (EXAMPLE.test(plain)) return 'example';
  if (SIGNATURE.test(words)) return 'signature';
  if (SENTENCE.test(words) || BEFORE_A_SIGN.test(plain)) return 'sentence';
  return DESK.test(words) ? 'desk' : null;
}

function saysNothing(cell: string): boolean {
  return isMissing(cell) || TELEPHONE.test(cell.trim()) || /^\d{1,6}[.)]?$/u.test(cell.trim());
}

/** Five bits of each of the first four bytes. The end of a cell counts as a space: "NB". */
function fourOf(bytes: Uint8Array, at: number, end: number): number {
  let four = 0;
  for (let next = at; next < at + LETTERS_LOOKED_AT; next++)
    four = (four << 5) | (next < end ? (bytes[next] ?? 0) & 31 : 0);
  return four;
}

/** One bit for each four letters. */
function bitsOf(words: readonly string[]): Uint32Array {
  const bits = new Uint32Array(1 << (LETTERS_LOOKED_AT * 5 - 5));
  for (const word of words) {
    const bytes = new TextEncoder().encode(word);
    const four = fourOf(bytes, 0, bytes.length);
    bits[four >> 5] = (bits[four >> 5] ?? 0) | (1 << (four & 31));
  }
  return bits;
}

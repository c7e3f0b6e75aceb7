import { countryOfCell } from '../phone/calling-codes.ts';
import { termSet } from '../phone/phone-words.ts';
import { codeFit } from './code-by-cells.ts';
import type { CodeFit } from './code-by-cells.ts';
import { senseOf } from './column-headings.ts';
import { headingWords, PERSON_WORDS, SECONDARY_WORDS } from './heading-words.ts';
import { isMissing } from './missing-words.ts';

/** Words that name a country or calling code by themselves. */
const COUNTRY_WORDS = termSet(`
  country countrycode countryiso ctry cntry nation isd isdcode idd iddcode dialcode phonecode countries देश राष्ट्र દેશ দেশ ਦੇਸ਼ ଦେଶ
  దేశం ದೇಶ രാജ്യം நாடு ملک بلد الدولة pais pays paese land negara ulke страна 国 国家
`);
/** Words that may stand beside those; they say whose country it is, or that it is a code. */
const BESIDE_WORDS = termSet(`
  code codes prefix name dial dialing dialling calling phone mobile contact whatsapp telephone tel number no of the your
  international intl home residence resident residing living current present customer client lead user member student
  person billing mailing shipping address iso sender buyer their cell का कोड नाम
`);
/** Words that, among others, suggest a country or its code; the numbers then decide. */
const SAYS_COUNTRY = termSet('nationality citizenship dial dialing dialling nri');
/** A column with such a heading holds countries or parts of them; it counts only if every cell is a country. */
const PLACE_WORDS = termSet('region market territory location geo');
/** Headings of calling codes that name no country. */
const CODE_HEADINGS = new Set([
  'calling code',
  'dial code',
  'dialing code',
  'dialling code',
  'dial prefix',
  'dialing prefix',
  'dialling prefix',
  'phone code',
  'mobile code',
  'phone prefix',
  'mobile prefix',
  'intl code',
  'international code',
  'cc',
  'code',
  'prefix',
]);
const CODE_PARTS = termSet('c std area ph mob phone mobile telephone tel whatsapp calling intl international');
/** A cell that is clearly a code, whatever its heading: `+91`, `India (+91)`, a flag. */
const SAYS_CODE = /^[^\d+]{0,60}\(?\+\s?\d{1,3}(?:-\d{1,3})?\)?$|^\p{Regional_Indicator}{2}/u;
const MOST_SAY_CODE = 0.9;
/**
 * At least this share of the cells must be understood. Rows of the others are refused rather than read as the file's
 * own country's.
 */
const LEAST_UNDERSTOOD = 0.3;
const CELLS_READ = 60;

/** How many columns of countries are compared with the numbers; each costs readings by the phone library. */
const COLUMNS_COMPARED = 20;

export interface CodeColumn {
  readonly column: number;
  /** True if its cells are or contain calling codes; otherwise they name countries. */
  readonly isCode: boolean;
  readonly fit: CodeFit;
}

/** The columns that may hold each number's calling code or country, judged by heading and cells. */
export function findCodeColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  numberColumn: number,
  country: string,
): CodeColumn[] {
  const width = Math.max(headings.length, ...rows.slice(0, CELLS_READ).map((cells) => cells.length));
  let compared = 0;
  return Array.from({ length: width }, (_, column) => column).flatMap((column): CodeColumn[] => {
    if (column === numberColumn) return [];
    const words = headingWords(headings[column] ?? '');
    const key = words.join(' ');
    const cells = rows
      .map((cells) => cells[column]?.trim() ?? '')
      .filter((cell) => !isMissing(cell))
      .slice(0, CELLS_READ);
    if (cells.length === 0) return [];
    const known = cells.filter((cell) => countryOfCell(cell) !== undefined).length;
    if (known < cells.length * LEAST_UNDERSTOOD) {
      // Countries in words that nobody here knows: whose numbers these are is for a person to say.
      const isUnread = isNamed(words) && words.some((word) => COUNTRY_WORDS.has(word)) && cells.every(isWord);
      return isUnread ? [{ column, isCode: false, fit: 'unlikely' }] : [];
    }
    const isCode = cells.some((cell) => /\d/u.test(cell));
    const saysCode = cells.filter((cell) => SAYS_CODE.test(cell)).length >= cells.length * MOST_SAY_CODE;
    // Two letters may be parts of the country as well: BR is Bihar and Brazil. Then the numbers decide.
    const areNames = cells.some((cell) => cell.length > 2);
    const isPlace = areNames && words.some((word) => PLACE_WORDS.has(word)) && known === cells.length;
    // "Code" and "Prefix" alone can mean anything, so letters in such a column are not countries.
    const isAnything = !isCode && /^(?:code|prefix|cc)$/u.test(key);
    // Without headings, only the column right beside the number can be meant.
    const isBeside = headings.length > 0 || Math.abs(column - numberColumn) === 1;
    if (!isAnything && (isNamed(words) || saysCode || isPlace)) return [{ column, isCode, fit: 'sure' }];
    const saysCountry = words.some((word) => COUNTRY_WORDS.has(word) || SAYS_COUNTRY.has(word)) || isSomeCode(words);
    if ((!saysCountry && senseOf(headings[column] ?? '').isStrong) || !isBeside || compared === COLUMNS_COMPARED)
      return [];
    compared++;
    const fit = codeFit({ words, saysCountry, column }, rows, numberColumn, country);
    return fit === 'none' ? [] : [{ column, isCode, fit }];
  });
}

/**
 * The code column of one number column: if there are as many code columns as number columns, they belong together in
 * order; otherwise the nearest, surest first.
 */
export function codeColumnOf(
  numberColumn: number,
  all: readonly CodeColumn[],
  numberColumns: readonly number[],
): CodeColumn | undefined {
  const likely = all.filter(({ fit }) => fit !== 'unlikely');
  const sure = likely.filter(({ fit }) => fit === 'sure');
  const found = sure.length > 0 ? sure : likely;
  const codes = found.filter(({ isCode }) => isCode);
  const alike = codes.length > 0 ? codes : found;
  if (alike.length > 1 && alike.length === numberColumns.length)
    return alike[numberColumns.toSorted((left, right) => left - right).indexOf(numberColumn)];
  const apart = ({ column }: CodeColumn): number => Math.abs(column - numberColumn);
  return alike.toSorted((left, right) => apart(left) - apart(right))[0];
}

/** True of `C. Code` and `Std Code`; not of "Pin Code" or "Branch Code". */
function isSomeCode(words: readonly string[]): boolean {
  const isTold = words.includes('code') && words.some((word) => CODE_PARTS.has(word));
  return isTold && words.every((word) => isBesideCountry(word) || CODE_PARTS.has(word));
}

function isWord(cell: string): boolean {
  return !/\p{N}/u.test(cell) && /\p{L}{3}/u.test(cell);
}

function isBesideCountry(word: string): boolean {
  return BESIDE_WORDS.has(word) || SECONDARY_WORDS.has(word) || PERSON_WORDS.has(word);
}

/**
 * True of `Country`, `Customer Country Name`, `ISD`; not of "Preferred Country" or "Country of Birth", which say
 * nothing about the number.
 */
function isNamed(words: readonly string[]): boolean {
  const key = words.join(' ');
  const plain = words.filter((word) => !SECONDARY_WORDS.has(word));
  if (
    CODE_HEADINGS.has(key) ||
    (plain.length > 1 && CODE_HEADINGS.has(plain.join(' '))) ||
    /\b(?:country|isd|dial(?:l?ing)?|calling)\b.*\bcode\b|\bisd\b/u.test(key)
  )
    return true;
  return (
    words.some((word) => COUNTRY_WORDS.has(word)) &&
    words.every((word) => COUNTRY_WORDS.has(word) || isBesideCountry(word))
  );
}

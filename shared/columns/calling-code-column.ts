import { countryOfCell } from '../phone/calling-codes.ts';
import { termSet } from '../phone/phone-words.ts';
import { codeFit } from './code-by-cells.ts';
import type { CodeFit } from './code-by-cells.ts';
import { senseOf } from './column-headings.ts';
import { headingWords, PERSON_WORDS, SECONDARY_WORDS } from './heading-words.ts';
import { isMissing } from './missing-words.ts';

/** Each names a country or its code by itself. */
const COUNTRY_WORDS = termSet(`
  country countrycode countryiso ctry cntry nation isd isdcode idd iddcode dialcode phonecode countries देश राष्ट्र દેશ দেশ ਦੇਸ਼ ଦେଶ
  దేశం ದೇಶ രാജ്യം நாடு ملک بلد الدولة pais pays paese land negara ulke страна 国 国家
`);
/** Beside one of those they say whose it is, or that it is a code. */
const BESIDE_WORDS = termSet(`
  code codes prefix name dial dialing dialling calling phone mobile contact whatsapp telephone tel number no of the your
  international intl home residence resident residing living current present customer client lead user member student
  person billing mailing shipping address iso sender buyer their cell का कोड नाम
`);
/** Among other words each says that a country or its code may stand there: the numbers decide. */
const SAYS_COUNTRY = termSet('nationality citizenship dial dialing dialling nri');
/** Under these stands a country, or a part of one: only where every cell is a country is it taken for one. */
const PLACE_WORDS = termSet('region market territory location geo');
/** What a calling code is headed where no country is named. */
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
/** A code that says so itself, whatever stands above it: `+91`, `India (+91)`. */
const SAYS_CODE = /^[^\d+]{0,60}\(?\+\s?\d{1,3}(?:-\d{1,3})?\)?$/u;
const MOST_SAY_CODE = 0.9;
/** Where the rest says nothing, its rows are refused rather than taken for the file's own country. */
const LEAST_UNDERSTOOD = 0.3;
const CELLS_READ = 60;

/** Columns whose countries are compared with the numbers: each costs readings by the phone library. */
const COLUMNS_COMPARED = 20;

export interface CodeColumn {
  readonly column: number;
  /** Its cells are calling codes, or hold them; else they name countries. */
  readonly isCode: boolean;
  readonly fit: CodeFit;
}

/** The columns that may hold each number's calling code or country, by heading and cells. */
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
    if (known < cells.length * LEAST_UNDERSTOOD) return [];
    const isCode = cells.some((cell) => /\d/u.test(cell));
    const saysCode = cells.filter((cell) => SAYS_CODE.test(cell)).length >= cells.length * MOST_SAY_CODE;
    const isPlace = words.some((word) => PLACE_WORDS.has(word)) && known === cells.length;
    // "Code" and "Prefix" alone may be anything: letters in them are no country.
    const isAnything = !isCode && /^(?:code|prefix|cc)$/u.test(key);
    // Without headings only what stands right beside the number can tell.
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

/** The one that is of a number column: as many as there are of those are theirs in turn, else the nearest, surest first. */
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

/** `C. Code`, `Std Code`; not "Pin Code" or "Branch Code". */
function isSomeCode(words: readonly string[]): boolean {
  const isTold = words.includes('code') && words.some((word) => CODE_PARTS.has(word));
  return isTold && words.every((word) => isBesideCountry(word) || CODE_PARTS.has(word));
}

function isBesideCountry(word: string): boolean {
  return BESIDE_WORDS.has(word) || SECONDARY_WORDS.has(word) || PERSON_WORDS.has(word);
}

/** `Country`, `Customer Country Name`, `ISD`; not "Preferred Country" or "Country of Birth", which say nothing of the number. */
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

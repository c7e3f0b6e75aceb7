import { countryOfCell } from '../phone/calling-codes.ts';
import { termSet } from '../phone/phone-words.ts';
import { headingWords } from './heading-words.ts';
import { isMissing } from './missing-words.ts';

/** Each names a country or its code by itself. */
const COUNTRY_WORDS = termSet('country countrycode ctry nation isd isdcode dialcode phonecode देश राष्ट्र');
/** Beside one of those they say whose it is, or that it is a code. */
const BESIDE_WORDS = termSet(`
  code codes prefix name dial dialing dialling calling phone mobile contact whatsapp telephone tel number no of the your
  international intl home residence resident residing living current present customer client lead user member student
  person billing mailing shipping address iso कोड का नाम
`);
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
/** A code that says so itself, whatever stands above it: `+91`, `India (+91)`. */
const SAYS_CODE = /^[^\d+]{0,60}\(?\+\s?\d{1,3}(?:-\d{1,3})?\)?$/u;
const MOST_SAY_CODE = 0.9;
/** Where the rest says nothing, its rows are refused rather than taken for the file's own country. */
const LEAST_UNDERSTOOD = 0.3;
const CELLS_READ = 60;

/** The column that holds each number's calling code or country, by its heading and cells; a code before a country's name. */
export function findCallingCodeColumn(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  numberColumn: number,
): number | undefined {
  // Where there are no headings, cells alone can tell, and only those right beside the number.
  const width = Math.max(headings.length, numberColumn + 2);
  const found = Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    if (column === numberColumn) return [];
    const key = headingWords(headings[column] ?? '').join(' ');
    const cells = rows
      .map((cells) => cells[column]?.trim() ?? '')
      .filter((cell) => !isMissing(cell))
      .slice(0, CELLS_READ);
    const known = cells.filter((cell) => countryOfCell(cell) !== undefined).length;
    const saysCode = cells.filter((cell) => SAYS_CODE.test(cell)).length >= cells.length * MOST_SAY_CODE;
    const isPlace = key.split(' ').some((word) => PLACE_WORDS.has(word)) && known === cells.length;
    if (!isNamed(key) && !saysCode && !isPlace) return [];
    if (cells.length === 0 || known < cells.length * LEAST_UNDERSTOOD) return [];
    const isCode = cells.some((cell) => /\d/u.test(cell));
    // "Code" and "Prefix" alone may be anything: letters in them are no country.
    if (!isCode && /^(?:code|prefix|cc)$/u.test(key)) return [];
    return [{ column, isCode, apart: Math.abs(column - numberColumn) }];
  });
  found.sort((left, right) => Number(right.isCode) - Number(left.isCode) || left.apart - right.apart);
  return found[0]?.column;
}

/** `Country`, `Customer Country Name`, `ISD`; not "Preferred Country" or "Country of Birth", which say nothing of the number. */
function isNamed(key: string): boolean {
  if (CODE_HEADINGS.has(key) || /\b(?:country|isd|dial(?:l?ing)?|calling)\b.*\bcode\b|\bisd\b/u.test(key)) return true;
  const words = key.split(' ');
  return (
    words.some((word) => COUNTRY_WORDS.has(word)) &&
    words.every((word) => COUNTRY_WORDS.has(word) || BESIDE_WORDS.has(word))
  );
}

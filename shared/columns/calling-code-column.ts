import { countryOfCell } from '../phone/calling-codes.ts';
import { headingWords } from './heading-words.ts';
import { isMissing } from './missing-words.ts';

const HEADINGS = new Set([
  'country code',
  'country',
  'countrycode',
  'country calling code',
  'calling code',
  'dial code',
  'dialing code',
  'dialling code',
  'dialcode',
  'isd',
  'isd code',
  'isdcode',
  'cc',
  'phone code',
  'phonecode',
  'phone country code',
  'mobile country code',
  'mobile code',
  'mobile isd',
  'country dial code',
  'country prefix',
  'phone prefix',
  'code',
  'prefix',
  'ctry',
  'ctry code',
  'intl code',
  'international code',
  'देश',
  'देश कोड',
]);
/** Where the rest says nothing, its rows are refused rather than taken for the file's own country. */
const LEAST_UNDERSTOOD = 0.3;
const CELLS_READ = 60;

/** The column that holds each number's calling code or country, by its heading and cells; a code before a country's name. */
export function findCallingCodeColumn(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  numberColumn: number,
): number | undefined {
  const found = headings.flatMap((heading, column) => {
    if (column === numberColumn) return [];
    const key = headingWords(heading).join(' ');
    const isNamed = HEADINGS.has(key) || /\b(?:country|isd|dial(?:l?ing)?|calling)\b.*\bcode\b|\bisd\b/u.test(key);
    if (!isNamed) return [];
    const cells = rows
      .map((cells) => cells[column]?.trim() ?? '')
      .filter((cell) => !isMissing(cell))
      .slice(0, CELLS_READ);
    const known = cells.filter((cell) => countryOfCell(cell) !== undefined).length;
    if (cells.length === 0 || known < cells.length * LEAST_UNDERSTOOD) return [];
    const isCode = cells.some((cell) => /\d/u.test(cell));
    // "Code" and "Prefix" alone may be anything: letters in them are no country.
    if (!isCode && /^(?:code|prefix|cc)$/u.test(key)) return [];
    return [{ column, isCode, apart: Math.abs(column - numberColumn) }];
  });
  found.sort((left, right) => Number(right.isCode) - Number(left.isCode) || left.apart - right.apart);
  return found[0]?.column;
}

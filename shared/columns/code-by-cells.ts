import { judgeNumber } from '../phone/judge-number.ts';
import { callingCodeOf, countryOfCell } from '../phone/calling-codes.ts';
import { termSet } from '../phone/phone-words.ts';
import { isMissing } from './missing-words.ts';

/**
 * Columns whose digits or two letters look like countries but are not: `1` and `44` are ages, `Mr` and `Ms` would be
 * Mauritania.
 */
const OTHER_THINGS = termSet(`
  age ages qty quantity class standard grade floor score scores marks mark rank rating count number numbers no nos sl sr
  serial sno day days date month months year years week hour hours minute minutes time weight height size ward booth section
  batch slot priority attempt attempts visit visits tries stage percent percentage discount points temp temperature duration
  emi dose doses level term tenure unit units item items kids children members adults pax guests nights seat seats room
  rooms flat house plot door block tower bhk shift language lang title salutation gender sex dept department course degree
  qualification status flag remark remarks amount price rate fee fees salary income experience exp roll index id ids line row
  position step round quarter semester sem category type group team pin pincode zip branch state product std prefix item gst
  आयु उम्र वर्ग मात्रा
`);
/** Where somebody wants to go or comes from says little about their telephone. */
const WISHES = termSet(`
  preferred preference interested interest target study visa destination apply applying applied wish desired choice birth
  passport going
`);
/** Of the rows with another country, this share must have numbers of that country. */
const MOST = 0.9;
const ROWS_JUDGED = 60;

/** Whether a column of countries or codes is about the numbers beside it. */
export type CodeFit =
  /** Its countries are those of the numbers. */
  | 'sure'
  /** They may be, but nothing says so: they are used, and a person has to confirm. */
  | 'likely'
  /** Some are, but more are not. */
  | 'unlikely'
  | 'none';

interface Column {
  /** Words of its heading. */
  readonly words: readonly string[];
  /** The heading contains a word for a country or calling code. */
  readonly saysCountry: boolean;
  readonly column: number;
}

/**
 * Judges cells and numbers together if the heading alone does not tell. Every filled cell must be a country or a code.
 */
export function codeFit(
  { words, saysCountry, column }: Column,
  rows: readonly (readonly string[])[],
  numberColumn: number,
  country: string,
): CodeFit {
  const filled = rows
    .map((cells) => ({ cell: cells[column]?.trim() ?? '', number: cells[numberColumn]?.trim() ?? '' }))
    .filter(({ cell }) => !isMissing(cell))
    .slice(0, ROWS_JUDGED);
  const countries = filled.map(({ cell }) => countryOfCell(cell));
  const known = countries.filter((named) => named !== undefined);
  if (known.length === 0 || (!saysCountry && known.length < filled.length)) return 'none';
  const areNames = filled.every(({ cell }) => cell.replaceAll(/[^\p{L}\p{M}]/gu, '').length > 2);
  if (!areNames && !saysCountry && words.some((word) => OTHER_THINGS.has(word))) return 'none';
  // The same code in every row could also be an amount; Americans in such a list are recognised by their numbers.
  if (!areNames && !saysCountry && new Set(known).size < 2) return 'none';
  const { fits, misfits } = compare(
    filled.map(({ number }, at) => ({ number, named: countries[at] })),
    country,
  );
  if (fits === 0) return 'none';
  const isWish = words.some((word) => WISHES.has(word));
  if (fits >= (fits + misfits) * MOST) return (areNames || saysCountry) && !isWish ? 'sure' : 'likely';
  // Nearly half of all Indian mobiles could be American numbers by chance.
  if (isWish) return 'none';
  return fits >= misfits ? 'likely' : saysCountry ? 'unlikely' : 'none';
}

/**
 * For rows with another country than the file's: how many numbers belong to that country, and how many only to the
 * file's.
 */
function compare(
  rows: readonly { readonly number: string; readonly named: string | undefined }[],
  country: string,
): { fits: number; misfits: number } {
  let [fits, misfits] = [0, 0];
  for (const { number, named } of rows) {
    if (named === undefined || callingCodeOf(named) === callingCodeOf(country)) continue;
    const own = judgeNumber(number, country);
    // A number that contains its own country code needs no column for it.
    if (own.ok && !own.value.startsWith(`+${callingCodeOf(country)}`)) continue;
    const there = judgeNumber(number, named);
    if (there.ok && there.value.startsWith(`+${callingCodeOf(named)}`)) fits++;
    else if (own.ok) misfits++;
  }
  return { fits, misfits };
}

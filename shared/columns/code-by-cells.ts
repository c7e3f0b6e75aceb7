import { judgeNumber } from '../phone/judge-number.ts';
import { callingCodeOf, countryOfCell } from '../phone/calling-codes.ts';
import { termSet } from '../phone/phone-words.ts';
import { isMissing } from './missing-words.ts';

/** Digits or two letters below these are no country, however they look: `1` and `44` are ages, `Mr` and `Ms` are Mauritania. */
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
/** Where somebody wants to go, or comes from, says little about the telephone. */
const WISHES = termSet(`
  preferred preference interested interest target study visa destination apply applying applied wish desired choice birth
  passport going
`);
/** Of rows with another country, so many must be numbers of that country. */
const MOST = 0.9;
const ROWS_JUDGED = 60;

/** Whether a column of countries or codes is about the numbers beside it. */
export type CodeFit =
  /** Its countries are those of the numbers. */
  | 'sure'
  /** They may be, and nobody says so: its countries are taken, and a person has to say. */
  | 'likely'
  /** Some are, and more are not. */
  | 'unlikely'
  | 'none';

interface Column {
  /** Words of its heading. */
  readonly words: readonly string[];
  /** The heading names a country or a calling code, among other words. */
  readonly saysCountry: boolean;
  readonly column: number;
}

/** What cells and numbers tell together, where the heading alone does not. Every filled cell has to be a country or a code. */
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
  // One code in every row is an amount as well: Americans among them are told by their numbers.
  if (!areNames && !saysCountry && new Set(known).size < 2) return 'none';
  const { fits, misfits } = compare(
    filled.map(({ number }, at) => ({ number, named: countries[at] })),
    country,
  );
  if (fits === 0) return 'none';
  const isWish = words.some((word) => WISHES.has(word));
  if (fits >= (fits + misfits) * MOST) return (areNames || saysCountry) && !isWish ? 'sure' : 'likely';
  // Nearly half of all Indian mobiles are American numbers by chance.
  if (isWish) return 'none';
  return fits >= misfits ? 'likely' : saysCountry ? 'unlikely' : 'none';
}

/** Of the rows with another country than the file's: how many numbers are of that country, and how many of the file's only. */
function compare(
  rows: readonly { readonly number: string; readonly named: string | undefined }[],
  country: string,
): { fits: number; misfits: number } {
  let [fits, misfits] = [0, 0];
  for (const { number, named } of rows) {
    if (named === undefined || callingCodeOf(named) === callingCodeOf(country)) continue;
    const own = judgeNumber(number, country);
    // One that says its own country needs no other column to say it.
    if (own.ok && !own.value.startsWith(`+${callingCodeOf(country)}`)) continue;
    const there = judgeNumber(number, named);
    if (there.ok && there.value.startsWith(`+${callingCodeOf(named)}`)) fits++;
    else if (own.ok) misfits++;
  }
  return { fits, misfits };
}

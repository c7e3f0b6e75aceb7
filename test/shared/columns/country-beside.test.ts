import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import { checkFile, summaryOf } from '../contacts/check-file.ts';

const INDIAN = '9876543210';
/** Each is both an Indian mobile and a number of the country whose code is beside it. */
const FOREIGN = [
  ['1', '9172345678', 19_172_345_678],
  ['44', '7400123456', 447_400_123_456],
] as const;
const INDIANS = [919_876_543_210];

function read(lines: readonly string[], columns: ColumnChoice = {}) {
  const file = checkFile(lines.join('\n'), { columns });
  const { shape } = summaryOf(file);
  return { called: file.accepted.map(([, number]) => number), doubt: shape.verdict.doubt, shape };
}

function listUnder(heading: string, cells: readonly [string, string, string]): string[] {
  return [
    `Name,${heading},Phone`,
    `A,${cells[0]},${INDIAN}`,
    `B,${cells[1]},${FOREIGN[0][1]}`,
    `C,${cells[2]},${FOREIGN[1][1]}`,
  ];
}

const EVERYBODY = [...INDIANS, ...FOREIGN.map(([, , number]) => number)];
const CODES = ['91', '1', '44'] as const;
const PLUS = ['+91', '+1', '+44'] as const;
const NAMES = ['India', 'USA', 'United Kingdom'] as const;
const LETTERS = ['IN', 'US', 'GB'] as const;

/** Headings that name a country or a calling code, among other words. */
const SAID = `
Nationality|Sender Country|SENDER_COUNTRY_ISO|Cntry|C. Code|Origin Country|State/Country|City/Country|Std Code|Area Code|IDD
IDD Code|Dialling|Dialing|દેશ|நாடு|NRI Country|Countries|Buyer Country|Citizenship|País|دولة / بلد|దేశం|Ph Code|Lead's Country
`
  .trim()
  .split(/[|\n]/u);
/** Headings that do not say what the column holds. */
const UNSAID = [
  'Place',
  'Residing in',
  'Living in',
  'From',
  'X',
  'Base',
  'Belongs To',
  'Loc.',
  'Office Code',
  'Field 7',
];
/** Headings that say that the column holds something other than a country or a code. */
const OTHER = ['Age', 'Qty', 'Class', 'Floor No', 'Score', 'Visits', 'Sl No', 'Rank', 'Ward', 'Attempts', 'Roll', 'आयु'];

describe('a country or code beside the number', () => {
  it.each(SAID)('is the number’s own under "%s", however it is written', (heading) => {
    for (const cells of [CODES, PLUS, NAMES, LETTERS])
      expect([cells[1], read(listUnder(heading, cells))]).toMatchObject([
        cells[1],
        { called: EVERYBODY, doubt: null, shape: { callingCodeColumn: 1 } },
      ]);
  });

  it.each(UNSAID)('is the number’s own under "%s" where it is a name, and else a question', (heading) => {
    expect(read(listUnder(heading, NAMES))).toMatchObject({ called: EVERYBODY, doubt: null });
    expect(read(listUnder(heading, CODES))).toMatchObject({ called: EVERYBODY, doubt: 'country_unclear' });
    expect(read(listUnder(heading, LETTERS))).toMatchObject({ called: EVERYBODY, doubt: 'country_unclear' });
  });

  it('is a question without headings', () => {
    const lines = listUnder('', CODES).slice(1);
    expect(read(lines)).toMatchObject({ called: EVERYBODY, doubt: 'country_unclear' });
    expect(read(lines.slice(0, 2))).toMatchObject({ called: EVERYBODY.slice(0, 2), doubt: 'country_unclear' });
  });

  it('is no question once somebody says which column holds it, or none', () => {
    const lines = listUnder('X', CODES);
    expect(read(lines, { number: 'Phone', callingCode: 'X' })).toMatchObject({ called: EVERYBODY, doubt: null });
    expect(read(lines, { callingCode: null })).toMatchObject({ doubt: null, shape: { callingCodeColumn: null } });
    expect(read(lines, { number: 'Phone' })).toMatchObject({ called: EVERYBODY, doubt: null });
  });

  it.each(OTHER)('is none under "%s": small numbers are not all codes', (heading) => {
    expect(read(listUnder(heading, CODES))).toMatchObject({ doubt: null, shape: { callingCodeColumn: null } });
  });

  const mobiles = fc.array(fc.integer({ min: 9_876_500_000, max: 9_876_599_999 }), { minLength: 8, maxLength: 8 });
  const heading = fc.constantFrom('Tries', 'Place', 'X', 'Trip', 'Title', 'Lang', 'Preferred Country', 'Study In', '');
  const cells = fc.constantFrom('1,44,49', '20,30,33', 'Mr,Ms,Mr', 'MH,TN,GA', 'USA,UK,Canada', '2,1,7', 'IT,HR,PR');

  it('is none where the numbers beside it are all of the file’s own country', () => {
    fc.assert(
      fc.property(mobiles, heading, cells, (numbers, named, values) => {
        const kinds = values.split(',');
        const rows = numbers.map((number, at) => `N${at},${kinds[at % 3] ?? ''},${number}`);
        const { shape, doubt } = read([`Name,${named},Mobile`, ...rows]);
        // Russian mobiles are ten digits that begin with a nine, like Indian ones, so a 7 may mean Russia.
        const isRussian = kinds.includes('7') && named !== 'Title' && named !== 'Lang';
        expect([named, values, shape.callingCodeColumn, doubt]).toEqual([
          named,
          values,
          isRussian && named !== 'Tries' ? shape.callingCodeColumn : null,
          isRussian && named !== 'Tries' ? doubt : null,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('is asked about where it is the country of some numbers, and of more it is not', () => {
    const rows = ['A,USA,9876543210', 'B,USA,9876543211', `C,USA,${FOREIGN[0][1]}`];
    expect(read(['Name,Nationality,Mobile', ...rows])).toMatchObject({
      doubt: 'country_unclear',
      shape: { callingCodeColumn: null, verdict: { other: 1 } },
    });
  });
});

/** Each is a state of India and a country as well. */
const STATES = ['BR', 'NL', 'SK', 'UK', 'TR', 'HR', 'ML', 'MN', 'AR', 'CH', 'GA', 'MH'];

describe('what looks like countries, or cannot be read', () => {
  it.each(['Country', 'Flag', 'Nationality', 'Language', 'X'])('is a country as a flag, under "%s"', (heading) => {
    const { called, doubt } = read(listUnder(heading, ['🇮🇳', '🇺🇸', '🇬🇧']));
    expect([called, doubt]).toEqual([EVERYBODY, null]);
  });

  it.each(['Region', 'Location', 'Territory', 'Market', 'Geo', 'State', 'Zone', 'Circle'])(
    'is a state of India under "%s", by the numbers beside it',
    (heading) => {
      const numbers = STATES.map((_, at) => 9_876_543_210 + at * 11);
      const { called, doubt } = read([
        `Name,${heading},Mobile`,
        ...STATES.map((state, at) => `A,${state},${numbers[at] ?? 0}`),
      ]);
      expect([called, doubt]).toEqual([numbers.map((number) => 910_000_000_000 + number), null]);
    },
  );

  it.each([
    ['Country', 'Estados Unidos', 'Francia'],
    ['Country Name', 'Narnia', 'Utopia'],
    ['Customer Country', 'Inda', 'Inda'],
    ['देश', 'अटलांटिस', 'अटलांटिस'],
  ])('is a question under "%s" where no cell can be read: %s', (heading, one, other) => {
    const lines = [`Name,${heading},Phone`, `A,${one},${FOREIGN[0][1]}`, `B,${other},${INDIAN}`];
    expect(read(lines)).toMatchObject({ doubt: 'country_unclear', shape: { callingCodeColumn: null } });
    expect(read(lines, { callingCode: null }).doubt).toBeNull();
  });
});

describe('two numbers with a code each', () => {
  const [, uk] = FOREIGN;
  it.each<[string, string, string]>([
    ['before it', 'Country Code,Mobile,Alt Country Code,Alt Mobile', `91,${INDIAN},44,${uk[1]}`],
    ['behind it', 'Mobile,Mobile Code,Alt Mobile,Alt Mobile Code', `${INDIAN},91,${uk[1]},44`],
    ['all codes first', 'ISD,ISD 2,Phone,Phone 2', `91,44,${INDIAN},${uk[1]}`],
    ['by name', 'Country,Mobile,Alternate Country,Alternate Mobile', `India,${INDIAN},UK,${uk[1]}`],
    ['the first abroad', 'Country Code,Mobile,Alt Country Code,Alt Mobile', `44,${uk[1]},91,${INDIAN}`],
  ])('are read each with its own, %s', (_, headings, row) => {
    const { called } = read([headings, row, row.replaceAll('9876543210', '9876543211').replaceAll('456', '457')], {
      numbers: 'all',
    });
    const everybody = [uk[2], uk[2] + 1, 919_876_543_210, 919_876_543_211];
    expect(new Set(called)).toEqual(new Set(everybody));
    expect(called).toHaveLength(everybody.length);
  });

  it('are read with the one code there is for both', () => {
    const { called } = read(['ISD,Phone 1,Phone 2', `44,${uk[1]},7400123457`, `91,${INDIAN},9876543211`], {
      numbers: 'all',
    });
    expect(called).toEqual([uk[2], uk[2] + 1, 919_876_543_210, 919_876_543_211]);
  });
});

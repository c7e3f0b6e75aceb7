import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import { columnName } from '../../../shared/contacts/file-shape.ts';
import { countCalls } from '../../fixtures/count-calls.ts';
import { checkFile, summaryOf } from './check-file.ts';

interface Found {
  readonly column: number;
  readonly header: boolean;
  readonly total: number;
}

function find(lines: readonly string[], columns: ColumnChoice = {}): Found {
  const { shape, rows } = summaryOf(checkFile(lines.join('\n'), { columns }));
  return { column: shape.numberColumn, header: shape.header, total: rows.total };
}

describe('the number column', () => {
  it.each<[string, string[], Found]>([
    ['the heading', ['Name,Mobile,City', 'Asha,9876543210,Pune'], { column: 1, header: true, total: 1 }],
    [
      'the heading, though no row has a number',
      ['Name,Mobile', 'Asha,', 'Bina,n/a'],
      { column: 1, header: true, total: 2 },
    ],
    [
      'the heading, though all numbers are spoiled',
      ['Name,Mobile', 'Asha,9.19E+11', 'Bina,9.19E+11'],
      { column: 1, header: true, total: 2 },
    ],
    ['the surer of two headings', ['Phone,Mobile', '02223456789,9876543210'], { column: 1, header: true, total: 1 }],
    [
      'the first of two equal headings',
      ['Mobile 1,Mobile', '9876543210,9876543211'],
      { column: 0, header: true, total: 1 },
    ],
    [
      'the one of two equal headings that is filled',
      ['Mobile 1,Mobile', ',9876543211', ',9876543212'],
      { column: 1, header: true, total: 2 },
    ],
    [
      'the less sure heading, where the surer is empty',
      ['Mobile,Contact no', ',9876543210'],
      { column: 1, header: true, total: 1 },
    ],
    [
      'the numbers, where the heading holds names',
      ['Contact,Digits', 'Asha,9876543210', 'Bina,9876543211'],
      { column: 1, header: true, total: 2 },
    ],
    ['the numbers, where no heading fits', ['Who,Digits', 'Asha,9876543210'], { column: 1, header: true, total: 1 }],
    [
      'the numbers, never an order number',
      ['Order no,Digits', '9876543210,9876543211'],
      { column: 1, header: true, total: 1 },
    ],
    ['the numbers, without a header', ['Asha,9876543210', 'Bina,9876543211'], { column: 1, header: false, total: 2 }],
    ['one column of numbers', ['9876543210', '9876543211'], { column: 0, header: false, total: 2 }],
    ['one number', ['9876543210'], { column: 0, header: false, total: 1 }],
    [
      'numbers that Excel spoiled, without a header',
      ['Asha,9.19E+11', 'Bina,9876543211'],
      { column: 1, header: false, total: 2 },
    ],
    [
      'a first number that is too short, without a header',
      ['Asha,987654321', 'Bina,9876543211'],
      { column: 1, header: false, total: 2 },
    ],
    [
      'a value that is a heading elsewhere',
      ['Asha,9876543210,Mobile', 'Bina,9876543211,Phone'],
      { column: 1, header: false, total: 2 },
    ],
    ['a header below blank lines', ['', ' ,', 'Name,Mobile', 'Asha,9876543210'], { column: 1, header: true, total: 1 }],
    [
      'rows from the first line, blank ones too, without a header',
      ['', '9876543210'],
      { column: 0, header: false, total: 2 },
    ],
    ['a Hindi heading', ['नाम,मोबाइल नंबर', 'आशा,9876543210'], { column: 1, header: true, total: 1 }],
  ])('is found by %s', (_, lines, found) => {
    expect(find(lines)).toEqual(found);
  });

  const lines = ['Name,Alternate No.,Mobile', 'Asha,9876543211,9876543210'];

  it.each<[string | number, number]>([
    ['Alternate No.', 1],
    ['alternate_no', 1],
    ['ALTERNATE NO', 1],
    [2, 1],
    ['2', 1],
    ['Column B', 1],
    ['Mobile', 2],
    [3, 2],
    [1, 0],
  ])('is the one chosen as %j', (number, column) => {
    expect(find(lines, { number })).toEqual({ column, header: true, total: 1 });
  });

  it('may be one that is empty so far', () => {
    expect(find(['Mobile,,', '9876543210,,'], { number: 3 })).toEqual({ column: 2, header: true, total: 1 });
  });

  it('is in a row, not a header, when the user says so', () => {
    expect(find(lines, { header: false })).toEqual({ column: 1, header: false, total: 2 });
    expect(find(['9876543210', '9876543211'], { header: true })).toEqual({ column: 0, header: true, total: 1 });
  });
});

describe('the headings', () => {
  it.each<[string, string[], string[], number]>([
    ['a title', ['Leads of November', 'Name,Mobile', 'Asha,9876543210'], ['Name', 'Mobile'], 3],
    [
      'a title, a note and blank lines',
      ['Acme,', '"Made by Asha,\nfor all",', '', 'Name,Mobile', 'Asha,9876543210'],
      ['Name', 'Mobile'],
      5,
    ],
    [
      'a title that sounds like a heading itself',
      ['Contact list', 'Mobile,Name', '9876543210,Asha'],
      ['Mobile', 'Name'],
      3,
    ],
    [
      'when and for which days the report was made',
      ['Leads', 'Generated: 2026-11-30 10:00', '01/11/2026 - 30/11/2026,', 'Name,Mobile', 'Asha,9876543210'],
      ['Name', 'Mobile'],
      5,
    ],
    [
      'headings of groups of columns',
      ['Person,,Reach', 'First,Last,Phone,Email', 'Asha,Rao,9876543210,'],
      ['First', 'Last', 'Phone', 'Email'],
      3,
    ],
    [
      'a title above numbers alone',
      ['Leads,November', 'Who,City,Cell no', ',,9876543210'],
      ['Who', 'City', 'Cell no'],
      3,
    ],
  ])('are found below %s, and that is no row', (_, lines, headings, firstRow) => {
    const file = checkFile(lines.join('\n'));
    expect(summaryOf(file).shape).toMatchObject({ header: true, headings });
    expect([file.accepted, summaryOf(file).rows.total]).toEqual([[[firstRow, 919_876_543_210]], 1]);
  });

  it.each<[string, string[], string[]]>([
    [
      'a row with more cells',
      ['Name,Mobile', 'Asha,No phone,Pune', 'Bina,9876543210,Goa'],
      ['Name', 'Mobile', 'Column C'],
    ],
    ['a name', ['Name,Digits', 'Mobile Shop,9876543210,x', 'Phone Hut,9876543211,x'], ['Name', 'Digits', 'Column C']],
    ['a second line of headings', ['Name,Mobile', 'Name,Mobile', 'Bina,9876543210'], ['Name', 'Mobile']],
    [
      'a number with a word',
      ['Name,City', 'Asha,Pune,Mob: 9876543210', 'Bina,Goa,9876543211'],
      ['Name', 'City', 'Column C'],
    ],
  ])('are not taken from %s below them', (_, lines, headings) => {
    expect(summaryOf(checkFile(lines.join('\n'))).shape.headings).toEqual(headings);
  });

  it('never lie below a number, nor where the user says that there are none', () => {
    const numbers = summaryOf(checkFile('9876543210\nMobile,Name\n9876543211,Asha'));
    expect([numbers.shape.header, numbers.rows.total]).toEqual([false, 3]);
    const title = ['Leads', 'Name,Mobile', 'Asha,9876543210'];
    expect(find(title, { header: false })).toEqual({ column: 1, header: false, total: 3 });
  });

  it.each([{ number: 2 }, { number: 'mobile' }, { number: 'Column B', header: true }, { header: true }])(
    'are found below a title whatever is said of the column: %j',
    (columns) => {
      const title = ['Leads', 'Name,Mobile', 'Asha,9876543210'];
      expect(find(title, columns)).toEqual({ column: 1, header: true, total: 1 });
    },
  );
});

describe('the shape of a file', () => {
  it('names columns as spreadsheets do where there is no header', () => {
    const { shape } = summaryOf(checkFile('Asha,9876543210,\nBina,9876543211,x\n'));
    expect(shape.headings).toEqual(['Column A', 'Column B', 'Column C']);
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual([
      'Column A',
      'Column Z',
      'Column AA',
      'Column AZ',
      'Column BA',
      'Column ZZ',
      'Column AAA',
    ]);
  });

  it('gives empty headings a name, and leaves out empty columns to the right', () => {
    const { shape } = summaryOf(checkFile(`Name,,Mobile${','.repeat(500)}\nAsha,x,9876543210\n`));
    expect(shape.headings).toEqual(['Name', 'Column B', 'Mobile']);
  });

  it("honours Excel's separator line, and counts it as a line", () => {
    const file = checkFile('sep=;\r\nName;Mobile\r\nAsha;9876543210\r\nBina;98\r\n');
    expect(summaryOf(file).shape).toMatchObject({ delimiter: ';', header: true, headings: ['Name', 'Mobile'] });
    expect([file.accepted, file.issues.map(({ line }) => line)]).toEqual([[[3, 919_876_543_210]], [4]]);
  });

  it('honours a separator line against what the rows look like', () => {
    const { shape } = summaryOf(checkFile('"sep=|"\nMobile|Note, long\n9876543210|a, b\n'));
    expect([shape.delimiter, shape.headings]).toEqual(['|', ['Mobile', 'Note, long']]);
  });

  it.each([1, 5, 64, 1000])('does not depend on what lies beyond the %i bytes it looks at', (sniffBytes) => {
    const { result } = checkFile('Mobile,Name\n9876543210,Asha\n9876543211,Bina\n', { limits: { sniffBytes } });
    const longer = checkFile('Mobile,Name\n9876543210,Asha\n9876543211,Bina\n;;;;\n', { limits: { sniffBytes } });
    if (sniffBytes < 44)
      expect(longer.result.ok ? longer.result.value.shape : longer.result).toEqual(
        result.ok ? result.value.shape : result,
      );
    else expect(summaryOf(longer).shape).toMatchObject({ delimiter: ',', numberColumn: 0 });
  });

  it('takes twice the work where a file is twice as wide, and no more', async () => {
    const callsFor = (columns: number) => {
      const wide = Array.from({ length: columns }, (_, column) => `98765${String(column).padStart(5, '0')}`).join(',');
      const limits = { sniffBytes: 200_000, rowBytes: 100_000 };
      return countCalls('shared', () => {
        const { shape } = summaryOf(checkFile(`${wide}\n${wide}\n`, { limits }));
        expect([shape.numberColumn, shape.headings.length]).toEqual([0, columns]);
      });
    };
    const [narrow, wide] = [await callsFor(1000), await callsFor(2000)];
    expect(narrow).toBeGreaterThan(1000);
    expect(wide).toBeLessThan(3 * narrow);
  });
});

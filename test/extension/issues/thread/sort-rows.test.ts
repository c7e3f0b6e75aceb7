import { describe, expect, it } from 'vitest';
import { issues } from '../../../../extension/words/en/steps/issues.ts';
import { ISSUE_SORTS } from '../../../../extension/issues/thread/sort-rows.ts';
import { openDesk } from './open-editor.ts';

const FILE = `First Name,Mobile,Last Name,Alternate Mobile
Asha,9876543210,Rao,
bina,98765O3211,,
Zoya,12345,  Khan ,
,,,
Esha,9876543210,Naik,
Farhan,9876543213 / 9876543214,Ali,
अनु,9.19E+11,,
Deepak,1234,,
`;
const ALL = { show: 'all', search: '' } as const;

describe('the rows that were not accepted, in order', () => {
  it.each([
    ['line', [3, 4, 5, 6, 7, 8, 9]],
    ['name', [3, 9, 6, 7, 4, 8, 5]],
    ['value', [9, 4, 8, 6, 7, 3, 5]],
    ['reason', [6, 5, 4, 9, 3, 8, 7]],
  ] as const)('by %s', async (sort, lines) => {
    const { book } = await openDesk(FILE);
    book.look({ ...ALL, sort });
    expect(book.rowsFrom(0, 10).map(({ line }) => line)).toEqual(lines);
  });

  it('are the same rows in every order, and what is corrected and its reason count as they are now', async () => {
    const { book } = await openDesk(FILE);
    book.change([
      [9, '9876543215'],
      [4, '98765432101'],
    ]);
    for (const sort of ISSUE_SORTS) {
      expect(book.look({ ...ALL, sort })).toBe(7);
      expect(
        book
          .rowsFrom(0, 10)
          .map(({ line }) => line)
          .toSorted((left, right) => left - right),
      ).toEqual([3, 4, 5, 6, 7, 8, 9]);
    }
    book.look({ ...ALL, sort: 'reason' });
    expect(book.rowsFrom(0, 10).at(-1)?.line).toBe(9);
  });
});

describe('the names of rows that were not accepted', () => {
  it('are said as the file says them, parts together, and found', async () => {
    const { book } = await openDesk(FILE);
    expect(book.overview().hasNames).toBe(true);
    expect(book.rowsFrom(0, 10).map(({ name }) => name)).toEqual([
      'bina',
      'Zoya Khan',
      '',
      'Esha Naik',
      'Farhan Ali',
      'अनु',
      'Deepak',
    ]);
    expect(book.look({ ...ALL, search: 'KHAN' })).toBe(1);
    expect(book.rowsFrom(0, 10)).toMatchObject([{ line: 4 }]);
  });

  it('are none where the column of that heading holds the numbers', async () => {
    const { book } = await openDesk('Contact,City\n9876543210,Pune\n98765O3211,Kochi\n9876543212,Surat\n');
    expect(book.rowsFrom(0, 10)).toMatchObject([{ line: 3, name: '' }]);
    expect(book.overview().hasNames).toBe(false);
  });

  it('are cut where they are long, never within a letter', async () => {
    const { book } = await openDesk(`Name,Mobile\nAsha,9876543210\n${'क'.repeat(59)}😀${'x'.repeat(3000)},12345\n`);
    const [row] = book.rowsFrom(0, 1);
    expect(row?.name).toBe(`${'क'.repeat(59)}\uFFFD`);
  });
});

describe('what a press changes', () => {
  it('is counted in what is in view alone, and is what it changes', async () => {
    const { book } = await openDesk(FILE);
    expect(book.overview().suggestedKinds.map(({ kind, count }) => [kind, count])).toEqual([
      ['first_of_several', 1],
      ['look_alike', 1],
    ]);
    book.look({ show: 'several_numbers', search: '' });
    expect(book.overview()).toMatchObject({ suggested: 2, suggestedKinds: [{ kind: 'first_of_several', count: 1 }] });
    expect(book.takeSuggestions(null)).toEqual([7]);
    expect(book.overview()).toMatchObject({ suggested: 1, suggestedKinds: [], correctedInView: 1, leftInView: 0 });
    book.look({ show: 'letters', search: '' });
    expect(book.overview()).toMatchObject({ correctedInView: 0, leftInView: 1 });
    expect(book.takeSuggestions(null)).toEqual([]);
  });

  it('takes back what is corrected in view and nothing else, and can be undone', async () => {
    const { book } = await openDesk(FILE);
    book.change([
      [4, '9876543215'],
      [9, '9876543216'],
    ]);
    book.look({ ...ALL, search: 'zoya' });
    expect(book.takeBack()).toEqual([4]);
    expect(book.overview().corrected).toBe(1);
    book.undo();
    expect(book.overview()).toMatchObject({ corrected: 2, mended: 2 });
  });

  it('downloads what is in view and still left out, in the order of the file', async () => {
    const { book, desk } = await openDesk(FILE);
    const written = async () => {
      const csv = await desk.write({
        headings: ['Line', 'In the file', 'Why', 'Suggestion'],
        reasons: issues.reasons,
      });
      return (await csv.text())
        .split('\r\n')
        .slice(1, -1)
        .map((row) => Number(row.split(',')[0]));
    };
    expect(await written()).toEqual([3, 4, 5, 6, 7, 8, 9]);
    book.look({ show: 'too_short', search: '', sort: 'name' });
    expect(await written()).toEqual([4, 9]);
    book.change([[4, '9876543215']]);
    expect(await written()).toEqual([9]);
  });
});

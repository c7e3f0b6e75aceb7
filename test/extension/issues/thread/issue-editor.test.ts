import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeCorrected } from '../../../../extension/checking/write-corrected.ts';
import type { IssueCsvWords } from '../../../../extension/issues/thread/issue-csv.ts';
import { createContactCheck } from '../../../../shared/contacts/check-contacts.ts';
import { correctionsInMemory, openDesk } from './open-editor.ts';

const FILE = `Name,Mobile,City
Asha,9876543210,Pune
"Verma, Bina",98765O3211,Kochi
Chetan,12345
Deepak,,Surat
Esha,9876543210,Pune
Farhan,+91 98765,Indore
`;
const other = { message: 'Wrong.', fix: 'Mend.' };
const WORDS: IssueCsvWords = {
  headings: ['Line', 'In the file', 'Why', 'Suggestion'],
  reasons: {
    duplicate: { message: 'Same as row {line}.', fix: 'Leave.' },
    blank: { message: 'Blank.', fix: 'Type.' },
    too_short: { message: 'Short.', fix: 'Add.' },
    letters: { message: 'Letters.', fix: 'Retype.' },
    too_long: other,
    not_a_number: other,
    not_in_service_range: other,
    country_unknown: other,
    excel_exponent: other,
    excel_truncated: other,
    excel_computed: other,
    above_headings: other,
    suppressed: other,
    called_recently: other,
    calling_code_unclear: other,
    value_missing: other,
    do_not_call: other,
    total_row: other,
    note_row: other,
    several_numbers: other,
  },
};

describe('rows not accepted, written for a spreadsheet', () => {
  it('hold their line, their own columns under their headings, why and what is suggested', async () => {
    const { desk } = await openDesk(FILE);
    const text = await (await desk.write(WORDS)).text();
    expect(Papa.parse(text.replace(/^\uFEFF/u, '').trimEnd()).data).toEqual([
      ['Line', 'Name', 'Mobile', 'City', 'In the file', 'Why', 'Suggestion'],
      ['3', 'Verma, Bina', '98765O3211', 'Kochi', '98765O3211', 'Letters. Retype.', "'+919876503211"],
      ['4', 'Chetan', '12345', '', '12345', 'Short. Add.', ''],
      ['5', 'Deepak', '', 'Surat', '', 'Blank. Type.', ''],
      ['6', 'Esha', '9876543210', 'Pune', '9876543210', 'Same as row 2. Leave.', ''],
      ['7', 'Farhan', "'+91 98765", 'Indore', "'+91 98765", 'Short. Add.', ''],
    ]);
  });

  it('are safe for a spreadsheet: nothing in them is run as a formula', async () => {
    const { desk } = await openDesk('Mobile,"Said ""x"""\n=1+1,@x\n-5,"two\nlines"\n', {
      columns: { number: 1, header: true },
    });
    const text = await (await desk.write(WORDS)).text();
    expect(text).toContain("2,'=1+1,'@x,'=1+1,");
    expect(text).toContain('3,\'-5,"two\nlines",\'-5,');
    expect(text).toContain('Line,Mobile,"Said ""x""",In the file');
  });

  it('leave out what is mended, and hold what was tried', async () => {
    const { book, desk } = await openDesk(FILE);
    await desk.keep(
      book.change([
        [3, '9876543211'],
        [4, '123456'],
      ]),
    );
    const rows = Papa.parse<string[]>((await (await desk.write(WORDS)).text()).trimEnd()).data;
    expect(rows.map(([line]) => line)).toEqual([expect.stringContaining('Line'), '4', '5', '6', '7']);
    expect(rows[1]?.slice(2, 6)).toEqual(['123456', '', '12345', 'Short. Add.']);
  });
});

describe('a corrected file that comes back', () => {
  it('is put in place by its lines, judged anew, and undone as one', async () => {
    const { book, desk } = await openDesk(FILE);
    const back = new Blob(['Line,Mobile\n7,9876543217\n4,1234567\n3,98765O3211\n5,\n2,9876543299\n99,1\nx,1\n4,1\n']);
    const merged = await desk.merge(back, ['Line']);
    expect(merged).toMatchObject({
      ok: true,
      value: { summary: { rows: 8, mended: 1, stillWrong: 1, unchanged: 2, unknown: 4 }, overview: { undoable: 2 } },
    });
    expect(book.corrections.inOrder()).toEqual([
      [4, '1234567'],
      [7, '9876543217'],
    ]);
    book.undo();
    expect(book.overview().corrected).toBe(0);
  });

  it('changes nothing when it is the file that was written', async () => {
    const { desk } = await openDesk(FILE);
    const merged = await desk.merge(await desk.write(WORDS), ['Line']);
    expect(merged).toMatchObject({
      ok: true,
      value: { summary: { rows: 5, mended: 0, stillWrong: 0, unchanged: 5, unknown: 0 } },
    });
  });

  it('is refused when its lines are gone', async () => {
    const { desk } = await openDesk(FILE);
    expect(await desk.merge(new Blob(['Mobile\n1\n']), ['Line'])).toEqual({
      ok: false,
      error: { code: 'no_line_column' },
    });
  });
});

describe('corrections', () => {
  it('are on disk once kept, and taken up again', async () => {
    const store = correctionsInMemory();
    const first = await openDesk(FILE, {}, store);
    await first.desk.keep(
      first.book.change([
        [3, '9876543211'],
        [4, '9876543212'],
      ]),
    );
    await first.desk.keep(first.book.change([[4, null]]));
    expect([...store.kept]).toEqual([[3, '9876543211']]);
    const second = await openDesk(FILE, {}, store);
    expect(second.book.overview()).toMatchObject({ corrected: 1, mended: 1, undoable: 0 });
  });

  it('are of no use for another column', async () => {
    const store = correctionsInMemory();
    const first = await openDesk(FILE, {}, store);
    await first.desk.keep(first.book.change([[3, '9876543211']]));
    const other = await openDesk(FILE, { columns: { number: 1, header: true } }, store);
    expect(other.book.overview().corrected).toBe(0);
  });

  it('are in the file that is sent, which the check accepts as it was said', async () => {
    const store = correctionsInMemory();
    const { book, desk, shape } = await openDesk(FILE, {}, store);
    await desk.keep([...book.takeSuggestions(null), ...book.takeSuggestions('look_alike')]);
    await desk.keep(book.change([[5, '9876543215']]));
    const { changes } = await store.read(shape);
    const settings = { country: 'IN', columns: { number: shape.numberColumn + 1, header: shape.header } };
    const written = await writeCorrected(new Blob([FILE]), settings, changes);
    const text = written.ok ? await written.value.text() : written.error.code;
    expect(text).toBe(FILE.replace('98765O3211', '+919876503211').replace('Deepak,,', 'Deepak,9876543215,'));
    const check = createContactCheck({ country: 'IN' }, { accepted() {}, issue() {} });
    check.push(new TextEncoder().encode(text));
    expect(check.finish()).toMatchObject({ ok: true, value: { rows: book.overview().rows } });
  });

  it('of two windows are all kept, and each shows those of the other', async () => {
    const store = correctionsInMemory();
    const first = await openDesk(FILE, {}, store);
    const second = await openDesk(FILE, {}, store);
    await first.desk.keep(first.book.change([[3, '9876543211']]));
    const after = await second.desk.keep(second.book.change([[4, '9876543212']]));
    expect(after).toMatchObject({ corrected: 2, mended: 2 });
    expect(await first.desk.catchUp(2)).toMatchObject({ corrected: 2, mended: 2 });
    expect(await first.desk.catchUp(2)).toBeNull();
    await second.desk.keep(second.book.undo());
    expect(await first.desk.catchUp(3)).toMatchObject({ corrected: 1, mended: 1 });
    expect([...store.kept]).toEqual([[3, '9876543211']]);
  });

  it('that cannot be kept are not counted', async () => {
    const store = { ...correctionsInMemory(), write: () => Promise.resolve(null) };
    const { book, desk } = await openDesk(FILE, {}, store);
    expect(await desk.keep(book.change([[3, '9876543211']]))).toBeNull();
    expect(book.overview()).toMatchObject({ corrected: 0, mended: 0 });
  });

  it('show the whole of a row', async () => {
    const { desk } = await openDesk(FILE);
    expect(await desk.whole(5)).toEqual({
      line: 5,
      headings: ['Name', 'Mobile', 'City'],
      cells: ['Deepak', '', 'Surat'],
    });
    expect(await desk.whole(99)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { openDesk } from './open-editor.ts';

const FILE = `Name,Mobile
Asha,9876543210
Bina,98765O3211
Chetan,12345
Deepak,
Esha,9876543210
Farhan,9876543213 / 9876543214
Gauri,9.19E+11
`;

describe('the rows that were not accepted', () => {
  it('are listed in file order with what is suggested', async () => {
    const { book } = await openDesk(FILE);
    expect(book.rowsFrom(0, 10)).toEqual([
      {
        line: 3,
        value: '98765O3211',
        name: 'Bina',
        code: 'letters',
        suggestion: '+919876503211',
        isNumberCell: true,
        correction: null,
      },
      {
        line: 4,
        value: '12345',
        name: 'Chetan',
        code: 'too_short',
        suggestion: null,
        isNumberCell: true,
        correction: null,
      },
      { line: 5, value: '', name: 'Deepak', code: 'blank', suggestion: null, isNumberCell: true, correction: null },
      {
        line: 6,
        value: '9876543210',
        name: 'Esha',
        code: 'duplicate',
        firstLine: 2,
        suggestion: null,
        isNumberCell: true,
        correction: null,
      },
      {
        line: 7,
        value: '9876543213 / 9876543214',
        name: 'Farhan',
        code: 'several_numbers',
        suggestion: '+919876543213',
        isNumberCell: true,
        correction: null,
      },
      {
        line: 8,
        value: '9.19E+11',
        name: 'Gauri',
        code: 'excel_exponent',
        suggestion: null,
        isNumberCell: true,
        correction: null,
      },
    ]);
    expect(book.rowsFrom(4, 1).map(({ line }) => line)).toEqual([7]);
  });

  it('suggest no number where somebody is not to be called, however it is written', async () => {
    const reason = { rule: 'suppressed', detail: 'hand', since: '', by: 'asha', importName: null, note: null } as const;
    const { book } = await openDesk('Name,Mobile\nAsha,9123456789\nBina,98765O3211\nChetan,9123456780\n', {
      hits: {
        suppressed: Float64Array.of(919_123_456_789),
        suppressedBy: Uint32Array.of(0),
        calledRecently: Float64Array.of(919_123_456_780),
        calledBy: Uint32Array.of(1),
        reasons: [reason, { ...reason, rule: 'called_recently', detail: 'attempts' }],
      },
    });
    expect(book.rowsFrom(0, 10).map(({ line, code, suggestion }) => [line, code, suggestion])).toEqual([
      [2, 'suppressed', null],
      [3, 'letters', '+919876503211'],
      [4, 'called_recently', null],
    ]);
  });

  it('say at once what came of a correction, and count with it', async () => {
    const { book } = await openDesk(FILE);
    book.change([
      [4, '9876543215'],
      [5, '98765'],
      [8, '9876543210'],
    ]);
    const verdicts = book.rowsFrom(0, 10).map(({ correction }) => correction?.verdict ?? null);
    expect(verdicts).toEqual([
      null,
      { is: 'accepted', number: 919876543215 },
      { is: 'refused', code: 'too_short' },
      null,
      null,
      { is: 'refused', code: 'duplicate', firstLine: 2 },
    ]);
    expect(book.overview()).toEqual({
      rows: { total: 7, accepted: 2, duplicate: 2, invalid: 3, blank: 0, suppressed: 0, called_recently: 0 },
      codes: { letters: 1, too_short: 1, blank: 0, duplicate: 2, several_numbers: 1, excel_exponent: 0 },
      total: 6,
      corrected: 3,
      mended: 1,
      suggested: 2,
      suggestedKinds: [
        {
          kind: 'first_of_several',
          count: 1,
          examples: [{ value: '9876543213 / 9876543214', number: '+919876543213' }],
        },
        { kind: 'look_alike', count: 1, examples: [{ value: '98765O3211', number: '+919876503211' }] },
      ],
      suggestionsComplete: true,
      undoable: 3,
      correctedInView: 3,
      leftInView: 5,
      hasNames: true,
    });
  });

  it('take the place of a later row with the same number, and say so', async () => {
    const { book } = await openDesk('Mobile\n12345\n9876543210\n9876543210\n');
    book.change([[2, '9876543210']]);
    expect(book.rowsFrom(0, 2)).toMatchObject([
      { correction: { verdict: { is: 'accepted', inPlaceOf: 3 } } },
      { line: 4, code: 'duplicate', firstLine: 2 },
    ]);
  });

  it('take all suggestions of a kind in view at once, and give them back', async () => {
    const { book } = await openDesk(FILE);
    book.look({ show: 'letters', search: '' });
    expect(book.takeSuggestions('first_of_several')).toEqual([]);
    expect(book.takeSuggestions('look_alike')).toEqual([3]);
    book.look({ show: 'all', search: '' });
    expect(book.takeSuggestions(null)).toEqual([7]);
    expect(book.overview()).toMatchObject({ mended: 2, suggested: 0, undoable: 1 });
    expect(book.undo()).toEqual([7]);
    expect(book.undo()).toEqual([3]);
    expect(book.undo()).toEqual([]);
    expect(book.overview()).toMatchObject({ corrected: 0, suggested: 2, undoable: 0 });
  });

  it('take with all others nothing that would ring another person just as well', async () => {
    const unsure = ['98765o321l', '98765 432IO', '14155552671', '98765432109876543211'];
    const apart = ['Ramesh at 98765-43219', 'old 9876543218', '9876543217:9876543216'];
    const { book } = await openDesk(['Mobile', ...unsure, '9876543215/16', ...apart, ''].join('\n'));
    expect(book.takeSuggestions(null)).toEqual([6]);
    expect(book.overview().suggestedKinds.map(({ kind, count }) => [kind, count])).toEqual([
      ['look_alike', 2],
      ['abroad', 1],
      ['run_together', 1],
      ['among_words', 1],
      ['one_of_several', 1],
    ]);
  });

  it('hold no correction for the cell of a further column: the number beside it is somebody else', async () => {
    const { book } = await openDesk('9876543210,98765O3211\n98765O3212,9876543213\n', {
      columns: { number: 1, header: false, more: [2], numbers: 'all' },
    });
    expect(book.rowsFrom(0, 10)).toMatchObject([
      { line: 1, value: '98765O3211', isNumberCell: false, suggestion: null },
      { line: 2, value: '98765O3212', isNumberCell: true, suggestion: '+919876503212' },
    ]);
    expect(book.change([[1, '9123456789']])).toEqual([]);
    expect(book.takeSuggestions('look_alike')).toEqual([2]);
    expect(book.rowsFrom(0, 10).map(({ correction }) => correction?.value ?? null)).toEqual([null, '+919876503212']);
  });

  it('hold no correction that is what the file holds, and none for a row that was accepted', async () => {
    const { book } = await openDesk(FILE);
    book.change([
      [4, '9876543215'],
      [2, '1'],
      [999, '1'],
    ]);
    book.change([[4, '12345']]);
    expect(book.overview().corrected).toBe(0);
    book.undo();
    expect(book.overview().mended).toBe(1);
  });

  it('are found by reason, by value in any writing, and by line', async () => {
    const { book } = await openDesk(FILE);
    const shown = (show: Parameters<typeof book.look>[0]['show'], search = '') => {
      book.look({ show, search });
      return book.rowsFrom(0, 10).map(({ line }) => line);
    };
    expect(shown('too_short')).toEqual([4]);
    expect(shown('suggested')).toEqual([3, 7]);
    expect(shown('all', '65o32')).toEqual([3]);
    for (const written of ['98765 43213', '+91 98765 43213', '09876543213', '९८७६५४३२१३']) {
      expect(shown('all', written)).toEqual([7]);
    }
    expect(shown('all', '8')).toContain(8);
    expect(shown('all', 'nobody')).toEqual([]);
    book.change([[4, '9876543215']]);
    expect(shown('mended')).toEqual([4]);
    expect(shown('too_short')).toEqual([]);
    expect(shown('all', '43215')).toEqual([4]);
  });

  it('stay where they are while they are corrected', async () => {
    const { book } = await openDesk(FILE);
    book.look({ show: 'too_short', search: '' });
    book.change([[4, '9876543215']]);
    expect(book.rowsFrom(0, 10)).toMatchObject([{ line: 4, correction: { value: '9876543215' } }]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContactCheck } from '../../../../shared/contacts/check-contacts.ts';
import { statusMark } from '../../../../shared/contacts/cells/status-mark.ts';

const text = fc.oneof(
  fc.constantFrom('New', 'Interested', 'रुचि है', 'Won, at last', 'say "yes"', 'two\nlines', '', ' '),
  fc.string({ maxLength: 8 }).filter((some) => !/[\r\0]/u.test(some)),
);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const written = fc.tuple(text, fc.boolean()).map(([cell, isQuoted]) => ({
  cell,
  csv: isQuoted || /[",\n]/u.test(cell) ? quoted(cell) : cell,
}));
/** The places of number and status among three columns; the end of a row may be missing. */
const file = fc.record({
  order: fc.shuffledSubarray(['Phone', 'Stage', 'Note'], { minLength: 3 }),
  rows: fc.array(fc.record({ stage: written, note: written, isShort: fc.boolean() }), { minLength: 1, maxLength: 20 }),
  isPhoneQuoted: fc.boolean(),
});

describe('the mark of a row', () => {
  it('is that of the cell under the status’s heading, wherever it stands and however it is written', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 400 }), ({ order, rows, isPhoneQuoted }, bytesAtATime) => {
        const lines = rows.map(({ stage, note, isShort }, at) => {
          const number = String(9_810_010_001 + at);
          const cells = order.map((heading) =>
            heading === 'Stage' ? stage.csv : heading === 'Note' ? note.csv : isPhoneQuoted ? quoted(number) : number,
          );
          // A short row ends after the number.
          return cells.slice(0, isShort ? order.indexOf('Phone') + 1 : cells.length).join(',');
        });
        // It names what separates its cells: full of other marks, it could be read in more ways than one.
        const bytes = new TextEncoder().encode(['sep=,', order.join(','), ...lines].join('\n'));
        const found: number[] = [];
        const expected: number[] = [];
        const check = createContactCheck(
          { country: 'IN', columns: { number: 'Phone', header: true, status: 'Stage' } },
          {
            accepted: (_number, _line, row) => {
              found.push(row.status());
              expected.push(statusMark(row.cells()[order.indexOf('Stage')] ?? ''));
            },
            issue: () => undefined,
          },
        );
        for (let at = 0; at < bytes.length; at += bytesAtATime) check.push(bytes.subarray(at, at + bytesAtATime));
        expect(check.finish()).toMatchObject({ ok: true });
        expect([found.length, found]).toEqual([rows.length, expected]);
      }),
    );
  });

  it('is none where no column says a status, or a person says so', () => {
    const marks = (columns: object, heading: string): number[] => {
      const found: number[] = [];
      const check = createContactCheck(
        { country: 'IN', columns },
        { accepted: (_number, _line, row) => found.push(row.status()), issue: () => undefined },
      );
      check.push(new TextEncoder().encode(`Phone,${heading}\n9810010001,New\n`));
      check.finish();
      return found;
    };
    expect([marks({}, 'City'), marks({ status: null }, 'Stage'), marks({}, 'Stage')]).toEqual([
      [0],
      [0],
      [statusMark('New')],
    ]);
  });
});

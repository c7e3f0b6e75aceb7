import { describe, expect, it } from 'vitest';
import { pinColumns } from '../../../shared/columns/pin-columns.ts';
import { checkFile, summaryOf } from '../contacts/check-file.ts';
import type { FileShape } from '../../../shared/contacts/file-shape.ts';

const FILE = `Name,Mobile,DND
Asha,9876543210,
Bina,9876543211,yes
Pune Total,9123456789,
For queries call,9876543213,
Chetan,9876543214,
`;

function called(shape: FileShape | null): number[] {
  const settings = shape === null ? {} : { columns: pinColumns(shape) };
  return checkFile(FILE, settings).accepted.map(([, number]) => number);
}

describe('a file that is read again', () => {
  const { shape } = summaryOf(checkFile(FILE, {}));

  it('calls those whom its check found', () => {
    expect(called(null)).toEqual([919876543210, 919876543214]);
    expect(called(shape)).toEqual(called(null));
  });

  it('calls everybody whom an earlier version found, which knew no marks, totals and notes', () => {
    const { doNotCall: _marks, leavesOutNotes: _notes, ...earlier } = shape;
    expect(called(earlier)).toEqual([919876543210, 919876543211, 919123456789, 919876543213, 919876543214]);
  });
});

describe('a file of people not to be called', () => {
  it('takes the number of every row, of totals and notes too', () => {
    const numbers = checkFile(FILE, { columns: { isNotToCall: true } }).accepted.map(([, number]) => number);
    expect(numbers).toEqual([919876543210, 919876543211, 919123456789, 919876543213, 919876543214]);
  });
});

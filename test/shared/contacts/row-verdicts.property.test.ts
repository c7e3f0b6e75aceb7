import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckSettings, ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import { RowVerdicts } from '../../../shared/contacts/cells/row-verdicts.ts';
import { makeContactFile } from '../../fixtures/make-contact-file.ts';
import { checkFile } from './check-file.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const VALUES = [
  '9876543210',
  '+91 98765 43211',
  '09876543212',
  '12345',
  'call 9876543213 or 9876543214',
  '',
  '+6591234567',
  '"98765-43214"',
  'yes',
  'no',
];
const value = fc.constantFrom(...VALUES);
const file = fc
  .record({
    rows: fc.array(fc.tuple(value, value, fc.constantFrom('', '91', '65')), { minLength: 1, maxLength: 40 }),
    heading: fc.constantFrom(
      'Name,Mobile,Alternate Mobile,Dial Code',
      'Name,Mobile,Remarks,City',
      'Name,Mobile,DND,City',
    ),
    above: fc.constantFrom('', 'Report of today\n', 'Total,9876543210\n'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map(({ rows, heading, above, end }) => {
    const lines = rows.map(
      ([first, second, code], at) => `${at % 7 === 3 ? 'Helpline' : `Asha ${at}`},${first},${second},${code}`,
    );
    return `${above}${heading}\n${lines.join('\n')}\n`.replaceAll('\n', end);
  });
const settings = fc.record({
  callDuplicates: fc.boolean(),
  columns: fc.constantFrom<ColumnChoice>({}, { number: 1, more: [2], numbers: 'all' }),
  text: fc.constantFrom(null, 'Hello {Name}'),
  erased: fc.constantFrom(undefined, new Map([[3, 1]])),
  asked: fc.constantFrom(undefined, [919_876_543_210]),
});

/** Reads the file twice: the second time with the first reading's verdicts, and cut into other pieces. */
function readTwice(content: string | Uint8Array, asked: Partial<CheckSettings>, screen: CheckSettings['screen']) {
  const verdicts = new RowVerdicts();
  checkFile(content, { ...asked, verdicts }, 17_000);
  return checkFile(content, { ...asked, screen, known: verdicts }, 5_000);
}

describe('RowVerdicts', () => {
  it('makes of every row what a reading without them makes, whoever is left out', () => {
    fc.assert(
      fc.property(file, settings, fc.subarray(VALUES), (content, asked, left) => {
        const out = new Set(left.map((each) => Number(`91${each.replaceAll(/\D/g, '').slice(-10)}`)));
        const screen: CheckSettings['screen'] = (number) => (out.has(number) ? { code: 'suppressed' } : null);
        expect(readTwice(content, asked, screen)).toEqual(checkFile(content, { ...asked, screen }));
      }),
      { numRuns: drawnOf(80, 900) },
    );
  });

  it('holds for a file of many batches', () => {
    const content = makeContactFile({
      accepted: 40_000,
      duplicate: 3_000,
      invalid: 3_000,
      blank: 500,
      seed: 3,
    }).bytes();
    const screen: CheckSettings['screen'] = (number) => (number % 7 === 0 ? { code: 'called_recently' } : null);
    const twice = readTwice(content, {}, screen);
    expect(twice.issues.filter(({ code }) => code === 'called_recently').length).toBeGreaterThan(4_000);
    expect(twice).toEqual(checkFile(content, { screen }));
  });
});

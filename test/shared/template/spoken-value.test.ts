import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenValue } from '../../../shared/template/spoken-value.ts';

describe('spokenValue', () => {
  it.each([
    [undefined, ''],
    ['', ''],
    ['Asha', 'Asha'],
    ['  Asha \t Rao\r\n', 'Asha Rao'],
    ['\u00a0\u3000\ufeff\u0000', ''],
    ['नई\u2028दिल्ली', 'नई दिल्ली'],
    ['asha@example.com', 'asha@example.com'],
    ['@@Name', '@Name'],
    ['x@@@@y', 'x@y'],
    ['at @', 'at'],
    ['@@', ''],
    ['@ @', ''],
    ['x'.repeat(201), 'x'.repeat(200)],
    [`${'x'.repeat(199)}🪔`, 'x'.repeat(199)],
    [`${'x'.repeat(199)} y`, 'x'.repeat(199)],
    [`${'x'.repeat(199)}@y`, 'x'.repeat(199)],
    ['a\ud800b', 'a\ufffdb'],
    [`${' '.repeat(300)}Asha`, 'Asha'],
  ])('says %j as %j', (cell, value) => {
    expect(spokenValue(cell)).toBe(value);
  });

  it('is a line without outer blanks, never a variable, and says again what it says', () => {
    const cells = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1000 }),
      fc
        .array(fc.constantFrom('@', ' ', '\t', '\n', 'a', '🪔', '\ud83e', '\udd54'), { maxLength: 900 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(cells, (cell) => {
        const value = spokenValue(cell);
        expect(value).not.toMatch(/@@|@$|^\s|\s$|\s\s|[^\S ]|\p{Cc}|\p{Cs}/u);
        expect(value.length).toBeLessThanOrEqual(200);
        expect(spokenValue(value)).toBe(value);
      }),
      { numRuns: 500 },
    );
  });
});

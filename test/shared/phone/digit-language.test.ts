import * as fc from 'fast-check';
import metadata from 'libphonenumber-js/max/metadata';
import { describe, expect, it } from 'vitest';
import { DigitLanguages } from '../../../shared/phone/digit-language.ts';
import { parseDigitPattern } from '../../../shared/phone/parse-digit-pattern.ts';

function languageOf(pattern: string): { languages: DigitLanguages; start: number } {
  const languages = new DigitLanguages();
  const start = parseDigitPattern(languages, pattern);
  if (start === undefined) throw new Error(`Not read: ${pattern}`);
  return { languages, start };
}

function accepts(pattern: string, digits: string): boolean {
  const { languages, start } = languageOf(pattern);
  return languages.accepts(languages.after(start, digits));
}

/** Patterns with every construct that the library's metadata uses. */
const pattern: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('0', '7', '\\d', '[2-7]', '[0189]', '[013-57-9]'),
    fc.tuple(tie('node'), tie('node')).map((parts) => parts.join('')),
    fc.tuple(tie('node'), tie('node')).map((parts) => `(?:${parts.join('|')})`),
    tie('node').map((inner) => `(?:${inner})?`),
    fc.tuple(tie('node'), fc.constantFrom('{2}', '{0,2}', '{1,3}')).map(([inner, times]) => `(?:${inner})${times}`),
  ),
})).node;

describe('a digit language', () => {
  it('accepts what the regular expression matches', () => {
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[0-9]{0,7}$/), (source, digits) => {
        expect([source, digits, accepts(source, digits)]).toEqual([
          source,
          digits,
          new RegExp(`^(?:${source})$`, 'u').test(digits),
        ]);
      }),
      { numRuns: 3000 },
    );
  });

  it('knows whether all, none or some strings of a length are in it', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 0, max: 3 }), (source, length) => {
        const { languages, start } = languageOf(source);
        const regExp = new RegExp(`^(?:${source})$`, 'u');
        const matching = Array.from({ length: 10 ** length }, (_, n) =>
          length === 0 ? '' : String(n).padStart(length, '0'),
        ).filter((digits) => regExp.test(digits)).length;
        const expected = matching === 0 ? 'none' : matching === 10 ** length ? 'all' : 'some';
        expect([source, languages.outlook(start, length)]).toEqual([source, expected]);
      }),
      { numRuns: 500 },
    );
  });

  it('meets another one in what both accept', () => {
    const languages = new DigitLanguages();
    const [left, right] = ['1\\d{2}|22', '\\d{2}'].map((source) => parseDigitPattern(languages, source));
    const both = languages.both(left ?? -1, right ?? -1);
    expect(['22', '12', '122'].map((digits) => languages.accepts(languages.after(both, digits)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("reads every pattern of the phone library's metadata", () => {
    const unread: string[] = [];
    for (const plan of Object.values(metadata.countries)) {
      const fields: unknown[] = plan;
      const types: unknown[] = Array.isArray(fields[11]) ? fields[11] : [];
      const patterns = [
        fields[1],
        fields[2],
        ...types.map((type) => (Array.isArray(type) ? (type[0] as unknown) : undefined)),
      ];
      for (const source of patterns) {
        if (typeof source === 'string' && parseDigitPattern(new DigitLanguages(), source) === undefined)
          unread.push(source);
      }
    }
    expect(unread).toEqual([]);
  });

  it.each(['a', '1+', '1*', '[^1]', '(?=1)', '1{2,}', '(1', '1)', '^1', '[1', '1{99}', '\\w'])(
    'does not guess at %j',
    (source) => {
      expect(parseDigitPattern(new DigitLanguages(), source)).toBeUndefined();
    },
  );
});

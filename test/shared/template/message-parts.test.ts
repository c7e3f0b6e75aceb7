import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMessageParts, messageParts } from '../../../shared/template/message-parts.ts';

describe('messageParts', () => {
  it.each([
    ['', 0, true],
    ['a'.repeat(160), 1, true],
    ['a'.repeat(161), 2, true],
    ['a'.repeat(306), 2, true],
    ['a'.repeat(307), 3, true],
    ['€'.repeat(80), 1, true],
    ['€'.repeat(81), 2, true],
    ['क'.repeat(70), 1, false],
    ['क'.repeat(71), 2, false],
    ['क'.repeat(134), 2, false],
    ['क'.repeat(135), 3, false],
    ['😀'.repeat(35), 1, false],
    ['😀'.repeat(36), 2, false],
    // The smart quote of a word processor turns a cheap text into an expensive one.
    [`Don’t miss it ${'a'.repeat(60)}`, 2, false],
  ])('counts %j as it is billed', (text, parts, plain) => {
    expect(messageParts(text)).toEqual({ chars: Array.from(text).length, parts, plain });
  });

  it('is the same count where only the parts are wanted', () => {
    const char = fc.constantFrom('a', ' ', '€', '[', '\n', '`', 'é', 'क', '😀');
    const long = fc.array(char, { minLength: 0, maxLength: 500 }).map((chars) => chars.join(''));
    const plain = fc.string({ maxLength: 400 });
    fc.assert(
      fc.property(fc.oneof(long, plain), (text) => countMessageParts(text) === messageParts(text).parts),
      { numRuns: 500 },
    );
  });

  it('tears no character in two', () => {
    // After 152 places the euro sign needs two, so it begins the second part, and 151 letters more make that part full.
    expect(messageParts(`${'a'.repeat(152)}€${'a'.repeat(151)}`).parts).toBe(2);
    expect(messageParts(`${'a'.repeat(152)}€${'a'.repeat(152)}`).parts).toBe(3);
  });
});

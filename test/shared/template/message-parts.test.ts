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
    // The smart quote of a word processor makes a cheap text an expensive one.
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
    // 152 places, then one that needs two: it begins the second part, so that 153 more make a third.
    expect(messageParts(`${'a'.repeat(152)}€${'a'.repeat(151)}`).parts).toBe(2);
    expect(messageParts(`${'a'.repeat(152)}€${'a'.repeat(152)}`).parts).toBe(3);
  });
});

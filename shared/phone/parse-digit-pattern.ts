import type { DigitLanguages } from './digit-language.ts';

const ANY_DIGIT = 0b11_1111_1111;

/**
 * The language of a regular expression over digits, as phone metadata writes them: digits, \d, classes, groups,
 * choices, `?`, `{n}` and `{n,m}`. Undefined for anything else; nothing is guessed.
 */
export function parseDigitPattern(languages: DigitLanguages, pattern: string): number | undefined {
  let at = 0;
  let unknown = false;

  function choice(): number {
    const alternatives = [sequence()];
    while (pattern[at] === '|') {
      at++;
      alternatives.push(sequence());
    }
    return languages.any(alternatives);
  }

  function sequence(): number {
    const parts: number[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')' && !unknown) parts.push(repeated(atom()));
    return parts.reduceRight((rest, part) => languages.sequence(part, rest), languages.end);
  }

  function atom(): number {
    const char = pattern[at++] ?? '';
    if (/\d/u.test(char)) return languages.digit(1 << Number(char));
    if (char === '\\' && pattern[at] === 'd') {
      at++;
      return languages.digit(ANY_DIGIT);
    }
    if (char === '[') return languages.digit(digitClass());
    if (char === '(') {
      if (pattern.startsWith('?:', at)) at += 2;
      const inner = choice();
      if (pattern[at++] !== ')') unknown = true;
      return inner;
    }
    unknown = true;
    return languages.nothing;
  }

  function digitClass(): number {
    const body = /^(?:\d(?:-\d)?)+\]/u.exec(pattern.slice(at));
    if (body === null) {
      unknown = true;
      return 0;
    }
    at += body[0].length;
    let mask = 0;
    for (const [, from, to] of body[0].matchAll(/(\d)(?:-(\d))?/gu)) {
      for (let digit = Number(from); digit <= Number(to ?? from); digit++) mask |= 1 << digit;
    }
    return mask;
  }

  function repeated(part: number): number {
    const times = /^(?:\?|\{(\d+)(?:,(\d+))?\})/u.exec(pattern.slice(at));
    if (times === null) return part;
    at += times[0].length;
    const least = Number(times[1] ?? 0);
    const most = times[0] === '?' ? 1 : Number(times[2] ?? least);
    if (most > 32) unknown = true;
    let result = languages.end;
    for (let count = Math.min(most, 32); count > 0; count--) {
      const once = languages.sequence(part, result);
      result = count > least ? languages.any([languages.end, once]) : once;
    }
    return result;
  }

  const language = choice();
  return unknown || at < pattern.length ? undefined : language;
}

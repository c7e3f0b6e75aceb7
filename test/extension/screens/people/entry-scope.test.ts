import { describe, expect, it } from 'vitest';
import { isForEverything, scopeText } from '../../../../extension/screens/people/entry-scope.ts';

const NOW = Date.parse('2026-11-30T05:00:00Z');
const when = (instant: string) => instant.slice(0, 10);
const entry = { channel: null, group: null, expires: null };

describe('what an entry of the list holds for', () => {
  it.each([
    [entry, 'Calls and messages', true],
    [{ ...entry, channel: 'voice' as const }, 'Calls only', false],
    [{ ...entry, channel: 'sms' as const }, 'Messages only', false],
    [{ ...entry, group: 'promotional' as const }, 'Calls and messages, promotional templates', false],
    [{ ...entry, expires: '2026-12-24T00:00:00Z' }, 'Calls and messages, until 2026-12-24', true],
    [{ ...entry, expires: '2026-11-24T00:00:00Z' }, 'Calls and messages, until 2026-11-24', false],
    [
      { channel: 'sms' as const, group: 'recovery' as const, expires: '2026-12-24T00:00:00Z' },
      'Messages only, loan recovery templates, until 2026-12-24',
      false,
    ],
  ])('%j is “%s”, and keeps the number from everything: %s', (scope, text, isAll) => {
    expect([scopeText(scope, when), isForEverything([scope], NOW)]).toEqual([text, isAll]);
  });

  it('is everything as soon as one of several is', () => {
    expect(isForEverything([{ ...entry, channel: 'sms' }, entry], NOW)).toBe(true);
    expect(isForEverything([], NOW)).toBe(false);
  });
});

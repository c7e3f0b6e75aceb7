import { describe, expect, it } from 'vitest';
import { pickVoice, spokenSeconds } from '../../../../extension/screens/templates/pick-voice.ts';

const voices = ['de-DE', 'en-US', 'en_IN', 'hi-IN', 'ta'].map((lang) => ({ lang }));

describe('pickVoice', () => {
  it.each([
    ['Happy Diwali', 'en_IN'],
    ['नमस्ते @@Name', 'hi-IN'],
    ['வணக்கம்', 'ta'],
    ['ನಮಸ್ಕಾರ', undefined],
  ])('reads %j in %s', (text, lang) => {
    expect(pickVoice(text, voices)?.lang).toBe(lang);
  });

  it('takes another country where none is from India', () => {
    expect(pickVoice('Hello', [{ lang: 'en-GB' }])?.lang).toBe('en-GB');
  });
});

describe('spokenSeconds', () => {
  it('counts words, not blanks', () => {
    expect([spokenSeconds('  '), spokenSeconds('one two  three\nfour five')]).toEqual([0, 2]);
  });
});

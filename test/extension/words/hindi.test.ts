import { describe, expect, it } from 'vitest';
import { words as english } from '../../../extension/words/en.ts';
import { words as hindi } from '../../../extension/words/hi.ts';
import { leavesOf } from './leaves-of.ts';

const DEVANAGARI = /\p{Script_Extensions=Devanagari}/u;

/** Texts that are not words of a language: names, commands, marks, and texts for machines. */
const NO_WORDS: ReadonlySet<string> = new Set([
  'shell.product',
  'shell.none',
  'welcome.demoSteps.0.0',
  'welcome.demoSteps.1.0',
  'editor.urlPlaceholder',
  'spreadsheets.programs.0.name',
  'spreadsheets.programs.1.name',
  'spreadsheets.programs.2.name',
  'times.locale',
  'templates.sms',
  'editor.channels.sms',
]);

const texts = leavesOf(hindi).flatMap(({ path, value }) => (typeof value === 'string' ? [{ path, value }] : []));

describe('Hindi', () => {
  it('has exactly what English has, each of the same kind', () => {
    const kinds = (words: unknown) => leavesOf(words).map(({ path, value }) => `${path}: ${typeof value}`);
    expect(kinds(hindi).sort()).toEqual(kinds(english).sort());
  });

  it('is written in Devanagari, but for what no language words', () => {
    // Headings of a returned file may be in either language, so they are left out here.
    const own = texts.filter(({ path }) => !path.startsWith('issues.lineHeadings.'));
    const latin = own.filter(({ value }) => !DEVANAGARI.test(value)).map(({ path }) => path);
    expect(latin.filter((path) => !NO_WORDS.has(path))).toEqual([]);
  });

  it('ends sentences with a danda', () => {
    expect(texts.filter(({ value }) => /\p{Script=Devanagari}\.(\s|$)/u.test(value))).toEqual([]);
  });

  it('writes digits as English does', () => {
    expect(texts.filter(({ value }) => /[०-९]/u.test(value))).toEqual([]);
  });

  it('takes back a file whose line column was named in either language', () => {
    expect([...hindi.issues.lineHeadings].sort()).toEqual([...english.issues.lineHeadings].sort());
    expect(hindi.issues.lineHeadings).toContain(hindi.issues.csvHeadings[0]);
    expect(english.issues.lineHeadings).toContain(english.issues.csvHeadings[0]);
  });
});

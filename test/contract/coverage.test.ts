import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../local/project-root.ts';
import { readProjectFile } from '../repo/source-files.ts';
import { coverageRows } from './coverage-table.ts';
import type { Row } from './coverage-table.ts';
import { publishedNames } from './published-names.ts';

const ROWS = coverageRows();

/** In these tables the name is an address or a sentence, not a word in code. */
const IN_OTHER_WORDS = new Set(['Calls', 'Address and credentials', 'Rules and limits']);

function titles(rows: readonly Row[]): string[] {
  return rows.map(({ heading, name }) => `${heading}: ${name}`);
}

/** Code writes `failed-dnd` as `faileddnd` where it reads keys in any spelling. */
function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z@]/g, '');
}

/** As a whole word: `id` is not found in `campaign_sid`. */
function contains(file: string, thing: string): boolean {
  if (!existsSync(projectPath(file))) return false;
  const start = /^\w/.test(thing) ? '\\b' : '';
  const end = /\w$/.test(thing) ? '\\b' : '';
  return new RegExp(start + thing.replaceAll(/[^\w]/g, '\\$&') + end).test(readProjectFile(file));
}

/** The last part of a name: a key, or a value without what it is a value of. An order has a field and a direction. */
function lastPart(name: string): string {
  return (name.split(/[. ]/).at(-1) ?? '').replace(/:(?:asc|desc)$/, '');
}

describe('the table of what Exotel offers', () => {
  it('has a row for every name its pages print, and none for anything else', () => {
    const published = [...publishedNames()].flatMap(([heading, names]) =>
      [...names].map((name) => `${heading}: ${name}`),
    );
    expect(published.length).toBeGreaterThan(200);
    expect(titles(ROWS).sort()).toEqual(published.sort());
  });

  it('names code that is there', () => {
    expect(titles(ROWS.filter(({ places }) => places.some(({ file, thing }) => !contains(file, thing))))).toEqual([]);
  });

  it('names no test and no stand-in as code', () => {
    expect(titles(ROWS.filter(({ places }) => places.some(({ file }) => file.startsWith('test/'))))).toEqual([]);
  });

  it('names the very field in the code, not something near it', () => {
    const near = ROWS.filter(({ heading, name, places }) => {
      const field = bare(lastPart(name));
      return !IN_OTHER_WORDS.has(heading) && places.some(({ thing }) => !bare(thing).includes(field));
    });
    expect(titles(near)).toEqual([]);
  });

  it('says why wherever a name is left alone', () => {
    expect(titles(ROWS.filter(({ places, reason }) => (places.length === 0) !== reason.length > 20))).toEqual([]);
  });

  it('names tests that are there, and that read the samples or know the name', () => {
    const strangers = ROWS.flatMap(({ heading, name, tests }) =>
      tests.filter((file) => !isTestOf(file, heading, lastPart(name))).map((file) => `${heading}: ${name}: ${file}`),
    );
    expect(strangers).toEqual([]);
    expect(titles(ROWS.filter(({ tests }) => tests.length === 0))).toEqual([]);
  });
});

function isTestOf(file: string, heading: string, field: string): boolean {
  if (!file.endsWith('.test.ts') || !existsSync(projectPath(file))) return false;
  const text = readProjectFile(file);
  const readsSamples = /from '\.\/(?:exotel-samples|sample-items|sample-shapes)\.ts'/.test(text);
  return readsSamples || IN_OTHER_WORDS.has(heading) || bare(text).includes(bare(field));
}

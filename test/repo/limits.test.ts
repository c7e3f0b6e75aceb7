import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectPath } from '../local/project-root.ts';
import { readProjectFile, SOURCE_FILES } from './source-files.ts';

/** limits.ts, and what it was split into when it was full. */
const TABLES = SOURCE_FILES.map(({ path }) => path).filter((path) => /^shared\/(?:\w+-)?limits\.ts$/.test(path));
const tables = await Promise.all(
  TABLES.map(async (path) => z.record(z.string(), z.number()).parse({ ...(await import(projectPath(path))) })),
);
const limits: Record<string, number> = Object.assign({}, ...tables);
const UNITS =
  /_(?:BYTES|CHARS|SECONDS|MINUTES|HOURS|DAYS|MS|ROWS|COLUMNS|CELLS|PX|PER_[A-Z_]+|SIZE|CALLS|CHUNK|COUNT|REQUIRED|SHOWN|SEPTETS|UNITS|FACTOR|SHARE)$/;

describe('limits', () => {
  it('each have their source beside them', () => {
    const unsourced = TABLES.flatMap((table) =>
      readProjectFile(table)
        .split('\n')
        .filter((line, at, lines) => line.startsWith('export const') && lines[at - 1]?.endsWith('*/') !== true),
    );
    expect(unsourced).toEqual([]);
    expect(TABLES).toContain('shared/limits.ts');
    expect(Object.keys(limits)).toHaveLength(tables.reduce((sum, table) => sum + Object.keys(table).length, 0));
    expect(Object.keys(limits).length).toBeGreaterThan(30);
  });

  it('are positive whole numbers, or shares of one', () => {
    const isFit = (name: string, value: number): boolean =>
      name.endsWith('_SHARE') ? value > 0 && value < 1 : Number.isSafeInteger(value) && value > 0;
    expect(Object.entries(limits).filter(([name, value]) => !isFit(name, value))).toEqual([]);
  });

  it('name their unit, or count what the name says', () => {
    const unclear = Object.keys(limits).filter(
      (name) => !UNITS.test(name) && !/^(?:MAX|MIN|FIRST|MORE)_\w+S(?:_\w+)?$/.test(name),
    );
    expect(unclear).toEqual([]);
  });

  it('are used: a limit nothing keeps is a wish', () => {
    const used = SOURCE_FILES.filter(({ path }) => !TABLES.includes(path) && !path.startsWith('test/'));
    const unused = Object.keys(limits).filter(
      (name) => !used.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)),
    );
    expect(unused).toEqual([]);
  });

  it('are the figures the README gives', () => {
    const rows = [...readProjectFile('README.md').matchAll(/^\| [^|]*\(`([A-Z_]+)`\) \| ([\d,]+)/gm)];
    const stated = Object.fromEntries(
      rows.map(([, name = '', value = '']) => [name, Number(value.replaceAll(',', ''))]),
    );
    const actual = Object.fromEntries(Object.entries(limits).filter(([name]) => Object.hasOwn(stated, name)));
    expect(stated).toEqual(actual);
    expect(rows.length).toBeGreaterThanOrEqual(8);
  });
});

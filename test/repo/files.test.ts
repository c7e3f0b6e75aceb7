import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../local/project-root.ts';
import { isScript, isTest, offenders, readProjectFile, SOURCE_FILES, stem } from './source-files.ts';

const SOURCE_LINES = 250;
const TEST_LINES = 400;
const MEDIAN_LINES = 70;

/** The user's card, and files that tools and people look for by these names. Documents may join them: CODE_OF_CONDUCT.md. */
const TOP_LEVEL = [
  '.dev.vars.example',
  '.ci',
  '.editorconfig',
  '.github',
  '.gitignore',
  '.nvmrc',
  '.oxfmtrc.json',
  '.oxlintrc.json',
  'LICENSE',
  'docs',
  'extension',
  'package-lock.json',
  'package.json',
  'shared',
  'test',
  'tsconfig.base.json',
  'tsconfig.json',
  'vitest.config.ts',
  'worker',
  'wrangler.toml',
  'wxt.config.ts',
];
const isDocument = (name: string) => /^[A-Z_]+\.md$/.test(name);
/** As many files side by side as can still be seen at a glance. */
const FILES_IN_A_FOLDER = 24;

describe('files', () => {
  it('stay under 250 lines, tests under 400', () => {
    expect(offenders(({ path, lines }) => lines > (isTest(path) ? TEST_LINES : SOURCE_LINES))).toEqual([]);
  });

  it('are small: half of the source files have at most 70 lines', () => {
    const sizes = SOURCE_FILES.filter(({ path }) => isScript(path) && !path.startsWith('test/'))
      .map(({ lines }) => lines)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
  });

  it('are named in kebab case for what they do', () => {
    const vague = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'index']);
    // What wrangler and WXT call an entry.
    const given = (path: string) =>
      path === 'worker/index.ts' || /^extension\/entrypoints\/\w+\/index\.html$/.test(path);
    expect(offenders(({ path }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem(path)))).toEqual([]);
    expect(offenders(({ path }) => vague.has(stem(path)) && !given(path))).toEqual([]);
  });

  it('leave the top level to the entries everyone knows', () => {
    const ignored = new Set(
      readProjectFile('.gitignore')
        .split('\n')
        .map((line) => line.replace(/\/$/, '')),
    );
    const present = readdirSync(projectPath()).filter(
      (name) => name !== '.git' && !ignored.has(name) && extname(name) !== '.log' && !isDocument(name),
    );
    expect(present.sort()).toEqual([...TOP_LEVEL].sort());
  });

  it('lie about twenty in a folder', () => {
    const folders = Map.groupBy(
      SOURCE_FILES.filter(({ path }) => isScript(path)),
      ({ path }) => dirname(path),
    );
    const full = [...folders].filter(([, files]) => files.length > FILES_IN_A_FOLDER);
    expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
  });

  it('hold no pictures or data over 1 MB', () => {
    const assets = ['docs', 'extension', 'test'].flatMap((folder) =>
      readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    );
    expect(assets.filter((path) => statSync(projectPath(path)).size > 1_000_000)).toEqual([]);
  });

  it('let .ci/run be run', () => {
    expect(statSync(projectPath('.ci/run')).mode & 0o111).toBe(0o111);
    expect(readFileSync(projectPath('.ci/run'), 'utf8')).toMatch(/^#!/);
  });
});

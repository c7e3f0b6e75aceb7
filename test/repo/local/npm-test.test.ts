import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATIC_PARTS } from '../../local/parts/check-parts.ts';
import { LONG_RUNNING, LOOKING_EVERYWHERE } from '../../local/parts/longest-first.ts';
import { projectPath } from '../../local/project-root.ts';
import { FOLDERS, readProjectFile } from '../source-files.ts';

describe('npm test', () => {
  it('runs every project of Vitest', () => {
    const projects = [...readProjectFile('vitest.config.ts').matchAll(/name: '([a-z0-9]+)',/g)].map(
      ([, name = '']) => name,
    );
    const runs = readProjectFile('test', 'local', 'test.ts');
    const known = projects.filter((name) => !['asha', 'ravi'].includes(name)); // names of tokens
    expect(known.length).toBeGreaterThan(6);
    expect(known.filter((name) => !runs.includes(`'${name}'`))).toEqual([]);
  });

  it('checks types where it lints, in every folder that has settings of its own', () => {
    const references = [...readProjectFile('tsconfig.json').matchAll(/"path": "\.\/([^"]+)"/g)].map(([, path]) => path);
    const typed = FOLDERS.flatMap((folder) =>
      readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => basename(path) === 'tsconfig.json')
        .map((path) => dirname(join(folder, path)).replaceAll('\\', '/')),
    );
    expect(new Set(typed)).toEqual(new Set(references));
    expect(STATIC_PARTS.map(({ command }) => command)).toContainEqual([
      'oxlint',
      '--type-aware',
      '--type-check',
      '--deny-warnings',
    ]);
  });

  it('begins with files that exist', () => {
    expect([...LOOKING_EVERYWHERE, ...LONG_RUNNING].filter((path) => !existsSync(projectPath(path)))).toEqual([]);
  });
});

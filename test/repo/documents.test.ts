import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { attentionFactsSchema } from '../../shared/campaign/attention-facts.ts';
import { CAMPAIGN_STATES } from '../../shared/protocol/campaign-view.ts';
import { IMPORT_STATES } from '../../shared/protocol/import.ts';
import { projectPath } from '../local/project-root.ts';
import { readProjectFile, SOURCE_FILES } from './source-files.ts';

const README_LINES = 180;
const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(projectPath('docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** Why a campaign or a list is refused, by us or by what became of it. */
const REFUSALS = /(?:again|refuse\w*)\([^']{0,60}'([a-z_]+)'|refusal = \{ code: '([a-z_]+)'/g;
/** These two go by the reason of the refusal instead. */
const BY_REASON = new Set<string>(['held', 'refused']);
const packageJson = z
  .object({ version: z.string(), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readProjectFile('package.json')));

describe('documents', () => {
  it('keep the README short enough to be read', () => {
    expect(readProjectFile('README.md').split('\n').length).toBeLessThanOrEqual(README_LINES);
  });

  it('link only to what is there', () => {
    const broken = DOCUMENTS.flatMap((path) =>
      [...readProjectFile(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => join(dirname(path), target))
        .filter((target) => !existsSync(projectPath(target)))
        .map((target) => `${path} links to ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('name only files of the project that exist', () => {
    const files = SOURCE_FILES.map(({ path }) => `/${path}`);
    const missing = DOCUMENTS.filter((path) => path !== 'CHANGELOG.md').flatMap((path) =>
      [...readProjectFile(path).matchAll(/`(\w[\w./-]*\.tsx?)`/g)]
        .map(([, named = '']) => named)
        .filter((named) => !files.some((file) => file.endsWith(`/${named}`)))
        .map((named) => `${path} names ${named}`),
    );
    expect(missing).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const text = DOCUMENTS.map((path) => readProjectFile(path)).join('\n');
    const named = [...text.matchAll(/`npm (?:run )?(start|test|[a-z-]+)`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => name !== 'install' && !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
    expect(named).toContain('demo');
  });

  it('have a changelog that begins with the version of the package', () => {
    expect(/^## (\S+)/m.exec(readProjectFile('CHANGELOG.md'))?.[1]).toBe(packageJson.version);
  });

  it('make a team token with a command that works', () => {
    const script = /node -e '([^']+)'/.exec(readProjectFile('README.md'))?.[1] ?? '';
    const [token = '', entry = ''] = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(JSON.parse(entry)).toEqual({ name: 'asha', sha256: createHash('sha256').update(token).digest('hex') });
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('explain every state of an import and of a campaign', () => {
    const operations = readProjectFile('docs', 'operations.md');
    expect([...IMPORT_STATES, ...CAMPAIGN_STATES].filter((state) => !operations.includes(`\`${state}\``))).toEqual([]);
  });

  it('explain everything that can wait for a person', () => {
    const operations = readProjectFile('docs', 'operations.md');
    const codes = SOURCE_FILES.filter(({ path }) => path.startsWith('worker/import/')).flatMap(({ text }) =>
      Array.from(text.matchAll(REFUSALS), ([, given, told]) => given ?? told ?? ''),
    );
    expect(codes).toEqual(expect.arrayContaining(['launch_unproven', 'list_unproven', 'adopt_not_found']));
    const stories = attentionFactsSchema.options.map(({ shape }) => shape.story.value);
    const all = [...stories.filter((story) => !BY_REASON.has(story)), ...codes, 'unauthorised', 'refused'];
    expect(all.filter((code) => !operations.includes(`\`${code}\``))).toEqual([]);
  });

  it('run every long test by night', () => {
    const nightly = readProjectFile('.github', 'workflows', 'nightly.yml');
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readProjectFile('package.json')));
    const long = Object.keys(scripts).filter((name) => name.startsWith('test:') && name !== 'test:watch');
    expect(long.filter((name) => !nightly.includes(`run: npm run ${name}\n`))).toEqual([]);
    expect(long).toContain('test:crash');
  });

  it('pin every action of the workflows to a commit', () => {
    const uses = ['check.yml', 'nightly.yml'].flatMap((name) =>
      Array.from(readProjectFile('.github', 'workflows', name).matchAll(/uses: (\S+)/g), ([, action = '']) => action),
    );
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(uses.length).toBeGreaterThan(0);
  });
});

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../local/project-root.ts';
import { isScript, offenders, readProjectFile, SOURCE_FILES } from './source-files.ts';

const THIS_FILE = 'test/repo/habits.test.ts';
const OTHERS = SOURCE_FILES.filter(({ path }) => path !== THIS_FILE);
const TEXTS = [
  ...OTHERS,
  ...[
    'README.md',
    'CHANGELOG.md',
    'wrangler.toml',
    'wxt.config.ts',
    '.ci/run',
    '.github/workflows/check.yml',
    '.github/workflows/nightly.yml',
  ]
    .concat(readdirSync(projectPath('docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])))
    .map((path) => ({ path, text: readProjectFile(path), lines: 0 })),
];

describe('habits', () => {
  it('dates a TODO or has none', () => {
    expect(offenders(({ text }) => /\b(?:TODO|FIXME|XXX|HACK)\b(?!\(\d{4}-\d{2}-\d{2}\))/.test(text), OTHERS)).toEqual(
      [],
    );
  });

  it('never turns the type checker off', () => {
    const off = /@ts-(?:ignore|nocheck|expect-error)|\bas any\b|<any>|:\s*any\b(?!\w)(?=[\s,;)=\]])/;
    expect(offenders(({ path, text }) => isScript(path) && off.test(withoutComments(text)), OTHERS)).toEqual([]);
  });

  it('gives a reason wherever the linter is told to look away', () => {
    const silent = /(?:ox|es)lint-disable(?!.* -- \S).*$/m;
    expect(offenders(({ text }) => silent.test(text), OTHERS)).toEqual([]);
  });

  it('mentions no path of the machine it was written on', () => {
    expect(offenders(({ text }) => /(?:^|[\s"'`(=])\/(?:work|root|home|Users)\//m.test(text), TEXTS)).toEqual([]);
  });

  it('skips no test and runs none alone', () => {
    const parked = /\b(?:describe|it|test)\.(?:only|skip|todo|fails)\b/;
    expect(offenders(({ path, text }) => path.startsWith('test/') && parked.test(text), OTHERS)).toEqual([]);
  });

  it('starts, asks to start and approves nothing from a screen without asking whether the person may', () => {
    const starts = /\b(?:actions\.press|launchImport|askToStart|client\.approve)\(/;
    const gated = /disabled=\{[^}]*!consent\.given/;
    const screens = OTHERS.filter(({ path, text }) => path.startsWith('extension/screens/') && starts.test(text));
    expect(screens.map(({ path }) => path).toSorted()).toEqual([
      'extension/screens/confirm/start-bar.tsx',
      'extension/screens/watch/approval/judge-bar.tsx',
      'extension/screens/watch/upload/start-from-worker.tsx',
    ]);
    expect(offenders(({ text }) => !gated.test(text), screens)).toEqual([]);
  });

  it('says of a press that came to nothing what was not done, beside why', () => {
    const why = OTHERS.filter(
      ({ path, text }) => path.startsWith('extension/screens/') && text.includes('faultSentence('),
    );
    // What could not be read says so itself; Pause, Resume and Stop, uploads and test calls have sentences of their own.
    expect(why.map(({ path }) => path).toSorted()).toEqual([
      'extension/screens/campaigns/as-of.tsx',
      'extension/screens/confirm/test-call/test-call.tsx',
      'extension/screens/home/home-screen.tsx',
      'extension/screens/home/not-told.tsx',
      'extension/screens/import/worker-away.tsx',
      'extension/screens/options/connection-fault-sentence.ts',
      'extension/screens/team/usage-card.tsx',
      'extension/screens/templates/editor-screen.tsx',
      'extension/screens/templates/templates-screen.tsx',
      'extension/screens/watch/actions/steer-buttons.tsx',
      'extension/screens/watch/feed-line.tsx',
      'extension/screens/watch/upload/upload-problem.tsx',
      'extension/screens/watch/watch-import.tsx',
    ]);
  });

  it('draws no banners', () => {
    // limits.ts is a table with headings; everywhere else a heading is a file that was not made.
    const banner = /^\s*(?:\/\/|\*)\s*[-=*#]{8,}/m;
    expect(offenders(({ path, text }) => path !== 'shared/limits.ts' && banner.test(text), OTHERS)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<!:)\/\/.*$/gm, '');
}

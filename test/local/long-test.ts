// `npm run test:crash`, `test:storm`, `test:lists`, `test:moments`, `test:properties`, `test:lives`, `test:claims`, `test:browsers`, `test:budget`: whole proofs, of which `npm test` runs a slice or nothing.
import { spawn } from 'node:child_process';
import { projectPath } from './project-root.ts';

const LONG_TESTS: Readonly<
  Record<string, { readonly files: readonly string[]; readonly env: Readonly<Record<string, string>> }>
> = {
  crash: {
    files: [
      'test/crash/kill-anywhere.test.ts',
      'test/crash/launch-crash.test.ts',
      'test/crash/built-or-source.test.ts',
    ],
    env: { CRASH_KILLS: '200' },
  },
  storm: {
    files: ['test/crash/callback-storm.test.ts', 'test/crash/foreign-storm.test.ts'],
    env: { STORM_CALLBACKS: '50000' },
  },
  lists: {
    files: ['test/crash/lists-anywhere.test.ts'],
    env: { LISTS_STATIC: '600000', LISTS_DYNAMIC: '700000', LISTS_KILLS: '25' },
  },
  moments: { files: ['test/engine'], env: { MOMENTS_EVERY: '1' } },
  properties: {
    files: ['test/shared', 'test/exotel', 'test/extension', 'test/worker'],
    env: { PROPERTIES_WHOLE: '1' },
  },
  lives: { files: ['test/engine/lives-once.property.test.ts'], env: { LIVES_RUNS: '3000' } },
  claims: { files: ['test/crash/two-launches.test.ts'], env: { CLAIM_LAUNCHES: '200' } },
  browsers: { files: ['test/e2e'], env: { WHOLE_BROWSERS: '1' } },
  budget: { files: ['test/crash/shared-budget.test.ts'], env: { BUDGET_TEST: '1' } },
};

/** What the files above belong to. */
const PROJECTS = ['crash', 'engine', 'e2e', 'shared', 'exotel', 'extension', 'worker'];

const [name = ''] = process.argv.slice(2);
const asked = Object.hasOwn(LONG_TESTS, name) ? LONG_TESTS[name] : undefined;
if (asked === undefined) throw new Error(`No long test "${name}". There are: ${Object.keys(LONG_TESTS).join(', ')}`);
const child = spawn(
  process.execPath,
  [
    projectPath('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...PROJECTS.map((project) => `--project=${project}`),
    ...asked.files,
  ],
  {
    cwd: projectPath(),
    stdio: 'inherit',
    // What is asked for by hand wins: CRASH_KILLS=1000 npm run test:crash.
    env: { ...asked.env, ...process.env },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { createHash } from 'node:crypto';
import { defineConfig } from 'vitest/config';
import { WORKER_TESTS_PORT } from './test/exotel/worker-tests-port.ts';
import { PATIENCE } from './test/fixtures/patience.ts';
import { LongestFirst } from './test/local/parts/longest-first.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** No test asserts a time: this only ends what hangs, on a machine that does much else as well. */
const BUSY_MS = 120_000;

/** One project per runtime: what runs in the Workers runtime is tested in it, the rest in Node. */
export default defineConfig({
  test: {
    // Vitest keeps one core for itself, which of two is too much.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'shared',
          include: ['test/shared/**/*.test.ts'],
          environment: 'node',
          // Wherever this stands, no module keeps anything but what it would find out again, or what each test sets for
          // itself: loading them anew for every file took longer than the tests.
          isolate: false,
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
      {
        test: {
          name: 'repo',
          include: ['test/repo/**/*.test.ts'],
          environment: 'node',
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
      {
        test: {
          name: 'exotel',
          include: ['test/exotel/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
      {
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: BUSY_MS,
        },
      },
      {
        test: {
          name: 'extension',
          include: ['test/extension/**/*.test.{ts,tsx}'],
          environment: 'node',
          isolate: false,
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
          setupFiles: ['test/extension/support/speak-english.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                EXOTEL_BASE_URL: `http://127.0.0.1:${WORKER_TESTS_PORT}`,
                EXOTEL_API_KEY: 'demo-key',
                EXOTEL_API_TOKEN: 'demo-token',
                EXOTEL_ACCOUNT_SID: 'dialsheet-demo',
                EXOTEL_TIMEOUT_SECONDS: '1',
                LOCAL_DESTINATIONS: 'true',
                PLAYS_EVERYTHING: process.env['PROPERTIES_WHOLE'] ?? '',
                EXOTEL_REQUESTS_PER_MINUTE: '10000',
                CALLBACK_SECRET: 'callback-secret-of-the-tests',
                TEAM_TOKENS: JSON.stringify([
                  { name: 'asha', sha256: sha256('token-of-asha') },
                  { name: 'ravi', sha256: sha256('token-of-ravi') },
                ]),
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          globalSetup: ['test/exotel/worker-tests-setup.ts'],
          setupFiles: ['test/worker/support/open-caps.ts'],
          // One stand-in serves them all, and its ledger is the judge of one test at a time.
          fileParallelism: false,
          // One runtime for all files: starting fifty took longer than their tests. What each stores bears its own ids.
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
      {
        test: {
          name: 'crash',
          include: ['test/crash/**/*.test.ts', 'test/deploy/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/local/stack/build-once.ts'],
          // A dozen kills, each with a start of the Worker: two minutes on a quiet machine, five and more on a busy one.
          testTimeout: 600_000,
          // A Worker may take three minutes to start.
          hookTimeout: 240_000,
          // Each has a Worker and a stand-in of its own, and mostly waits for them.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/local/stack/build-once.ts'],
          setupFiles: ['test/e2e/support/tell-failures.ts'],
          // Loading all of it anew for every file took four seconds of a core each. What a file opens it closes itself.
          isolate: false,
          testTimeout: 360_000,
          // A Worker, a browser and the build of the extension start in one of them.
          hookTimeout: 360_000,
          // What a page shows follows a press when the machine has time for it: it is looked at again until then.
          expect: { poll: PATIENCE },
          // Each has a Worker, a stand-in and a browser of its own, and mostly waits for them.
          maxWorkers: 3,
          // What a failed test shows is told before the hooks of its file close it.
          sequence: { groupOrder: 3, hooks: 'list' },
        },
      },
    ],
  },
});

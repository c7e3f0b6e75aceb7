import { mkdir, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { projectPath } from '../project-root.ts';
import { runPart } from '../parts/run-part.ts';

export interface LocalExtensionOptions {
  /** What the options page already holds when it opens; nothing when left out. */
  readonly workerUrl?: string;
  readonly token?: string;
}

/** Test files run side by side, and none may find its extension replaced under its hands. */
const SLOT = process.env['VITEST_POOL_ID'];
const directory = SLOT === undefined ? '' : `tests-${SLOT}`;

/** Builds the extension for this machine: it may talk to localhost without asking. Answers its directory. */
export async function buildLocalExtension(options: LocalExtensionOptions = {}): Promise<string> {
  const { workerUrl, token } = options;
  await build(['--mode', 'localhost'], {
    ...(workerUrl === undefined ? {} : { WXT_LOCAL_WORKER_URL: workerUrl }),
    ...(token === undefined ? {} : { WXT_LOCAL_TOKEN: token }),
  });
  return projectPath('.output', directory, 'chrome-mv3-localhost');
}

/** Builds the extension for Firefox, as it is shipped: it asks before it talks to any address. Answers its directory. */
export async function buildFirefoxExtension(): Promise<string> {
  await build(['-b', 'firefox', '--mv3'], {});
  return projectPath('.output', directory, 'firefox-mv3');
}

async function build(how: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const outDir = projectPath('.output', directory);
  const command = ['wxt', 'build', ...how] as const;
  const built = await alone(() => runPart({ name: 'extension', command, env: { WXT_OUT_DIR: outDir, ...env } }));
  if (!built.ok) throw new Error(`The extension could not be built:\n${built.output}`);
}

const LOCK = projectPath('.output', 'building.lock');
/** A build takes seconds: an older lock is of a process that was killed. */
const STALE_MS = 120_000;

/** Every build writes the same types into .wxt, so they never run side by side, whatever process asks for them. */
async function alone<T>(doing: () => Promise<T>): Promise<T> {
  await mkdir(projectPath('.output'), { recursive: true });
  while (!(await takeLock())) await wait(100);
  try {
    return await doing();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

async function takeLock(): Promise<boolean> {
  try {
    await mkdir(LOCK);
    return true;
  } catch {
    const made = await stat(LOCK).catch(() => null);
    if (made !== null && Date.now() - made.mtimeMs > STALE_MS) await rm(LOCK, { recursive: true, force: true });
    return false;
  }
}

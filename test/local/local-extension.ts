import { mkdir, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { projectPath } from './project-root.ts';
import { runPart } from './run-part.ts';

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
  const outDir = projectPath('.output', directory);
  const built = await alone(() =>
    runPart({
      name: 'local extension',
      command: ['wxt', 'build', '--mode', 'localhost'],
      env: {
        WXT_OUT_DIR: outDir,
        ...(workerUrl === undefined ? {} : { WXT_LOCAL_WORKER_URL: workerUrl }),
        ...(token === undefined ? {} : { WXT_LOCAL_TOKEN: token }),
      },
    }),
  );
  if (!built.ok) throw new Error(`The extension could not be built:\n${built.output}`);
  return projectPath('.output', directory, 'chrome-mv3-localhost');
}

const LOCK = projectPath('.output', 'building.lock');
/** A build takes seconds: an older lock is of a process that was killed. */
const STALE_MS = 120_000;

/** Every build writes the same types into .wxt, so they never run side by side, whatever process asks for them. */
async function alone<T>(build: () => Promise<T>): Promise<T> {
  await mkdir(projectPath('.output'), { recursive: true });
  while (!(await takeLock())) await wait(100);
  try {
    return await build();
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

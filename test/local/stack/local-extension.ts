import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectPath } from '../project-root.ts';
import { runPart } from '../parts/run-part.ts';
import { BUILDS_VARIABLE } from './builds-variable.ts';

export interface LocalExtensionOptions {
  /** What the options page already holds when it opens; nothing when left out. Both, or neither. */
  readonly workerUrl?: string;
  readonly token?: string;
}

/** Stand in a shared build for what each copy of it gets. */
const ANY_WORKER = { workerUrl: 'http://any-worker.invalid', token: 'any-token-of-a-shared-build' };

/** Test files run side by side, and none may find its extension replaced under its hands. */
const SLOT = process.env['VITEST_POOL_ID'];
const OUTPUT = projectPath('.output', SLOT === undefined ? '' : `tests-${SLOT}`);

/** Builds the extension for this machine: it may talk to localhost without asking. Answers its directory. */
export async function buildLocalExtension(options: LocalExtensionOptions = {}): Promise<string> {
  const how = ['--mode', 'localhost'];
  const directory = join(OUTPUT, 'chrome-mv3-localhost');
  const { workerUrl, token } = options;
  const shared = process.env[BUILDS_VARIABLE];
  if (shared === undefined) await build(how, OUTPUT, options);
  else if (workerUrl === undefined || token === undefined)
    await copy(join(await buildShared(shared, 'plain', how), 'chrome-mv3-localhost'), directory);
  else {
    await copy(join(await buildShared(shared, 'connected', how, ANY_WORKER), 'chrome-mv3-localhost'), directory);
    await writeInto(directory, { workerUrl, token });
  }
  return directory;
}

/** Builds the extension for Firefox, as it is shipped: it asks before it talks to any address. Answers its directory. */
export async function buildFirefoxExtension(): Promise<string> {
  await build(['-b', 'firefox', '--mv3'], OUTPUT);
  return join(OUTPUT, 'firefox-mv3');
}

async function build(how: readonly string[], outDir: string, options: LocalExtensionOptions = {}): Promise<void> {
  await alone(() => run(how, outDir, options));
}

/** What the first who asks builds, and all find. */
async function buildShared(
  shared: string,
  kind: string,
  how: readonly string[],
  options: LocalExtensionOptions = {},
): Promise<string> {
  const built = join(shared, kind);
  await alone(async () => {
    if ((await stat(built).catch(() => null)) !== null) return;
    const half = `${built}-half`;
    await run(how, half, options);
    await rename(half, built);
  });
  return built;
}

async function run(how: readonly string[], outDir: string, { workerUrl, token }: LocalExtensionOptions): Promise<void> {
  const env = {
    WXT_OUT_DIR: outDir,
    ...(workerUrl === undefined ? {} : { WXT_LOCAL_WORKER_URL: workerUrl }),
    ...(token === undefined ? {} : { WXT_LOCAL_TOKEN: token }),
  };
  const built = await runPart({ name: 'extension', command: ['wxt', 'build', ...how], env });
  if (!built.ok) throw new Error(`The extension could not be built:\n${built.output}`);
}

async function copy(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
}

/** Gives a copy its own Worker. A build that holds no place for it is an error, not a copy without one. */
async function writeInto(directory: string, { workerUrl, token }: typeof ANY_WORKER): Promise<void> {
  let places = 0;
  for (const file of await readdir(directory, { recursive: true })) {
    if (!file.endsWith('.js')) continue;
    const text = await readFile(join(directory, file), 'utf8');
    if (!text.includes(ANY_WORKER.token)) continue;
    places += 1;
    const own = text.replaceAll(ANY_WORKER.workerUrl, workerUrl).replaceAll(ANY_WORKER.token, token);
    await writeFile(join(directory, file), own);
  }
  if (places === 0) throw new Error('The shared build of the extension has no place for an address and a token');
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

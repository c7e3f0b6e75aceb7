import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILDS_VARIABLE } from './builds-variable.ts';
import { builtWorker, buildWorker } from './built-worker.ts';

/**
 * Of a whole run: the Worker is bundled once, and every kind of extension is built by whoever needs it first and copied by
 * all. Whoever runs several projects of Vitest names a folder of its own for all of them.
 */
export default async function buildOnce(): Promise<() => Promise<void>> {
  const named = process.env[BUILDS_VARIABLE];
  const folder = named ?? (await mkdtemp(join(tmpdir(), 'dialsheet-builds-')));
  await mkdir(folder, { recursive: true });
  if (!existsSync(builtWorker(folder))) await buildWorker(folder);
  process.env[BUILDS_VARIABLE] = folder;
  return async () => {
    if (named === undefined) await rm(folder, { recursive: true, force: true });
  };
}

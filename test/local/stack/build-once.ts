import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILDS_VARIABLE } from './builds-variable.ts';
import { buildWorker } from './built-worker.ts';

/** Of a whole run: the Worker is bundled once, and every kind of extension is built by whoever needs it first and copied by all. */
export default async function buildOnce(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dialsheet-builds-'));
  await buildWorker(folder);
  process.env[BUILDS_VARIABLE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

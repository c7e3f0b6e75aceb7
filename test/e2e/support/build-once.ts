import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILDS_VARIABLE } from '../../local/stack/local-extension.ts';

/** Of a whole run: every kind of build is made by whoever needs it first, and copied by all. */
export default async function buildOnce(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dialsheet-builds-'));
  process.env[BUILDS_VARIABLE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

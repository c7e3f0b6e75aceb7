import { mkdtemp, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Many times what a whole run of the tests leaves there, so that it never runs full. */
const ROOM_BYTES = 4 * 1024 ** 3;

/**
 * A new folder for all that tests write: in memory where there is room, since SQLite waits for a disk at every write. Who
 * dies of SIGKILL loses nothing of a file in either.
 */
export async function makeScratchFolder(): Promise<string> {
  return mkdtemp(join((await isRoomy(MEMORY)) ? MEMORY : tmpdir(), 'dialsheet-test-'));
}

async function isRoomy(folder: string): Promise<boolean> {
  const { bsize, bavail } = await statfs(folder).catch(() => ({ bsize: 0, bavail: 0 }));
  return bsize * bavail >= ROOM_BYTES && freemem() >= ROOM_BYTES;
}

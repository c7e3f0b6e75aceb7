import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How many lines of each file are searched for, spread over it; finding half a line is enough. */
const LINES_OF_A_FILE = 40;
const FEWEST_CHARS = 30;

/**
 * Where a Worker's storage still holds lines of these files: in tables of objects or in values of KV. The Worker must
 * not be running, and a copy is read. Pages that SQLite has freed but not overwritten can no longer be read by anybody,
 * so they are not examined.
 */
export async function findLeft(stateDir: string, files: readonly Uint8Array[]): Promise<string[]> {
  const lines = files.flatMap((file) => pickLines(file));
  const copy = await mkdtemp(join(tmpdir(), 'dialsheet-left-'));
  try {
    await cp(join(stateDir, 'v3'), copy, { recursive: true });
    const found: string[] = [];
    for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || /-(?:wal|shm)$/u.test(entry.name)) continue;
      if (entry.name.endsWith('.sqlite')) found.push(...findInTables(path, lines));
      else if (holdsOne(await readFile(path), lines)) found.push(path.slice(copy.length));
    }
    return found;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function pickLines(file: Uint8Array): string[] {
  const lines = Buffer.from(file)
    .toString('utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.length >= FEWEST_CHARS);
  const step = Math.max(1, Math.floor(lines.length / LINES_OF_A_FILE));
  return lines.filter((_, at) => at % step === 0);
}

function findInTables(path: string, lines: readonly string[]): string[] {
  const database = new DatabaseSync(path);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    return tables.flatMap(({ name }) => {
      const reading = database.prepare(`SELECT * FROM "${String(name)}"`);
      reading.setReadBigInts(true);
      const rows = reading.all();
      const isThere = rows.some((row) => Object.values(row).some((value) => holdsOne(bytesOf(value), lines)));
      return isThere ? [`${basename(dirname(path))} ${String(name)}`] : [];
    });
  } finally {
    database.close();
  }
}

function bytesOf(value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.of();
}

function holdsOne(bytes: Buffer, lines: readonly string[]): boolean {
  return lines.some((line) => bytes.includes(line));
}

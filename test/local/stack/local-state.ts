import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { newToken } from './local-config.ts';
import { projectPath } from '../project-root.ts';

/** A path under .local/, where all that `npm start` keeps is; deleting it starts afresh. */
export function localPath(...parts: readonly string[]): string {
  return projectPath('.local', ...parts);
}

/** A secret of this machine, made the first time it is asked for. */
export async function keptSecret(name: string): Promise<string> {
  await mkdir(localPath(), { recursive: true });
  const known = await readFile(localPath(name), 'utf8').catch(() => '');
  if (known.trim() !== '') return known.trim();
  const made = newToken();
  await writeFile(localPath(name), `${made}\n`, { mode: 0o600 });
  return made;
}

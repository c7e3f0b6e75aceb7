import { spawn } from 'node:child_process';
import { projectPath } from '../project-root.ts';
import { whenWeEnd } from '../stack/end-with-us.ts';

/** One tool run as a part of a check: a name for people and the command. */
export interface Part {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

export interface PartOutcome {
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

const OUTPUT_CHARS = 200_000;
const ON_WINDOWS = process.platform === 'win32';

/** Runs a tool of node_modules/.bin (or anything in PATH) in the project, its output kept; never rejects. */
export async function runPart(part: Part): Promise<PartOutcome> {
  const [tool, ...args] = part.command;
  const from = performance.now();
  let output = '';
  // Windows starts the .cmd files of node_modules/.bin only through a shell; elsewhere a group of its own ends whole.
  const child = spawn(tool, args, {
    cwd: projectPath(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !ON_WINDOWS,
    shell: ON_WINDOWS,
    // Their output is a pipe to them, whatever ours is.
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }), ...part.env },
  });
  const forget = whenWeEnd(() => {
    if (child.pid !== undefined && !ON_WINDOWS) process.kill(-child.pid, 'SIGTERM');
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-OUTPUT_CHARS);
    });
  }
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  forget();
  return { ok, output, seconds: (performance.now() - from) / 1000 };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { whenWeEnd } from './end-with-us.ts';
import { projectPath } from '../project-root.ts';

export interface WorkerSettings {
  readonly port: number;
  /** Another Worker than ours. */
  readonly config?: string;
  /** Holds all the Worker keeps, its temporary files too; the same directory again continues where it was killed. */
  readonly stateDir: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** `log` adds a line for every request and event, which costs a third of the speed. */
  readonly logLevel?: 'warn' | 'log';
}

export interface WorkerProcess {
  readonly url: string;
  /** The last of what it printed. */
  readonly log: () => string;
  /** Resolves when the process has ended, by us or by itself. */
  readonly ended: Promise<void>;
  /** SIGKILL to everything at once, as when the machine dies. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const START_SECONDS = 180;
const STOP_SECONDS = 5;
const LOG_CHARS = 32_000;

/** Starts `wrangler dev`, without any account or network; resolves when it answers /healthz, else throws with its log. */
export async function startWorker(settings: WorkerSettings): Promise<WorkerProcess> {
  const child = await spawnWrangler(settings);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-LOG_CHARS);
    });
  }
  const ended = once(child, 'close').then(() => undefined);
  const forget = whenWeEnd(() => signalGroup(child, 'SIGKILL'));
  const end = async (signal: NodeJS.Signals) => {
    signalGroup(child, signal);
    const outOfTime = wait(STOP_SECONDS * 1000, undefined, { ref: false }).then(() => signalGroup(child, 'SIGKILL'));
    await Promise.race([ended, outOfTime.then(() => ended)]);
    forget();
  };
  const worker: WorkerProcess = {
    url: `http://127.0.0.1:${settings.port}`,
    log: () => log,
    ended,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
  if (await isHealthy(child, worker.url)) return worker;
  await worker.kill();
  throw new Error(`The Worker did not start on port ${settings.port}. It printed:\n${log}`);
}

/** In a process group of its own, so that one signal reaches workerd as well. */
async function spawnWrangler({
  port,
  config = projectPath('wrangler.toml'),
  stateDir,
  vars,
  secrets,
  logLevel = 'warn',
}: WorkerSettings): Promise<ChildProcess> {
  const temporary = join(stateDir, 'tmp');
  const envFile = join(stateDir, 'secrets.env');
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  await writeFile(
    envFile,
    Object.entries(secrets)
      .map(([key, value]) => `${key}='${value}'\n`)
      .join(''),
    { mode: 0o600 },
  );
  const own = new Set([...Object.keys(vars), ...Object.keys(secrets)]);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !own.has(key)));
  const flags = {
    config,
    ip: '127.0.0.1',
    port: String(port),
    'inspector-port': '0',
    'persist-to': stateDir,
    'env-file': envFile,
    'log-level': logLevel,
    'show-interactive-dev-session': 'false',
  };
  return spawn(
    process.execPath,
    [
      projectPath('node_modules', 'wrangler', 'bin', 'wrangler.js'),
      'dev',
      ...Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
      ...Object.entries(vars).flatMap(([key, value]) => ['--var', `${key}:${value}`]),
    ],
    {
      cwd: projectPath(),
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...inherited,
        CI: 'true',
        CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        TMPDIR: temporary,
        WRANGLER_HIDE_BANNER: 'true',
        WRANGLER_WRITE_LOGS: 'false',
        // A trace of every request, kept for a page nobody opens here.
        X_LOCAL_OBSERVABILITY: 'false',
        WRANGLER_REGISTRY_PATH: join(stateDir, 'registry'),
        WRANGLER_SEND_METRICS: 'false',
      },
    },
  );
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already, which is what was asked for.
  }
}

async function isHealthy(child: ChildProcess, url: string): Promise<boolean> {
  const until = Date.now() + START_SECONDS * 1000;
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok === true) return true;
    await wait(100);
  }
  return false;
}

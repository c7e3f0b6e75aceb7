import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BUILDS_VARIABLE } from './builds-variable.ts';
import { builtWorker } from './built-worker.ts';
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
  /** As outside of tests: what is built already is left alone. */
  readonly fromSource?: boolean;
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

/**
 * Starts the Worker, without any account or network; resolves when it answers /healthz, else throws with its log. Where
 * there is one that is built (in a run of tests) that is served; else `wrangler dev` builds it, and anew at every change.
 */
export async function startWorker(settings: WorkerSettings): Promise<WorkerProcess> {
  const temporary = join(settings.stateDir, 'tmp');
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  const builds = process.env[BUILDS_VARIABLE];
  const isOurs = settings.config === undefined && settings.logLevel === undefined && settings.fromSource !== true;
  const command = isOurs && builds !== undefined ? await serveBuilt(settings, builds) : await runWrangler(settings);
  const child = spawnGroup(command, settings, temporary);
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

/** The arguments of Node that serve what a run of tests has built. */
async function serveBuilt({ port, stateDir, vars, secrets }: WorkerSettings, builds: string): Promise<string[]> {
  const variables = join(stateDir, 'variables.json');
  await writeFile(variables, JSON.stringify({ ...vars, ...secrets }), { mode: 0o600 });
  const script = projectPath('test', 'local', 'stack', 'serve-worker.ts');
  return [script, String(port), stateDir, builtWorker(builds), variables];
}

/** The arguments of Node that build a Worker and serve it. */
async function runWrangler({
  port,
  config = projectPath('wrangler.toml'),
  stateDir,
  vars,
  secrets,
  logLevel = 'warn',
}: WorkerSettings): Promise<string[]> {
  const envFile = join(stateDir, 'secrets.env');
  await writeFile(
    envFile,
    Object.entries(secrets)
      .map(([key, value]) => `${key}='${value}'\n`)
      .join(''),
    { mode: 0o600 },
  );
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
  return [
    projectPath('node_modules', 'wrangler', 'bin', 'wrangler.js'),
    'dev',
    ...Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
    ...Object.entries(vars).flatMap(([key, value]) => ['--var', `${key}:${value}`]),
  ];
}

/** In a process group of its own, so that one signal reaches workerd as well. */
function spawnGroup(
  args: readonly string[],
  { stateDir, vars, secrets }: WorkerSettings,
  temporary: string,
): ChildProcess {
  const own = new Set([...Object.keys(vars), ...Object.keys(secrets)]);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !own.has(key)));
  return spawn(process.execPath, args, {
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
  });
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

import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startExotel, type Exotel, type ExotelOptions } from '../../exotel/start-exotel.ts';
import { whenWeEnd } from './end-with-us.ts';
import { freePort } from './free-port.ts';
import { createLocalApi, type LocalApi } from './local-api.ts';
import { localConfig, newToken } from './local-config.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

export interface StackOptions {
  readonly exotel?: ExotelOptions;
  readonly port?: number;
  /** Of a Worker that is ours but for what a bench counts in it. */
  readonly config?: string;
  /** Kept when given; else a temporary directory that goes with the stack. */
  readonly stateDir?: string;
  readonly token?: string;
  readonly callbackSecret?: string;
  readonly user?: string;
  readonly requestsPerMinute?: number;
  /** Added to, or in place of, the Worker's variables. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly logLevel?: 'warn' | 'log';
  /** The same people may be called without end: for tests of something else. */
  readonly openCaps?: boolean;
}

/** A Worker on this machine and the stand-in it takes for Exotel, each on a port of its own. */
export interface LocalStack {
  readonly workerUrl: string;
  readonly token: string;
  readonly api: LocalApi;
  readonly exotel: Exotel;
  readonly worker: () => WorkerProcess;
  /** As when the machine dies: nothing of the Worker gets to finish anything. The stand-in goes on. */
  readonly killWorker: () => Promise<void>;
  /** On the same port and state as before. */
  readonly restartWorker: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startStack(options: StackOptions = {}): Promise<LocalStack> {
  const stateDir = options.stateDir ?? (await mkdtemp(join(tmpdir(), 'dialsheet-')));
  const isTemporary = options.stateDir === undefined;
  const forget = whenWeEnd(() => {
    if (isTemporary) rmSync(stateDir, { recursive: true, force: true });
  });
  const exotel = await startExotel(options.exotel ?? {});
  const port = options.port ?? (await freePort());
  const token = options.token ?? newToken();
  const settings = {
    port,
    stateDir,
    ...(options.config === undefined ? {} : { config: options.config }),
    ...(options.logLevel === undefined ? {} : { logLevel: options.logLevel }),
    ...localConfig({
      port,
      token,
      exotelUrl: exotel.url,
      user: options.user ?? 'local',
      callbackSecret: options.callbackSecret ?? randomBytes(32).toString('base64url'),
      ...(options.requestsPerMinute === undefined ? {} : { requestsPerMinute: options.requestsPerMinute }),
      ...(options.vars === undefined ? {} : { vars: options.vars }),
    }),
  };
  let worker = await startWorker(settings).catch(async (error: unknown) => {
    await exotel.close();
    throw error;
  });
  if (options.openCaps === true) await openCaps(worker.url, token);
  return {
    workerUrl: worker.url,
    token,
    exotel,
    api: createLocalApi(worker.url, token),
    worker: () => worker,
    killWorker: () => worker.kill(),
    restartWorker: async () => {
      worker = await startWorker(settings);
    },
    stop: async () => {
      await worker.stop();
      await exotel.close();
      if (isTemporary) await rm(stateDir, { recursive: true, force: true });
      forget();
    },
  };
}

async function openCaps(workerUrl: string, token: string): Promise<void> {
  const open = { attempts: null, imports: null };
  const answer = await fetch(`${workerUrl}/api/settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ caps: { voice: open, sms: open } }),
  });
  if (!answer.ok) throw new Error(`The caps stay closed: ${await answer.text()}`);
}

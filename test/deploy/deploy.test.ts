import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExotel, type Exotel } from '../exotel/start-exotel.ts';
import { freePort } from '../local/stack/free-port.ts';
import { projectPath } from '../local/project-root.ts';
import { startWorker, type WorkerProcess } from '../local/stack/worker-process.ts';
import { startCloudflare } from './cloudflare-stand-in.ts';

const CREDENTIALS = {
  EXOTEL_ACCOUNT_SID: 'dialsheet-demo',
  EXOTEL_API_KEY: 'demo-key',
  EXOTEL_API_TOKEN: 'demo-token',
};

/** Wrangler alone takes minutes on a machine that does much else. */
const DEPLOYED_WITHIN_MS = 900_000;

let exotel: Exotel;
let cloudflare: Awaited<ReturnType<typeof startCloudflare>>;
let running: WorkerProcess | null = null;
let stateDir: string;
let publicUrl: string;

beforeAll(async () => {
  exotel = await startExotel({});
  stateDir = await mkdtemp(join(tmpdir(), 'dialsheet-deployed-'));
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  cloudflare = await startCloudflare({
    // What was uploaded runs, as it would there.
    onUpload: async ({ vars, secrets }) => {
      await running?.stop();
      running = await startWorker({ port, stateDir, vars, secrets });
    },
  });
});
afterAll(async () => {
  await running?.stop();
  await cloudflare.close();
  await exotel.close();
  await rm(stateDir, { recursive: true, force: true });
});

/** `npm run deploy` where nobody sits, with what the environment answers and nothing else. */
function deploy(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [projectPath('test', 'local', 'run.mjs'), 'deploy', ...args], {
      cwd: projectPath(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: stateDir,
        CLOUDFLARE_API_BASE_URL: cloudflare.url,
        CLOUDFLARE_API_TOKEN: 'token-of-cloudflare',
        CLOUDFLARE_ACCOUNT_ID: 'c'.repeat(32),
        PUBLIC_URL: publicUrl,
        ...env,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.on('close', (code) => resolve({ code, output }));
  });
}

const writes = () => cloudflare.requests.filter((request) => !request.startsWith('GET'));

describe('a live account in one command', { timeout: DEPLOYED_WITHIN_MS }, () => {
  it('says what is missing where nobody can be asked, and changes nothing', async () => {
    const asked = await deploy({ EXOTEL_API_KEY: 'demo-key' });
    expect(asked.code).toBe(1);
    expect(asked.output).toContain('Missing: EXOTEL_BASE_URL, EXOTEL_ACCOUNT_SID, EXOTEL_API_TOKEN.');
    const looked = await deploy({}, '--check');
    expect(looked.code).toBe(1);
    expect(looked.output).toContain('✗ Worker  not deployed; run npm run deploy');
    expect(writes()).toEqual([]);
  });

  it('stores no credentials that Exotel does not take', async () => {
    const wrong = await deploy({ ...CREDENTIALS, EXOTEL_BASE_URL: exotel.url, EXOTEL_API_TOKEN: 'wrong' });
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain('does not take this API key and token');
    expect([writes(), cloudflare.worker()]).toEqual([[], null]);
  });

  it('deploys, proves it from outside and inside, and hands out the first way in; no secret is printed', async () => {
    const done = await deploy({ ...CREDENTIALS, EXOTEL_BASE_URL: exotel.url });
    expect(done.output).toContain(`Worker deployed at ${publicUrl}.`);
    for (const what of ['Address', 'Version', 'Callbacks', 'Exotel', 'KV', 'Callback address'])
      expect(done.output).toMatch(new RegExp(`^✓ ${what} `, 'm'));
    expect(done.code).toBe(0);
    const worker = cloudflare.worker();
    expect(Object.keys(worker?.secrets ?? {}).toSorted()).toEqual(
      [...Object.keys(CREDENTIALS), 'CALLBACK_SECRET', 'TEAM_TOKENS'].toSorted(),
    );
    expect([worker?.vars['EXOTEL_BASE_URL'], worker?.cpuMs, worker?.namespace]).toEqual([
      exotel.url,
      300_000,
      '00000000000000000000000000000001',
    ]);
    for (const secret of ['demo-token', worker?.secrets['CALLBACK_SECRET'] ?? 'none'])
      expect(done.output).not.toContain(secret);
  });

  it('may be repeated without an answer, and changes nothing that is right', async () => {
    const before = cloudflare.worker();
    const again = await deploy({});
    expect([again.code, cloudflare.worker()]).toEqual([0, before]);
    expect(again.output).not.toContain('within 15 minutes');
    expect(writes().filter((request) => request.includes('namespaces'))).toHaveLength(1);
    const looked = await deploy({}, '--check');
    expect(looked.output).toContain('- Inside');
  });

  it('makes another way in where the first was lost, and changes nothing else', async () => {
    const before = cloudflare.worker();
    const done = await deploy({}, '--new-owner');
    expect([done.code, done.output.match(/#code=/g)?.length]).toEqual([0, 1]);
    const after = cloudflare.worker();
    expect(after?.secrets['TEAM_TOKENS']).not.toBe(before?.secrets['TEAM_TOKENS']);
    const others = (worker: typeof before) => ({ ...worker, secrets: { ...worker?.secrets, TEAM_TOKENS: '' } });
    expect(others(after)).toEqual(others(before));
  });

  it('asks nothing and tells no way in where Cloudflare builds it, as its button does, for a free account too', async () => {
    const before = cloudflare.worker();
    cloudflare.setPlan('free');
    const built = await deploy({ WORKERS_CI: '1' });
    expect([built.code, cloudflare.worker()]).toEqual([0, { ...before, cpuMs: null }]);
    expect(built.output).toContain('! A free account: requests get 10 ms of CPU');
    expect(built.output).toContain('✓ Secrets  all there');
    expect(built.output).not.toContain('#code=');
  });

  it('--check says what is wrong of a live one', async () => {
    await running?.stop();
    const looked = await deploy({}, '--check');
    expect(looked.code).toBe(1);
    expect(looked.output).toContain('✗ Address');
  });
});

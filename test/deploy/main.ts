// `npm run deploy`: from a clone to a live account. Asks only for what is missing, tests it before anything is stored, and
// may be repeated: what is right stays as it is. `npm run deploy -- --check` only looks, and exits 1 when something is wrong;
// `-- --new-owner` makes another first way in, where the link was not used in time: it takes the place of TEAM_TOKENS.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { VERSION } from '../../shared/version.ts';
import { projectPath } from '../local/project-root.ts';
import { orGiveUp, readOptions } from '../local/read-options.ts';
import { provenExotel } from './ask-exotel.ts';
import type { DeployedWorker } from './cloudflare-api.ts';
import { newSecrets, ofBuild } from './deploy-answers.ts';
import { deployConfig, varsOf } from './deploy-config.ts';
import { checkAnswers, checkDeployed, type LiveCheck } from './live-checks.ts';
import { say } from './say.ts';
import { signIn, wrangler, type Account } from './sign-in.ts';
import { Stop } from './stop.ts';

const WORKER = 'dialsheet';
const NAMESPACE = 'dialsheet-callbacks';
/** Cloudflare: the most a paid account may set. */
const CPU_MS = 300_000;
const UP_WITHIN_SECONDS = 90;
const { env } = process;
const OPTIONS = { check: { type: 'boolean' }, 'new-owner': { type: 'boolean' } } as const;
const asked = orGiveUp(readOptions('deploy', OPTIONS, { args: process.argv.slice(2), env }));

async function namespaceOf({ id, token, api }: Account, worker: DeployedWorker | null): Promise<string> {
  if (worker?.namespace) return worker.namespace;
  const find = async () => (await api.namespaces(id)).find(({ title }) => title === NAMESPACE)?.id;
  const there = await find();
  if (there !== undefined) return there;
  const made = await wrangler({ id, token }, ['kv', 'namespace', 'create', NAMESPACE]);
  const created = made.ok ? await find() : undefined;
  if (created === undefined) throw new Stop(`The KV namespace could not be made. Wrangler says:\n${made.output}`);
  say('✓', `KV namespace ${NAMESPACE} made.`);
  return created;
}

/** One upload: code, settings and secrets together, so that no version ever runs without its secrets. */
async function upload(
  account: Account,
  change: {
    readonly namespaceId: string;
    readonly vars: Record<string, string>;
    readonly secrets: Record<string, string>;
  },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dialsheet-deploy-'));
  const config = projectPath('.output', 'deploy', 'wrangler.toml');
  const secretsFile = join(folder, 'secrets.json');
  const withSecrets = Object.keys(change.secrets).length > 0 ? ['--secrets-file', secretsFile] : [];
  try {
    await mkdir(projectPath('.output', 'deploy'), { recursive: true });
    await writeFile(secretsFile, JSON.stringify(change.secrets), { mode: 0o600 });
    const toml = await readFile(projectPath('wrangler.toml'), 'utf8');
    const deploy = async (cpuMs: number | null) => {
      await writeFile(config, deployConfig(toml, { ...change, main: '../../worker/index.ts', cpuMs }));
      return wrangler(account, ['deploy', '--config', config, '--minify', ...withSecrets]);
    };
    let done = await deploy(CPU_MS);
    if (!done.ok && /cpu.?(ms|limit)|100328/i.test(done.output)) {
      done = await deploy(null);
      if (done.ok)
        say(
          '!',
          'A free account: requests get 10 ms of CPU, enough for a few thousand contacts at a time. README says what that carries.',
        );
    }
    if (!done.ok) throw new Stop(`Cloudflare did not take the Worker. Wrangler says:\n${done.output}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function addressOf({ id, api }: Account, vars: Readonly<Record<string, string>>): Promise<string> {
  const own = vars['PUBLIC_URL'] ?? '';
  if (own !== '') return own.replace(/\/+$/, '');
  const subdomain = await api.subdomain(id);
  if (subdomain === null)
    throw new Stop(
      'This account has no workers.dev address yet. Open "Workers & Pages" once in Cloudflare’s dashboard, or set PUBLIC_URL.',
    );
  return `https://${WORKER}.${subdomain}.workers.dev`;
}

async function waitUntilUp(url: string): Promise<void> {
  const by = Date.now() + UP_WITHIN_SECONDS * 1000;
  while (Date.now() < by) {
    const [up, version] = await checkAnswers(url, { version: VERSION, token: null }, fetch);
    if (up?.ok === true && version?.ok === true) return;
    await wait(1_000);
  }
}

/** The first way in: a link that the extension exchanges for a token nobody reads. */
async function firstInvite(url: string, token: string): Promise<string | null> {
  const response = await fetch(`${url}/api/invites`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'owner', role: 'admin' }),
  }).catch(() => null);
  const parsed = z.object({ link: z.string() }).safeParse(await response?.json().catch(() => null));
  return parsed.success ? parsed.data.link : null;
}

function report(checks: readonly LiveCheck[]): boolean {
  const width = Math.max(...checks.map(({ what }) => what.length));
  for (const { what, ok, note } of checks) say(ok === null ? '-' : ok ? '✓' : '✗', `${what.padEnd(width)}  ${note}`);
  return checks.every(({ ok }) => ok !== false);
}

async function look(account: Account): Promise<boolean> {
  const worker = await account.api.worker(account.id, WORKER);
  const crons = worker === null ? [] : await account.api.crons(account.id, WORKER);
  const checks = checkDeployed(worker, crons);
  if (worker === null) return report(checks);
  const url = await addressOf(account, { ...worker.vars, ...given(['PUBLIC_URL']) });
  const token = env['DIALSHEET_TOKEN'] ?? null;
  return report([...checks, ...(await checkAnswers(url, { version: VERSION, token }, fetch))]);
}

/** Answers of the environment, without those that are empty. */
function given(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

async function deploy(account: Account): Promise<boolean> {
  const worker = await account.api.worker(account.id, WORKER);
  const defaults = varsOf(await readFile(projectPath('wrangler.toml'), 'utf8'));
  const stored = new Set([...(worker?.secrets ?? []), ...Object.keys(worker?.vars ?? {})]);
  const isBuild = env['WORKERS_CI'] === '1';
  const exotel = isBuild ? null : await provenExotel(stored);
  const made = newSecrets(stored, env, asked['new-owner'] === true);
  const { secrets, ownerToken } = isBuild ? ofBuild(made) : made;
  const vars = {
    ...defaults,
    ...worker?.vars,
    ...given(Object.keys(defaults)),
    ...(exotel === null ? {} : { EXOTEL_BASE_URL: exotel.baseUrl }),
  };
  const namespaceId = await namespaceOf(account, worker);
  await upload(account, { namespaceId, vars, secrets: { ...secrets, ...exotel?.secrets } });
  const url = await addressOf(account, vars);
  say('✓', `Worker deployed at ${url}.`);
  await waitUntilUp(url);
  const token = ownerToken ?? env['DIALSHEET_TOKEN'] ?? null;
  const isRight = report(await checkAnswers(url, { version: VERSION, token }, fetch));
  if (isBuild) {
    const left = checkDeployed(await account.api.worker(account.id, WORKER), []).filter(
      ({ what }) => what === 'Secrets',
    );
    report(left);
    return true;
  }
  if (ownerToken !== null) {
    const link = await firstInvite(url, ownerToken);
    console.log(
      link === null
        ? `\nThe Worker made no invite link. Your token, shown this once:\n  ${ownerToken}\n`
        : `\nOpen this link in the browser that has the extension, within 15 minutes. It works once, and makes you its admin:\n  ${link}\nToo late? npm run deploy -- --new-owner\n`,
    );
  }
  console.log(
    'Next: install the extension (README, "Install the extension"), make a template, and call your own number first.',
  );
  return isRight;
}

try {
  const account = await signIn();
  const isRight = asked.check === true ? await look(account) : await deploy(account);
  process.exitCode = isRight ? 0 : 1;
} catch (cause) {
  console.error(`\n${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}

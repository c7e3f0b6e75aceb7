import { runPart, type PartOutcome } from '../local/parts/run-part.ts';
import { createCloudflareApi, type CloudflareApi } from './cloudflare-api.ts';
import { Stop } from './stop.ts';

const { env } = process;

export interface Account {
  readonly id: string;
  readonly token: string;
  readonly api: CloudflareApi;
}

/** As the environment says, else as Wrangler is signed in. */
export async function signIn(): Promise<Account> {
  const token = env['CLOUDFLARE_API_TOKEN'] ?? (await tokenOfWrangler());
  if (token === '')
    throw new Stop(
      'Sign in to Cloudflare first: npx wrangler login. Or set CLOUDFLARE_API_TOKEN (permission "Edit Cloudflare Workers").',
    );
  const api = createCloudflareApi({ baseUrl: env['CLOUDFLARE_API_BASE_URL'], token, fetcher: fetch });
  const given = env['CLOUDFLARE_ACCOUNT_ID'] ?? '';
  if (given !== '') return { id: given, token, api };
  const accounts = await api.accounts();
  const [only] = accounts;
  if (only === undefined) throw new Stop('This token opens no Cloudflare account.');
  if (accounts.length > 1) {
    const list = accounts.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
    throw new Stop(`Several Cloudflare accounts are open to you. Set CLOUDFLARE_ACCOUNT_ID to one of these:\n${list}`);
  }
  return { id: only.id, token, api };
}

async function tokenOfWrangler(): Promise<string> {
  const { ok, output } = await runPart({ name: 'token', command: ['wrangler', 'auth', 'token'], env: QUIET });
  return ok ? (output.trim().split('\n').at(-1) ?? '').trim() : '';
}

const QUIET = {
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
  NO_COLOR: '1',
};

export function wrangler({ id, token }: Pick<Account, 'id' | 'token'>, args: readonly string[]): Promise<PartOutcome> {
  const signedIn = { CLOUDFLARE_ACCOUNT_ID: id, CLOUDFLARE_API_TOKEN: token, CI: 'true', ...QUIET };
  return runPart({ name: 'wrangler', command: ['wrangler', ...args], env: signedIn });
}

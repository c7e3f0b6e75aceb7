import { z } from 'zod';
import type { DeployedWorker } from './cloudflare-api.ts';

/** One thing that must hold of a live account. */
export interface LiveCheck {
  readonly what: string;
  /** Null: it could not be asked, and says why. */
  readonly ok: boolean | null;
  readonly note: string;
}

const SECRET_NAMES = [
  'EXOTEL_API_KEY',
  'EXOTEL_API_TOKEN',
  'EXOTEL_ACCOUNT_SID',
  'CALLBACK_SECRET',
  'TEAM_TOKENS',
] as const;

/** Standard Webhooks: what a receiver allows a clock. */
const MOST_OFF_SECONDS = 300;

const health = z.object({ ok: z.boolean(), name: z.literal('dialsheet'), version: z.string() });
const deep = z.object({ checks: z.array(z.object({ name: z.string(), ok: z.boolean(), message: z.string() })) });

/** What Cloudflare holds of the Worker. */
export function checkDeployed(worker: DeployedWorker | null, crons: readonly string[]): LiveCheck[] {
  if (worker === null) return [{ what: 'Worker', ok: false, note: 'not deployed; run npm run deploy' }];
  const missing = SECRET_NAMES.filter((name) => !worker.secrets.has(name));
  return [
    { what: 'Worker', ok: true, note: 'deployed' },
    {
      what: 'Secrets',
      ok: missing.length === 0,
      note: missing.length === 0 ? 'all there' : `missing: ${missing.join(', ')}`,
    },
    {
      what: 'KV namespace',
      ok: worker.namespace !== null,
      note: worker.namespace === null ? 'not bound; run npm run deploy' : 'bound',
    },
    {
      what: 'Cron trigger',
      ok: crons.length > 0,
      note:
        crons.length > 0 ? crons.join(', ') : 'none: what a lost alarm leaves behind is not woken; run npm run deploy',
    },
  ];
}

/** What the Worker answers from outside, as Exotel and the extension reach it. */
export async function checkAnswers(
  url: string,
  expected: { readonly version: string; readonly token: string | null },
  fetcher: typeof fetch,
  now: () => number = Date.now,
): Promise<LiveCheck[]> {
  const checks: LiveCheck[] = [];
  const up = await askJson(`${url}/healthz`, {}, fetcher);
  const answered = health.safeParse(up.body);
  checks.push({
    what: 'Address',
    ok: answered.success,
    note: answered.success ? url : `${url}/healthz does not answer as Dialsheet does (${up.status ?? 'not reached'})`,
  });
  if (!answered.success) return checks;
  const { version } = answered.data;
  checks.push({
    what: 'Version',
    ok: version === expected.version,
    note:
      version === expected.version ? version : `${version} runs there, this is ${expected.version}; run npm run deploy`,
  });
  checks.push(checkClock(up.date, now()));
  // A callback that nobody signed: refused by the Worker itself, so a signed one would arrive.
  const callback = await askJson(`${url}/callbacks/check/1/check/call`, { method: 'POST', body: '{}' }, fetcher);
  const refused = z.object({ error: z.object({ code: z.literal('not_found') }) }).safeParse(callback.body);
  checks.push({
    what: 'Callbacks',
    ok: callback.status === 404 && refused.success,
    note: refused.success ? 'reach the Worker from outside' : `something stands in front of ${url}/callbacks`,
  });
  return [...checks, ...(await checkInside(url, expected.token, fetcher))];
}

/** Starts are told to Exotel, and events are signed, by the Worker's clock; a receiver allows it five minutes. */
function checkClock(date: string | null, now: number): LiveCheck {
  const what = 'Clock';
  const offSeconds = Math.round((Date.parse(date ?? '') - now) / 1000);
  if (Number.isNaN(offSeconds)) return { what, ok: null, note: 'not known: the Worker names no time' };
  if (Math.abs(offSeconds) <= MOST_OFF_SECONDS) return { what, ok: true, note: 'agrees with the one of this machine' };
  const order = offSeconds > 0 ? 'ahead of' : 'behind';
  const note = `the Worker's is ${Math.abs(offSeconds)} s ${order} the one of this machine; set whichever is wrong`;
  return { what, ok: false, note };
}

async function checkInside(url: string, token: string | null, fetcher: typeof fetch): Promise<LiveCheck[]> {
  if (token === null) {
    return [
      {
        what: 'Inside',
        ok: null,
        note: 'not asked: set DIALSHEET_TOKEN to a team token to check Exotel and storage too',
      },
    ];
  }
  const { status, body } = await askJson(
    `${url}/api/health`,
    { headers: { authorization: `Bearer ${token}` } },
    fetcher,
  );
  const parsed = deep.safeParse(body);
  if (!parsed.success) {
    const why = status === 401 ? 'the token of DIALSHEET_TOKEN is not known there' : `answered ${status ?? 'nothing'}`;
    return [{ what: 'Inside', ok: false, note: why }];
  }
  return parsed.data.checks.map(({ name, ok, message }) => ({ what: name, ok, note: message }));
}

async function askJson(
  url: string,
  init: RequestInit,
  fetcher: typeof fetch,
): Promise<{ readonly status: number | null; readonly body: unknown; readonly date: string | null }> {
  try {
    const response = await fetcher(url, { ...init, signal: AbortSignal.timeout(20_000), redirect: 'manual' });
    const text = await response.text();
    return { status: response.status, body: parseJson(text), date: response.headers.get('date') };
  } catch {
    return { status: null, body: null, date: null };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

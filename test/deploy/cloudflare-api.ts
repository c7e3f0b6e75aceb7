import { z } from 'zod';

/** What a deployment reads of Cloudflare before it writes; writing is Wrangler's. */
export interface CloudflareApi {
  readonly accounts: () => Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Names of the secrets and values of the settings of a Worker; null where there is no such Worker. */
  readonly worker: (account: string, name: string) => Promise<DeployedWorker | null>;
  readonly namespaces: (account: string) => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** The part before `.workers.dev`; null where the account has none yet. */
  readonly subdomain: (account: string) => Promise<string | null>;
  readonly crons: (account: string, name: string) => Promise<readonly string[]>;
}

export interface DeployedWorker {
  readonly secrets: ReadonlySet<string>;
  readonly vars: Readonly<Record<string, string>>;
  /** Id of the KV namespace bound as `CALLBACKS`. */
  readonly namespace: string | null;
}

class CloudflareRefusal extends Error {
  readonly status: number;

  constructor(status: number, path: string, said: string) {
    super(`Cloudflare answered ${status} to ${path}${said === '' ? '' : `: ${said}`}`);
    this.status = status;
  }
}

const envelope = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ message: z.string() })).nullish(),
  result: z.unknown(),
});
const idAndName = z.array(z.object({ id: z.string(), name: z.string() }));
const idAndTitle = z.array(z.object({ id: z.string(), title: z.string() }));
const names = z.array(z.object({ name: z.string() }));
const settings = z.object({
  bindings: z
    .array(
      z.looseObject({
        name: z.string(),
        type: z.string(),
        text: z.string().optional(),
        namespace_id: z.string().optional(),
      }),
    )
    .default([]),
});
const DEFAULT_API = 'https://api.cloudflare.com/client/v4';

export function createCloudflareApi(input: {
  readonly baseUrl: string | undefined;
  readonly token: string;
  readonly fetcher: typeof fetch;
}): CloudflareApi {
  const base = (input.baseUrl ?? DEFAULT_API).replace(/\/+$/, '');

  async function read(path: string): Promise<unknown> {
    const response = await input.fetcher(`${base}${path}`, {
      headers: { authorization: `Bearer ${input.token}` },
      signal: AbortSignal.timeout(30_000),
    });
    const parsed = envelope.safeParse(await response.json().catch(() => null));
    if (!response.ok || !parsed.success || !parsed.data.success) {
      const said = parsed.success ? (parsed.data.errors ?? []).map(({ message }) => message).join('; ') : '';
      throw new CloudflareRefusal(response.status, path, said);
    }
    return parsed.data.result;
  }

  /** Null for what is not there. */
  async function find(path: string): Promise<unknown> {
    return read(path).catch((cause: unknown) => {
      if (cause instanceof CloudflareRefusal && cause.status === 404) return null;
      throw cause;
    });
  }

  return {
    accounts: async () => idAndName.parse(await read('/accounts?per_page=50')),
    worker: async (account, name) => {
      const script = `/accounts/${account}/workers/scripts/${name}`;
      const found = await find(`${script}/settings`);
      if (found === null) return null;
      const { bindings } = settings.parse(found);
      const listed = names.parse((await find(`${script}/secrets`)) ?? []);
      const secrets = bindings.filter(({ type }) => type === 'secret_text');
      const vars = bindings.filter(({ type }) => type === 'plain_text');
      return {
        secrets: new Set([...listed, ...secrets].map((each) => each.name)),
        vars: Object.fromEntries(vars.map((each) => [each.name, each.text ?? ''])),
        namespace:
          bindings.find((each) => each.type === 'kv_namespace' && each.name === 'CALLBACKS')?.namespace_id ?? null,
      };
    },
    namespaces: async (account) => {
      const all: { id: string; title: string }[] = [];
      for (let page = 1; ; page += 1) {
        const some = idAndTitle.parse(
          await read(`/accounts/${account}/storage/kv/namespaces?per_page=100&page=${page}`),
        );
        all.push(...some);
        if (some.length < 100) return all;
      }
    },
    subdomain: async (account) => {
      const found = z
        .object({ subdomain: z.string() })
        .nullable()
        .parse(await find(`/accounts/${account}/workers/subdomain`));
      return found?.subdomain ?? null;
    },
    crons: async (account, name) => {
      const found = await find(`/accounts/${account}/workers/scripts/${name}/schedules`);
      const parsed = z.object({ schedules: z.array(z.object({ cron: z.string() })) }).safeParse(found);
      return parsed.success ? parsed.data.schedules.map(({ cron }) => cron) : [];
    },
  };
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

/** A Worker as it was uploaded. */
export interface UploadedWorker {
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly namespace: string | null;
  readonly cpuMs: number | null;
}

const metadataSchema = z.object({
  bindings: z.array(
    z.looseObject({
      name: z.string(),
      type: z.string(),
      text: z.string().optional(),
      namespace_id: z.string().optional(),
    }),
  ),
  keep_bindings: z.array(z.string()).default([]),
  limits: z.object({ cpu_ms: z.number() }).nullish(),
});

async function textOf(part: FormDataEntryValue | null): Promise<string> {
  return typeof part === 'string' ? part : ((await part?.text()) ?? '');
}

/** Of Cloudflare's API what a deployment touches, in memory, of a paid account. `onUpload` is told of each Worker it took. */
export async function startCloudflare(options: { readonly onUpload: (worker: UploadedWorker) => Promise<void> }) {
  let plan: 'free' | 'paid' = 'paid';
  const namespaces: { id: string; title: string }[] = [];
  const requests: string[] = [];
  let worker: UploadedWorker | null = null;
  let schedules: unknown[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://cloudflare');
    const path = pathname.replace(/^\/client\/v4\/accounts\/[^/]+/, '');
    requests.push(`${request.method ?? ''} ${path}`);
    const body = await buffer(request);
    const send = (status: number, result: unknown, errors: unknown[] = []) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ success: status < 400, errors, messages: [], result }));
    };
    const route = `${request.method ?? ''} ${path}`;
    if (route === 'GET /storage/kv/namespaces') return send(200, namespaces);
    if (route === 'POST /storage/kv/namespaces') {
      const { title } = z.object({ title: z.string() }).parse(JSON.parse(body.toString('utf8')));
      const made = { id: String(namespaces.length + 1).padStart(32, '0'), title };
      namespaces.push(made);
      return send(200, made);
    }
    if (route === 'GET /workers/subdomain') return send(200, { subdomain: 'acme' });
    if (route === 'PUT /workers/scripts/dialsheet') {
      const form = await new Response(body, {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData();
      const metadata = metadataSchema.parse(JSON.parse(await textOf(form.get('metadata'))));
      if (metadata.limits && plan === 'free')
        return send(400, null, [{ code: 100_328, message: 'CPU limits are not supported for the Free plan.' }]);
      const of = (type: string) =>
        Object.fromEntries(
          metadata.bindings.filter((each) => each.type === type).map((each) => [each.name, each.text ?? '']),
        );
      worker = {
        vars: of('plain_text'),
        secrets: { ...worker?.secrets, ...of('secret_text') },
        namespace: metadata.bindings.find((each) => each.type === 'kv_namespace')?.namespace_id ?? null,
        cpuMs: metadata.limits?.cpu_ms ?? null,
      };
      await options.onUpload(worker);
      return send(200, { id: 'dialsheet', etag: 'e1', startup_time_ms: 9, deployment_id: 'd1' });
    }
    if (worker === null)
      return send(404, null, [{ code: 10_007, message: 'This Worker does not exist on your account.' }]);
    const secretNames = Object.keys(worker.secrets);
    if (route === 'GET /workers/scripts/dialsheet/secrets')
      return send(
        200,
        secretNames.map((name) => ({ name, type: 'secret_text' })),
      );
    if (route === 'GET /workers/scripts/dialsheet/settings') {
      const bindings = [
        ...Object.entries(worker.vars).map(([name, text]) => ({ name, type: 'plain_text', text })),
        ...secretNames.map((name) => ({ name, type: 'secret_text' })),
        { name: 'CALLBACKS', type: 'kv_namespace', namespace_id: worker.namespace },
      ];
      return send(200, { bindings, migration_tag: 'v1', compatibility_date: '2026-11-01', compatibility_flags: [] });
    }
    if (path === '/workers/scripts/dialsheet/schedules') {
      if (request.method === 'PUT') schedules = z.array(z.unknown()).parse(JSON.parse(body.toString('utf8')));
      return send(200, { schedules });
    }
    if (route === 'GET /workers/services/dialsheet')
      return send(200, {
        id: 'dialsheet',
        default_environment: { environment: 'production', script: { last_deployed_from: 'wrangler', tag: 't' } },
      });
    if (path === '/workers/workers/dialsheet')
      return send(200, {
        id: 'dialsheet',
        name: 'dialsheet',
        subdomain: { enabled: true, previews_enabled: false },
        observability: { enabled: true },
        tags: [],
        references: {},
      });
    if (path === '/workers/scripts/dialsheet/subdomain') return send(200, { enabled: true, previews_enabled: true });
    if (path === '/workers/scripts/dialsheet/deployments') return send(200, { deployments: [] });
    return send(404, null, [{ code: 7003, message: `Nothing is known of ${path}` }]);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      response.writeHead(500).end(String(cause));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/client/v4`,
    requests,
    worker: () => worker,
    setPlan: (now: typeof plan) => {
      plan = now;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

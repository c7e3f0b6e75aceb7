import { DurableObject } from 'cloudflare:workers';

interface Env {
  readonly SINKS: DurableObjectNamespace<BareSink>;
}

/** What the sink is compared with: the least code that makes a callback durable. */
export class BareSink extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS callbacks (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL)',
    );
  }

  store(body: string): void {
    this.ctx.storage.sql.exec('INSERT INTO callbacks (body) VALUES (?)', body);
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/healthz') return Response.json({ ok: true });
    // One object per campaign, like ours.
    const [, , importId, seq] = pathname.split('/');
    await env.SINKS.getByName(`${importId}/${seq}`).store(await request.text());
    return Response.json({ ok: true });
  },
};

// Our Worker as it is, with a door by which a bench fills a sink faster than by HTTP; what a search asks is counted.
import { CALLBACKS_PER_BATCH } from '../../../shared/sink-limits.ts';
import { batchKey } from '../../../worker/sink/filling-batch.ts';
import worker from '../../../worker/index.ts';
import type { Env } from '../../../worker/env.ts';
import { countedEnv, forgetCounts, readCounts } from './counting.ts';

export * from '../../../worker/index.ts';

const AT_ONCE = 50;
const encoder = new TextEncoder();

/** Callbacks as Exotel sends them at the end of a call, each of a number of its own. */
async function fill(env: Env, sink: string, first: number, count: number): Promise<void> {
  const object = env.SINKS.getByName(sink);
  const way = { kind: 'call', method: 'POST', contentType: 'application/json', query: '' };
  for (let at = first; at < first + count; at += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, first + count - at) }, (_, n) => bodyOf(at + n));
    await Promise.all(some.map((body) => object.receive({ ...way, receivedAt: Date.now(), body })));
  }
}

function bodyOf(mark: number): Uint8Array {
  const sid = `call${String(mark).padStart(28, '0')}`;
  const [from, to] = [`0981${String(1_000_000 + mark)}`, '08088919888'];
  const legs = [{ OnCallDuration: 41, Status: 'completed' }];
  return encoder.encode(
    JSON.stringify({
      CallSid: sid,
      EventType: 'terminal',
      From: from,
      To: to,
      Direction: 'outbound-api',
      Status: 'completed',
      Legs: legs,
    }),
  );
}

export default {
  async fetch(request, env, ctx) {
    const { pathname, searchParams } = new URL(request.url);
    const [sink, first, count] = [searchParams.get('sink') ?? '', searchParams.get('first'), searchParams.get('count')];
    if (pathname === '/_fill') return new Response(String(await fill(env, sink, Number(first), Number(count))));
    if (pathname === '/_archived') {
      const last = batchKey(sink, Number(count) / CALLBACKS_PER_BATCH);
      return Response.json((await env.CALLBACKS.getWithMetadata(last, 'stream')).value !== null);
    }
    if (pathname === '/_counts') return Response.json(readCounts());
    if (pathname === '/_counts/forget') return new Response(String(forgetCounts()));
    return worker.fetch(request, countedEnv(env), ctx);
  },
  scheduled: worker.scheduled,
} satisfies ExportedHandler<Env>;

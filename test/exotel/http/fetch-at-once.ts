import type { Incoming } from './route.ts';
import type { Reply } from './http-server.ts';

/** A client's time limit. It ends when the stand-in knows that no answer will be in time, without a real clock. */
export interface AtOnce {
  readonly fetch: typeof fetch;
  readonly limit: (ms: number) => AbortSignal;
}

/**
 * The stand-in's answers without a network, for tests on a simulated clock. They never wait for real time, so a busy
 * machine makes no answer late, and an answer that shall be late is late on every machine.
 */
export function answerAtOnce(reply: (incoming: Incoming) => Promise<Reply>): AtOnce {
  const limits = new WeakMap<AbortSignal, { readonly ms: number; readonly end: () => void }>();

  function limit(ms: number): AbortSignal {
    const controller = new AbortController();
    limits.set(controller.signal, { ms, end: () => controller.abort() });
    return controller.signal;
  }

  async function answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const request = new Response(init.body ?? null);
    const headers = new Headers(init.headers);
    const url = new URL(String(input instanceof Request ? input.url : input));
    const bytes = Buffer.from(await request.arrayBuffer());
    const isUpload = url.pathname.endsWith('/contacts/csv-upload');
    const told = await reply({
      method: init.method ?? 'GET',
      url,
      authorization: headers.get('authorization') ?? undefined,
      contentType: headers.get('content-type') ?? request.headers.get('content-type') ?? undefined,
      body: isUpload ? '' : bytes.toString('utf8'),
      bytes,
    });
    const { status, headers: said, body } = told.answer;
    told.onSent(told.delivery === 'send' ? status : null);
    const within = init.signal ? limits.get(init.signal) : undefined;
    if (told.delivery === 'never' || (within !== undefined && told.delayMs >= within.ms)) {
      within?.end();
      throw new DOMException('No answer came in time', 'TimeoutError');
    }
    if (told.delivery === 'drop') throw new TypeError('fetch failed');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const content = told.delivery === 'reset_mid_body' ? halfOf(text) : text;
    return new Response(status === 204 ? null : content, {
      status,
      headers: { 'content-type': 'application/json', ...said },
    });
  }

  return { fetch: answer, limit };
}

/** Half of the text, and then the connection breaks. */
function halfOf(text: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(text.slice(0, text.length / 2));
  const parts = [half];
  return new ReadableStream({
    pull: (controller) => {
      const part = parts.shift();
      if (part === undefined) controller.error(new TypeError('terminated'));
      else controller.enqueue(part);
    },
  });
}

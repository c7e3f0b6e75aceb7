import type { z } from 'zod';
import { errorEnvelopeSchema } from '../../../shared/protocol/error-envelope.ts';

/** The Worker said no: its own code and sentence. */
class RefusedError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(`${status} ${code}: ${message}`);
    this.status = status;
    this.code = code;
  }
}

export interface LocalApi {
  readonly get: <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.infer<Schema>>;
  /** A string or bytes go as `text/csv`, anything else as JSON. */
  readonly post: <Schema extends z.ZodType>(path: string, body: unknown, schema: Schema) => Promise<z.infer<Schema>>;
  /** The body as it comes, for CSV and JSON lines. */
  readonly text: (path: string) => Promise<string>;
}

/** Talks to a Worker as a script of the team would; answers that break the wire's schema throw. */
export function createLocalApi(workerUrl: string, token: string): LocalApi {
  const call = async (method: string, path: string, body?: BodyInit, type?: string): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, ...(type === undefined ? {} : { 'content-type': type }) };
    const answer = await fetch(workerUrl + path, { method, headers, ...(body === undefined ? {} : { body }) });
    if (answer.ok) return answer;
    const text = await answer.text();
    const envelope = errorEnvelopeSchema.safeParse(parseJson(text));
    if (envelope.success) throw new RefusedError(answer.status, envelope.data.error.code, envelope.data.error.message);
    throw new Error(`${method} ${path} answered ${answer.status}, and not as Dialsheet does: ${text.slice(0, 500)}`);
  };
  return {
    get: async (path, schema) => schema.parse(await (await call('GET', path)).json()),
    post: async (path, body, schema) => {
      const answer =
        typeof body === 'string' || body instanceof Uint8Array
          ? await call('POST', path, typeof body === 'string' ? body : new Uint8Array(body), 'text/csv')
          : await call('POST', path, JSON.stringify(body), 'application/json');
      return schema.parse(await answer.json());
    },
    text: async (path) => (await call('GET', path)).text(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

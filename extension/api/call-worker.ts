import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiFault } from './api-fault.ts';
import { lineFault, readBody } from './read-body.ts';

export interface WorkerAddress {
  readonly address: string;
  /** Null makes the call without a token. */
  readonly token: string | null;
}

export interface CallOptions {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly json?: unknown;
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export type CallWorker = (path: string, options?: CallOptions) => Promise<Result<Response, ApiFault>>;

const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * Makes calls to one Worker with the team token; anything but a 2xx is an `ApiFault`. Redirects are refused, because
 * the token must never be sent to another host.
 */
export function createCallWorker(worker: WorkerAddress, fetcher: typeof fetch): CallWorker {
  return async function callWorker(path, options = {}) {
    const headers = new Headers(options.headers);
    if (worker.token !== null) headers.set('authorization', `Bearer ${worker.token}`);
    if (options.json !== undefined) headers.set('content-type', 'application/json');
    const body = options.json === undefined ? (options.body ?? null) : JSON.stringify(options.json);
    let response: Response;
    try {
      response = await fetcher(new URL(path, worker.address), {
        method: options.method ?? 'GET',
        headers,
        body,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
      });
    } catch (error) {
      return err(lineFault(error));
    }
    return response.ok ? ok(response) : err(await readRefusal(response));
  };
}

async function readRefusal(response: Response): Promise<ApiFault> {
  const body = await readBody<unknown>(response.json());
  if (!body.ok && body.error.code !== 'unreadable_answer') return body.error;
  const refusal = body.ok ? readEnvelope(body.value) : null;
  if (refusal) return { code: 'refused', status: response.status, ...refusal };
  return { code: 'not_dialsheet', status: response.status };
}

function readEnvelope(body: unknown): { reason: string; message: string; details: unknown } | null {
  if (!isObject(body) || !isObject(body['error'])) return null;
  const { code, message, details } = body['error'];
  if (typeof code !== 'string' || typeof message !== 'string') return null;
  return { reason: code, message, details };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

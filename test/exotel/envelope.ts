import { faceOf, isAboutTheRequest } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** What goes back over HTTP; `body` is a value to be written as JSON, or text to be written as it is. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

export type ResponseShape = 'mixed' | 'array' | 'object';
type Metadata = { readonly count: number; readonly offset: number; readonly total: number; readonly limit: number };
type Item = { readonly data: unknown; readonly summary?: unknown };

type Success = {
  readonly requestId: string;
  /** What the body claims, which for updates is `POST`. */
  readonly method: string;
  readonly status: number;
  readonly metadata?: Metadata;
  readonly items: readonly Item[];
};

/** A success; key order is that of Exotel's samples, byte for byte. */
export function succeed({ requestId, method, status, metadata, items }: Success): Answer {
  const response = items.map(({ data, summary }) => ({
    code: 200,
    error_data: null,
    status: 'success',
    data,
    ...(summary === undefined ? {} : { summary }),
  }));
  const body = {
    request_id: requestId,
    method,
    http_code: status,
    ...(metadata === undefined ? {} : { metadata }),
    response,
  };
  return { status, headers: {}, body };
}

/** A refusal in the v2 envelope. */
export function refuse(requestId: string, method: string, refusal: Refusal, shape: ResponseShape): Answer {
  const face = faceOf(refusal.code);
  const item = {
    code: face.http,
    error_data: { code: face.code, description: refusal.description, message: face.message },
    status: 'failure',
    data: null,
  };
  const asObject = shape === 'object' || (shape === 'mixed' && isAboutTheRequest(refusal.code));
  const body = { request_id: requestId, method, http_code: face.http, response: asObject ? item : [item] };
  return { status: face.http, headers: {}, body };
}

import { faceOf, isAboutTheRequest } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** An answer over HTTP; `body` is a value to be sent as JSON, or a text to be sent as it is. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

export type ResponseShape = 'mixed' | 'array' | 'object';
type Metadata = Readonly<Record<string, number>>;
/** One resource of an answer; with a `refusal` this item failed although the request did not. */
export type Item = { readonly data: unknown; readonly summary?: unknown; readonly refusal?: Refusal };

type Head = {
  readonly requestId: string;
  /** The method that the body names; for updates Exotel's body says `POST`. */
  readonly method: string;
  readonly status: number;
};

/** A success; the keys are in the order of Exotel's samples, byte for byte. */
export function succeed({
  requestId,
  method,
  status,
  metadata,
  items,
}: Head & { readonly metadata?: Metadata; readonly items: readonly Item[] }): Answer {
  const body = {
    request_id: requestId,
    method,
    http_code: status,
    ...(metadata === undefined ? {} : { metadata }),
    response: items.map(renderItem),
  };
  return { status, headers: {}, body };
}

function renderItem({ data, summary, refusal }: Item): unknown {
  const face = refusal === undefined ? null : faceOf(refusal.code);
  return {
    code: face?.http ?? 200,
    error_data: face === null ? null : { code: face.code, description: refusal?.description, message: face.message },
    status: face === null ? 'success' : 'failure',
    data,
    ...(summary === undefined ? {} : { summary }),
  };
}

/** A success with exactly this `response`, because CSV and message campaigns have shapes of their own. */
export function succeedWith(
  { requestId, method, status }: Head,
  response: unknown,
  metadata: Metadata | null = null,
): Answer {
  const top = { request_id: requestId, method, http_code: status };
  return { status, headers: {}, body: { ...top, ...(metadata === null ? {} : { metadata }), response } };
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

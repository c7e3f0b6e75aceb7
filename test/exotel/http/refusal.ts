/**
 * Every refusal of the stand-in. Codes 1000-1011 are Exotel's (1000 is confirmed for campaigns, the others come from a
 * sibling API with the same envelope). If no number is known, the HTTP status is used instead.
 */
export type RefusalCode =
  | 'not_found'
  | 'mandatory'
  | 'invalid'
  | 'forbidden'
  | 'unreadable_body'
  | 'unauthorised'
  | 'content_type'
  | 'payment_required'
  | 'conflict'
  | 'duplicate'
  | 'throttled'
  | 'server_error';

export type Refusal = { readonly code: RefusalCode; readonly description: string };

type Face = { readonly http: number; readonly code: number; readonly message: string };

const FACES: Record<RefusalCode, Face> = {
  not_found: { http: 404, code: 1000, message: 'Not Found' },
  mandatory: { http: 400, code: 1001, message: 'Mandatory Parameter missing' },
  invalid: { http: 400, code: 1002, message: 'Invalid parameter' },
  forbidden: { http: 403, code: 1003, message: 'Authorization failed' },
  unreadable_body: { http: 400, code: 1007, message: 'Invalid request body' },
  unauthorised: { http: 401, code: 1010, message: 'Authorization failed' },
  content_type: { http: 415, code: 1011, message: 'Unsupported content type' },
  payment_required: { http: 402, code: 402, message: 'Payment Required' },
  conflict: { http: 409, code: 409, message: 'Conflict' },
  duplicate: { http: 409, code: 1008, message: 'Duplicate resource' },
  throttled: { http: 429, code: 429, message: 'Too Many Requests' },
  server_error: { http: 500, code: 1100, message: 'Internal server error' },
};

/** HTTP status, Exotel's code and its words for a refusal. */
export function faceOf(code: RefusalCode): Face {
  return FACES[code];
}

const ABOUT_ONE: ReadonlySet<RefusalCode> = new Set(['not_found', 'invalid', 'mandatory', 'conflict', 'duplicate']);

/** A refusal of the whole request is answered with an object, one of a single campaign in it with an array of one. */
export function isAboutTheRequest(code: RefusalCode): boolean {
  return !ABOUT_ONE.has(code);
}

import { refuse } from '../http/envelope.ts';
import type { Answer } from '../http/envelope.ts';
import type { FaultKind, RequestFault } from './faults.ts';
import type { RefusalCode } from '../http/refusal.ts';

/** How an answer is sent: whole, not at all with the connection cut, never, or cut off in its middle. */
export type Delivery = 'send' | 'drop' | 'never' | 'reset_mid_body';

export type FaultPlan = {
  /** Whether the request is carried out before its answer is changed. */
  readonly isDone: boolean;
  readonly delivery: Delivery;
  readonly delayMs: number;
  /** Makes the answer that replaces the real one. */
  readonly answer: (real: Answer) => Answer;
};

const SENT: Pick<FaultPlan, 'delivery' | 'delayMs'> = { delivery: 'send', delayMs: 0 };
const asIs = (real: Answer): Answer => real;

type Asked = { readonly requestId: string; readonly method: string };

/** What each kind of fault means. */
export function planFault(rule: RequestFault, { requestId, method }: Asked): FaultPlan {
  const envelope = (code: RefusalCode, description: string): Answer =>
    refuse(requestId, method, { code, description }, 'mixed');
  const instead = (answer: Answer, isDone = false): FaultPlan => ({ ...SENT, isDone, answer: () => answer });
  const plans: Record<FaultKind, () => FaultPlan> = {
    refuse: () => instead(envelope('invalid', rule.description)),
    drop_before: () => ({ isDone: false, delivery: 'drop', delayMs: 0, answer: asIs }),
    drop_after: () => ({ isDone: true, delivery: 'drop', delayMs: 0, answer: asIs }),
    error_before: () => instead(envelope('server_error', 'Internal server error')),
    error_after: () => instead(envelope('server_error', 'Internal server error'), true),
    gateway_html_before: () => instead(GATEWAY),
    gateway_html_after: () => instead(GATEWAY, true),
    timeout_before: () => ({ isDone: false, delivery: 'never', delayMs: 0, answer: asIs }),
    timeout_after: () => ({ isDone: true, delivery: 'never', delayMs: 0, answer: asIs }),
    reset_mid_body: () => ({ isDone: true, delivery: 'reset_mid_body', delayMs: 0, answer: asIs }),
    garbage: () => instead({ status: 200, headers: {}, body: '\u0000OK <<>> not json' }, true),
    truncated_json: () => ({ ...SENT, isDone: true, answer: truncate }),
    item_failed: () => instead({ ...envelope('invalid', rule.description), status: 207 }),
    unauthorised: () => instead(envelope('unauthorised', 'Authorization failed')),
    payment_required: () => instead(envelope('payment_required', 'Insufficient balance')),
    not_found: () => instead(envelope('not_found', 'Not Found')),
    forbidden: () => instead(envelope('forbidden', 'Authorization failed')),
    throttled: () => instead(throttled(rule, envelope('throttled', 'Rate limit exceeded'))),
    names_another: () => ({ ...SENT, isDone: true, answer: namesAnother }),
    slow: () => ({ isDone: true, delivery: 'send', delayMs: rule.delayMs, answer: asIs }),
  };
  return plans[rule.kind]();
}

const GATEWAY: Answer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n',
};

const NAMING_KEYS = new Set(['id', 'sid', 'name', 'campaign_sid', 'list_sid', 'upload_id', 'url']);

/** The answer to another client's request of the same kind: it names something that was not asked for. */
function namesAnother(real: Answer): Answer {
  const text = JSON.stringify(real.body, (key, value: unknown) =>
    NAMING_KEYS.has(key) && typeof value === 'string' ? Array.from(value).toReversed().join('') : value,
  );
  return { ...real, body: JSON.parse(text) as unknown };
}

function truncate(real: Answer): Answer {
  const text = JSON.stringify(real.body);
  return { ...real, body: text.slice(0, Math.floor(text.length / 2)) };
}

function throttled(rule: RequestFault, envelope: Answer): Answer {
  if (!rule.headers) return { ...envelope, body: { RestException: { Status: 429, Message: 'RATE_LIMIT_EXCEEDED' } } };
  return { ...envelope, headers: { 'retry-after': String(rule.retryAfterSeconds) } };
}

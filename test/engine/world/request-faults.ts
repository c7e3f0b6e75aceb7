import { EXOTEL_TIMEOUT_SECONDS, LIST_UPLOAD_TIMEOUT_FACTOR } from '../../../shared/limits.ts';
import type { ExotelClient } from '../../../worker/exotel/client.ts';
import type { FaultKind, FaultRuleChange } from '../../exotel/faults/faults.ts';
import type { SimulatedTime } from './engine-world.ts';

export interface Fault {
  readonly name: string;
  readonly rule: Omit<FaultRuleChange, 'operation' | 'skip'>;
}

const plain = (name: string, kind: FaultKind): Fault => ({ name, rule: { kind } });

/** One delay below the time limit of a request, and one above that of an upload, which has the longest. */
const IN_TIME_MS = 20;
const TOO_LATE_MS = EXOTEL_TIMEOUT_SECONDS * LIST_UPLOAD_TIMEOUT_FACTOR * 1_000;

export const FAULTS: readonly Fault[] = [
  plain('refused (400)', 'refuse'),
  plain('207 with a failed item', 'item_failed'),
  plain('401', 'unauthorised'),
  plain('402', 'payment_required'),
  plain('403', 'forbidden'),
  { name: '429 with Retry-After', rule: { kind: 'throttled', retryAfterSeconds: 7 } },
  { name: '429 without headers', rule: { kind: 'throttled', headers: false } },
  plain('dropped before it was done', 'drop_before'),
  plain('dropped after', 'drop_after'),
  plain('500 before', 'error_before'),
  plain('500 after', 'error_after'),
  plain("a gateway's 502 before", 'gateway_html_before'),
  plain("a gateway's 502 after", 'gateway_html_after'),
  plain('no answer, not done', 'timeout_before'),
  plain('no answer, done', 'timeout_after'),
  plain('reset in the middle of the answer', 'reset_mid_body'),
  plain('names another', 'names_another'),
  plain('garbage', 'garbage'),
  plain('truncated JSON', 'truncated_json'),
  { name: 'slow, in time', rule: { kind: 'slow', delayMs: IN_TIME_MS } },
  { name: 'slow, too late', rule: { kind: 'slow', delayMs: TOO_LATE_MS } },
];

/** The client gives up on the first POST, but it arrives `afterSeconds` later, as if a proxy had held it. */
export function landsLate(afterSeconds: number) {
  return (client: ExotelClient, time: SimulatedTime): ExotelClient => {
    let held: { readonly at: number; readonly send: () => Promise<unknown> } | null = null;
    let isFirst = true;
    return {
      request: async (method, path, body) => {
        if (held !== null && time.now() >= held.at) {
          const { send } = held;
          held = null;
          await send();
        }
        if (method !== 'POST' || !isFirst) return client.request(method, path, body);
        isFirst = false;
        held = { at: time.now() + afterSeconds * 1000, send: () => client.request(method, path, body) };
        time.pass(EXOTEL_TIMEOUT_SECONDS * 1000);
        const rate = { retryAfterMs: null, remaining: null, resetMs: null };
        return { result: { ok: false, error: { code: 'in_doubt', reason: 'timeout', status: null } }, rate };
      },
    };
  };
}

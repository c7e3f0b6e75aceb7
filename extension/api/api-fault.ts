import { assertNever } from '../../shared/result.ts';

/**
 * Every way a call to the Worker can fail, as the extension sees it. `refused`: the Worker's own refusal, with its code
 * and its message, which already says what to do.
 */
export type ApiFault =
  | { readonly code: 'unreachable' }
  /** The user took away the browser's permission to reach the Worker. */
  | { readonly code: 'host_not_allowed' }
  | { readonly code: 'timed_out' }
  | { readonly code: 'not_dialsheet'; readonly status: number }
  | { readonly code: 'unreadable_answer' }
  | {
      readonly code: 'refused';
      readonly status: number;
      readonly reason: string;
      readonly message: string;
      readonly details: unknown;
    };

/** Whether the same call may work a little later without anybody doing anything. */
export function isPassing(fault: ApiFault): boolean {
  switch (fault.code) {
    case 'unreachable':
    case 'host_not_allowed':
    case 'timed_out':
      return true;
    case 'not_dialsheet':
      return fault.status >= 500 || fault.status === 429;
    case 'unreadable_answer':
      return false;
    case 'refused':
      return fault.reason !== 'misconfigured' && (fault.status >= 500 || fault.status === 429);
    default:
      return assertNever(fault);
  }
}

/**
 * True if nobody was reached; such a fault is over once somebody answers. A call that timed out does not count, because
 * it may have arrived.
 */
export function isOfLine({ code }: ApiFault): boolean {
  return code === 'unreachable' || code === 'host_not_allowed';
}

export function isRefusal(fault: ApiFault, reason: string): boolean {
  return fault.code === 'refused' && fault.reason === reason;
}

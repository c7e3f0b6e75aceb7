import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiFault } from './api-fault.ts';
import { NOT_ALLOWED } from './fetch-from-allowed.ts';

/** Why a call failed before its answer was complete: the connection broke, or it took too long. */
export function lineFault(error: unknown): ApiFault {
  if (!(error instanceof DOMException)) return { code: 'unreachable' };
  if (error.name === NOT_ALLOWED) return { code: 'host_not_allowed' };
  return { code: error.name === 'TimeoutError' ? 'timed_out' : 'unreachable' };
}

/** The body of an answer that has begun. If it is cut off, that says nothing about the Worker. */
export async function readBody<T>(body: Promise<T>): Promise<Result<T, ApiFault>> {
  try {
    return ok(await body);
  } catch (error) {
    return err(error instanceof SyntaxError ? { code: 'unreadable_answer' } : lineFault(error));
  }
}

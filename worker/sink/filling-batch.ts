import { CALLBACKS_PER_BATCH, MAX_BATCH_BYTES } from '../../shared/sink-limits.ts';
import type { Interest } from '../events/interest.ts';

/** The batch being filled, as far as is known without reading the disk. */
export interface Filling {
  readonly batch: number;
  count: number;
  bytes: number;
  nextId: number;
}

export function isFull({ count, bytes }: Filling): boolean {
  return count >= CALLBACKS_PER_BATCH || bytes >= MAX_BATCH_BYTES;
}

/** Keys sort by sink and batch. */
export function batchKey(sink: string, batch: number): string {
  return `sinks/${sink}/${String(batch).padStart(8, '0')}`;
}

/** Whether any destination gets a sink's callbacks; null if that is not known. */
export function areWanted(interest: Interest | null): boolean | null {
  return interest === null ? null : interest.wanted.includes('callback.raw');
}

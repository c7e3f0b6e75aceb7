import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { invalid } from '../campaigns/check-flow.ts';
import type { Refusal } from './refusal.ts';

const DEFAULT_LIMIT = 20;

export type Page = { readonly offset: number; readonly limit: number };

/** `offset` and `limit` of a query; by default the first twenty. */
export function readPage(query: URLSearchParams): Result<Page, Refusal> {
  const offset = readCount(query.get('offset'), 0);
  if (offset === null) return invalid('offset must be a number');
  const limit = readCount(query.get('limit'), DEFAULT_LIMIT);
  if (limit === null || limit === 0) return invalid('limit must be a positive number');
  return ok({ offset, limit });
}

function readCount(text: string | null, otherwise: number): number | null {
  if (text === null) return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A `status` filter: comma-separated, any case, spaces allowed. Null means every status. */
export function readStatuses<T extends string>(
  text: string | null,
  known: readonly T[],
): Result<ReadonlySet<T> | null, Refusal> {
  if (text === null || text.trim() === '') return ok(null);
  const statuses = new Set<T>();
  for (const given of text.split(',')) {
    const status = known.find((word) => word === given.trim().toLowerCase());
    if (status === undefined) return invalid(`status ${given.trim()} is not allowed`);
    statuses.add(status);
  }
  return ok(statuses);
}

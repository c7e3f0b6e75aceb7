import type { ImportSummary } from '../../shared/protocol/import.ts';
import { ok } from '../../shared/result.ts';
import type { Answered, Page, WorkerClient } from '../api/worker-client.ts';
import { statesOf } from './history-query.ts';
import { isUnderWay } from './import-standing.ts';

const NEWEST = 20;
const STILL_UNDER_WAY = [...statesOf('under_way'), 'needs_attention'].join(',');

/**
 * The newest imports, and the newest of those under way even if many were made after them, because a person with
 * running calls must see them. `underWay` is their number; if the newest already include as many, nothing more is asked
 * for.
 */
export async function readRecent(
  client: Pick<WorkerClient, 'imports' | 'findImports'>,
  underWay: number,
): Answered<Page<ImportSummary>> {
  const newest = await client.imports(NEWEST);
  if (!newest.ok || newest.value.items.filter(isUnderWay).length >= underWay) return newest;
  const older = await client.findImports({ search: '', state: STILL_UNDER_WAY, offset: 0, limit: NEWEST });
  if (!older.ok) return older;
  const { items } = newest.value;
  const known = new Set(items.map(({ id }) => id));
  return ok({ ...newest.value, items: [...items, ...older.value.items.filter(({ id }) => !known.has(id))] });
}

import type { ImportSummary } from '../../shared/protocol/import.ts';
import { ok } from '../../shared/result.ts';
import type { Answered, Page, WorkerClient } from '../api/worker-client.ts';
import { statesOf } from './history-query.ts';
import { isUnderWay } from './import-standing.ts';

const NEWEST = 20;
const STILL_UNDER_WAY = [...statesOf('under_way'), 'needs_attention'].join(',');

/**
 * The newest imports, and of those under way the newest, however many were made after them: who has calls going out must see
 * them. `underWay` says how many there are; where the newest hold as many, nothing more is asked for.
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

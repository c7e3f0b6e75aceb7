import type { ImportSummary } from '../../shared/protocol/import.ts';

/** Final states do not change, so their line in the index is true. Imports in other states are asked. */
const SETTLED = new Set<string>(['finished', 'failed', 'checked']);

/** The import's summary at this moment; if the import is gone, the last one that the account heard. */
export async function freshSummary(
  line: ImportSummary,
  ask: (id: string) => Promise<ImportSummary | null>,
): Promise<ImportSummary> {
  return SETTLED.has(line.state) ? line : ((await ask(line.id)) ?? line);
}

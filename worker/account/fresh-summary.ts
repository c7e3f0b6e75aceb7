import type { ImportSummary } from '../../shared/protocol/import.ts';

/** Final states do not change: their line in the index is true. The others are asked. */
const SETTLED = new Set<string>(['finished', 'failed', 'checked']);

/** An import as it is at this moment; as the account last heard of it where there is none any more. */
export async function freshSummary(
  line: ImportSummary,
  ask: (id: string) => Promise<ImportSummary | null>,
): Promise<ImportSummary> {
  return SETTLED.has(line.state) ? line : ((await ask(line.id)) ?? line);
}

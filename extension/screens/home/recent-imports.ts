import type { ImportSummary } from '../../../shared/protocol/import.ts';
import type { KeptImport } from '../../storage/kept-import.ts';

export type RecentImport =
  | { readonly from: 'browser'; readonly kept: KeptImport }
  | { readonly from: 'worker'; readonly summary: ImportSummary };

/** One list of what waits here and what the Worker has, newest first. What is still here knows more about itself. */
export function recentImports(kept: readonly KeptImport[], summaries: readonly ImportSummary[]): RecentImport[] {
  const here = new Set(kept.map(({ id }) => id));
  return [
    ...kept.map((one) => ({ at: one.keptAt, recent: { from: 'browser', kept: one } as const })),
    ...summaries
      .filter(({ id }) => !here.has(id))
      .map((summary) => ({ at: Date.parse(summary.createdAt), recent: { from: 'worker', summary } as const })),
  ]
    .sort((left, right) => right.at - left.at)
    .map(({ recent }) => recent);
}

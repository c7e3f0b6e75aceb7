import type { ImportState, ImportSummary } from '../../../shared/protocol/import.ts';
import { isUnderWay } from '../../state/import-standing.ts';
import type { KeptImport } from '../../storage/kept-import.ts';

export type RecentImport =
  | { readonly from: 'browser'; readonly kept: KeptImport }
  | { readonly from: 'worker'; readonly summary: ImportSummary };

const CARDS = 3;

/** What a person may most urgently want to stop comes first: running calls before waiting ones. */
const FIRST: readonly ImportState[] = ['running', 'stopping', 'needs_attention', 'launching', 'paused'];

/**
 * Imports under way, shown on cards of their own, the newest of each kind first. The person's own test calls are left
 * out, because they are shown on Confirm.
 */
export function onCards(kept: readonly KeptImport[], summaries: readonly ImportSummary[]): readonly ImportSummary[] {
  const here = new Set(kept.map(({ id }) => id));
  const underWay = summaries.filter((one) => isUnderWay(one) && !one.test && !here.has(one.id));
  return underWay.toSorted((one, other) => FIRST.indexOf(one.state) - FIRST.indexOf(other.state)).slice(0, CARDS);
}

/**
 * One list of this browser's drafts and the Worker's imports, newest first, without those on cards. If both have an
 * import, the draft is shown, because it knows more.
 */
export function recentImports(kept: readonly KeptImport[], summaries: readonly ImportSummary[]): RecentImport[] {
  const elsewhere = new Set([...kept.map(({ id }) => id), ...onCards(kept, summaries).map(({ id }) => id)]);
  return [
    ...kept.map((one) => ({ at: one.keptAt, recent: { from: 'browser', kept: one } as const })),
    ...summaries
      .filter(({ id }) => !elsewhere.has(id))
      .map((summary) => ({ at: Date.parse(summary.createdAt), recent: { from: 'worker', summary } as const })),
  ]
    .sort((left, right) => right.at - left.at)
    .map(({ recent }) => recent);
}

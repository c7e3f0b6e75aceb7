import { takeOut } from '../outbox/take-out.ts';
import { withTotals } from '../record/apply-totals.ts';
import type { EngineDeps } from './engine-ports.ts';

/**
 * Asks just before sending who must not be called by now, and takes them out. The campaign may leave only once they are
 * counted.
 */
export async function takeOutSuppressed(deps: EngineDeps, seq: number): Promise<void> {
  const found = await deps.suppressed(deps.row(seq));
  const before = deps.row(seq);
  if (before.state !== 'pending') return;
  const row = takeOut(before, found, (range) => deps.numbers(range));
  if (row !== before) deps.putRow(row);
  if (row.suppressed.length === 0) return;
  await deps.openCampaign(row);
  const totals = await deps.countAs(seq, row.suppressed, 'suppressed');
  deps.putRow(withTotals(deps.row(seq), totals));
}

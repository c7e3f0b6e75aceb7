import { withList } from './campaign-lists.ts';
import type { CampaignRow } from './campaign-row.ts';
import { uploadAnew } from './list-transitions.ts';

/**
 * The row without people who asked meanwhile not to be called. A list that already holds one of them is made anew; a
 * campaign with nobody left is not made at all.
 */
export function takeOut(
  row: CampaignRow,
  suppressed: Float64Array,
  numbersOf: (range: { readonly firstContact: number; readonly contacts: number }) => Float64Array,
): CampaignRow {
  const known = new Set(row.suppressed);
  const fresh = Array.from(suppressed).filter((number) => !known.has(number));
  if (fresh.length === 0) return row;
  const all = new Set([...row.suppressed, ...fresh]);
  const isFresh = new Set(fresh);
  let next: CampaignRow = { ...row, suppressed: [...all] };
  for (const list of row.lists) {
    const numbers = numbersOf(list);
    if (!numbers.some((number) => isFresh.has(number))) continue;
    const omitted = numbers.reduce((sum, number) => sum + (all.has(number) ? 1 : 0), 0);
    next = withList(next, uploadAnew(list, omitted));
  }
  // What an earlier create without an answer made may turn up; nobody in it may be called.
  return callsNobody(next, numbersOf(row)) ? { ...next, state: 'cancelled', want: 'ended', lookupAt: 0 } : next;
}

/** Exotel had already taken out everybody who is left. */
function callsNobody(row: CampaignRow, numbers: Float64Array): boolean {
  const out = new Set([...row.suppressed, ...row.excluded]);
  return numbers.every((number) => out.has(number));
}

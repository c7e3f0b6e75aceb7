import { describe, expect, it } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { isWhole, shownWith } from '../../../../worker/import/engine/whole-reading.ts';
import type { ExotelExchange } from '../../../../worker/exotel/client.ts';

const rate = { retryAfterMs: null, remaining: null, resetMs: null };

function page(sids: readonly string[], total: number | null): ExotelExchange {
  const items = sids.map((id) => ({ data: { id, name: `Leads #abcd-${id}`, status: 'Created' }, summary: null }));
  return { rate, result: ok({ items, total }) };
}

const failed: ExotelExchange = {
  rate,
  result: { ok: false, error: { code: 'not_found', status: 404, description: '' } },
};
const nameless: ExotelExchange = { rate, result: ok({ items: [{ data: { id: 'c1' }, summary: null }], total: 1 }) };

describe('a reading is whole', () => {
  it.each<[string, readonly ExotelExchange[], boolean]>([
    ['of one page', [page(['c1', 'c2'], 2)], true],
    ['of several pages', [page(['c1', 'c2'], 3), page(['c3'], 3)], true],
    ['that ends with an empty page, without a count', [page(['c1'], null), page([], null)], true],
    ['that ends with an empty page, with what was shown as its count', [page(['c1'], 1), page([], 1)], true],
    ['of nothing at all', [page([], 0)], true],
    ['not if an empty page counts more', [page(['c1'], 2), page([], 2)], false],
    ['not if a page comes again', [page(['c1'], 2), page(['c1'], 2)], false],
    ['not if one campaign comes twice', [page(['c1', 'c1'], 2)], false],
    ['not if an item has no name', [nameless], false],
    ['not if a page was not found', [page(['c1'], 2), failed], false],
    ['not after a page that was not', [failed, page(['c1'], 1)], false],
  ])('%s', (_what, pages, whole) => {
    const shown = pages.reduce<readonly string[] | null>((before, each) => shownWith(before, each), []);
    const last = pages.at(-1);
    expect(last !== undefined && isWhole(shown, last)).toBe(whole);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, upload, uploadStatus } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';
import type { Exotel } from '../start-exotel.ts';
import { waitForEnd } from '../control/wait-for-end.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const LISTS = 4;
/** By night as many as a large import has. */
const IN_LIST = drawnOf(5_000, 50_000);

let exotel: Exotel;
beforeAll(async () => {
  const settings = { callsPerMinute: 10_000_000, csvProcessingMs: 0 };
  exotel = await startExotel({ speed: 10_000_000, settings });
});
afterAll(() => exotel.close());

describe('many numbers', () => {
  it('are uploaded, called and judged, each in one list, one campaign and one outcome', async () => {
    const lists: string[] = [];
    for (let list = 0; list < LISTS; list += 1) {
      const numbers = Array.from({ length: IN_LIST }, (_, n) => `+91${9_000_000_000 + list * IN_LIST + n}`);
      const sent = await upload(exotel.url, { list: `list ${list}`, csv: `number\n${numbers.join('\n')}\n` });
      expect(await uploadStatus(exotel.url, sent.uploadId)).toMatchObject({ stats: { success: IN_LIST } });
      lists.push(sent.listSid);
    }
    await create(exotel.url, { from: undefined, lists: lists.slice(0, 3) });
    await create(exotel.url, { from: undefined, lists: lists.slice(3) });
    expect(await waitForEnd(exotel.control, PATIENCE.timeout)).toBe(true);
    const { counts, outcomes, numbersInSeveralCampaigns, campaigns } = exotel.control.summary();
    expect(campaigns.map(({ numbers, finished }) => [numbers, finished])).toEqual([
      [3 * IN_LIST, 3 * IN_LIST],
      [IN_LIST, IN_LIST],
    ]);
    expect(counts).toMatchObject({
      numbers: LISTS * IN_LIST,
      numbersDialled: LISTS * IN_LIST,
      dials: LISTS * IN_LIST,
      numbersInLists: LISTS * IN_LIST,
      numbersInSeveralLists: 0,
    });
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(LISTS * IN_LIST);
    expect(numbersInSeveralCampaigns).toEqual([]);
  });
});

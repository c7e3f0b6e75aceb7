import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountSchema } from '../../../shared/protocol/account.ts';
import { dialMs } from '../../../shared/plan/dial-time.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';

const NO_RETRIES = { count: 0, intervalMinutes: 0, mechanism: 'Linear' } as const;

beforeEach(async () => {
  startClock();
  await standIn.reset();
});
afterEach(reset);

/** Checks an import whose people are in no other import of the test. */
async function check(contacts: number, first: number, template: string): Promise<Import> {
  return importIn(sendFile(contactFile(contacts, first), { template }));
}

async function launch({ id, rows, campaigns }: Import): Promise<Import> {
  const expected = { contacts: rows.accepted, campaigns: campaigns.length };
  await importIn(post(`/api/imports/${id}/launch`, { expect: expected }));
  return driveUntil(id, isLaunched);
}

async function promised() {
  return accountSchema.parse(await (await ask('/api/account')).json()).promised;
}

/** For each campaign, the time from its start until its last call, at this pace. */
function spansOf({ campaigns }: Import, pace: number): [number, number][] {
  return campaigns.map(({ sendAt, contacts }) => [
    Date.parse(sendAt ?? ''),
    Date.parse(sendAt ?? '') + dialMs(contacts, NO_RETRIES, pace),
  ]);
}

describe('imports of one account', () => {
  it('see each other in the timetable before Start, and never count on the same minutes', async () => {
    const template = (await makeTemplate()).id;
    const [one, two, three] = [
      await check(600, 0, template),
      await check(600, 1_000, template),
      await check(600, 2_000, template),
    ];
    expect(new Set([one, two, three].map(({ plan }) => plan?.startsAt)).size).toBeLessThanOrEqual(3);
    const first = await launch(one);
    expect((await getImport(two.id)).plan?.startsAt).toBe((await promised())[0]?.until);
    const [second, third] = await Promise.all([launch(two), launch(three)]);
    const spans = [first, second, third].flatMap((each) => spansOf(each, 60)).toSorted(([a], [b]) => a - b);
    const overlaps = spans.filter(([start], at) => start < (spans[at - 1]?.[1] ?? 0));
    expect([spans.length, overlaps]).toEqual([3, []]);
  });

  it('take what a throttle leaves, and throttles never sum above the account’s pace', async () => {
    const slow = (await makeTemplate({ throttle: 40 })).id;
    const first = await launch(await check(400, 0, slow));
    const second = await launch(await check(400, 1_000, slow));
    const beside = await launch(await check(20, 2_000, (await makeTemplate()).id));
    const [[start, end] = [0, 0]] = spansOf(first, 40);
    expect(Date.parse(second.campaigns[0]?.sendAt ?? '')).toBeGreaterThanOrEqual(end);
    expect(Date.parse(beside.campaigns[0]?.sendAt ?? '')).toBeLessThan(end);
    expect(start).toBeLessThan(end);
  });

  it('give their minutes back when they are stopped, deleted or over', async () => {
    const template = (await makeTemplate()).id;
    const stopped = await launch(await check(600, 0, template));
    const over = await launch(await check(600, 1_000, template));
    expect(await promised()).toHaveLength(2);
    await post(`/api/imports/${stopped.id}/stop`);
    await driveUntil(stopped.id, ({ finishedAt }) => finishedAt !== null);
    expect(await promised()).toHaveLength(1);
    await dialToTheEnd();
    await driveUntil(over.id, ({ state }) => state === 'finished');
    expect(await promised()).toEqual([]);
  });
});

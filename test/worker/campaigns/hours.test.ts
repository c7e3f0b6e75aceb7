import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatRfc3339 } from '../../../shared/plan/zoned-time.ts';
import { getImport, importIn, post, refusalOf } from '../support/edge.ts';
import { driveUntil, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { campaignIn, makeElsewhere } from './elsewhere.ts';

const DAY_MS = 86_400_000;

/** The day after tomorrow in India, at this time of day. */
function laterAt(time: string, days = 2): number {
  return Date.parse(`${formatRfc3339(Date.now() + days * DAY_MS, 'Asia/Kolkata').slice(0, 10)}T${time}:00+05:30`);
}

let night: number;
let opening: number;
beforeEach(async () => {
  startClock();
  night = laterAt('06:36');
  opening = laterAt('09:00');
  await standIn.reset();
});
afterEach(reset);

async function acts(): Promise<string[]> {
  return (await standIn.requests()).filter(({ op }) => op === 'action').map(({ op }) => op);
}

/** A campaign that dials from tomorrow on and ends days later. */
async function makeLong(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const sendAt = new Date(laterAt('10:00', 1)).toISOString();
  const { sid } = await makeElsewhere({
    schedule: { send_at: sendAt, end_at: new Date(laterAt('20:00', 5)).toISOString() },
    mode: 'custom',
    throttle: 1,
    ...change,
  });
  await standIn.skipTo(new Date(Date.parse(sendAt) + 90_000).toISOString());
  return sid;
}

async function dialsAfter(moment: number): Promise<number> {
  const { dials } = (await standIn.summary()).counts;
  await standIn.skipTo(new Date(moment + 600_000).toISOString());
  return (await standIn.summary()).counts.dials - dials;
}

describe('a campaign whose end lies days ahead', () => {
  it('is not resumed outside calling hours: the refusal says when they open', async () => {
    const sid = await makeLong();
    await campaignIn(post(`/api/campaigns/${sid}/actions`, { action: 'pause' }));
    startClock(night);
    expect(await refusalOf(await post(`/api/campaigns/${sid}/actions`, { action: 'resume' }))).toEqual({
      status: 409,
      code: 'outside_calling_hours',
      details: { window: '09:00-21:00', opensAt: new Date(opening).toISOString() },
    });
    expect([await acts(), await dialsAfter(night)]).toEqual([['action'], 0]);
    startClock(opening);
    expect(await campaignIn(post(`/api/campaigns/${sid}/actions`, { action: 'resume' }))).toMatchObject({
      state: 'in_progress',
    });
  });

  it('waits for calling hours when its import is resumed outside them, and goes on by itself then', async () => {
    const sid = await makeLong();
    const { id } = await importIn(post(`/api/campaigns/${sid}/adopt`));
    await post(`/api/imports/${id}/pause`);
    await driveUntil(id, ({ state }) => state === 'paused');
    startClock(night);
    await importIn(post(`/api/imports/${id}/resume`));
    const told = formatRfc3339(opening, 'Asia/Kolkata').slice(0, 16).replace('T', ' ');
    expect((await getImport(id)).attention.map(({ facts }) => facts)).toEqual([
      { story: 'waits_for_hours', seq: 1, opens: told },
    ]);
    expect([await acts(), await dialsAfter(night)]).toEqual([['action'], 0]);
    // It looks every minute, so the test skips the night instead of running through all looks.
    startClock(opening - 5 * 60_000);
    expect((await getImport(id)).campaigns[0]?.state).toBe('paused');
    const resumed = await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'in_progress');
    expect(Date.parse(resumed.asOf)).toBeGreaterThanOrEqual(opening);
    expect(resumed.attention).toEqual([]);
  });

  it('may be resumed in the night while its own start is still to come, inside calling hours', async () => {
    const { sid } = await makeElsewhere({
      schedule: {
        send_at: new Date(laterAt('10:00')).toISOString(),
        end_at: new Date(laterAt('20:00', 5)).toISOString(),
      },
    });
    await campaignIn(post(`/api/campaigns/${sid}/actions`, { action: 'pause' }));
    startClock(night);
    await campaignIn(post(`/api/campaigns/${sid}/actions`, { action: 'resume' }));
    expect(await dialsAfter(night)).toBe(0);
  });
});

describe('a campaign made elsewhere that would run through the night', () => {
  const adopt = (sid: string, keepHours: boolean) => importIn(post(`/api/campaigns/${sid}/adopt`, { keepHours }));
  const waitsForHours = ({ attention }: Import) => attention.some(({ facts }) => facts?.story === 'waits_for_hours');

  it('is paused before calling hours close and goes on when they open, where somebody asked for that', async () => {
    const sid = await makeLong();
    const { id, origin } = await adopt(sid, true);
    expect(origin).toEqual({ kind: 'campaign', sid, keepsHours: true });
    const closing = laterAt('21:00', 1);
    startClock(closing - 6 * 60_000);
    await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'in_progress');
    const paused = await driveUntil(id, waitsForHours);
    expect(Date.parse(paused.asOf)).toBeLessThan(closing);
    expect(paused.campaigns[0]?.state).toBe('paused');
    expect(await dialsAfter(night)).toBe(0);

    startClock(opening - 3 * 60_000);
    const resumed = await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'in_progress');
    expect(Date.parse(resumed.asOf)).toBeGreaterThanOrEqual(opening);
    expect(waitsForHours(resumed)).toBe(false);
    expect(await acts()).toHaveLength(2);
  });

  it('is left alone where nobody asked', async () => {
    const { id } = await adopt(await makeLong(), false);
    const late = laterAt('21:10', 1);
    startClock(late);
    await driveUntil(id, ({ asOf }) => Date.parse(asOf) >= late + 2 * 60_000);
    expect(await acts()).toEqual([]);
  });

  it('stays paused in the morning when a person paused its import meanwhile', async () => {
    const sid = await makeLong();
    await adopt(sid, false);
    const { id, origin } = await adopt(sid, true);
    expect(origin).toMatchObject({ keepsHours: true });
    startClock(laterAt('21:10', 1));
    await driveUntil(id, waitsForHours);
    await importIn(post(`/api/imports/${id}/pause`));
    startClock(opening - 60_000);
    const morning = await driveUntil(id, ({ asOf }) => Date.parse(asOf) >= opening + 2 * 60_000);
    expect([morning.state, await acts()]).toEqual(['paused', ['action']]);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { startCallbackSink } from '../callbacks/callback-sink.ts';
import { create, mobiles } from './exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel, ExotelOptions } from '../start-exotel.ts';
import { waitForEnd } from '../control/wait-for-end.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const RETRIES = {
  number_of_retries: 2,
  interval_mins: 3,
  mechanism: 'Linear',
  on_status: ['busy', 'no-answer', 'failed'],
};
const started: Exotel[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((exotel) => exotel.close()));
});

async function start(options: ExotelOptions): Promise<Exotel> {
  const exotel = await startExotel(options);
  started.push(exotel);
  return exotel;
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

/** Valid Indian mobiles, as many as are asked for. */
function manyMobiles(count: number, from: number): string[] {
  return Array.from({ length: count }, (_, n) => `+9198${String(10_000_000 + from + n)}`);
}

describe('a run', () => {
  it('is the same for the same seed and the same requests, and another for another seed', async () => {
    const run = async (seed: number): Promise<unknown> => {
      const startAt = Date.parse('2026-11-23T10:00:00+05:30');
      const exotel = await start({ seed, speed: 1e-9, startAt, settings: { pastSendAt: 'start_now' } });
      for (const from of [mobiles(200), mobiles(100, 300)]) await create(exotel.url, { from, retries: RETRIES });
      await exotel.control.setClock({ skipTo: '2026-11-23T20:00:00+05:30' });
      const { dials } = exotel.control.ledger();
      return { dials, outcomes: exotel.control.outcomes() };
    };
    const first = await run(5);
    expect(await run(5)).toEqual(first);
    expect(await run(6)).not.toEqual(first);
  });

  const all = drawnOf(2_600, 12_600);
  it(`dials ${all} numbers and calls back for each, every number in one outcome`, async () => {
    const sink = await startCallbackSink();
    const exotel = await start({ speed: 36_000, settings: { callsPerMinute: 600 } });
    // Exotel takes five thousand numbers in a campaign.
    const most = drawnOf(1_000, 5_000);
    for (const [from, size] of [
      [0, most],
      [most, most],
      [2 * most, all - 2 * most],
    ] as const) {
      await create(exotel.url, {
        from: manyMobiles(size, from),
        retries: RETRIES,
        call_schedule_callback: `${sink.url}/schedule`,
      });
    }
    expect(await waitForEnd(exotel.control, PATIENCE.timeout)).toBe(true);
    const { counts, outcomes, campaigns, numbersInSeveralCampaigns, numbersDialledBySeveralCampaigns } =
      exotel.control.summary();
    expect(campaigns.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
    expect([counts.numbersDialled, sum(outcomes), outcomes.pending, outcomes.not_attempted]).toEqual([all, all, 0, 0]);
    expect([numbersInSeveralCampaigns, numbersDialledBySeveralCampaigns]).toEqual([[], []]);
    await vi.waitFor(() => expect(sink.arrived).toHaveLength(all), PATIENCE);
    const told = sink.arrived
      .map(({ body }): unknown => JSON.parse(body))
      .map((body) => JSON.stringify(body).slice(0, 90));
    expect(new Set(told).size).toBe(all);
    await sink.close();
  });

  const each = drawnOf(500, 5_000);
  it(`dials ${20 * each} numbers of twenty campaigns, faster than any account may`, async () => {
    const exotel = await start({ speed: 5_000_000, settings: { callsPerMinute: 1_000_000 } });
    for (let n = 0; n < 20; n += 1) await create(exotel.url, { from: manyMobiles(each, n * each), name: `part ${n}` });
    expect(await waitForEnd(exotel.control, PATIENCE.timeout)).toBe(true);
    expect(exotel.control.summary().counts.dials).toBe(20 * each);
  });
});

describe('the ledger', () => {
  it('names numbers that are in two campaigns and those that two have called', async () => {
    const exotel = await start({ speed: 1e-9, settings: { pastSendAt: 'start_now' } });
    const first = await create(exotel.url, { from: mobiles(3) });
    const twin = await create(exotel.url, { from: mobiles(3, 2) });
    await create(exotel.url, { from: mobiles(2, 20) });
    const { numbersInSeveralCampaigns, numbersDialledBySeveralCampaigns } = exotel.control.summary();
    expect([numbersInSeveralCampaigns, numbersDialledBySeveralCampaigns]).toEqual([mobiles(1, 2), []]);
    await exotel.control.setClock({ skipTo: new Date(Date.now() + 600_000).toISOString() });
    expect(exotel.control.summary().numbersDialledBySeveralCampaigns).toEqual(mobiles(1, 2));
    expect(
      Object.values(exotel.control.outcomes())
        .map(({ sid }) => sid)
        .slice(0, 5),
    ).toEqual([first.id, first.id, first.id, twin.id, twin.id]);
    expect(exotel.control.ledger().creates[1]).toMatchObject({ sid: twin.id, numbers: 3, callerId: '08088919888' });
  });

  it('calls a duplicate inside a campaign once, or as often as it stands there when told to', async () => {
    const exotel = await start({ speed: 1e-9, settings: { pastSendAt: 'start_now' } });
    const from = [...mobiles(2), ...mobiles(2)];
    await create(exotel.url, { from });
    await create(exotel.url, { from: [...mobiles(2, 50), ...mobiles(2, 50)], call_duplicate_numbers: true });
    await exotel.control.setClock({ skipTo: new Date(Date.now() + 600_000).toISOString() });
    expect(exotel.control.summary().campaigns.map(({ numbers, finished }) => [numbers, finished])).toEqual([
      [2, 2],
      [4, 4],
    ]);
  });

  it.each([
    ['08:59:59', true],
    ['09:00:00', false],
    ['20:59:59', false],
    ['21:00:00', true],
  ])('marks a dial at %s outside the window: %s', async (time, outsideWindow) => {
    const exotel = await start({
      startAt: Date.parse('2026-11-22T22:00:00+05:30'),
      speed: 1e-9,
      settings: { pastSendAt: 'start_now' },
    });
    await create(exotel.url, { schedule: { send_at: `2026-11-23T${time}+05:30` } });
    await exotel.control.setClock({ skipTo: '2026-11-23T23:00:00+05:30' });
    expect(exotel.control.ledger().dials.map((dial) => [dial.at.slice(11, 19), dial.outsideWindow])).toEqual([
      [time, outsideWindow],
    ]);
    expect(exotel.control.summary().counts.dialsOutsideWindow).toBe(outsideWindow ? 1 : 0);
  });
});

describe('the idle skip', () => {
  it('jumps to the next send_at when nothing runs and nobody asks, and lives in real time else', async () => {
    const exotel = await start({ speed: 1_000, idleAfterMs: 50 });
    const sendAt = new Date(Date.now() + 3 * 86_400_000);
    await create(exotel.url, { schedule: { send_at: sendAt.toISOString() } });
    expect(await waitForEnd(exotel.control, PATIENCE.timeout)).toBe(true);
    const at = Date.parse(exotel.control.ledger().dials[0]?.at ?? '');
    expect(Math.abs(at - sendAt.getTime())).toBeLessThan(1_000);
    const seenAt = Date.now();
    const ended = Date.parse(exotel.control.clock().now);
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(seenAt + 50), PATIENCE);
    const passed = Date.parse(exotel.control.clock().now) - ended;
    expect(passed).toBeLessThan(Date.now() - seenAt + 5_000);
  });

  it('can be switched off and on', async () => {
    const exotel = await start({ speed: 2, skipIdle: false, idleAfterMs: 10 });
    await create(exotel.url, { schedule: { send_at: new Date(Date.now() + 86_400_000).toISOString() } });
    expect(await waitForEnd(exotel.control, 100)).toBe(false);
    await exotel.control.setClock({ skipIdle: true, speed: 1_000 });
    expect(await waitForEnd(exotel.control, PATIENCE.timeout)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { planTemplate, type AccountRules } from '../../../shared/plan/plan-template.ts';
import { DEMO_EXOTEL, DEMO_TEMPLATE } from '../../local/demo-template.ts';
import { ask, create, mobiles } from '../dialler/exotel-caller.ts';
import { waitForEnd } from '../control/wait-for-end.ts';
import { startExotel, type Exotel } from '../start-exotel.ts';
import { isOutsideWindow, toIst } from './ist-time.ts';

const ACCOUNT: AccountRules = {
  window: { openMinute: 540, closeMinute: 1_260 },
  timeZone: 'Asia/Kolkata',
  callsPerMinute: 60,
};

/** The demo, on a machine whose clock starts at this hour of the day. */
async function demoAt(hour: string, doing: (exotel: Exotel, now: () => number) => Promise<void>): Promise<void> {
  const began = performance.now();
  const now = () => Date.parse(`2026-11-29T${hour}:00+05:30`) + Math.floor(performance.now() - began);
  const mix = { completed: 1, busy: 0, 'no-answer': 0, failed: 0 };
  const exotel = await startExotel({ ...DEMO_EXOTEL, speed: 20_000, idleAfterMs: 20, real: { now }, mix });
  try {
    await doing(exotel, now);
  } finally {
    await exotel.close();
  }
}

/**
 * Creates a campaign, planned by this machine's clock as the Worker plans it. Answers the status and the planned times.
 */
async function importAt({ url }: Exotel, now: number, name: string, numbers: string[]) {
  const facts = { contacts: numbers.length, longestRowBytes: 20, wish: 'inline', now } as const;
  const plan = planTemplate(DEMO_TEMPLATE, ACCOUNT, facts);
  if (!plan.ok) throw new Error(`Not planned: ${plan.error.code}`);
  const [campaign, ...others] = plan.value.campaigns;
  if (campaign === undefined || others.length > 0) throw new Error('One campaign was expected.');
  const times = { send_at: toIst(campaign.sendAt), end_at: toIst(campaign.endAt) };
  const { status, id } = await create(url, { name, from: numbers, schedule: times });
  return { status, id, times };
}

async function toldOf(exotel: Exotel, id: string): Promise<{ schedule: unknown; calls: string[] }> {
  const campaign = await ask(exotel.url, { path: `/${id}` });
  const calls = await ask(exotel.url, { path: `/${id}/call-details?limit=100` });
  return {
    schedule: campaign.first?.data?.['schedule'],
    calls: calls.body?.response.map(({ data }) => String(data?.['start_time'])) ?? [],
  };
}

describe('the demo', () => {
  it.each(['04:00', '12:00', '23:00'])('at %s calls at once, and says the times of the plan', async (hour) => {
    await demoAt(hour, async (exotel, now) => {
      const first = await importAt(exotel, now(), 'first', mobiles(40));
      expect(first.status).toBe(200);
      expect(await waitForEnd(exotel.control, 60_000)).toBe(true);

      // By then the stand-in is far ahead, but a second import is still planned by this machine's clock.
      const second = await importAt(exotel, now(), 'second', mobiles(40, 100));
      const third = await importAt(exotel, now(), 'third', mobiles(40, 200));
      expect([second.status, third.status]).toEqual([200, 200]);
      expect(await waitForEnd(exotel.control, 60_000)).toBe(true);

      for (const { id, times } of [first, second, third]) {
        const { schedule, calls } = await toldOf(exotel, id);
        expect(schedule).toEqual(times);
        expect(calls).toHaveLength(40);
        expect(calls.filter((at) => at < times.send_at || at > times.end_at)).toEqual([]);
        expect(calls.filter((at) => isOutsideWindow(Date.parse(at)))).toEqual([]);
      }
      expect(exotel.control.summary().counts).toMatchObject({ campaigns: 3, dials: 120, dialsOutsideWindow: 0 });
      const listed = await ask(exotel.url, { path: '?limit=20' });
      expect(listed.body?.response.map(({ data }) => [data?.['name'], data?.['status']])).toEqual([
        ['third', 'Completed'],
        ['second', 'Completed'],
        ['first', 'Completed'],
      ]);
    });
  });

  it('greets without asking for a key', () => {
    expect(JSON.stringify(DEMO_TEMPLATE)).not.toMatch(/press/i);
  });
});

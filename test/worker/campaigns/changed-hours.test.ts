import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatRfc3339 } from '../../../shared/plan/zoned-time.ts';
import { contactFile } from '../support/contacts.ts';
import { getImport, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, goAhead, isLaunched, startClock } from '../support/engine.ts';
import { changeSettings } from '../support/people.ts';
import { standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const PEOPLE = 40;

const dayOf = (at: number): string => formatRfc3339(at, 'Asia/Kolkata').slice(0, 10);

/** Tomorrow at this time in India, and the days after it. */
function at(time: string, days = 1): number {
  return Date.parse(`${dayOf(Date.now() + days * DAY_MS)}T${time}:00+05:30`);
}

let noon: number;
let today: string;
let tomorrow: string;
let nextOpening: number;
beforeEach(async () => {
  startClock();
  [noon, nextOpening] = [at('12:00'), at('09:00', 2)];
  [today, tomorrow] = [dayOf(noon), dayOf(noon + DAY_MS)];
  await standIn.reset({ script: { mix: { completed: 1 } } });
});
afterEach(reset);

async function dials(): Promise<number> {
  return (await standIn.summary()).counts.dials;
}

/** Launches an import that is slow enough to take hours. */
async function launch(): Promise<string> {
  startClock(noon);
  await standIn.skipTo(new Date(noon).toISOString());
  const { id: template } = await makeTemplate({ throttle: 1 });
  const { id } = await importIn(sendFile(contactFile(PEOPLE), { template, launch: 'true' }));
  await driveUntil(id, isLaunched);
  return id;
}

/** Advances both clocks, the Worker's and Exotel's. */
async function pass(minutes: number): Promise<void> {
  goAhead(minutes * MINUTE_MS);
  await standIn.skipTo(new Date(Date.now()).toISOString());
}

async function callsSome(id: string): Promise<void> {
  await pass(8);
  await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'in_progress');
  expect(await dials()).toBeGreaterThan(0);
}

const waits = ({ attention }: Import) => attention.some(({ facts }) => facts?.story === 'waits_for_hours');

const CHANGES = [
  { what: 'the day is closed', change: () => ({ closedDates: [today] }) },
  { what: 'hours are narrowed', change: () => ({ window: { from: '09:00', to: '11:30' } }) },
  {
    what: 'the weekday is closed',
    change: () => ({
      weekdays: (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).filter(
        (_, day) => day !== (new Date(today).getUTCDay() + 6) % 7,
      ),
    }),
  },
];

describe.each(CHANGES)('once $what after Start,', ({ change }) => {
  it('an import that was paused rings nobody when it is resumed, and says when it will', async () => {
    const id = await launch();
    await callsSome(id);
    await post(`/api/imports/${id}/pause`);
    await driveUntil(id, ({ state }) => state === 'paused');
    const before = await dials();
    await changeSettings(change());
    await post(`/api/imports/${id}/resume`);
    const told = `${tomorrow} 09:00`;
    expect((await getImport(id)).attention.map(({ facts }) => facts)).toEqual([
      { story: 'waits_for_hours', seq: 1, opens: told },
    ]);
    await pass(30);
    expect(await dials()).toBe(before);
  });

  it('an import that calls is paused within two minutes, and waits for the hours', async () => {
    const id = await launch();
    await callsSome(id);
    await changeSettings(change());
    const held = await driveUntil(id, waits);
    expect(held.campaigns[0]?.state).toBe('paused');
    const before = await dials();
    await pass(60);
    expect(await dials()).toBe(before);
  });
});

it('a campaign that Exotel has for tomorrow rings nobody on a day that is closed meanwhile', async () => {
  startClock(at('20:30'));
  await standIn.skipTo(new Date(Date.now()).toISOString());
  const { id: template } = await makeTemplate({ throttle: 1 });
  const { id } = await importIn(sendFile(contactFile(PEOPLE), { template, launch: 'true' }));
  const { campaigns } = await driveUntil(id, isLaunched);
  expect(campaigns[0]?.sendAt?.slice(0, 10)).toBe(tomorrow);
  await changeSettings({ closedDates: [tomorrow] });
  startClock(nextOpening - 10 * MINUTE_MS);
  await driveUntil(id, ({ campaigns: [first] }) => first?.state === 'paused');
  await pass(60);
  expect(await dials()).toBe(0);
});

it('an import that waits for hours goes on once it is resumed after they were opened again', async () => {
  const id = await launch();
  await callsSome(id);
  await changeSettings({ closedDates: [today] });
  await driveUntil(id, waits);
  await changeSettings({ closedDates: [] });
  await post(`/api/imports/${id}/resume`);
  expect(waits(await driveUntil(id, ({ campaigns }) => campaigns[0]?.state === 'in_progress'))).toBe(false);
});

import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountSchema } from '../../../shared/protocol/account.ts';
import { WEEKDAYS } from '../../../shared/people/calling-days.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { changeSettings } from '../support/people.ts';
import { standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';

beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
});
afterEach(reset);

const DAY_MS = 86_400_000;
const IST_MS = 5.5 * 3_600_000;

/** Local dates in India of the coming days, from today. */
function dates(count: number): string[] {
  return Array.from({ length: count }, (_, day) =>
    new Date(Date.now() + IST_MS + day * DAY_MS).toISOString().slice(0, 10),
  );
}

/** The times of each campaign in India: its day, its beginning, its end. */
function places({ campaigns }: Import): [day: string, from: string, to: string][] {
  return campaigns.map(({ sendAt, endAt }) => {
    const local = (text: string | null) => new Date(Date.parse(text ?? '') + IST_MS).toISOString();
    return [local(sendAt).slice(0, 10), local(sendAt).slice(11, 16), local(endAt).slice(11, 16)];
  });
}

async function planned(change: Readonly<Record<string, unknown>> = {}): Promise<Import> {
  const template = (await makeTemplate(change)).id;
  return importIn(sendFile(contactFile(20), { template }));
}

function weekdayOf(date: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7] ?? 'mon';
}

describe('a plan', () => {
  it('steps over closed dates and weekdays, whatever day it is', async () => {
    const [first = '', second = '', third = '', fourth = ''] = dates(4);
    const open = WEEKDAYS.filter((day) => day !== weekdayOf(third));
    await changeSettings({ closedDates: [first, second], weekdays: open });
    expect(places(await planned()).map(([day]) => day)).toEqual([fourth]);
  });

  it('is refused where every day is closed, and says so', async () => {
    await changeSettings({ closedDates: dates(790) });
    const template = (await makeTemplate()).id;
    const refusal = await refusalOf(await sendFile(contactFile(2), { template }));
    expect(refusal).toMatchObject({ status: 422, code: 'no_open_day' });
  });

  it.each([
    [{ from: '11:00', to: '13:00' }, {}, '11:00', '13:00'],
    [{ from: '07:00', to: '22:00' }, { purpose: 'recovery' }, '08:00', '19:00'],
    [{ from: '07:00', to: '22:00' }, { purpose: 'promotional' }, '10:00', '21:00'],
    [
      { from: '07:00', to: '22:00' },
      { purpose: 'promotional', window: { from: '09:00', to: '12:00' } },
      '10:00',
      '12:00',
    ],
    [{ from: '10:30', to: '22:00' }, { purpose: 'recovery' }, '10:30', '19:00'],
  ])('keeps to the narrowest of settings %j and template %j', async (window, change, from, to) => {
    await changeSettings({ window });
    for (const [, begins, ends] of places(await planned(change))) {
      expect(begins >= from && ends <= to, `${begins}-${ends}`).toBe(true);
    }
    // Tomorrow, because today may be half over.
    await changeSettings({ closedDates: dates(1) });
    expect(places(await planned(change)).map(([, begins]) => begins)).toEqual([from]);
  });

  it('is refused by the name of the rule that leaves nothing', async () => {
    const template = (await makeTemplate({ purpose: 'recovery' })).id;
    await changeSettings({ window: { from: '19:00', to: '21:00' } });
    const refusal = await refusalOf(await sendFile(contactFile(2), { template }));
    expect(refusal).toMatchObject({
      status: 422,
      code: 'window_outside_purpose',
      details: { purpose: 'recovery', purposeWindow: '08:00-19:00' },
    });
  });
});

describe('settings changed after the check', () => {
  it('hold at the launch, and for every campaign that has not left', async () => {
    const [today = '', tomorrow = '', later = ''] = dates(3);
    const { id } = await planned();
    await changeSettings({ closedDates: [today, tomorrow] });
    const launched = await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 20, campaigns: 1 } }));
    expect(places(launched).map(([day]) => day)).toEqual([later]);
  });

  it('move a campaign that waited to be sent to the next open day', async () => {
    await standIn.faults({ operation: 'create', kind: 'throttled', count: 1 });
    const [today = '', tomorrow = '', later = ''] = dates(3);
    const template = (await makeTemplate()).id;
    const { id } = await importIn(sendFile(contactFile(20), { template, launch: 'true' }));
    await changeSettings({ closedDates: [today, tomorrow] });
    expect(places(await driveUntil(id, isLaunched)).map(([day]) => day)).toEqual([later]);
  });

  it('are what the account says of its hours', async () => {
    await changeSettings({ window: { from: '10:00', to: '18:00' }, weekdays: ['mon'], closedDates: ['2030-01-01'] });
    expect(accountSchema.parse(await (await ask('/api/account')).json())).toMatchObject({
      window: { from: '10:00', to: '18:00' },
      weekdays: ['mon'],
      closedDates: ['2030-01-01'],
    });
  });
});

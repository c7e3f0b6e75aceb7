import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_START_AHEAD_DAYS } from '../../../shared/limits.ts';
import { contactFile } from '../support/contacts.ts';
import { importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';

const DAY_MS = 86_400_000;
let id: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  const template = (await makeTemplate()).id;
  ({ id } = await importIn(sendFile(contactFile(30), { template })));
});
afterEach(reset);

const check = (adjust: unknown) => post(`/api/imports/${id}/check`, { adjust });
/** 15:00 in India, in this many days. */
const afternoon = (days: number) => `${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)}T15:00:00+05:30`;

describe('an adjusted import', () => {
  it('starts when it is told to, at its own pace and hours, and leaves the template as it was', async () => {
    const startAt = afternoon(3);
    const adjust = { startAt, throttle: 10, window: { from: '14:00', to: '18:00' } };
    const view = await importIn(check(adjust));
    expect([view.adjust, Date.parse(view.plan?.startsAt ?? '')]).toEqual([adjust, Date.parse(startAt)]);
    // 30 people at 10 calls a minute take three minutes.
    expect(Date.parse(view.plan?.endsAt ?? '') - Date.parse(startAt)).toBe(180_000);

    await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 30, campaigns: 1 } }));
    await driveUntil(id, isLaunched);
    const [create] = await standIn.creates();
    expect([Date.parse(create?.sendAt ?? ''), Date.parse(create?.endAt ?? '')]).toEqual([
      Date.parse(startAt),
      Date.parse(startAt) + 3 * 3_600_000 - 60_000,
    ]);
  });

  it('is as its template again once nothing is adjusted any more', async () => {
    const before = await importIn(check({}));
    await importIn(check({ retries: { count: 2, intervalMinutes: 5, on: ['busy'] } }));
    const after = await importIn(check({}));
    expect([after.plan?.worstCaseAttempts, after.adjust]).toEqual([before.plan?.worstCaseAttempts, {}]);
  });

  it('keeps what was adjusted through another check', async () => {
    await importIn(check({ retries: { count: 2, intervalMinutes: 5, on: ['busy'] } }));
    const view = await importIn(post(`/api/imports/${id}/check`, { columns: { number: 2 } }));
    expect(view.plan?.worstCaseAttempts).toBe(90);
  });

  it.each([
    ['hours outside those of the account', { window: { from: '07:00', to: '18:00' } }, 422, 'invalid_template'],
    ['the pace of the whole account', { throttle: 60 }, 422, 'invalid_template'],
    ['retries without a wait', { retries: { count: 2, on: ['busy'] } }, 400, 'invalid_request'],
    ['another text', { text: 'Hello' }, 400, 'invalid_request'],
  ])('refuses %s', async (_name, adjust, status, code) => {
    expect(await refusalOf(await check(adjust))).toMatchObject({ status, code });
  });

  it('refuses a start nobody means', async () => {
    const refusal = await refusalOf(await check({ startAt: afternoon(MAX_START_AHEAD_DAYS + 2) }));
    expect(refusal).toEqual({ status: 422, code: 'start_too_late' });
  });
});

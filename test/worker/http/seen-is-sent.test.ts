import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seenFingerprint } from '../../../extension/screens/confirm/seen-fingerprint.ts';
import { accountSchema } from '../../../shared/protocol/account.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { checkFile, summaryOf } from '../../shared/contacts/check-file.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { Adjustment } from '../../../shared/template/adjust-template.ts';
import type { Import } from '../../../shared/protocol/import.ts';

/** A personal text, so that the stand-in's ledger shows what each person heard. */
const SEEN = 'Happy Diwali, @@Name.';
let template: string;
let seen: Import;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate({ flow: { kind: 'greeting', text: SEEN } })).id;
  seen = await importIn(sendFile(contactFile(7), { template }));
});
afterEach(reset);

async function edit(change: Readonly<Record<string, unknown>>): Promise<void> {
  const before = templateSchema.parse(await (await ask(`/api/templates/${template}`)).json());
  const answer = await ask(`/api/templates/${template}`, {
    method: 'PUT',
    body: JSON.stringify({ ...before, ...change }),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
}

const counts = { contacts: 7, campaigns: 1 };
const launch = (fingerprint: unknown) => post(`/api/imports/${seen.id}/launch`, { expect: { ...counts, fingerprint } });
const check = (body: unknown) => importIn(post(`/api/imports/${seen.id}/check`, body));

async function spoken(): Promise<unknown[]> {
  await driveUntil(seen.id, isLaunched);
  await dialToTheEnd();
  return (await standIn.dials()).map((dial) => String(dial.spoken)).toSorted();
}

describe('what was seen', () => {
  it.each([
    ['another text', { flow: { kind: 'greeting', text: 'Pay now, @@Name.' } }],
    ['other retries', { retries: { count: 3, intervalMinutes: 1, mechanism: 'Linear', on: ['busy'] } }],
    ['another caller id', { callerId: '08088919889' }],
    ['other hours', { window: { from: '10:00', to: '11:00' } }],
    ['another pace', { throttle: 30 }],
  ])('is not launched once the template was given %s and checked again', async (_what, change) => {
    await edit(change);
    const now = await check({ template });
    expect(await refusalOf(await launch(seen.fingerprint))).toEqual({
      status: 409,
      code: 'plan_changed',
      details: { ...counts, fingerprint: now.fingerprint, changed: ['template'] },
    });
    expect((await getImport(seen.id)).launchedAt).toBeNull();
    expect((await importIn(launch(now.fingerprint))).launchedAt).not.toBeNull();
  });

  it('is what people hear, whatever became of the template before and after Start', async () => {
    await edit({ flow: { kind: 'greeting', text: 'Not this.' } });
    await importIn(launch(seen.fingerprint));
    await edit({ flow: { kind: 'greeting', text: 'Nor this.' } });
    expect(await spoken()).toEqual(Array.from({ length: 7 }, (_, i) => `Happy Diwali, Person ${i}.`));
  });

  it('is fingerprinted alike in the browser, from what is on its screen, and at the edge', async () => {
    const [saved, account] = await Promise.all(
      [`/api/templates/${template}`, '/api/account'].map(async (path) => (await ask(path)).json()),
    );
    const summary = summaryOf(checkFile(contactFile(7), { text: SEEN }));
    for (const adjust of [{}, { throttle: 20, startAt: null }] satisfies Adjustment[]) {
      const view = await check({ adjust });
      const made = seenFingerprint({
        template: templateSchema.parse(saved),
        account: accountSchema.parse(account),
        adjust,
        delivery: 'auto',
        summary,
      });
      expect(view.fingerprint).toEqual({ ...made, people: expect.any(String) });
    }
  });

  it('counts part by part: columns, adjustment, and delivery', async () => {
    await check({ adjust: { throttle: 20 }, columns: { number: 2 } });
    const refusal = await refusalOf(await launch(seen.fingerprint));
    expect(refusal.details).toMatchObject({ changed: ['adjust'] });
    await check({ adjust: {}, delivery: 'lists' });
    expect((await refusalOf(await launch(seen.fingerprint))).details).toMatchObject({ changed: ['adjust'] });
    await check({ delivery: 'auto' });
    expect((await importIn(launch(seen.fingerprint))).launchedAt).not.toBeNull();
  });

  it('may be echoed in part; a part nobody knows here says nothing', async () => {
    await edit({ throttle: 30 });
    await check({ template });
    const { people, columns } = seen.fingerprint ?? {};
    expect((await importIn(launch({ people, columns, later: 'x' }))).launchedAt).not.toBeNull();
  });

  it('is the same for a press that is repeated after the launch', async () => {
    const first = await importIn(launch(seen.fingerprint));
    expect(await importIn(launch(seen.fingerprint))).toMatchObject({ launchedAt: first.launchedAt });
    const other = { ...seen.fingerprint, people: 'x' };
    expect((await refusalOf(await launch(other))).details).toMatchObject({ changed: ['people'] });
  });
});

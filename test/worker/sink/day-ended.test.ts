import { createScheduledController, reset, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { dayEndAfter, dayEndBefore } from '../../../shared/plan/calling-day.ts';
import { dayTotals } from '../../../shared/plan/day-totals.ts';
import { newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { importSummarySchema, type ImportSummary } from '../../../shared/protocol/import.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { requireConfig } from '../../../worker/config.ts';
import worker from '../../../worker/index.ts';
import { AccountObject } from '../../../worker/account/account-object.ts';
import { tomorrowAt } from '../campaigns/elsewhere.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, goAhead, isLaunched, startClock } from '../support/engine.ts';
import { receiverAt } from '../support/receiver.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const EVENING = Date.parse('2026-12-01T20:00:00+05:30');
const listSchema = pageSchema(importSummarySchema);
const eventSchema = z.object({ id: z.string(), timestamp: z.string(), data: z.looseObject({ date: z.string() }) });
const sid = () => requireConfig(env).EXOTEL_ACCOUNT_SID;

let receiver: ReturnType<typeof receiverAt>;
let destination: { id: string; secret: string };
let told: z.infer<typeof eventSchema>[];
let count = 0;

beforeEach(async () => {
  count += 1;
  told = [];
  receiver = receiverAt(`day-${count}`);
  await standIn.reset();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function makeDestination(events: readonly string[] = ['day.ended']): Promise<void> {
  const answer = await post('/api/destinations', { name: 'Sheet', url: receiver.url, events });
  destination = newDestinationSchema.parse(await answer.json());
}

const imports = async () => listSchema.parse(await (await ask('/api/imports')).json()).items;

/** Stores in the account what it would know of an import that is over. */
async function started(id: string, launchedAt: string, contacts: Partial<ImportSummary['contacts']>): Promise<void> {
  const [known] = await imports();
  const line = known ?? (await importIn(sendFile(contactFile(1), { template: (await makeTemplate()).id })));
  const summary = importSummarySchema.parse(line);
  const over = { state: 'finished', finishedAt: launchedAt, contacts: { ...noOutcomes(), ...contacts } } as const;
  const createdAt = new Date(Date.parse(launchedAt) - HOUR_MS).toISOString();
  await env.ACCOUNTS.getByName(sid()).saveImport({ ...summary, ...over, id, createdAt, launchedAt }, id);
}

/** Runs the cron trigger, as the platform does every five minutes; an independent library verifies what arrives. */
async function trigger(): Promise<void> {
  await worker.scheduled(createScheduledController({ cron: '*/5 * * * *' }), env);
  while (await runDurableObjectAlarm(env.DESTINATIONS.getByName(destination.id)));
  const fresh = (await receiver.received()).slice(told.length);
  const verify = new Webhook(destination.secret);
  told.push(...fresh.map(({ headers, body }) => eventSchema.parse(verify.verify(body, headers))));
}

describe('the end of a day', () => {
  it('is told once, when the calling hours are over, with what was started since the end before', async () => {
    startClock(EVENING);
    await makeDestination();
    await started('before', '2026-11-30T15:30:00.000Z', { completed: 100 });
    await started('late', '2026-11-30T16:00:00.000Z', { completed: 10, no_answer: 3, unaccounted: 2 });
    await started('noon', '2026-12-01T06:30:00.000Z', { completed: 7, queued: 4 });
    await trigger();
    expect(told).toEqual([]);
    goAhead(HOUR_MS);
    await started('after', '2026-12-01T15:30:00.001Z', { completed: 100 });
    await trigger();
    await trigger();
    goAhead(2 * HOUR_MS);
    await trigger();
    expect(told).toEqual([
      {
        id: 'day-2026-12-01',
        timestamp: '2026-12-01T15:30:00.000Z',
        data: {
          date: '2026-12-01',
          from: '2026-11-30T15:30:00.000Z',
          until: '2026-12-01T15:30:00.000Z',
          timeZone: 'Asia/Kolkata',
          imports: 2,
          people: 26,
          answered: 17,
          sent: 0,
          open: 4,
          unaccounted: 2,
        },
      },
    ]);
    goAhead(24 * HOUR_MS);
    await trigger();
    expect(told.map(({ id }) => id)).toEqual(['day-2026-12-01', 'day-2026-12-02']);
  });

  it('is none without a start, on a closed day, or of long ago', async () => {
    startClock(EVENING + HOUR_MS);
    await makeDestination();
    await trigger();
    goAhead(61 * MINUTE_MS);
    await trigger();
    // The import is reported far too late.
    await started('noon', '2026-12-01T06:30:00.000Z', { completed: 7 });
    await trigger();
    await ask('/api/settings', {
      method: 'PUT',
      body: JSON.stringify({ closedDates: ['2026-12-02'] }),
      headers: { 'content-type': 'application/json' },
    });
    await started('closed', '2026-12-02T06:30:00.000Z', { completed: 5 });
    goAhead(24 * HOUR_MS);
    await trigger();
    expect(told).toEqual([]);
    goAhead(24 * HOUR_MS);
    await trigger();
    expect(told.map(({ id, data }) => [id, data['imports'], data['answered']])).toEqual([['day-2026-12-03', 1, 5]]);
    await started('next', '2026-12-04T06:30:00.000Z', { completed: 5 });
    goAhead(36 * HOUR_MS);
    await trigger();
    expect(told).toHaveLength(1);
  });

  it('is told by a later trigger where one failed in between, still once', async () => {
    startClock(EVENING);
    await makeDestination();
    await started('noon', '2026-12-01T06:30:00.000Z', { completed: 7 });
    goAhead(HOUR_MS);
    const note = vi.spyOn(AccountObject.prototype, 'noteDay').mockImplementationOnce(() => {
      throw new Error('out of reach');
    });
    await trigger();
    await started('more', '2026-12-01T06:30:00.000Z', { completed: 1 });
    await trigger();
    expect([note.mock.calls.length, told.map(({ id, data }) => [id, data['answered']])]).toEqual([
      2,
      [['day-2026-12-01', 7]],
    ]);
  });

  it('asks nothing of the account while no destination wants it', async () => {
    startClock(EVENING + HOUR_MS);
    await makeDestination(['import.finished']);
    const looked = vi.spyOn(AccountObject.prototype, 'startedIn');
    await trigger();
    expect(looked).not.toHaveBeenCalled();
  });

  it('counts as the list of imports does, of calls under way as well', async () => {
    const morning = tomorrowAt('10:00');
    startClock(Date.parse(morning));
    await standIn.skipTo(morning);
    await makeDestination();
    const { id: template } = await makeTemplate();
    const made = await importIn(sendFile(contactFile(6), { template }));
    await post(`/api/imports/${made.id}/launch`, { expect: { contacts: 6, campaigns: 1 } });
    const { launchedAt } = await driveUntil(made.id, isLaunched);
    await dialToTheEnd();
    await driveUntil(made.id, ({ contacts }) => contacts.queued < 6);
    const hours = { closeMinute: requireConfig(env).CALLING_WINDOW.closeMinute, timeZone: 'Asia/Kolkata' };
    const end = dayEndAfter(Date.parse(launchedAt ?? ''), hours);
    goAhead(Math.max(0, end - Date.now()));
    await trigger();
    const totals = dayTotals(await imports(), dayEndBefore(end, hours), end);
    expect(totals).toMatchObject({ imports: 1, people: 6 });
    expect(told.map(({ data }) => data)).toMatchObject([totals]);
  });
});

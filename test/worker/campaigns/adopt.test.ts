import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, ORIGIN, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import {
  campaignIn,
  exotel,
  getCampaign,
  makeElsewhere,
  makeList,
  makeMessages,
  runElsewhere,
  tomorrowAt,
} from './elsewhere.ts';
import type { Import } from '../../../shared/protocol/import.ts';

beforeEach(async () => {
  // So that it is within calling hours whenever the tests run, because nothing is resumed outside them.
  const morning = tomorrowAt('10:00');
  startClock(Date.parse(morning));
  await standIn.reset({
    script: { script: { [mobile(1)]: ['completed'], [mobile(2)]: ['busy'], [mobile(3)]: ['no-answer'] } },
  });
  await standIn.skipTo(morning);
});
afterEach(reset);

function adopt(sid: string, query = ''): Promise<Response> {
  return post(`/api/campaigns/${sid}/adopt${query}`);
}

async function resultsOf(id: string): Promise<string[]> {
  const text = await (await ask(`/api/imports/${id}/results.csv`)).text();
  return text.replace('\uFEFF', '').trim().split('\r\n');
}

async function updates(): Promise<string[]> {
  return (await standIn.requests()).filter(({ op }) => op === 'update').map(({ path }) => path);
}

/** Sends a callback to the address to which Exotel would send it. */
async function report(url: string | null | undefined, body: unknown): Promise<number> {
  const path = (url ?? '').replace(ORIGIN, '');
  return (await ask(path, { method: 'POST', body: JSON.stringify(body), token: null })).status;
}

function isFinished({ state, finishedAt }: Import): boolean {
  return state === 'finished' && finishedAt !== null;
}

describe('a campaign made elsewhere', () => {
  it('is pointed at our sink and followed to its end, everyone accounted for', async () => {
    const { sid } = await makeElsewhere({ status_callback: 'https://hooks.example/before' });
    const adopted = await importIn(adopt(sid));
    expect(adopted).toMatchObject({
      name: 'Made elsewhere',
      state: 'running',
      channel: 'voice',
      origin: { kind: 'campaign', sid },
      template: { id: 'exotel', name: 'Made elsewhere' },
      rows: { total: 3, accepted: 3, duplicate: 0, invalid: 0, blank: 0 },
      contacts: { queued: 3 },
      campaigns: [{ seq: 1, sid, state: 'created', contacts: 3 }],
      createdBy: 'asha',
    });
    const { callbacks, import: owner } = await getCampaign(sid);
    expect(owner).toEqual({ id: adopted.id, seq: 1 });
    for (const kind of ['call', 'schedule', 'campaign'] as const) {
      expect(callbacks[kind]).toMatch(new RegExp(`^${ORIGIN}/callbacks/${adopted.id}/1/[\\w-]{32}/${kind}$`));
    }

    await dialToTheEnd();
    const finished = await driveUntil(adopted.id, isFinished);
    expect(finished.contacts).toMatchObject({ completed: 1, busy: 1, no_answer: 1, unaccounted: 0 });
    const [heading = '', ...lines] = await resultsOf(adopted.id);
    expect(heading).toBe('Number,Outcome,Attempts,Called at,Seconds,Digits,Recording,Call SID,Campaign,Reason,Row');
    expect(lines.map((line) => line.split(',').slice(0, 3))).toEqual([
      [mobile(1), 'Completed', '1'],
      [mobile(2), 'Busy', '1'],
      [mobile(3), 'No answer', '1'],
    ]);
  });

  it('is adopted once: again finds the same import, and points its callbacks back where they were turned away', async () => {
    const { sid } = await makeElsewhere();
    const [first, second] = await Promise.all([importIn(adopt(sid)), importIn(adopt(sid))]);
    expect(second.id).toBe(first.id);
    const before = (await updates()).length;
    expect((await importIn(adopt(sid))).id).toBe(first.id);
    expect(await updates()).toHaveLength(before);
    await exotel.request('PUT', `/campaigns/${sid}`, {
      campaigns: [{ call_status_callback: 'https://hooks.example/' }],
    });
    await importIn(adopt(sid));
    expect((await getCampaign(sid)).callbacks.call).toContain(`/callbacks/${first.id}/1/`);
    const list = await (await ask('/api/imports')).json();
    expect(list).toMatchObject({ total: 1, items: [{ id: first.id, origin: { kind: 'campaign', sid } }] });
    await dialToTheEnd();
    await driveUntil(first.id, isFinished);
  });

  it('counts what is reported to our sink, of people known and not', async () => {
    const { sid } = await runElsewhere();
    const { id } = await importIn(adopt(sid));
    expect((await updates()).length).toBe(1);
    const { callbacks } = await getCampaign(sid);
    const call = (number: string, status: string) => ({ campaign_sid: sid, call_sid: `of ${number}`, number, status });
    expect(await report(callbacks.call, call(mobile(1), 'completed'))).toBe(200);
    expect(await report(callbacks.call, call(mobile(77), 'busy'))).toBe(200);
    const seen = await driveUntil(id, ({ contacts }) => contacts.busy === 1);
    expect(seen.contacts).toMatchObject({ completed: 1, busy: 1, queued: 2 });
    expect(seen.rows).toMatchObject({ total: 4, accepted: 4 });
    expect(seen.campaigns[0]?.contacts).toBe(4);
    const lines = (await (await ask(`/api/imports/${id}/callbacks`)).text()).trim().split('\n');
    expect(lines).toHaveLength(2);
  });

  it('is paused, resumed and stopped like our own', async () => {
    const { sid } = await runElsewhere();
    const { id } = await importIn(adopt(sid));
    await post(`/api/imports/${id}/pause`);
    await driveUntil(id, ({ state }) => state === 'paused');
    expect((await getCampaign(sid)).state).toBe('paused');
    await post(`/api/imports/${id}/resume`);
    await driveUntil(id, ({ state, campaigns }) => state === 'running' && campaigns[0]?.state === 'in_progress');
    await post(`/api/imports/${id}/stop`);
    const stopped = await driveUntil(id, ({ state, finishedAt }) => state === 'stopped' && finishedAt !== null);
    expect(sumOutcomes(stopped.contacts)).toBe(3);
    expect(stopped.contacts).toMatchObject({ queued: 0, dialling: 0 });
    expect((await ask(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await getCampaign(sid)).import).toBeNull();
  });

  it('leaves others of the same name alone', async () => {
    const [ours, other] = [await makeElsewhere(), await makeElsewhere({ from: [mobile(8)] })];
    const { id } = await importIn(adopt(ours.sid));
    await dialToTheEnd();
    await driveUntil(id, isFinished);
    expect((await getCampaign(other.sid)).state).toBe('completed');
    expect((await standIn.summary()).counts.deletedCampaigns).toBe(0);
  });

  it('of lists counts whom the lists hold, and names whom it has heard of', async () => {
    const lists = [await makeList('One', [mobile(1), mobile(2)]), await makeList('Two', [mobile(3)])];
    const { sid } = await makeElsewhere({ from: null, lists });
    const adopted = await importIn(adopt(sid));
    expect(adopted.contacts.queued).toBe(3);
    expect(await resultsOf(adopted.id)).toHaveLength(1);
    await dialToTheEnd();
    const finished = await driveUntil(adopted.id, isFinished);
    expect(finished.contacts).toMatchObject({ completed: 1, busy: 1, no_answer: 1, unaccounted: 0 });
    const numbers = (await resultsOf(adopted.id)).slice(1).map((line) => line.slice(0, mobile(1).length));
    expect(new Set(numbers)).toEqual(new Set([mobile(1), mobile(2), mobile(3)]));
  });

  it('is gone when somebody deletes it, and its people are not called', async () => {
    const { sid } = await makeElsewhere();
    const { id } = await importIn(adopt(sid));
    await exotel.request('DELETE', `/campaigns/${sid}`);
    const finished = await driveUntil(id, isFinished);
    expect(finished.contacts).toMatchObject({ not_attempted: 3 });
  });
});

describe('messages made elsewhere', () => {
  it('are pointed at our sink before their start and followed to their end', async () => {
    const { sid } = await makeMessages([mobile(1), mobile(2)]);
    const adopted = await importIn(adopt(sid, '?channel=sms'));
    expect(adopted).toMatchObject({ channel: 'sms', state: 'running', rows: { accepted: 2 } });
    const { callbacks } = await campaignIn(ask(`/api/campaigns/${sid}?channel=sms`));
    expect(callbacks.message).toContain(`/callbacks/${adopted.id}/1/`);
    expect(callbacks.campaign).toContain(`/callbacks/${adopted.id}/1/`);
    await standIn.skipTo(tomorrowAt('21:00'));
    const finished = await driveUntil(adopted.id, isFinished);
    expect(sumOutcomes(finished.contacts)).toBe(2);
    expect(finished.contacts.queued).toBe(0);
  });

  it('already on their way are followed by reading alone', async () => {
    const { sid } = await makeMessages([mobile(1)]);
    await exotel.request('PUT', `/message-campaigns/${sid}`, { action: 'pause' });
    const adopted = await importIn(adopt(sid, '?channel=sms'));
    expect(adopted.campaigns[0]?.state).toBe('paused');
    expect((await standIn.requests()).filter(({ op }) => op === 'sms_update')).toEqual([]);
  });
});

describe('a campaign that cannot be adopted', () => {
  it('belongs to an import already, which is named', async () => {
    const { id: template } = await makeTemplate();
    const made = await importIn(sendFile(contactFile(2), { template, launch: 'true' }));
    const { campaigns } = await driveUntil(made.id, isLaunched);
    expect(await refusalOf(await adopt(campaigns[0]?.sid ?? ''))).toEqual({
      status: 409,
      code: 'belongs_to_import',
      details: { import: made.id },
    });
  });

  it('is over, is not there, or is not Exotel’s to change', async () => {
    const { sid } = await runElsewhere();
    await standIn.faults({ operation: 'update', kind: 'refuse', description: 'Not allowed' });
    expect(await refusalOf(await adopt(sid))).toMatchObject({ status: 422, code: 'exotel_refused' });
    await post(`/api/campaigns/${sid}/actions`, { action: 'pause' });
    await post(`/api/campaigns/${sid}/actions`, { action: 'complete' });
    expect(await refusalOf(await adopt(sid))).toMatchObject({ status: 409, code: 'campaign_over' });
    expect(await refusalOf(await adopt('nobody'))).toMatchObject({ status: 404, code: 'campaign_not_found' });
    expect(await (await ask('/api/imports')).json()).toMatchObject({ total: 0 });
  });

  it('is found to be adopted when Exotel’s answer was lost', async () => {
    const { sid } = await makeElsewhere();
    await standIn.faults({ operation: 'update', kind: 'drop_after' });
    const { id } = await importIn(adopt(sid));
    expect((await getImport(id)).origin).toEqual({ kind: 'campaign', sid, keepsHours: false });
    expect(await updates()).toHaveLength(1);
  });
});

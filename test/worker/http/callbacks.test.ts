import { abortAllDurableObjects, listDurableObjectIds, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readCampaignToken } from '../../../shared/campaign/name-token.ts';
import { MAX_CALLBACK_BYTES } from '../../../shared/limits.ts';
import { CALLBACKS_PER_BATCH, MAX_BATCH_BYTES } from '../../../shared/sink-limits.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, refusalOf, sendFile } from '../support/edge.ts';
import { archiveNow, driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { IS_WHOLE } from '../support/whole-run.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { OutcomeCounts } from '../../../shared/protocol/outcomes.ts';

let id: string;
/** The life of the import, by which its campaign objects are named. */
let life: string;
let urls: { call: string; schedule: string; campaign: string };

beforeEach(async () => {
  startClock();
  await standIn.reset();
  const template = await makeTemplate({ retries: { count: 1, intervalMinutes: 5, on: ['busy'] } });
  // The account, with the notice that these people were called, may survive a test whose objects were killed.
  const made = await importIn(sendFile(contactFile(5), { template: template.id, launch: 'true', again: 'true' }));
  id = made.id;
  await driveUntil(id, isLaunched);
  const [campaign] = await standIn.creates();
  life = readCampaignToken(campaign?.name ?? '')?.life ?? '';
  urls = {
    call: campaign?.callStatusCallback ?? '',
    schedule: campaign?.callScheduleCallback ?? '',
    campaign: campaign?.statusCallback ?? '',
  };
});
afterEach(reset);

function report(url: string, body: unknown, type = 'application/json'): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ask(url, { token: null, method: 'POST', body: text, headers: { 'content-type': type } });
}

function call(n: number, sid: string, status: string) {
  return {
    campaign_sid: 'c1',
    call_sid: sid,
    date_created: `2026-11-22T10:0${sid.slice(-1)}:00+05:30`,
    number: mobile(n),
    status,
  };
}

const campaignObject = () => env.CAMPAIGNS.getByName(`${life}/1`);

/** The campaign's own totals, because totals reach the import a moment later. */
async function counted(): Promise<Partial<OutcomeCounts>> {
  const totals = await campaignObject().totals();
  return Object.fromEntries(Object.entries(totals?.outcomes ?? {}).filter(([, count]) => count > 0));
}

const line = z.object({ receivedAt: z.iso.datetime(), seq: z.number(), kind: z.string(), body: z.unknown() });

async function archived(): Promise<z.infer<typeof line>[]> {
  const answer = await ask(`/api/imports/${id}/callbacks`);
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  return text
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => line.parse(JSON.parse(each)));
}

function waitingTables(sql: SqlStorage): string[] {
  const rows = sql.exec("SELECT name FROM sqlite_master WHERE name GLOB 'callbacks_[0-9]*'").toArray();
  return rows.map((row) => z.object({ name: z.string() }).parse(row).name);
}

/** Callbacks the campaign still holds itself. */
function held(): Promise<number> {
  return runInDurableObject(campaignObject(), (_, { storage: { sql } }) =>
    waitingTables(sql)
      .map((name) => Number(sql.exec(`SELECT COUNT(*) AS count FROM ${name}`).one()['count']))
      .reduce((sum, count) => sum + count, 0),
  );
}

describe('the sink', () => {
  it('counts a callback once, sent thrice and in any order, as JSON or as a form', async () => {
    const busy = call(0, 'a1', 'busy');
    const answered = call(0, 'a2', 'completed');
    for (const each of [answered, busy, answered, busy, busy]) expect((await report(urls.call, each)).status).toBe(200);
    const form = new URLSearchParams(call(1, 'b1', 'no-answer')).toString();
    for (let i = 0; i < 3; i += 1) await report(urls.call, form, 'application/x-www-form-urlencoded');
    await report(urls.call, call(2, 'c1', 'busy'));
    expect(await counted()).toEqual({ completed: 1, no_answer: 1, retrying: 1, queued: 2 });
    const schedule = {
      to: mobile(2),
      from: '08088919888',
      call_sids: [{ call_sid: 'c1', status: 'busy' }],
      status: 'busy',
    };
    await report(urls.schedule, schedule);
    expect(await counted()).toEqual({ completed: 1, no_answer: 1, busy: 1, queued: 2 });
  });

  it('counts nothing of a number it was not given, a body it cannot read, or a call of nobody', async () => {
    for (const body of [call(4_000, 'x1', 'completed'), 'garbage', '', '[]', { status: 'completed' }, { number: [] }]) {
      expect((await report(urls.call, body)).status).toBe(200);
    }
    expect(await counted()).toEqual({ queued: 5 });
    expect(await archived()).toHaveLength(6);
  });

  it('goes by its address, whichever campaign a callback names: a duplicate rings the same people', async () => {
    await report(urls.call, { ...call(0, 'a1', 'completed'), campaign_sid: 'another' });
    expect(await counted()).toEqual({ completed: 1, queued: 4 });
  });

  it('shows a forged address nothing, and touches no object', async () => {
    const objects = await listDurableObjectIds(env.CAMPAIGNS);
    const path = new URL(urls.call).pathname;
    const [, , importId = '', , mac = ''] = path.split('/');
    const forged = [
      `/callbacks/${importId}/1/${mac.slice(0, -1)}${mac.endsWith('A') ? 'B' : 'A'}/call`,
      `/callbacks/${importId}/1/${mac}/schedule`,
      `/callbacks/${importId}/2/${mac}/call`,
      `/callbacks/${importId}/01/${mac}/call`,
      `/callbacks/${importId}/1/${mac}/other`,
      `/callbacks/${importId}/0/${mac}/call`,
      `/callbacks/other/1/${mac}/call`,
      `/callbacks/${importId}/1//call`,
      `/callbacks/${importId}/1/%00/call`,
      `/callbacks/${'x'.repeat(500)}/1/${mac}/call`,
    ];
    for (const each of forged)
      expect(await refusalOf(await report(each, call(0, 'a1', 'completed')))).toEqual({
        status: 404,
        code: 'not_found',
      });
    expect((await ask(path, { method: 'GET', token: null })).status).toBe(404);
    expect(await listDurableObjectIds(env.CAMPAIGNS)).toEqual(objects);
    expect(await counted()).toEqual({ queued: 5 });
  });

  it('refuses a body larger than any callback, promised or not', async () => {
    expect(await refusalOf(await report(urls.call, 'x'.repeat(2 * 1024 * 1024)))).toEqual({
      status: 413,
      code: 'body_too_large',
    });
    const unpromised = new Blob(['y'.repeat(70_000)]).stream();
    expect((await ask(urls.call, { token: null, method: 'POST', body: unpromised })).status).toBe(413);
    expect(await archived()).toEqual([]);
  });

  it('counts what comes before the POST of its campaign is answered', async () => {
    await standIn.reset();
    await standIn.faults({ operation: 'create', kind: 'timeout_after' });
    const template = await makeTemplate({ name: 'Other' });
    const early = await importIn(sendFile(contactFile(3), { template: template.id, launch: 'true' }));
    await driveUntil(early.id, ({ campaigns }) => campaigns[0]?.state === 'in_doubt');
    const [campaign] = await standIn.creates();
    await report(campaign?.callStatusCallback ?? '', call(0, 'a1', 'completed'));
    const known = await driveUntil(early.id, (view) => isLaunched(view) && view.contacts.completed === 1);
    expect(known.contacts).toMatchObject({ completed: 1, queued: 2 });
  });

  it('takes a campaign’s word for a hint only: its state is read', async () => {
    await report(urls.campaign, { campaign_sid: 'c1', status: 'completed' });
    await driveUntil(id, () => true);
    expect((await getImport(id)).campaigns[0]?.state).toBe('created');
    await dialToTheEnd();
    await report(urls.campaign, { campaign_sid: 'c1', status: 'completed' });
    const end = await driveUntil(id, ({ state }) => state === 'finished');
    expect(end.contacts.queued).toBe(0);
  });
});

describe('the archive', () => {
  /** `count` callbacks, numbered in their call sid. */
  async function reportMany(from: number, count: number): Promise<void> {
    for (let i = from; i < from + count; i += 20) {
      await Promise.all(
        Array.from({ length: Math.min(20, from + count - i) }, (_, j) =>
          report(urls.call, call((i + j) % 5, `n${i + j}`, 'ringing')),
        ),
      );
    }
  }

  const sidsOf = (lines: readonly { readonly body: unknown }[]) =>
    lines.map(({ body }) => Number(z.object({ call_sid: z.string() }).parse(body).call_sid.slice(1)));

  it('gets every callback in batches, in order, and gives them back as they came', async () => {
    await report(urls.schedule, 'status=completed&number=7', 'application/x-www-form-urlencoded');
    await reportMany(0, 520);
    await archiveNow(campaignObject()); // the full batch
    await archiveNow(campaignObject()); // the batch that waited long enough
    await reportMany(520, 30);
    const { keys } = await env.CALLBACKS.list({ prefix: `callbacks/${id}/` });
    expect(keys.map(({ metadata }) => z.object({ count: z.number() }).parse(metadata).count)).toEqual([500, 21]);
    const [first, ...rest] = await archived();
    expect([first?.kind, first?.seq, first?.body]).toEqual(['schedule', 1, 'status=completed&number=7']);
    expect(sidsOf(rest).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 550 }, (_, i) => i));
    const receivedAt = rest.map((each) => each.receivedAt);
    expect(receivedAt).toEqual(receivedAt.toSorted());
  });

  it('loses nothing and keeps nothing twice when the objects are killed at any moment', async () => {
    const killer = Promise.all([reportMany(0, 60).catch(() => null), abortAllDurableObjects()]);
    await killer;
    await reportMany(0, 60);
    const alarm = archiveNow(campaignObject()).catch(() => null);
    await abortAllDurableObjects();
    await alarm;
    await reportMany(60, 10);
    await archiveNow(campaignObject());
    await abortAllDurableObjects();
    const lines = sidsOf(await archived());
    expect(new Set(lines)).toEqual(new Set(Array.from({ length: 70 }, (_, i) => i)));
    expect(await held()).toBe(0);
    // A callback answered 200 before the kill is there once; one without an answer was sent again, so at most twice.
    for (const sid of new Set(lines)) expect(lines.filter((each) => each === sid).length).toBeLessThanOrEqual(2);
  });

  it('comes to an end however fast callbacks arrive, and then goes on with full batches', async () => {
    await reportMany(0, 20);
    const put = env.CALLBACKS.put.bind(env.CALLBACKS);
    const written = vi.spyOn(env.CALLBACKS, 'put').mockImplementation(async (key: string, value: unknown) => {
      // Each time more callbacks than one value took in the old version.
      await reportMany(1_000 * (written.mock.calls.length + 1), 10);
      await put(key, String(value));
    });
    await archiveNow(campaignObject());
    expect([written.mock.calls.length, await held()]).toEqual([1, 10]);
    await archiveNow(campaignObject());
    expect([written.mock.calls.length, await held()]).toEqual([2, 10]);
    vi.restoreAllMocks();
    expect(sidsOf(await archived())).toHaveLength(40);
  });

  it('takes over what 0.2 still held, a batch it died with while writing it first', async () => {
    await report(urls.call, call(0, 'a1', 'completed'));
    await archiveNow(campaignObject());
    await runInDurableObject(campaignObject(), async (_, { storage }) => {
      const { sql } = storage;
      for (const name of waitingTables(sql)) sql.exec(`DROP TABLE ${name}`);
      sql.exec(`CREATE TABLE callbacks (id INTEGER PRIMARY KEY AUTOINCREMENT, received_at INTEGER NOT NULL,
        kind TEXT NOT NULL, body TEXT NOT NULL) STRICT`);
      for (const [id, sid] of [
        [2, 'n2'],
        [3, 'n3'],
        [4, 'n4'],
      ] as const)
        sql.exec('INSERT INTO callbacks VALUES (?, ?, ?, ?)', id, id, 'call', JSON.stringify(call(1, sid, 'ringing')));
      sql.exec('INSERT INTO archives VALUES (2, 2, 3, 2, 0)');
      await storage.setAlarm(Date.now() + 300_000);
    });
    await abortAllDurableObjects();
    await archiveNow(campaignObject());
    const { keys } = await env.CALLBACKS.list({ prefix: `callbacks/${id}/` });
    expect(keys.map(({ metadata }) => metadata)).toEqual([
      { count: 1, firstId: 1, lastId: 1 },
      { count: 2, firstId: 2, lastId: 3 },
    ]);
    expect(sidsOf((await archived()).slice(1))).toEqual([2, 3, 4]);
  });

  it('writes one row for a callback', async () => {
    await report(urls.call, call(0, 'a0', 'ringing'));
    const rows = await runInDurableObject(campaignObject(), async (object, { storage: { sql } }) => {
      const exec = sql.exec.bind(sql);
      let written = 0;
      vi.spyOn(sql, 'exec').mockImplementation((query: string, ...bindings: unknown[]) => {
        const cursor = exec(query, ...bindings);
        written += cursor.rowsWritten;
        return cursor;
      });
      for (let i = 1; i <= 10; i += 1) await object.receive('call', JSON.stringify(call(0, `a${i}`, 'ringing')), i);
      return written;
    });
    expect(rows).toBe(10);
  });

  it('keeps the outcomes when its callbacks have gone to the archive and the object is killed', async () => {
    await report(urls.call, call(0, 'a1', 'completed'));
    await report(urls.call, call(1, 'b1', 'busy'));
    await archiveNow(campaignObject());
    await abortAllDurableObjects();
    expect(await counted()).toEqual({ completed: 1, retrying: 1, queued: 3 });
    await report(urls.call, call(1, 'b2', 'busy'));
    expect(await counted()).toEqual({ completed: 1, busy: 1, queued: 3 });
  });

  it('takes in callbacks as large as they may be', async () => {
    const large = { ...call(0, 'a1', 'completed'), padding: '\u0001'.repeat(10_000) };
    // Three batches by their bytes; by night so many that they were one by their number.
    const count = IS_WHOLE ? CALLBACKS_PER_BATCH : 160;
    for (let i = 0; i < count; i += 10) {
      await Promise.all(Array.from({ length: 10 }, () => report(urls.call, large)));
    }
    await archiveNow(campaignObject()); // the full batches
    await archiveNow(campaignObject()); // the rest
    const { keys } = await env.CALLBACKS.list({ prefix: `callbacks/${id}/` });
    const values = await Promise.all(keys.map(({ name }) => env.CALLBACKS.get(name, 'arrayBuffer')));
    const most = MAX_BATCH_BYTES + 2 * MAX_CALLBACK_BYTES;
    expect(values.filter((value) => (value?.byteLength ?? most) >= most)).toEqual([]);
    expect(await archived()).toHaveLength(count);
    expect(await held()).toBe(0);
  });
});

import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNumbersFingerprint } from '../../../worker/import/record/numbers-fingerprint.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';

const HOUR_MS = 3_600_000;
const FILE = contactFile(3);
/** The same people in another order and layout, with one of them twice. */
const OTHER_FILE = `Mobile;City\n${mobile(2)};Pune\n${mobile(0)};Delhi\n${mobile(1)};Surat\n${mobile(0)};Delhi\n`;

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

const account = () => env.ACCOUNTS.getByName(env.EXOTEL_ACCOUNT_SID ?? '');

/** Everything the account has stored, as one text. */
function storedByAccount(): Promise<string> {
  return runInDurableObject(account(), (_, { storage: { sql } }) => {
    const tables = sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*'")
      .toArray();
    return JSON.stringify(tables.map(({ name }) => [name, sql.exec(`SELECT * FROM "${name}"`).toArray()]));
  });
}

async function launchAndDelete(id: string): Promise<void> {
  await importIn(sendFile(FILE, { template, id, name: 'Secret plans', launch: 'true' }));
  await importIn(post(`/api/imports/${id}/stop`));
  await driveUntil(id, ({ state, finishedAt }) => state === 'stopped' && finishedAt !== null);
  expect((await ask(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(204);
}

describe('the same people launched within a day', () => {
  it.each([
    ['by a copy of the template', FILE, {}],
    ['from another file', OTHER_FILE, {}],
    ['each row a call, whoever it names', OTHER_FILE, { callDuplicates: true }],
  ])('are noticed %s', async (_how, file, change) => {
    const first = await importIn(sendFile(FILE, { template, name: 'Morning', launch: 'true' }));
    const copy = await makeTemplate({ name: 'A copy', ...change });
    const sent = sendFile(file, { template: copy.id, id: 'second-1', launch: 'true' });
    expect(await refusalOf(await sent)).toMatchObject({
      status: 409,
      code: 'launched_before',
      details: { import: { id: first.id, name: 'Morning', createdBy: 'asha' } },
    });
    const again = await importIn(sendFile(file, { template: copy.id, id: 'second-1', launch: 'true', again: 'true' }));
    expect(again.launchedAt).not.toBeNull();
  });

  it.each([
    ['fewer of them', contactFile(2), {}],
    ['others', contactFile(3, 10), {}],
  ])('are not %s', async (_who, file, change) => {
    await importIn(sendFile(FILE, { template, launch: 'true' }));
    const other = await makeTemplate({ name: 'Another', ...change });
    expect((await importIn(sendFile(file, { template: other.id, launch: 'true' }))).launchedBefore).toBeNull();
  });

  it('are noticed under the id of an import that was deleted, of whom nothing else is left', async () => {
    await launchAndDelete('leads-1');
    const again = sendFile(FILE, { template, id: 'leads-1', launch: 'true' });
    expect(await refusalOf(await again)).toMatchObject({
      code: 'launched_before',
      details: { import: { id: 'leads-1', name: 'a deleted import' } },
    });
    const stored = await storedByAccount();
    const fingerprint = createNumbersFingerprint();
    for (const n of [0, 1, 2]) fingerprint.add(Number(mobile(n).slice(1)));
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(FILE));
    const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const told = [fingerprint.toHex(), sha256, mobile(0).slice(3), 'Secret plans', 'Person'];
    expect(told.filter((each) => stored.includes(each))).toEqual([]);
  });

  it('are forgotten when the day is over, whether or not anybody launches again', async () => {
    await launchAndDelete('leads-1');
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + 24 * HOUR_MS + 60_000);
    await runDurableObjectAlarm(account());
    expect(await storedByAccount()).toContain('["people_notices",[]]');
    expect(await storedByAccount()).not.toContain('leads-1');
    expect(await runInDurableObject(account(), (_, { storage }) => storage.getAlarm())).toBeNull();
  });
});

describe('fingerprints as 0.2 stored them', () => {
  it('are keyed at once, and go on being noticed', async () => {
    const fingerprint = createNumbersFingerprint();
    for (const n of [0, 1, 2]) fingerprint.add(Number(mobile(n).slice(1)));
    const former = fingerprint.toHex();
    await runInDurableObject(account(), async (object, { storage: { sql } }) => {
      sql.exec(`CREATE TABLE launches (
        import_id TEXT PRIMARY KEY, template_id TEXT NOT NULL, sha256 TEXT NOT NULL, numbers_hash TEXT NOT NULL,
        launched_at INTEGER NOT NULL, name TEXT NOT NULL, created_by TEXT NOT NULL) STRICT, WITHOUT ROWID`);
      sql.exec("INSERT INTO launches VALUES ('old-1', ?, 'aa', ?, ?, 'Before', 'ravi')", template, former, Date.now());
      sql.exec("INSERT INTO known_lists VALUES ('list-1', 'A list', ?, 3)", former);
      await object.alarm();
    });
    expect(await storedByAccount()).not.toContain(former);
    const refusal = await refusalOf(await sendFile(OTHER_FILE, { template, launch: 'true' }));
    expect(refusal).toMatchObject({ code: 'launched_before', details: { import: { id: 'old-1', name: 'Before' } } });
  });
});

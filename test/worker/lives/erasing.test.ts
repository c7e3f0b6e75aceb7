import { abortAllDurableObjects, reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { breakingSender } from '../support/breaking-sender.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { storedAnywhere, storedOf } from '../support/stored.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const ID = 'leads-of-asha';
const DAY_MS = 86_400_000;
const LARGE = new TextEncoder().encode(contactFile(60_000));
const GONE = { tables: [], hasAlarm: false };

let template: string;
// Work of earlier tests may arrive late, and these tests look at everything that is stored.
beforeEach(async () => {
  await reset();
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

function open(fileBytes: number, id = ID): Promise<Response> {
  return post('/api/imports', { template, fileName: 'leads.csv', fileBytes, id });
}

const TUS = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };

function patch(offset: number, body: BodyInit): Promise<Response> {
  return ask(`/api/imports/${ID}/file`, {
    method: 'PATCH',
    body,
    headers: { ...TUS, 'upload-offset': String(offset) },
  });
}

function erase(id = ID): Promise<Response> {
  return ask(`/api/imports/${id}`, { method: 'DELETE' });
}

async function received(): Promise<number> {
  return (await getImport(ID)).file.received;
}

/** Moves the clock to the import's alarm and runs it. */
async function runAlarm(id = ID): Promise<void> {
  const stub = env.IMPORTS.getByName(id);
  const at = await runInDurableObject(stub, (_, { storage }) => storage.getAlarm());
  if (at === null) throw new Error('There is no alarm');
  vi.spyOn(Date, 'now').mockReturnValue(at);
  await runDurableObjectAlarm(stub);
}

describe('a writer under way when its import is erased', () => {
  it('is refused at its next byte, and writes none into the import that has the id next', async () => {
    await importIn(open(LARGE.byteLength));
    const sender = breakingSender(LARGE.slice(0, 1_200_000));
    const sending = patch(0, sender.body);
    await vi.waitFor(async () => expect(await received()).toBeGreaterThan(1_000_000), PATIENCE);
    expect((await erase()).status).toBe(204);
    const other = new TextEncoder().encode(contactFile(3, 70_000));
    await importIn(open(other.byteLength));
    sender.breakOff();
    expect(await refusalOf(await sending)).toEqual({ status: 404, code: 'import_not_found' });
    expect(await received()).toBe(0);
    await patch(0, other);
    expect((await importIn(post(`/api/imports/${ID}/check`))).rows).toMatchObject({ total: 3, accepted: 3 });
  });

  it('that checks the file stores nothing of what it found', async () => {
    await importIn(open(LARGE.byteLength));
    await patch(0, LARGE);
    const checking = post(`/api/imports/${ID}/check`);
    expect((await erase()).status).toBe(204);
    expect([200, 404]).toContain((await checking).status);
    expect(await storedAnywhere(ID)).toEqual([]);
  });

  it('that sends a file in one request is told, and leaves nothing', async () => {
    const sender = breakingSender(LARGE.slice(0, 1_200_000));
    const sending = sendFile(sender.body, { template, id: ID, launch: 'true' });
    await vi.waitFor(async () => expect(await received()).toBeGreaterThan(1_000_000), PATIENCE);
    expect((await erase()).status).toBe(204);
    sender.breakOff();
    expect(await refusalOf(await sending)).toEqual({ status: 404, code: 'import_not_found' });
    expect(await storedAnywhere(ID)).toEqual([]);
  });
});

describe('half a file whose request died with its process', () => {
  async function killHalfWay(): Promise<void> {
    const sender = breakingSender(LARGE.slice(0, 1_200_000));
    const sending = sendFile(sender.body, { template, id: ID }).catch(() => null);
    await vi.waitFor(async () => expect(await received()).toBeGreaterThan(1_000_000), PATIENCE);
    await abortAllDurableObjects();
    sender.breakOff();
    await sending;
  }

  it('is seen, may be deleted, and is erased by itself at once', async () => {
    await killHalfWay();
    const { state, expiresAt } = await getImport(ID);
    expect([state, expiresAt === null]).toEqual(['receiving', false]);
    expect(await (await ask('/api/imports')).json()).toMatchObject({ total: 1 });
    await runAlarm();
    expect((await ask(`/api/imports/${ID}`)).status).toBe(404);
    expect(await (await ask('/api/imports')).json()).toMatchObject({ total: 0 });
    expect(await storedAnywhere(ID)).toEqual([]);
  });

  it('makes room for the same request sent again', async () => {
    await killHalfWay();
    const again = await importIn(sendFile(contactFile(3), { template, id: ID }));
    expect(again).toMatchObject({ state: 'checked', rows: { total: 3, accepted: 3 } });
  });
});

describe('an upload that nobody launches', () => {
  it('says until when it is kept, and is erased then', async () => {
    const opened = await importIn(open(10));
    expect(Date.parse(opened.expiresAt ?? '') - Date.parse(opened.createdAt)).toBe(7 * DAY_MS);
    await runAlarm();
    expect((await getImport(ID)).state).toBe('receiving');
    await runAlarm();
    expect((await ask(`/api/imports/${ID}`)).status).toBe(404);
    expect(await storedAnywhere(ID)).toEqual([]);
  });

  it('is kept as long again whenever it is checked, and for good once it is launched', async () => {
    const made = await importIn(sendFile(contactFile(3), { template, id: ID }));
    const later = Date.now() + 3 * DAY_MS;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    const checked = await importIn(post(`/api/imports/${ID}/check`));
    expect(Date.parse(checked.expiresAt ?? '')).toBe(later + 7 * DAY_MS);
    startClock();
    const launched = await importIn(post(`/api/imports/${ID}/launch`, { expect: { contacts: 3, campaigns: 1 } }));
    expect([made.launchedAt, launched.expiresAt]).toEqual([null, null]);
  });
});

describe('erasing', () => {
  async function stopped(): Promise<void> {
    await importIn(sendFile(contactFile(3), { template, id: ID, launch: 'true' }));
    await driveUntil(ID, isLaunched);
    await importIn(post(`/api/imports/${ID}/stop`));
    await driveUntil(ID, ({ state, finishedAt }) => state === 'stopped' && finishedAt !== null);
  }

  /** Erases while the objects of the import's campaigns cannot be reached. */
  async function eraseHalfWay(): Promise<void> {
    const failing = vi.spyOn(env.CAMPAIGNS, 'getByName').mockImplementation(() => {
      throw new Error('It is not there');
    });
    expect(await refusalOf(await erase())).toEqual({ status: 503, code: 'overloaded' });
    failing.mockRestore();
  }

  it('leaves no table and no alarm, in no object', async () => {
    await stopped();
    expect((await erase()).status).toBe(204);
    expect(await storedAnywhere(ID)).toEqual([]);
    expect(await refusalOf(await erase())).toEqual({ status: 404, code: 'import_not_found' });
  });

  it('that was cut off goes on by itself: what is left is no import any more', async () => {
    await stopped();
    await eraseHalfWay();
    await abortAllDurableObjects();
    expect((await ask(`/api/imports/${ID}`)).status).toBe(404);
    expect(await storedOf(ID)).toEqual({ tables: ['erasing'], hasAlarm: true });
    await runAlarm();
    expect(await storedAnywhere(ID)).toEqual([]);
  });

  it('asked for again goes on with what is left', async () => {
    await stopped();
    await eraseHalfWay();
    expect((await erase()).status).toBe(204);
    expect(await storedAnywhere(ID)).toEqual([]);
  });

  it('does not reach the next life of the id, which may begin meanwhile', async () => {
    await stopped();
    await eraseHalfWay();
    await importIn(sendFile(contactFile(4), { template, id: ID, launch: 'true', again: 'true' }));
    await driveUntil(ID, isLaunched);
    expect(await getImport(ID)).toMatchObject({ state: 'running', rows: { accepted: 4 } });
    expect((await storedOf(ID)).tables).toEqual([
      'campaigns',
      'erasing',
      'import',
      'issues',
      'numbers',
      'parts',
      'skips',
    ]);
    expect(await (await ask('/api/imports')).json()).toMatchObject({ total: 1 });
    expect((await storedAnywhere(ID)).length).toBe(2);
  });
});

describe('asking for an import that does not exist', () => {
  it.each([
    ['GET', ''],
    ['DELETE', ''],
    ['HEAD', '/file'],
    ['POST', '/check'],
    ['POST', '/stop'],
    ['GET', '/issues'],
    ['GET', '/results.csv'],
    ['GET', '/results.xlsx'],
    ['GET', '/results.ndjson'],
    ['GET', '/issues.xlsx'],
    ['GET', '/callbacks'],
    ['GET', '/pace'],
    ['GET', '/preview'],
  ])('by %s %s makes nothing', async (method, path) => {
    const headers = method === 'HEAD' ? TUS : {};
    expect((await ask(`/api/imports/nobody-1${path}`, { method, headers })).status).toBe(404);
    expect(await storedOf('nobody-1')).toEqual(GONE);
  });
});

import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { changeSettings } from '../support/people.ts';
import { standIn } from '../support/stand-in.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { trailLineSchema } from '../../../shared/protocol/team.ts';
import type { Import } from '../../../shared/protocol/import.ts';

const LINES = { enabled: true, minutes: 10, minCalls: 20, connectRate: 30 };
const MINUTE_MS = 60_000;

let id: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  await changeSettings({ brake: LINES });
  const { id: template } = await makeTemplate();
  ({ id } = await importIn(sendFile(contactFile(100), { template, launch: 'true' })));
  await driveUntil(id, isLaunched);
});
afterEach(reset);

/** Sends callbacks of calls that end with this status, from one contact of the file on. */
async function hear(status: string, first: number, calls: number): Promise<void> {
  const [campaign] = await standIn.creates();
  for (let at = first; at < first + calls; at += 1) {
    const body = JSON.stringify({ call_sid: `call-${at}`, number: mobile(at), status });
    await ask(campaign?.callStatusCallback ?? '', { token: null, method: 'POST', body });
  }
}

/** Lets the engine run for some minutes. */
function lookedAfter(minutes: number): Promise<Import> {
  const until = Date.now() + minutes * MINUTE_MS;
  return driveUntil(id, () => Date.now() >= until);
}

const told = ({ attention }: Import) => attention.map(({ facts }) => facts);

describe('the brake that nobody presses', () => {
  it('pauses an import whose calls are not answered, says by which figure, and lets a person lift it', async () => {
    await hear('no-answer', 0, 25);
    const paused = await driveUntil(id, ({ state }) => state === 'paused');
    expect(told(paused)).toEqual([
      { story: 'health_brake', figure: 'connectRate', percent: 0, limit: 30, calls: 25, minutes: expect.any(Number) },
    ]);
    expect((await standIn.creates()).map(({ status }) => status)).toEqual(['paused']);
    const { items } = pageSchema(trailLineSchema).parse(await (await ask('/api/audit')).json());
    const line = items.find(({ what, who }) => what === 'import.paused' && who === 'system');
    expect(line?.after).toMatchObject({ figure: 'connectRate', percent: 0, limit: 30 });

    expect((await post(`/api/imports/${id}/resume`)).status).toBe(200);
    const resumed = await driveUntil(id, ({ campaigns }) => campaigns.every(({ state }) => state !== 'paused'));
    expect(told(resumed)).toEqual([]);

    // Calls that ended before do not count any more, and so few prove nothing.
    await hear('no-answer', 25, 15);
    expect((await lookedAfter(2)).state).not.toBe('paused');
    await hear('no-answer', 40, 10);
    expect(told(await driveUntil(id, ({ state }) => state === 'paused'))).toMatchObject([{ calls: 25 }]);
  });

  it('leaves alone what is answered well enough, and what it is not asked to judge', async () => {
    await hear('completed', 0, 8);
    await hear('busy', 8, 15);
    expect((await lookedAfter(2)).state).not.toBe('paused');
    // The import has already read its limits, so it must be told of changes.
    await changeSettings({ brake: { enabled: false } });
    await hear('busy', 23, 60);
    expect((await lookedAfter(3)).state).not.toBe('paused');
    expect(told(await getImport(id))).toEqual([]);
  });
});

import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contactFile, mobile } from '../support/contacts.ts';
import { getImport, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { IS_WHOLE } from '../support/whole-run.ts';
import { makeElsewhere } from '../campaigns/elsewhere.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import type { FaultKind } from '../../exotel/faults/faults.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

/** Three campaigns, on three days at one call a minute. */
const CONTACTS = 1_500;

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 0.6, busy: 0.2, 'no-answer': 0.2 } } });
  template = (await makeTemplate({ throttle: 1 })).id;
});
afterEach(reset);

function send(contacts = CONTACTS): Promise<Import> {
  return importIn(sendFile(contactFile(contacts), { template, launch: 'true' }));
}

/** Expects every number in exactly one campaign that is not deleted, whatever happened before. */
async function expectEachOnce(contacts = CONTACTS): Promise<void> {
  const { counts, numbersInSeveralCampaigns } = await standIn.summary();
  expect([counts.numbers, numbersInSeveralCampaigns]).toEqual([contacts, []]);
}

async function postsMade(): Promise<number> {
  return (await standIn.requests()).filter(({ op }) => op === 'create').length;
}

function sidOf({ campaigns }: Import, seq: number): string {
  const sid = campaigns.find((each) => each.seq === seq)?.sid;
  if (sid == null) throw new Error(`Campaign ${seq} is not made`);
  return sid;
}

/** Every change plays half of each table: the engine meets all of these faults at every call (test/engine). */
function some<T>(rows: readonly T[], short: readonly number[]): T[] {
  return IS_WHOLE ? [...rows] : rows.filter((_, at) => short.includes(at));
}

/** The number of all POSTs if the second of three meets the fault. */
const UNSEEN: readonly (readonly [FaultKind, number])[] = [
  ['drop_before', 4],
  ['drop_after', 3],
  ['error_before', 4],
  ['error_after', 3],
  ['gateway_html_before', 4],
  ['gateway_html_after', 3],
  ['timeout_before', 4],
  ['timeout_after', 3],
  ['reset_mid_body', 3],
  ['garbage', 3],
  ['truncated_json', 3],
  ['throttled', 4],
];

const HOLDING = [
  ['unauthorised', 'unauthorised'],
  ['payment_required', 'payment_required'],
  ['forbidden', 'forbidden'],
] as const;
const SEARCHES = ['contains', 'prefix', 'exact', 'fuzzy'] as const;

describe('a launch of which one POST meets', () => {
  it.each(some(UNSEEN, [0, 1, 3, 7, 10]))(
    '%s is looked up, and posted again only when it was not carried out',
    async (kind, posts) => {
      await standIn.faults({ operation: 'create', kind, skip: 1 });
      const { id } = await send();
      const launched = await driveUntil(id, isLaunched);
      expect([launched.state, launched.attention]).toEqual(['running', []]);
      await expectEachOnce();
      expect(await postsMade()).toBe(posts);
    },
  );

  it('throttling without headers waits by itself', async () => {
    await standIn.faults({ operation: 'create', kind: 'throttled', headers: false, skip: 1, count: 3 });
    const { id } = await send();
    await driveUntil(id, isLaunched);
    await expectEachOnce();
    expect(await postsMade()).toBe(6);
  });

  it.each([
    ['refuse', 'refused'],
    ['item_failed', 'refused'],
  ] as const)('%s waits for a person, who may send it again', async (kind, code) => {
    await standIn.faults({ operation: 'create', kind, skip: 1, description: 'url is not a flow of this account' });
    const { id } = await send();
    const waiting = await driveUntil(id, ({ campaigns }) => campaigns.filter(({ sid }) => sid !== null).length === 2);
    expect(waiting.state).toBe('needs_attention');
    expect(waiting.attention.map((each) => [each.code, each.seq, each.choices])).toEqual([
      [code, 2, ['send_again', 'adopt', 'give_up']],
    ]);
    expect(waiting.attention[0]?.message).toContain('url is not a flow of this account');
    await importIn(post(`/api/imports/${id}/campaigns/2/decide`, { decision: 'send_again' }));
    await driveUntil(id, isLaunched);
    await expectEachOnce();
  });

  it.each(some(HOLDING, [1]))(
    '%s holds all that is left, and goes on where it was when it is resumed',
    async (kind, code) => {
      await standIn.faults({ operation: 'create', kind, skip: 1 });
      const { id } = await send();
      const held = await driveUntil(id, ({ state }) => state === 'needs_attention');
      expect(held.attention.map((each) => [each.code, each.seq])).toEqual([[code, null]]);
      expect(held.campaigns.map(({ state }) => state)).toEqual(['created', 'pending', 'pending']);
      expect(await postsMade()).toBe(2);
      await importIn(post(`/api/imports/${id}/resume`));
      const launched = await driveUntil(id, isLaunched);
      expect([launched.state, launched.attention]).toEqual(['running', []]);
      await expectEachOnce();
    },
  );

  it('a refusal that names numbers goes on without them, and says so', async () => {
    await standIn.reset({ script: { refused: [mobile(3), mobile(700), mobile(701)], mix: { completed: 1 } } });
    const { id } = await send();
    const launched = await driveUntil(id, isLaunched);
    expect(launched.contacts).toMatchObject({ invalid: 3, queued: CONTACTS - 3 });
    await expectEachOnce(CONTACTS - 3);
    await dialToTheEnd();
    const end = await driveUntil(id, ({ state }) => state === 'finished');
    expect(end.contacts).toMatchObject({ invalid: 3, completed: CONTACTS - 3, queued: 0, unaccounted: 0 });
  });
});

describe('a launch in doubt', () => {
  it.each(some(SEARCHES, [0, 3]))('is found however the search matches: %s', async (nameSearch) => {
    await standIn.reset({ settings: { nameSearch } });
    await standIn.faults({ operation: 'create', kind: 'drop_after', count: 3 });
    const { id } = await send();
    await driveUntil(id, isLaunched);
    await expectEachOnce();
    expect(await postsMade()).toBe(3);
  });

  it('is found although the list lags behind, by as much as two look-ups', async () => {
    await standIn.settings({ listLagMs: 2_000 });
    await standIn.faults({ operation: 'create', kind: 'drop_after' });
    const { id } = await send(5);
    // The list lags in real time, so the test waits instead of running alarms.
    await vi.waitFor(async () => expect(await getImport(id)).toSatisfy(isLaunched), { ...PATIENCE, interval: 200 });
    await expectEachOnce(5);
    expect((await standIn.requests()).map(({ op }) => op).slice(0, 3)).toEqual(['create', 'list', 'list']);
  });

  it('stays in doubt while the list cannot be read, and sends nothing meanwhile', async () => {
    await standIn.faults(
      { operation: 'create', kind: 'timeout_before' },
      { operation: 'list', kind: 'error_before', count: 8 },
    );
    const { id } = await send(5);
    await driveUntil(id, isLaunched);
    const requests = (await standIn.requests()).map(({ op }) => op).slice(0, 13);
    expect(requests).toEqual(['create', ...Array<string>(11).fill('list'), 'create']);
    await expectEachOnce(5);
  });

  it('is a person’s to decide after three POSTs without an answer; given up, it is still looked for', async () => {
    await standIn.faults({ operation: 'create', kind: 'drop_before', count: 3 });
    const { id } = await send(5);
    const waiting = await driveUntil(id, ({ state }) => state === 'needs_attention');
    expect(waiting.attention.map(({ code, seq }) => [code, seq])).toEqual([['launch_unproven', 1]]);
    expect(await postsMade()).toBe(3);
    await importIn(post(`/api/imports/${id}/campaigns/1/decide`, { decision: 'give_up' }));
    // It is not proven that the campaign does not exist, so until its end its people do not count as not called.
    const open = await driveUntil(id, ({ attention }) => attention[0]?.code === 'looked_for');
    expect([open.state, open.contacts.queued]).toEqual(['launching', 5]);
    expect(await postsMade()).toBe(3);
  });

  it('adopts the campaign a person names, once Exotel shows it', async () => {
    await standIn.faults({ operation: 'create', kind: 'drop_after' }, { operation: 'create', kind: 'refuse' });
    await standIn.settings({ listLagMs: 60_000 });
    const { id } = await send(5);
    await driveUntil(id, ({ state }) => state === 'needs_attention');
    const [made] = await standIn.creates();
    const decide = (sid: string) => post(`/api/imports/${id}/campaigns/1/decide`, { decision: 'adopt', sid });
    await importIn(decide('nobody'));
    const refused = await driveUntil(id, ({ attention }) => attention[0]?.code === 'adopt_not_found');
    expect(refused.state).toBe('needs_attention');
    await importIn(decide(made?.sid ?? ''));
    expect((await driveUntil(id, isLaunched)).campaigns[0]?.sid).toBe(made?.sid);
    await expectEachOnce(5);
  });

  it.each([
    ['adopt_stranger', async () => (await makeElsewhere()).sid],
    ['adopt_other_import', async () => sidOf(await driveUntil((await send(5)).id, isLaunched), 1)],
    ['adopt_other_campaign', async (id: string) => sidOf(await getImport(id), 1)],
  ] as const)('adopts nothing that is not its own (%s), nor ends it when it is stopped', async (code, other) => {
    await standIn.faults({ operation: 'create', kind: 'refuse', skip: 1 });
    const { id } = await send();
    await driveUntil(id, ({ campaigns }) => campaigns.filter(({ sid }) => sid !== null).length === 2);
    const sid = await other(id);
    await importIn(post(`/api/imports/${id}/campaigns/2/decide`, { decision: 'adopt', sid }));
    const refused = await driveUntil(id, ({ attention }) => attention[0]?.code === code);
    expect([refused.state, refused.attention[0]?.choices]).toEqual([
      'needs_attention',
      ['send_again', 'adopt', 'give_up'],
    ]);
    await post(`/api/imports/${id}/stop`);
    await driveUntil(id, ({ state }) => state === 'stopped');
    // The import's own first campaign ends with it; a campaign that is not its own continues.
    const { status } = (await standIn.summary()).campaigns.find((made) => made.sid === sid) ?? {};
    expect(status).toBe(code === 'adopt_other_campaign' ? 'deleted' : 'created');
  });
});

import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WATCHED_AFTER_LOOK_MS } from '../../../shared/limits.ts';
import { liveMessageSchema } from '../../../shared/protocol/live.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { CAMPAIGN_LINE_HEADERS, type CampaignNews } from '../../../worker/campaign-line.ts';
import { listenerHeaders } from '../../../worker/live-sockets.ts';
import { contactFile } from '../support/contacts.ts';
import { getImport, importIn, makeTemplate, sendFile } from '../support/edge.ts';
import { driveUntil, goAhead, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

const PATIENCE = { timeout: 20_000 };
const WATCHER_HEADERS = {
  upgrade: 'websocket',
  ...listenerHeaders({ token: 'asha', isMasked: false, until: null }),
};

let id: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  const template = await makeTemplate();
  id = (await importIn(sendFile(contactFile(4), { template: template.id, launch: 'true' }))).id;
  await driveUntil(id, isLaunched);
});
afterEach(reset);

/** A socket of the import, and all messages that it received. */
async function open(headers: Record<string, string>) {
  const { webSocket } = await env.IMPORTS.getByName(id).fetch('https://import/', { headers });
  if (webSocket === null) throw new Error('No socket.');
  const heard: unknown[] = [];
  const closed: number[] = [];
  webSocket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(String(data)));
  });
  webSocket.addEventListener('close', ({ code }) => {
    closed.push(code);
  });
  webSocket.accept();
  const incarnation = await env.IMPORTS.getByName(id).incarnationToAdopt();
  const say = (completed: number, of: Partial<CampaignNews> = {}) => {
    const outcomes = { ...noOutcomes(), completed, queued: 4 - completed };
    const totals = { outcomes, unfinished: 4 - completed, pressed: {}, asOf: Date.now() };
    webSocket.send(JSON.stringify({ incarnation, seq: 1, totals, hint: null, ...of }));
  };
  return { say, heard, closed };
}

const completedIn = (messages: readonly unknown[]): number[] =>
  messages.flatMap((message) => {
    const each = liveMessageSchema.parse(message);
    return each.type === 'change' ? [each.contacts.completed] : [];
  });

describe('what a campaign tells over a line', () => {
  it('reaches whoever watches, and no line', async () => {
    const watcher = await open(WATCHER_HEADERS);
    const line = await open(CAMPAIGN_LINE_HEADERS);
    line.say(1);
    line.say(2);
    await vi.waitFor(() => expect(completedIn(watcher.heard)).toEqual([1, 2]), PATIENCE);
    expect([line.heard, line.closed]).toEqual([[], []]);
  });

  it('is not heard from whoever watches', async () => {
    const watcher = await open(WATCHER_HEADERS);
    watcher.say(3);
    const line = await open(CAMPAIGN_LINE_HEADERS);
    line.say(1);
    await vi.waitFor(() => expect(completedIn(watcher.heard)).toEqual([1]), PATIENCE);
  });

  it('ends the line where nobody watches any more', async () => {
    goAhead(WATCHED_AFTER_LOOK_MS);
    const line = await open(CAMPAIGN_LINE_HEADERS);
    line.say(1);
    line.say(2);
    await vi.waitFor(() => expect(line.closed).toEqual([1000]), PATIENCE);
  });

  it('is not heard from a campaign of an earlier life, nor of one that is closed', async () => {
    const watcher = await open(WATCHER_HEADERS);
    const earlier = await open(CAMPAIGN_LINE_HEADERS);
    earlier.say(1, { incarnation: 'aaaaaaaaaa' });
    await vi.waitFor(() => expect(earlier.closed).toEqual([1000]), PATIENCE);
    expect(completedIn(watcher.heard)).toEqual([]);

    await dialToTheEnd();
    const { contacts } = await driveUntil(id, ({ state }) => state === 'finished');
    const late = await open(CAMPAIGN_LINE_HEADERS);
    late.say(1);
    await vi.waitFor(() => expect(late.closed).toEqual([1000]), PATIENCE);
    expect((await getImport(id)).contacts).toEqual(contacts);
  });
});

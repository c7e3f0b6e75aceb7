import { setTimeout as wait } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { z } from 'zod';
import { newDestinationSchema } from '../../shared/protocol/destination.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { callbackItemSchema, sinkSchema } from '../../shared/protocol/sink.ts';
import { startWebhookReceiver, type ReceivedWebhook } from '../exotel/control/webhook-receiver.ts';
import { freePort } from '../local/stack/free-port.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import { createSayer } from './say-progress.ts';
import { createRandomBetween } from './seeded-random.ts';
import { sendStorm } from './send-storm.ts';
import type { Letter } from './storm-letters.ts';

/** Every change runs a slice of this; `STORM_CALLBACKS=50000` runs all of it. */
const CALLBACKS = Number(process.env['STORM_CALLBACKS'] ?? 1_200);
/** The slice is always the same; the whole is killed at a different moment each time. */
const seed = Number(
  process.env['CRASH_SEED'] ?? (process.env['STORM_CALLBACKS'] === undefined ? 1 : Date.now() % 2 ** 32),
);
/**
 * No assertion depends on time: the test gives up only when nothing moved for this long. After a second failed try the
 * third comes five minutes later.
 */
const STILL_MS = 900_000;
const WITHIN_MS = 1_800_000 + CALLBACKS * 120;
/** Run beside everything else and near the end, a Worker takes minutes to start. */
const STACK_WITHIN_MS = 600_000;
const LOOK_AGAIN_MS = 1_000;
const SAY_EVERY = 500;

let stack: LocalStack;
let receiverUrl: string;
let closeReceiver: () => Promise<void>;
beforeEach(async () => {
  stack = await startStack({ exotel: { skipIdle: false } });
  const port = await freePort();
  closeReceiver = await startWebhookReceiver(port);
  receiverUrl = `http://127.0.0.1:${port}/hooks/crm`;
}, STACK_WITHIN_MS);
afterEach(async () => {
  await stack.stop();
  await closeReceiver();
});

function numberOf(mark: number): string {
  return `0981${String(1_000_000 + mark)}`;
}

/** Of somebody's own campaign: made elsewhere, reported here. */
function lettersTo(url: string): Letter[] {
  return Array.from({ length: CALLBACKS }, (_, mark) => {
    return {
      mark,
      url,
      body: JSON.stringify({ CallSid: `c${mark}`, From: numberOf(mark), Status: 'completed', mark }),
    };
  });
}

/**
 * So much is read meanwhile that the other end may have closed a kept-alive connection; then the request is repeated.
 */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = 4; ; left -= 1) {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof TypeError) || left === 0) throw cause;
    }
  }
}

/** Adds to `got` what the receiver has received since, so that fifty thousand are not read again each time. */
async function readOn(got: ReceivedWebhook[]): Promise<void> {
  const answer = await patiently(() => fetch(`${receiverUrl}?after=${got.length}`));
  const schema = z.array(z.object({ headers: z.record(z.string(), z.string()), body: z.string() }));
  got.push(...schema.parse(await answer.json()));
}

/** Everything that is kept, by the id it is forwarded under. */
async function kept(sink: string): Promise<Map<string, number>> {
  const lines = (await stack.api.text(`/api/callbacks.ndjson?sink=${sink}`)).split('\n').filter((line) => line !== '');
  const items = lines.map((line) => callbackItemSchema.parse(JSON.parse(line)));
  return new Map(items.map(({ id, body }) => [`raw-${id}`, z.object({ mark: z.int() }).parse(JSON.parse(body)).mark]));
}

describe(`a storm of ${CALLBACKS} callbacks of somebody else's campaign, seed ${seed}`, () => {
  it(
    'is kept and forwarded whole, the Worker killed in the middle and the receiver unwell',
    { timeout: WITHIN_MS },
    async () => {
      onTestFailed(() => console.error(`CRASH_SEED=${seed}\n${stack.worker().log().slice(-6_000)}`));
      const { say, sent: saySent } = createSayer('foreign storm', { size: CALLBACKS, seed });
      const killedAt = createRandomBetween(seed)(Math.floor(CALLBACKS / 4), Math.floor((3 * CALLBACKS) / 4));
      const sink = await stack.api.post('/api/sinks', { name: 'Elsewhere' }, sinkSchema);
      const wish = { name: 'CRM', url: receiverUrl, events: ['callback.raw'] };
      const { secret } = await stack.api.post('/api/destinations', wish, newDestinationSchema);
      const unwell = [
        { status: 500 },
        { status: 200 },
        { status: 200, dies: true },
        { status: 200, stalls: true },
        { status: 302 },
        { status: 200 },
      ];
      await fetch(receiverUrl, { method: 'PUT', body: JSON.stringify(unwell) });
      const letters = lettersTo(sink.urls.call);
      const begun = Date.now();
      let killed = Number.NaN;
      let down: Promise<void> = Promise.resolve();
      const deliveries = await sendStorm(
        letters,
        (sent) => {
          saySent(sent);
          if (sent !== killedAt) return;
          say(`killed after ${sent}`);
          killed = Date.now();
          down = stack.killWorker().then(() => stack.restartWorker());
        },
        () => down,
      );
      await down;
      const taken = Date.now();
      say('all sent');

      const lines = await patiently(() => kept(sink.id));
      const exported = Date.now();
      const copies = new Map<number, number>();
      for (const mark of lines.values()) copies.set(mark, (copies.get(mark) ?? 0) + 1);
      const lost = [...deliveries].filter(
        ([mark, { acknowledged }]) => (copies.get(mark) ?? 0) < Math.max(1, acknowledged),
      );
      const invented = [...copies].filter(([mark, count]) => count > (deliveries.get(mark)?.tried ?? 0));
      expect({ lost, invented }).toEqual({ lost: [], invented: [] });

      const mark = Math.floor(CALLBACKS / 3);
      const hit = await stack.api.get(
        `/api/callbacks?sink=${sink.id}&number=${numberOf(mark)}`,
        pageSchema(callbackItemSchema),
      );
      const searched = Date.now();
      expect(hit.items.map(({ callSid }) => callSid)).toEqual(
        Array.from({ length: copies.get(mark) ?? 0 }, () => `c${mark}`),
      );

      say('all found again');
      let movedAt = Date.now();
      let saidAt = 0;
      const got: ReceivedWebhook[] = [];
      const ids = new Set<string>();
      for (let read = 0; ids.size < lines.size && Date.now() < movedAt + STILL_MS; await wait(LOOK_AGAIN_MS)) {
        await readOn(got);
        for (const { headers } of got.slice(read)) ids.add(headers['webhook-id'] ?? '');
        if (got.length === read) continue;
        movedAt = Date.now();
        read = got.length;
        if (ids.size >= saidAt + SAY_EVERY) say(`forwarded ${(saidAt = ids.size)}`);
      }
      expect([...ids].toSorted()).toEqual([...lines.keys()].toSorted());
      const bodies = new Map<string, Set<string>>();
      const webhook = new Webhook(secret);
      for (const { headers, body } of got) {
        const id = headers['webhook-id'] ?? '';
        // Signed again with another library, because it would refuse a signature that is an hour old.
        const sentAt = new Date(Number(headers['webhook-timestamp']) * 1000);
        expect(headers['webhook-signature']).toBe(webhook.sign(id, sentAt, body));
        bodies.set(id, (bodies.get(id) ?? new Set()).add(body));
      }
      expect([...bodies].filter(([, each]) => each.size > 1)).toEqual([]);
      const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
      console.log(
        `foreign storm: ${lines.size} kept in ${seconds(begun, taken)} s, the Worker killed after ${seconds(begun, killed)} s; read whole in ` +
          `${seconds(taken, exported)} s, one number found in ${seconds(exported, searched)} s; ` +
          `${got.length} requests to the receiver, the last ${seconds(begun, Date.now())} s after the first callback`,
      );
    },
  );
});

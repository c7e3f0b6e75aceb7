import { setTimeout as wait } from 'node:timers/promises';
import { LIVE_PROTOCOL, LIVE_TICKET_PREFIX, liveMessageSchema } from '../../shared/protocol/live.ts';
import { createRandomBetween } from '../crash/seeded-random.ts';
import { sendStorm } from '../crash/send-storm.ts';
import { makeStorm } from '../crash/storm-letters.ts';
import { askTicket } from '../local/stack/follow-import.ts';
import { startStack } from '../local/stack/local-stack.ts';
import type { BenchRow } from './bench-row.ts';
import { launchedImport } from './launched-import.ts';

const SAMPLES = 30;
const TARGET_MS = 1_000;
/** Far enough apart that each is a change of its own, in uneven steps that fall anywhere between pushes. */
const APART_MS = 433;

/** From the moment a callback is sent to the message that tells a popup of it. */
export async function run(): Promise<readonly BenchRow[]> {
  const stack = await startStack({ openCaps: true, exotel: { skipIdle: false } });
  try {
    const { id } = await launchedImport(stack, 1_000);
    const { letters } = makeStorm(stack.exotel.control, SAMPLES * 8, createRandomBetween(7));
    // Only these callbacks move a contact to another outcome, whatever came before.
    const ends = letters.filter(({ url }) => url.endsWith('/schedule')).slice(0, SAMPLES);
    const socket = openLive(stack.workerUrl, await askTicket(stack.workerUrl, stack.token), id);
    await socket.opened;
    const latencies: number[] = [];
    for (const letter of ends) {
      const told = socket.nextMessage();
      const from = performance.now();
      await sendStorm([letter], () => undefined);
      latencies.push((await told) - from);
      await wait(APART_MS);
    }
    socket.close();
    const sorted = latencies.toSorted((left, right) => left - right);
    const worst = sorted.at(-1) ?? Number.NaN;
    const middle = sorted[sorted.length >> 1] ?? Number.NaN;
    return [
      {
        what: 'callback to popup, the slowest of 30',
        measured: `${Math.round(worst)} ms (half within ${Math.round(middle)} ms)`,
        target: `< ${TARGET_MS} ms`,
        met: worst < TARGET_MS,
      },
    ];
  } finally {
    await stack.stop();
  }
}

function openLive(workerUrl: string, ticket: string, id: string) {
  const protocols = [LIVE_PROTOCOL, LIVE_TICKET_PREFIX + ticket];
  const socket = new WebSocket(`${workerUrl.replace(/^http/, 'ws')}/api/imports/${id}/live`, protocols);
  let hear: (at: number) => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    socket.addEventListener('message', (event) => {
      const { type } = liveMessageSchema.parse(JSON.parse(String(event.data)));
      if (type === 'snapshot') resolve();
      else hear(performance.now());
    });
  });
  return {
    opened,
    /** When the next change arrives, on the clock of `performance.now()`. */
    nextMessage: () =>
      new Promise<number>((resolve) => {
        hear = resolve;
      }),
    close: () => socket.close(),
  };
}

import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { PATIENCE_MS, until } from './until.ts';

/**
 * Marionette, Firefox's own automation protocol over TCP, which geckodriver speaks too: `length:json`, asked as
 * `[0, id, command, parameters]`, answered as `[1, id, error, result]`.
 */
export interface Marionette {
  readonly send: (command: string, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  readonly end: () => void;
}

interface Asked {
  readonly command: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const errorSchema = z.object({ error: z.string(), message: z.string() }).nullable();
const answerSchema = z.tuple([z.literal(1), z.int(), errorSchema, z.unknown()]);
const START_MS = 120_000;

export async function openMarionette(port: number): Promise<Marionette> {
  const socket = await until('Marionette', () => tryToConnect(port), START_MS);
  const waiting = new Map<number, Asked>();
  let next = 1;
  let heard: Buffer = Buffer.alloc(0);

  function answer(text: string): void {
    const message = answerSchema.safeParse(JSON.parse(text));
    if (!message.success) return; // the greeting
    const [, id, error, result] = message.data;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === null) asked?.resolve(valueOf(result));
    else asked?.reject(new Error(`${asked.command}: ${error.error}: ${error.message}`));
  }

  socket.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk]);
    for (let colon = heard.indexOf(':'); colon >= 0; colon = heard.indexOf(':')) {
      const end = colon + 1 + Number(heard.subarray(0, colon).toString());
      if (heard.length < end) return;
      answer(heard.subarray(colon + 1, end).toString());
      heard = heard.subarray(end);
    }
  });
  socket.on('error', () => {}); // what follows it is "close"
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has gone'));
    waiting.clear();
  });
  return {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        const id = next++;
        // A page that never loads is never answered.
        const giveUp = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${command} had no answer`));
        }, PATIENCE_MS);
        const settle =
          <T>(end: (value: T) => void) =>
          (value: T): void => {
            clearTimeout(giveUp);
            end(value);
          };
        waiting.set(id, { command, resolve: settle(resolve), reject: settle(reject) });
        const text = JSON.stringify([0, id, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    end: () => socket.destroy(),
  };
}

function tryToConnect(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Most results are wrapped once more. */
function valueOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : result;
}

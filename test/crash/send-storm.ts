import { setTimeout as wait } from 'node:timers/promises';
import { createPoster } from '../exotel/callbacks/post-callback.ts';
import type { Letter } from './storm-letters.ts';

/** What became of the copies of one callback, all tries together. */
export interface Delivery {
  tried: number;
  acknowledged: number;
}

const AT_ONCE = 64;
const RETRIED_AT_ONCE = 8;
const ANSWER_MS = 60_000;
/**
 * Exotel waits five and fifteen minutes before its second and third try, so its last try finds a killed Worker
 * restarted.
 */
const RETRY_AFTER_MS = [1_500, 20_000] as const;
/**
 * A sender that cannot connect waits longer and longer. Otherwise half of the storm would hit a Worker that is down,
 * and its second and third tries, a few at a time, would take longer than the storm.
 */
const REFUSED_MS = { first: 250, longest: 8_000 } as const;

/**
 * Sends as fast as callbacks are accepted, each up to three times; `onSent` gets the number of first tries. The last
 * try of each waits for `isBack`, however long a busy machine takes to restart a Worker.
 */
export async function sendStorm(
  letters: readonly Letter[],
  onSent: (sent: number) => void,
  isBack: () => Promise<unknown> = () => Promise.resolve(),
): Promise<ReadonlyMap<number, Delivery>> {
  const poster = createPoster(AT_ONCE, ANSWER_MS);
  const deliveries = new Map<number, Delivery>();
  const late: Promise<void>[] = [];
  let next = 0;

  async function deliver({ mark, url, body }: Letter): Promise<boolean> {
    const delivery = deliveries.get(mark) ?? { tried: 0, acknowledged: 0 };
    deliveries.set(mark, delivery);
    delivery.tried += 1;
    const status = await poster.post(url, body, 'application/json');
    const isTaken = typeof status === 'number' && status >= 200 && status < 300;
    if (isTaken) delivery.acknowledged += 1;
    return isTaken;
  }

  /** Second and third tries, a few at a time, so that no wave of them waits for its own answers. */
  async function again(letter: Letter): Promise<void> {
    await wait(RETRY_AFTER_MS[0]);
    if (await inTurn(() => deliver(letter))) return;
    await wait(RETRY_AFTER_MS[1]);
    await isBack();
    await inTurn(() => deliver(letter));
  }

  const lanes: Promise<unknown>[] = Array.from({ length: RETRIED_AT_ONCE }, () => Promise.resolve());
  let retried = 0;
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const lane = retried % RETRIED_AT_ONCE;
    retried += 1;
    const mine = (lanes[lane] ?? Promise.resolve()).then(work);
    lanes[lane] = mine.catch(() => undefined);
    return mine;
  }

  async function work(): Promise<void> {
    let pause: number = REFUSED_MS.first;
    for (let letter = letters[next]; letter !== undefined; letter = letters[next]) {
      next += 1;
      onSent(next);
      if (await deliver(letter)) {
        pause = REFUSED_MS.first;
        continue;
      }
      late.push(again(letter));
      await wait(pause);
      pause = Math.min(2 * pause, REFUSED_MS.longest);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await Promise.all(late);
  poster.close();
  return deliveries;
}

import { callbackFaults, encodePayload, planDelivery } from '../faults/callback-faults.ts';
import type { CallbackFaults, CallbackFaultsChange } from '../faults/callback-faults.ts';
import type { CallbackKind } from './callback-payloads.ts';
import { createEventHeap } from '../dialler/event-heap.ts';
import { createFifo } from '../dialler/fifo.ts';
import type { Ledger } from '../control/ledger.ts';
import type { Poster } from './post-callback.ts';
import type { VirtualClock } from '../dialler/virtual-clock.ts';

type Callback = {
  readonly kind: CallbackKind;
  readonly sid: string;
  readonly url: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Sent as a form, even if the faults do not ask for it. */
  readonly asForm?: boolean;
};

export type CallbackSender = {
  readonly send: (callback: Callback) => void;
  /** Sends the retries that are due by now. */
  readonly release: () => void;
  readonly nextAt: () => number | null;
  /** Whether a callback is being sent or waits to be sent; later retries do not count. */
  readonly isBusy: () => boolean;
  /** Sends no more callbacks; those under way still arrive. */
  readonly stop: () => void;
  readonly setFaults: (faults: CallbackFaultsChange) => void;
};

type Letter = Callback & { readonly try: number };

const AT_ONCE = 16;
/**
 * Virtual waits before the second and the third try; after that a callback is dropped, as one of Exotel's guides says.
 */
const RETRY_AFTER_MS = [5 * 60_000, 15 * 60_000] as const;
/** A receiver that failed gets at least this much real time before the next try, however fast the clock runs. */
const LEAST_REAL_WAIT_MS = 50;

type Parts = {
  readonly poster: Poster;
  readonly clock: VirtualClock;
  readonly ledger: Ledger;
  readonly seed: number;
  /** Called when something may have become due or idle. */
  readonly onChange: () => void;
};

/** Delivers callbacks, sixteen at a time, three tries each; any 2xx is a delivery. */
export function createCallbackSender({ poster, clock, ledger, seed, onChange }: Parts): CallbackSender {
  const ready = createFifo<Letter>();
  const retries = createEventHeap<Letter>();
  let faults: CallbackFaults = callbackFaults.parse({});
  let onTheWire = 0;
  let count = 0;
  let onHold = 0;
  let stopped = false;

  function send(callback: Callback): void {
    count += 1;
    const copies = planDelivery(faults, seed, count);
    if (copies.length === 0) log({ ...callback, try: 0 }, 'lost');
    for (const holdMs of copies) hold({ ...callback, try: 1 }, holdMs);
    pump();
  }

  function hold(letter: Letter, realMs: number): void {
    if (realMs === 0) {
      ready.push(letter);
      return;
    }
    onHold += 1;
    setTimeout(() => {
      onHold -= 1;
      ready.push(letter);
      pump();
    }, realMs).unref();
  }

  function release(): void {
    const now = clock.now();
    for (let at = retries.peekAt(); at !== null && at <= now; at = retries.peekAt()) {
      const letter = retries.pop()?.value;
      if (letter !== undefined) ready.push(letter);
    }
    pump();
  }

  function pump(): void {
    while (onTheWire < AT_ONCE) {
      const letter = stopped ? undefined : ready.shift();
      if (letter === undefined) return;
      onTheWire += 1;
      void deliver(letter);
    }
  }

  async function deliver(letter: Letter): Promise<void> {
    const { body, contentType } = encodePayload(letter.payload, faults.formEncoded || letter.asForm === true);
    const status = await poster.post(letter.url, body, contentType);
    onTheWire -= 1;
    log(letter, status);
    const delivered = typeof status === 'number' && status >= 200 && status < 300;
    const wait = RETRY_AFTER_MS[letter.try - 1];
    if (!delivered && wait !== undefined) {
      const leastWait = LEAST_REAL_WAIT_MS * clock.speed();
      retries.push(clock.now() + Math.max(wait, leastWait), { ...letter, try: letter.try + 1 });
    }
    pump();
    onChange();
  }

  function log(letter: Letter, status: number | string): void {
    const path = URL.parse(letter.url)?.pathname ?? letter.url;
    ledger.deliveries.push({ at: clock.now(), path, kind: letter.kind, sid: letter.sid, try: letter.try, status });
  }

  return {
    send,
    release,
    nextAt: retries.peekAt,
    isBusy: () => onTheWire > 0 || ready.size() > 0 || onHold > 0,
    stop: () => {
      stopped = true;
    },
    setFaults: (next) => {
      faults = callbackFaults.parse(next);
    },
  };
}

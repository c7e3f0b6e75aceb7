import { DurableObject } from 'cloudflare:workers';
import { err, ok, type Result } from '../../shared/result.ts';
import { BATCH_AFTER_SECONDS, CALLBACKS_PER_BATCH, FORWARD_AFTER_SECONDS } from '../../shared/sink-limits.ts';
import { createAlarmChain } from '../alarm-chain.ts';
import { readConfig } from '../config.ts';
import { storedJson } from '../stored-json.ts';
import { toItem } from '../callbacks/understand-callback.ts';
import { callbackEvent } from '../events/outgoing-event.ts';
import { bytesOf } from '../callbacks/bytes-of-line.ts';
import { describeWaiting, type WaitingBatch } from '../callbacks/waiting-batch.ts';
import { createInterest, type Interest } from '../events/interest.ts';
import { createTailFeed } from '../events/tail-feed.ts';
import { forgetInValue } from '../callbacks/forget-in-value.ts';
import { blankSinkLine } from '../people/forget-in-sink.ts';
import { areWanted, batchKey, isFull, type Filling } from './filling-batch.ts';
import { createSinkStore, type SinkRecord } from './sink-store.ts';
import { understandCallback, type KeptCallback, type ReceivedCallback } from '../callbacks/understand-callback.ts';
import type { Env } from '../env.ts';

/** Where callbacks are: KV keys with the period of each (epoch ms), oldest first, then those not in KV yet. */
export interface SinkPlaces {
  readonly keys: readonly { readonly key: string; readonly from: number; readonly to: number }[];
  readonly waiting: readonly WaitingBatch[];
}

/** One sink. Every callback is on disk before `receive` answers, and in KV within minutes. */
export class SinkObject extends DurableObject<Env> {
  private readonly store = createSinkStore(this.ctx.storage.sql);
  private readonly chain = createAlarmChain(this.ctx.storage, {
    name: 'sink',
    isNeeded: () => this.store.record() !== null && this.store.waiting().length > 0,
  });
  private filling: Filling | null = null;
  private record: SinkRecord | null = null;
  /** The id of the last callback that was handed over, or needs no handing over. */
  private forwardedTo = 0;
  /** The alarm that is handing over or archiving right now. */
  private working: Promise<void> | null = null;
  private isErasing = false;
  private readonly interest = createInterest({
    ask: () => this.askInterest(),
    now: () => Date.now(),
  });
  private readonly tail = createTailFeed({
    interest: this.interest,
    directory: () => (this.record === null ? null : this.env.SINK_DIRECTORY.getByName(this.record.account)),
    waitUntil: (work) => this.ctx.waitUntil(work),
  });

  create(record: SinkRecord): void {
    this.store.create(record);
    this.record = record;
  }

  async receive(received: Omit<ReceivedCallback, 'id'>): Promise<Result<{ id: string }, { code: 'unknown_sink' }>> {
    this.record ??= this.store.record();
    const { record } = this;
    if (record === null || this.isErasing) return err({ code: 'unknown_sink' as const });
    const config = readConfig(this.env);
    const filling = this.roomForOne();
    const id = `${record.id}-${filling.nextId}`;
    const line = JSON.stringify(
      understandCallback({ ...received, id }, config.ok ? config.value.DEFAULT_COUNTRY : 'IN'),
    );
    this.store.add(filling.batch, filling.nextId, received.receivedAt, line);
    this.tail.add(() => ({ ...storedJson<KeptCallback>(line), sink: record.id }));
    filling.nextId += 1;
    filling.count += 1;
    filling.bytes += bytesOf(line);
    if (areWanted(this.interest.fresh()) !== false)
      await this.chain.armBy(received.receivedAt + FORWARD_AFTER_SECONDS * 1000);
    if (filling.count === 1) await this.chain.armBy(received.receivedAt + BATCH_AFTER_SECONDS * 1000);
    if (isFull(filling)) await this.chain.armBy(received.receivedAt);
    return ok({ id });
  }

  /** From the directory: who watches, or which events are wanted, has changed. */
  interestChanged(interest: Interest): void {
    this.interest.told(interest);
  }

  places(): SinkPlaces {
    const record = this.store.record();
    if (record === null) return { keys: [], waiting: [] };
    const keyOf = (batch: number) => batchKey(record.id, batch);
    return {
      keys: this.store.kept().map(({ batch, from, to }) => ({ key: keyOf(batch), from, to })),
      waiting: describeWaiting(this.store.waiting(), { keyOf, linesOf: (batch) => this.store.lines(batch) }),
    };
  }

  /** The lines of a batch that waited for KV; null once it is there. */
  waitingLines(batch: number): string[] | null {
    return this.store.record() !== null && this.store.waiting().includes(batch) ? this.store.lines(batch) : null;
  }

  /** Erases the sink once the running handover or write has ended; nothing new is accepted meanwhile. */
  async erase(): Promise<void> {
    this.isErasing = true;
    try {
      while (this.working !== null) await this.working.catch(() => {});
      await this.eraseAll();
    } finally {
      this.isErasing = false;
    }
  }

  private async eraseAll(): Promise<void> {
    const record = this.store.record();
    const batches = record === null ? [] : [...this.store.kept().map(({ batch }) => batch), ...this.store.waiting()];
    this.record = null;
    this.filling = null;
    if (record !== null) {
      for (const batch of batches) await this.env.CALLBACKS.delete(batchKey(record.id, batch));
    }
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  override alarm(info?: AlarmInvocationInfo): Promise<void> {
    return this.chain.run(info, async () => {
      if (this.isErasing) return null;
      this.working = this.forward().then(() => this.archive());
      try {
        await this.working;
      } finally {
        this.working = null;
      }
      return null;
    });
  }

  /** Erases a person: no callback names them any more. That a callback came, and when, stays. */
  async forgetPerson(number: number): Promise<void> {
    const record = this.store.record();
    if (record === null) return;
    const blank = (line: string) => blankSinkLine(String(number), line);
    const seen = new Set<number>();
    for (;;) {
      // Callbacks on their way to KV were read before this, so the write must end first.
      await this.working?.catch(() => {});
      if (this.store.record() === null) return;
      this.store.blank(blank);
      const next = this.store.kept().find(({ batch }) => !seen.has(batch));
      if (next === undefined && this.working === null) return;
      if (next === undefined) continue;
      seen.add(next.batch);
      await forgetInValue(this.env.CALLBACKS, batchKey(record.id, next.batch), blank);
    }
  }

  /** From the cron trigger, by the directory. */
  wake(): Promise<void> {
    return this.chain.wake();
  }

  private async askInterest(): Promise<Interest | null> {
    const { record } = this;
    if (record === null) return null;
    return this.env.SINK_DIRECTORY.getByName(record.account).interest({ kind: 'sink', name: record.id });
  }

  /**
   * Hands all callbacks that were there at the start to the destinations, in order. Later ones get an alarm of their
   * own, so that a storm keeps none out of KV. The handover is noted afterwards, so after a crash it is repeated.
   */
  private async forward(): Promise<void> {
    const record = this.store.record();
    if (record === null) return;
    const directory = this.env.SINK_DIRECTORY.getByName(record.account);
    this.record ??= record;
    if (areWanted(await this.interest.get()) !== true) {
      this.forwardedTo = Number.POSITIVE_INFINITY;
      return;
    }
    // The first time, everything not in KV yet counts as new.
    this.forwardedTo = this.store.forwarded() ?? 0;
    this.filling ??= this.restoreFilling();
    const newest = (this.filling?.nextId ?? 1) - 1;
    while (this.forwardedTo < newest) {
      const lines = this.store.linesAfter(this.forwardedTo);
      const last = lines.at(-1);
      if (last === undefined) return;
      await directory.tell(
        lines.map(({ line }) => callbackEvent({ ...toItem(storedJson<KeptCallback>(line)), sink: record.id })),
        null,
      );
      if (this.store.record() === null) return;
      this.forwardedTo = last.id;
      this.store.noteForwarded(last.id);
    }
  }

  private roomForOne(): Filling {
    this.filling ??= this.restoreFilling();
    if (this.filling !== null && !isFull(this.filling)) return this.filling;
    const [batch, nextId] = this.filling === null ? [1, 1] : [this.filling.batch + 1, this.filling.nextId];
    this.store.openBatch(batch);
    this.filling = { batch, count: 0, bytes: 0, nextId };
    return this.filling;
  }

  private restoreFilling(): Filling | null {
    const [last] = this.store.waiting().slice(-1);
    const kept = this.store.kept().at(-1);
    if (last === undefined) {
      if (kept === undefined) return null;
      // Everything is in KV, so the next callback opens a new batch.
      return { batch: kept.batch, count: CALLBACKS_PER_BATCH, bytes: 0, nextId: kept.lastId + 1 };
    }
    const fresh = this.store.describe(last);
    const nextId = fresh === null ? (kept?.lastId ?? 0) + 1 : fresh.lastId + 1;
    const count = fresh === null ? 0 : fresh.lastId - fresh.firstId + 1;
    return { batch: last, count, bytes: fresh?.bytes ?? 0, nextId };
  }

  /** Archives full batches, and the last one if its oldest callback is old enough; only those there at the start. */
  private async archive(): Promise<void> {
    const record = this.store.record();
    const config = readConfig(this.env);
    if (record === null || !config.ok) return;
    const ttlSeconds = config.value.RETENTION_DAYS * 86_400;
    for (const batch of this.store.waiting()) {
      const fresh = this.store.describe(batch);
      if (fresh === null) continue;
      const isFilling = this.filling?.batch === batch && !isFull(this.filling);
      const dueAt = fresh.from + BATCH_AFTER_SECONDS * 1000;
      if (isFilling && dueAt > Date.now()) {
        await this.chain.armBy(dueAt);
        continue;
      }
      if (fresh.lastId > this.forwardedTo) {
        // A callback came in while others were handed over or written: it must go to the destinations before it goes to
        // KV.
        await this.chain.armBy(Date.now() + FORWARD_AFTER_SECONDS * 1000);
        continue;
      }
      // Nothing may be added to a batch that is being written, so the next callback opens another.
      if (this.filling?.batch === batch) this.filling.count = CALLBACKS_PER_BATCH;
      const key = batchKey(record.id, batch);
      await this.env.CALLBACKS.put(key, this.store.lines(batch).join('\n'), { expirationTtl: ttlSeconds });
      if (this.store.record() === null) {
        await this.env.CALLBACKS.delete(key);
        return;
      }
      this.store.keep(fresh);
    }
    this.store.forgetBefore(Date.now() - ttlSeconds * 1000);
  }
}

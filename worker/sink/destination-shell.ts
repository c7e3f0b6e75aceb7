import { DurableObject } from 'cloudflare:workers';
import { DELIVERIES_AT_ONCE_COUNT, DELIVERY_LOG_DAYS, DELIVERY_ROUNDS_COUNT } from '../../shared/sink-limits.ts';
import { createAlarmChain } from '../alarm-chain.ts';
import { readConfig } from '../config.ts';
import { checkAddress } from './destination-address.ts';
import { nextTryAt } from './delivery-schedule.ts';
import { afterTry, failingEvent, formerSecretsOf, isWorthSaving } from './destination-health.ts';
import { createDestinationStore, type DestinationRecord, type StoredDelivery } from './destination-store.ts';
import { refusedTry, sendEvent, type TryResult } from './send-event.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';
import type { Env } from '../env.ts';

/** The queue of one destination: sends what is due; what was not accepted waits for its next try. */
export abstract class DestinationShell extends DurableObject<Env> {
  protected readonly store = createDestinationStore(this.ctx.storage.sql);
  private readonly chain = createAlarmChain(this.ctx.storage, {
    name: 'destination',
    isNeeded: () => this.dueAt() !== null,
  });

  override alarm(info?: AlarmInvocationInfo): Promise<void> {
    return this.chain.run(info, async () => {
      for (let round = 0; round < DELIVERY_ROUNDS_COUNT && (await this.deliver()); round += 1);
      this.store.forgetBefore(Date.now() - DELIVERY_LOG_DAYS * 86_400_000, DELIVERY_ROUNDS_COUNT);
      return this.dueAt();
    });
  }

  /** From the cron trigger, by the directory. */
  wake(): Promise<void> {
    return this.chain.wake();
  }

  protected try(record: DestinationRecord, event: OutgoingEvent): Promise<TryResult> {
    const { secret, url, ownHosts } = record;
    const config = readConfig(this.env);
    const allowLocal = config.ok && config.value.LOCAL_DESTINATIONS;
    // Read again at every try, because the Worker's own address and what it may send to are settings that change.
    const here = config.ok && config.value.PUBLIC_URL !== '' ? [new URL(config.value.PUBLIC_URL).host] : [];
    const checked = checkAddress(url, { ownHosts: [...ownHosts, ...here], allowLocal });
    if (!checked.ok) return Promise.resolve(refusedTry(event, url, checked.error, Date.now()));
    const former = formerSecretsOf(record, Date.now()).map((each) => each.secret);
    return sendEvent(event, { url, secrets: [secret, ...former], fetch: (...asked) => fetch(...asked), now: Date.now });
  }

  protected async arm(): Promise<void> {
    const due = this.dueAt();
    if (due !== null) await this.chain.set(due);
  }

  /** When there is something to send; null if there is nothing or sending is switched off. */
  private dueAt(): number | null {
    const record = this.store.record();
    if (record === null || !isSending(record)) return null;
    const due = this.store.nextDue();
    return due === null ? null : Math.max(due, record.holdUntil ?? 0, Date.now());
  }

  /** Sends a few at once; true if there was something to send. */
  private async deliver(): Promise<boolean> {
    const record = this.store.record();
    const now = Date.now();
    if (record === null || !isSending(record) || (record.holdUntil ?? 0) > now) return false;
    const due = this.store.due(now, DELIVERIES_AT_ONCE_COUNT);
    await Promise.all(due.map((delivery) => this.tryDue(record, delivery)));
    return due.length > 0;
  }

  private async tryDue(asked: DestinationRecord, delivery: StoredDelivery): Promise<void> {
    const { attempt, problem, retryAfterSeconds } = await this.try(asked, delivery.event);
    const now = Date.now();
    const record = this.store.record();
    // While the receiver was asked, the destination was deleted, or the event was replayed and accepted.
    if (record === null || this.store.find(delivery.event.id)?.status !== 'pending') return;
    const tries = delivery.tries + 1;
    const dueAt = problem === null ? null : nextTryAt(tries, { now, random: Math.random(), retryAfterSeconds });
    const status = problem === null ? 'delivered' : dueAt === null ? 'failed' : 'pending';
    this.store.note({ ...delivery, status, tries, dueAt, last: attempt });
    const next = afterTry(record, { problem, now, retryAfterSeconds });
    if (isWorthSaving(record, next)) this.store.save(next);
    const news = failingEvent(record, next, now);
    if (news === null) return;
    await this.env.SINK_DIRECTORY.getByName(record.account).tell([news], record.id);
    const current = this.store.record();
    if (current !== null) this.store.save({ ...current, warnedOn: new Date(now).toISOString().slice(0, 10) });
  }
}

function isSending({ paused, disabledAt }: DestinationRecord): boolean {
  return !paused && disabledAt === null;
}

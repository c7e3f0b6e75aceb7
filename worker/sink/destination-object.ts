import { DurableObject } from 'cloudflare:workers';
import { DELIVERIES_AT_ONCE_COUNT, DELIVERY_LOG_DAYS, ROTATION_HOURS } from '../../shared/sink-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { logEvent } from '../log.ts';
import { newId } from '../new-id.ts';
import { nextTryAt } from './delivery-schedule.ts';
import { afterTry, stateOf, toDestination } from './destination-health.ts';
import {
  createDestinationStore,
  type DestinationRecord,
  type OutgoingEvent,
  type StoredDelivery,
} from './destination-store.ts';
import { eventBody } from './outgoing-event.ts';
import { sendEvent } from './send-event.ts';
import { newWebhookSecret } from './webhook-signature.ts';
import type { Delivery, Destination, DestinationChange } from '../../shared/protocol/destination.ts';
import type { Env } from '../env.ts';
import type { Fault } from '../errors.ts';

const RETRY_ALARM_MS = 30_000;

/** One address of the team's that events go to. Its slowness holds up nobody else: it has its own queue and its own alarm. */
export class DestinationObject extends DurableObject<Env> {
  private readonly store = createDestinationStore(this.ctx.storage.sql);

  create(record: DestinationRecord): Destination {
    this.store.save(record);
    return toDestination(record);
  }

  view(): Destination | null {
    const record = this.store.record();
    return record === null ? null : toDestination(record);
  }

  async change({ paused, ...change }: DestinationChange): Promise<Destination | null> {
    const record = this.store.record();
    if (record === null) return null;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    // Whoever changes it or lets it go on has looked at it: it is tried again.
    const isRevived = paused === false || change.url !== undefined;
    const revived = isRevived ? { disabledAt: null, failures: 0, failingSince: null } : {};
    const next: DestinationRecord = { ...record, ...given, ...revived, paused: paused ?? record.paused };
    this.store.save(next);
    await this.arm();
    return toDestination(next);
  }

  rotate(): { destination: Destination; secret: string } | null {
    const record = this.store.record();
    if (record === null) return null;
    const until = Date.now() + ROTATION_HOURS * 3_600_000;
    const next = { ...record, secret: newWebhookSecret(), formerSecret: { secret: record.secret, until } };
    this.store.save(next);
    return { destination: toDestination(next), secret: next.secret };
  }

  /** On disk before this answers. An event that came before is not new. */
  async enqueue(events: readonly OutgoingEvent[]): Promise<void> {
    const record = this.store.record();
    if (record === null || record.disabledAt !== null) return;
    const now = Date.now();
    for (const event of events) if (record.events.includes(event.type)) this.store.add(event, now);
    await this.arm();
  }

  /** One try of a sample, on the spot: never repeated, and no mark against the destination. (`test` is a name the runtime keeps.) */
  async trySample(): Promise<Result<Delivery, Fault>> {
    const record = this.store.record();
    if (record === null) return err({ code: 'destination_not_found' });
    const now = Date.now();
    const sample = { kind: 'call', number: '+919876543210', status: 'completed', sample: true };
    const event: OutgoingEvent = {
      id: `test-${newId()}`,
      type: 'callback.raw',
      body: eventBody('callback.raw', now, sample),
    };
    const { attempt, problem } = await this.try(record, event);
    const delivery: StoredDelivery = {
      event,
      status: problem === null ? 'delivered' : 'failed',
      tries: 1,
      createdAt: now,
      dueAt: null,
      last: attempt,
    };
    this.store.add(event, now);
    this.store.note(delivery);
    return ok(toDeliveryView(delivery));
  }

  deliveries(
    status: Delivery['status'] | null,
    page: { offset: number; limit: number },
  ): { items: Delivery[]; total: number } | null {
    if (this.store.record() === null) return null;
    const { items, total } = this.store.page(status, page.offset, page.limit);
    return { items: items.map(toDeliveryView), total };
  }

  /** One event once more, with its own id and the secret of today; allowed on a destination that is switched off. */
  async replayOne(id: string): Promise<Result<Delivery, Fault>> {
    const record = this.store.record();
    if (record === null) return err({ code: 'destination_not_found' });
    const known = this.store.find(id);
    if (known === null) return err({ code: 'delivery_not_found' });
    const { attempt, problem } = await this.try(record, known.event);
    const isTaken = problem === null || known.status === 'delivered';
    const delivery: StoredDelivery = {
      ...known,
      status: isTaken ? 'delivered' : known.status,
      tries: known.tries + 1,
      dueAt: isTaken ? null : known.dueAt,
      last: attempt,
    };
    this.store.note(delivery);
    return ok(toDeliveryView(delivery));
  }

  /** Events of a time once more; those this destination never had are simply new. Answers how many are on their way. */
  async replay(events: readonly OutgoingEvent[], failedOnly: boolean): Promise<number> {
    const record = this.store.record();
    if (record === null) return 0;
    const now = Date.now();
    let count = 0;
    for (const event of events) {
      const known = this.store.find(event.id);
      if (failedOnly && known?.status !== 'failed') continue;
      if (known === null) this.store.add(event, now);
      else if (known.status !== 'pending') this.store.again(event.id, now);
      count += 1;
    }
    await this.arm();
    return count;
  }

  async erase(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  /** Never throws: six failed alarms in a row would end the chain. */
  override async alarm(): Promise<void> {
    try {
      await this.deliver();
    } catch (cause) {
      logEvent('delivery_failed', {}, cause);
      await this.ctx.storage.setAlarm(Date.now() + RETRY_ALARM_MS);
    }
  }

  private async deliver(): Promise<void> {
    const record = this.store.record();
    if (record === null || record.paused || record.disabledAt !== null) return;
    const due = this.store.due(Date.now(), DELIVERIES_AT_ONCE_COUNT);
    await Promise.all(due.map((delivery) => this.tryDue(delivery)));
    this.store.forgetBefore(Date.now() - DELIVERY_LOG_DAYS * 86_400_000, 2 * DELIVERIES_AT_ONCE_COUNT);
    await this.arm();
  }

  private async tryDue(delivery: StoredDelivery): Promise<void> {
    const before = this.store.record();
    if (before === null) return;
    const { attempt, problem, retryAfterSeconds } = await this.try(before, delivery.event);
    const now = Date.now();
    const record = this.store.record();
    // Deleted, or replayed and taken, while the receiver was asked.
    if (record === null || this.store.find(delivery.event.id)?.status !== 'pending') return;
    const tries = delivery.tries + 1;
    const dueAt = problem === null ? null : nextTryAt(tries, { now, random: Math.random(), retryAfterSeconds });
    const status = problem === null ? 'delivered' : dueAt === null ? 'failed' : 'pending';
    this.store.note({ ...delivery, status, tries, dueAt, last: attempt });
    const next = afterTry(record, problem, now);
    this.store.save(next);
    if (stateOf(next) !== stateOf(record)) await this.tellOthers(next);
  }

  private try(record: DestinationRecord, event: OutgoingEvent) {
    const { secret, formerSecret, url } = record;
    const former = formerSecret !== null && formerSecret.until > Date.now() ? [formerSecret.secret] : [];
    return sendEvent(event, { url, secrets: [secret, ...former], fetch: (...asked) => fetch(...asked), now: Date.now });
  }

  private async tellOthers(record: DestinationRecord): Promise<void> {
    const state = stateOf(record);
    if (state !== 'failing' && state !== 'disabled') return;
    const type = `destination.${state}` as const;
    const at = Date.now();
    const data = { destination: record.id, name: record.name, failures: record.failures };
    const day = new Date(at).toISOString().slice(0, 10);
    const event: OutgoingEvent = {
      id: `${type.replace('.', '-')}-${record.id}-${day}`,
      type,
      body: eventBody(type, at, data),
    };
    await this.env.SINK_DIRECTORY.getByName(record.account).tell([event], record.id);
  }

  private async arm(): Promise<void> {
    const record = this.store.record();
    const due = record === null || record.paused || record.disabledAt !== null ? null : this.store.nextDue();
    if (due !== null) await this.ctx.storage.setAlarm(Math.max(due, Date.now()));
  }
}

function toDeliveryView({ event, status, tries, createdAt, dueAt, last }: StoredDelivery): Delivery {
  return {
    id: event.id,
    type: event.type,
    status,
    attempts: tries,
    createdAt: new Date(createdAt).toISOString(),
    nextAt: dueAt === null || status !== 'pending' ? null : new Date(dueAt).toISOString(),
    last,
  };
}

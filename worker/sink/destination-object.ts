import {
  DELIVERIES_PER_LOOK_COUNT,
  MAX_OLDER_SECRETS,
  MAX_REPLAYED_EVENTS,
  ROTATION_HOURS,
} from '../../shared/sink-limits.ts';
import { saysNumber } from '../../shared/phone/says-number.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { newId } from '../new-id.ts';
import { formerSecretsOf, toDestination } from './destination-health.ts';
import { DestinationShell } from './destination-shell.ts';
import { newEvent, type OutgoingEvent } from '../events/outgoing-event.ts';
import { sampleOf } from './sample-event.ts';
import { newWebhookSecret } from './webhook-signature.ts';
import type { Delivery, Destination, DestinationChange, EventType } from '../../shared/protocol/destination.ts';
import type { DestinationRecord, LogRange, StoredDelivery } from './destination-store.ts';
import type { Fault } from '../errors.ts';

/**
 * One address of the team that events are sent to. It has its own queue and alarm, so that a slow receiver holds up no
 * other.
 */
export class DestinationObject extends DestinationShell {
  create(record: DestinationRecord): Destination {
    this.store.save(record);
    return toDestination(record);
  }

  /**
   * Takes over a destination from an account file. An existing one keeps its secret, log and health; for a new one its
   * secret is answered.
   */
  restore(record: DestinationRecord): string | null {
    const known = this.store.record();
    const { account, name, url, events, ownHosts } = record;
    this.store.save(known === null ? record : { ...known, account, name, url, events, ownHosts });
    return known === null ? record.secret : null;
  }

  view(): Destination | null {
    const record = this.store.record();
    return record === null ? null : toDestination(record);
  }

  async change({
    paused,
    ...change
  }: DestinationChange & { ownHosts?: readonly string[] }): Promise<Destination | null> {
    const record = this.store.record();
    if (record === null) return null;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    // Somebody who changes it or lets it go on has dealt with the failure, so it is tried again.
    const isRevived = paused === false || change.url !== undefined;
    const revived = isRevived ? { disabledAt: null, failures: 0, failingSince: null, holdUntil: null } : {};
    const next: DestinationRecord = { ...record, ...given, ...revived, paused: paused ?? record.paused };
    this.store.save(next);
    await this.arm();
    return toDestination(next);
  }

  /**
   * Replaces the secret. Every secret before it still signs for a day, even after two presses in a row, so that there
   * is time to tell the receiver.
   */
  rotate(): { destination: Destination; secret: string } | null {
    const record = this.store.record();
    if (record === null) return null;
    const now = Date.now();
    const formerSecret = { secret: record.secret, until: now + ROTATION_HOURS * 3_600_000 };
    const olderSecrets = formerSecretsOf(record, now).slice(0, MAX_OLDER_SECRETS);
    const next = { ...record, secret: newWebhookSecret(), formerSecret, olderSecrets };
    this.store.save(next);
    return { destination: toDestination(next), secret: next.secret };
  }

  /**
   * Queues events; they are on disk before this answers. A known event is not queued again. While the destination is
   * switched off, events are kept as failed, so that one press can send them all later.
   */
  async enqueue(events: readonly OutgoingEvent[]): Promise<void> {
    const record = this.store.record();
    if (record === null) return;
    const now = Date.now();
    for (const event of events) {
      // Events from before the destination was made are sent only if somebody asks for them.
      if (!record.events.includes(event.type) || event.at < record.createdAt) continue;
      this.store.add(event, now, record.disabledAt === null ? now : null);
    }
    await this.arm();
  }

  /**
   * Tries a sample once, at once. It is never repeated and does not count against the destination. (The runtime
   * reserves the name `test`.)
   */
  async trySample(type: EventType | null): Promise<Result<Delivery, Fault>> {
    const record = this.store.record();
    if (record === null) return err({ code: 'destination_not_found' });
    const now = Date.now();
    const kind = type ?? record.events[0] ?? 'callback.raw';
    const event = newEvent(`test-${newId()}`, kind, now, sampleOf(kind, now));
    const { attempt, problem } = await this.try(record, event);
    const status = problem === null ? 'delivered' : 'failed';
    const delivery: StoredDelivery = { event, status, tries: 1, createdAt: now, dueAt: null, last: attempt };
    this.store.add(event, now, null);
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

  /** Sends one event again, with its own id and today's secret; works even on a destination that is switched off. */
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

  /** Whether its log holds more events of a period than one replay may send. */
  isTooMuch(range: LogRange): boolean {
    return (
      this.store.record() !== null && this.store.countBetween(range, MAX_REPLAYED_EVENTS + 1) > MAX_REPLAYED_EVENTS
    );
  }

  /** Sends the events of a period in its log again; answers how many. */
  async replayLog(range: LogRange): Promise<number> {
    if (this.store.record() === null) return 0;
    const count = this.store.againBetween(range);
    await this.arm();
    return count;
  }

  /**
   * Queues events of a period that it may never have had; those in its log were sent again before. The oldest are sent
   * first.
   */
  async backfill(events: readonly OutgoingEvent[]): Promise<number> {
    const record = this.store.record();
    if (record === null) return 0;
    const now = Date.now();
    const isNew = (event: OutgoingEvent) => record.events.includes(event.type) && this.store.find(event.id) === null;
    const fresh = events.filter(isNew);
    for (const event of fresh) this.store.add(event, now, Math.min(event.at, now));
    await this.arm();
    return fresh.length;
  }

  /** Erases a person: events about them, sent or waiting, are deleted from the log. */
  async forgetPerson(number: number): Promise<void> {
    const digits = String(number);
    let seen: number | null = 0;
    while (seen !== null) {
      seen = this.store.forget(seen, DELIVERIES_PER_LOOK_COUNT, (text) => saysNumber(text, digits));
      // Lets other requests, such as new events, run in between.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  /** Deletes events about a deleted sink or import from the log; those still waiting are not sent. */
  async forgetEvents(prefixes: readonly string[]): Promise<void> {
    for (const prefix of prefixes) {
      while (this.store.forgetEvents(prefix, DELIVERIES_PER_LOOK_COUNT) > 0) {
        // Lets other requests, such as new events, run in between.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }
  }

  async erase(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
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

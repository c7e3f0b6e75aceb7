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

/** One address of the team's that events go to. Its slowness holds up nobody else: it has its own queue and its own alarm. */
export class DestinationObject extends DestinationShell {
  create(record: DestinationRecord): Destination {
    this.store.save(record);
    return toDestination(record);
  }

  /** As a file of the account has it. One that is here keeps its secret, its log and how it fares; answers a new one's secret. */
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
    // Whoever changes it or lets it go on has looked at it: it is tried again.
    const isRevived = paused === false || change.url !== undefined;
    const revived = isRevived ? { disabledAt: null, failures: 0, failingSince: null, holdUntil: null } : {};
    const next: DestinationRecord = { ...record, ...given, ...revived, paused: paused ?? record.paused };
    this.store.save(next);
    await this.arm();
    return toDestination(next);
  }

  /** Every secret it replaces signs for a day, so that the receiver can be told at leisure, also by whoever presses twice. */
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
   * On disk before this answers. An event that came before is not new. While it is switched off, events are kept as failed,
   * so that one press sends them all once it is well again.
   */
  async enqueue(events: readonly OutgoingEvent[]): Promise<void> {
    const record = this.store.record();
    if (record === null) return;
    const now = Date.now();
    for (const event of events) {
      // What was before it was made it gets only when somebody asks for it.
      if (!record.events.includes(event.type) || event.at < record.createdAt) continue;
      this.store.add(event, now, record.disabledAt === null ? now : null);
    }
    await this.arm();
  }

  /** One try of a sample, on the spot: never repeated, and no mark against the destination. (`test` is a name the runtime keeps.) */
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

  /** Whether its log holds more of a time than one replay sends. */
  isTooMuch(range: LogRange): boolean {
    return (
      this.store.record() !== null && this.store.countBetween(range, MAX_REPLAYED_EVENTS + 1) > MAX_REPLAYED_EVENTS
    );
  }

  /** Events of a time that are in its log, once more; answers how many. */
  async replayLog(range: LogRange): Promise<number> {
    if (this.store.record() === null) return 0;
    const count = this.store.againBetween(range);
    await this.arm();
    return count;
  }

  /** Events of a time that it may never have had; those in its log were sent again before. The oldest go first. */
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

  /** Whoever is erased: what was told of them, and what is still to be told, is gone from the log. */
  async forgetPerson(number: number): Promise<void> {
    const digits = String(number);
    let seen: number | null = 0;
    while (seen !== null) {
      seen = this.store.forget(seen, DELIVERIES_PER_LOOK_COUNT, (text) => saysNumber(text, digits));
      // Whoever has something to tell is heard in between.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  /** What tells of a sink or an import that was deleted is gone from the log, and what still waits is not sent. */
  async forgetEvents(prefixes: readonly string[]): Promise<void> {
    for (const prefix of prefixes) {
      while (this.store.forgetEvents(prefix, DELIVERIES_PER_LOOK_COUNT) > 0) {
        // Whoever has something to tell is heard in between.
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

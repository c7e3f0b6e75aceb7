import { DurableObject } from 'cloudflare:workers';
import { storedJson, storedText } from '../stored-json.ts';
import { createAlarmChain } from '../alarm-chain.ts';
import { readConfig } from '../config.ts';
import { logEvent } from '../log.ts';
import {
  EVENTS_PER_HANDOVER_COUNT,
  HANDOVER_RETRY_SECONDS,
  MAX_DESTINATIONS,
  MAX_SINKS,
} from '../../shared/sink-limits.ts';
import { saysNumber } from '../../shared/phone/says-number.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { EventType } from '../../shared/protocol/destination.ts';
import type { Fault } from '../errors.ts';
import type { Env } from '../env.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';
import { withinOneCall } from '../callbacks/one-call.ts';
import { createAskers, type Asker } from './askers.ts';
import type { Interest } from '../events/interest.ts';
import { createTailSockets } from './tail-sockets.ts';
import type { KeptCallback } from '../callbacks/understand-callback.ts';
import type { SinkRecord } from './sink-store.ts';

/** Answers an idle socket's ping without waking the object. */
const STILL_THERE = new WebSocketRequestResponsePair('ping', 'pong');

/** Which sinks and destinations an account has. Their data is in objects of their own. */
export class SinkDirectoryObject extends DurableObject<Env> {
  private readonly chain = createAlarmChain(this.ctx.storage, {
    name: 'sink_directory',
    isNeeded: () => this.exists() && this.kept().length > 0,
  });
  private readonly askers = createAskers(
    this.ctx.storage.sql,
    this.env,
    (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  );
  private readonly telling = new Set<Promise<unknown>>();
  private readonly tail = createTailSockets(this.ctx, () => countryOf(this.env));

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(STILL_THERE);
  }

  /** Opens a socket for somebody who watches callbacks arrive; the team token was already checked. */
  override async fetch(request: Request): Promise<Response> {
    const isFirst = !this.tail.isWatched();
    const answer = this.tail.accept(request);
    // Sinks and campaigns are told before the socket is answered, so that a callback sent right after that is shown.
    if (isFirst) await this.tellAskers();
    return answer;
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    this.tail.filter(socket, message);
  }

  /** The interest of others. Sinks and campaigns that ask are told of every change for a while. */
  interest(asker: Asker): Interest {
    this.askers.note(asker, Date.now());
    return { wanted: this.wanted(), watched: this.tail.isWatched() };
  }

  /** Shows callbacks from sinks and campaigns; answers whether anybody still watches. */
  show(callbacks: readonly KeptCallback[], leftOut: number): boolean {
    return this.tail.show(callbacks, leftOut);
  }

  closeSocketsOf(token: string): void {
    this.tail.closeThoseOf(token);
  }

  add(record: SinkRecord): Result<null, Fault> {
    this.migrate();
    const [row] = this.ctx.storage.sql.exec('SELECT count(*) AS sinks FROM sinks WHERE id <> ?', record.id).toArray();
    if (Number(row?.['sinks'] ?? 0) >= MAX_SINKS) return err({ code: 'too_many_sinks' });
    this.ctx.storage.sql.exec('INSERT OR REPLACE INTO sinks VALUES (?, ?)', record.id, JSON.stringify(record));
    return ok(null);
  }

  /** Newest first. */
  sinks(): SinkRecord[] {
    if (!this.exists()) return [];
    return this.ctx.storage.sql
      .exec('SELECT body FROM sinks ORDER BY rowid DESC')
      .toArray()
      .map((row) => storedJson<SinkRecord>(row['body']));
  }

  sink(id: string): SinkRecord | null {
    return this.sinks().find((record) => record.id === id) ?? null;
  }

  remove(id: string): void {
    if (this.exists()) this.ctx.storage.sql.exec('DELETE FROM sinks WHERE id = ?', id);
  }

  async addDestination(id: string, events: readonly EventType[]): Promise<Result<null, Fault>> {
    this.migrate();
    if (this.destinations().filter((each) => each !== id).length >= MAX_DESTINATIONS)
      return err({ code: 'too_many_destinations' });
    await this.wants(id, events);
    return ok(null);
  }

  /** In the order they were made. */
  destinations(): string[] {
    if (!this.exists()) return [];
    return this.ctx.storage.sql
      .exec('SELECT id FROM destinations ORDER BY rowid')
      .toArray()
      .map((row) => storedText(row['id']));
  }

  /** Noted here before the destination knows; meanwhile it turns away events that it does not want. */
  async wants(id: string, events: readonly EventType[]): Promise<void> {
    this.ctx.storage.sql.exec('INSERT OR REPLACE INTO destinations VALUES (?, ?)', id, JSON.stringify(events));
    await this.tellAskers();
  }

  /** Every kind of event that any destination wants. */
  private wanted(): EventType[] {
    if (!this.exists()) return [];
    const rows = this.ctx.storage.sql.exec('SELECT events FROM destinations').toArray();
    return [...new Set(rows.flatMap((row) => storedJson<EventType[]>(row['events'])))];
  }

  removeDestination(id: string): void {
    if (this.exists()) this.ctx.storage.sql.exec('DELETE FROM destinations WHERE id = ?', id);
  }

  /** Hands events to every destination except one; each has them on disk before this answers. */
  async tell(events: readonly OutgoingEvent[], except: string | null): Promise<void> {
    const others = this.destinations().filter((id) => id !== except);
    const told = Promise.all(others.map((id) => this.handOver(id, events)));
    this.telling.add(told);
    try {
      await told;
    } finally {
      this.telling.delete(told);
    }
  }

  /** A sink or import was deleted: its events on their way to a destination arrive first, then all are deleted. */
  async forgetEvents(prefixes: readonly string[]): Promise<void> {
    await Promise.allSettled(this.telling);
    if (!this.exists()) return;
    const { sql } = this.ctx.storage;
    for (const row of sql.exec('SELECT rowid, event FROM handovers').toArray()) {
      const { id } = storedJson<OutgoingEvent>(row['event']);
      if (prefixes.some((prefix) => id.startsWith(prefix)))
        sql.exec('DELETE FROM handovers WHERE rowid = ?', Number(row['rowid']));
    }
    for (const id of this.destinations()) await this.env.DESTINATIONS.getByName(id).forgetEvents(prefixes);
  }

  /** Erases a person from all callbacks and events; sinks come first, because they hand their callbacks on. */
  async forgetPerson(number: number): Promise<void> {
    for (const { id } of this.sinks()) await this.env.SINKS.getByName(id).forgetPerson(number);
    if (!this.exists()) return;
    const digits = String(number);
    const { sql } = this.ctx.storage;
    for (const row of sql.exec('SELECT rowid, event FROM handovers').toArray())
      if (saysNumber(storedText(row['event']), digits))
        sql.exec('DELETE FROM handovers WHERE rowid = ?', Number(row['rowid']));
    for (const id of this.destinations()) await this.env.DESTINATIONS.getByName(id).forgetPerson(number);
  }

  override alarm(info?: AlarmInvocationInfo): Promise<void> {
    return this.chain.run(info, () => this.handOverKept());
  }

  /** From the cron trigger: wakes everything here whose alarm was lost. Answers which events any destination wants. */
  async wake(): Promise<EventType[]> {
    await this.chain.wake();
    const all = [
      ...this.sinks().map(({ id }) => this.env.SINKS.getByName(id)),
      ...this.destinations().map((id) => this.env.DESTINATIONS.getByName(id)),
    ];
    const woken = await Promise.allSettled(all.map((each) => each.wake()));
    for (const each of woken) if (each.status === 'rejected') logEvent('sink_not_woken', {}, each.reason);
    return this.wanted();
  }

  private async tellAskers(): Promise<void> {
    await this.askers.tell({ wanted: this.wanted(), watched: this.tail.isWatched() }, Date.now());
  }

  /** Answers when to come back. */
  private async handOverKept(): Promise<number | null> {
    const unable = new Set<string>();
    const kept = this.kept();
    for (const { rowid, id, event } of kept) {
      if (unable.has(id)) continue;
      try {
        await this.env.DESTINATIONS.getByName(id).enqueue([event]);
        this.ctx.storage.sql.exec('DELETE FROM handovers WHERE rowid = ?', rowid);
      } catch (cause) {
        logEvent('handover_failed', { destination: id }, cause);
        unable.add(id);
      }
    }
    const wait = unable.size > 0 ? HANDOVER_RETRY_SECONDS * 1000 : 0;
    return kept.length > 0 ? Date.now() + wait : null;
  }

  /** Events that a destination cannot take now are kept here, so that the others and the sender do not wait. */
  private async handOver(id: string, events: readonly OutgoingEvent[]): Promise<void> {
    try {
      await this.env.DESTINATIONS.getByName(id).enqueue(events);
    } catch (cause) {
      logEvent('handover_failed', { destination: id }, cause);
      this.migrate();
      for (const event of events)
        this.ctx.storage.sql.exec('INSERT INTO handovers VALUES (?, ?)', id, JSON.stringify(event));
      await this.chain.armBy(Date.now() + HANDOVER_RETRY_SECONDS * 1000);
    }
  }

  private kept(): { readonly rowid: number; readonly id: string; readonly event: OutgoingEvent }[] {
    this.migrate();
    const query = 'SELECT rowid, id, event FROM handovers ORDER BY rowid LIMIT ?';
    const rows = this.ctx.storage.sql.exec(query, EVENTS_PER_HANDOVER_COUNT);
    return withinOneCall(rows, ({ event }) => storedText(event).length).map((row) => ({
      rowid: Number(row['rowid']),
      id: storedText(row['id']),
      event: storedJson<OutgoingEvent>(row['event']),
    }));
  }

  private exists(): boolean {
    const [row] = this.ctx.storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'destinations'").toArray();
    return row !== undefined && storedText(row['name']) === 'destinations';
  }

  private migrate(): void {
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS sinks (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
    this.ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS destinations (id TEXT PRIMARY KEY, events TEXT NOT NULL) STRICT',
    );
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS handovers (id TEXT NOT NULL, event TEXT NOT NULL) STRICT');
  }
}

function countryOf(env: Env): string {
  const config = readConfig(env);
  return config.ok ? config.value.DEFAULT_COUNTRY : 'IN';
}

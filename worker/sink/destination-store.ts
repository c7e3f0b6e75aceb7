import { withinOneCall } from '../callbacks/one-call.ts';
import { storedJson, storedText } from '../stored-json.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';
import type { Attempt, Delivery, EventType } from '../../shared/protocol/destination.ts';

interface FormerSecret {
  readonly secret: string;
  readonly until: number;
}

/** A destination as it is stored. Times are epoch milliseconds. */
export interface DestinationRecord {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly EventType[];
  readonly paused: boolean;
  readonly disabledAt: number | null;
  readonly secret: string;
  /** The secret before this one; it also signs until its time is over. */
  readonly formerSecret: FormerSecret | null;
  /** Secrets before that one that are still valid, newest first; there are some if somebody rotated twice. */
  readonly olderSecrets?: readonly FormerSecret[];
  readonly failures: number;
  /** Since when no event was accepted; null while the last try succeeded. */
  readonly failingSince: number | null;
  readonly lastSuccessAt: number | null;
  /** The receiver asked for nothing before this time. */
  readonly holdUntil: number | null;
  /** The day (UTC) on which other destinations were last told that this one fails. */
  readonly warnedOn: string | null;
  /** The names of this Worker that were known when the address was given. */
  readonly ownHosts: readonly string[];
  readonly createdAt: number;
  readonly createdBy: string;
}

export interface StoredDelivery {
  readonly event: OutgoingEvent;
  readonly status: Delivery['status'];
  readonly tries: number;
  readonly createdAt: number;
  readonly dueAt: number | null;
  readonly last: Attempt | null;
}

/** Times in epoch ms, `from` inclusive, `to` exclusive. */
export interface LogRange {
  readonly from: number;
  readonly to: number;
  readonly failedOnly: boolean;
}

/** All SQL of a destination, and nothing else. */
export function createDestinationStore(sql: SqlStorage) {
  function exists(): boolean {
    return sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'destination'").toArray().length > 0;
  }

  function toDelivery(row: Record<string, SqlStorageValue>): StoredDelivery {
    const type = storedJson<EventType>(JSON.stringify(row['type']));
    return {
      event: { id: storedText(row['event_id']), type, at: Number(row['at']), body: storedText(row['body']) },
      status: storedJson<Delivery['status']>(JSON.stringify(row['status'])),
      tries: Number(row['tries']),
      createdAt: Number(row['created_at']),
      dueAt: row['due_at'] === null ? null : Number(row['due_at']),
      last: row['last'] === null ? null : whole(storedJson<Attempt>(row['last']), storedText(row['body'])),
    };
  }

  return {
    record(): DestinationRecord | null {
      const [row] = exists() ? sql.exec('SELECT body FROM destination').toArray() : [];
      return row === undefined ? null : storedJson<DestinationRecord>(row['body']);
    },

    save(record: DestinationRecord): void {
      sql.exec('CREATE TABLE IF NOT EXISTS destination (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
      sql.exec(`CREATE TABLE IF NOT EXISTS deliveries (id INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL, status TEXT NOT NULL, tries INTEGER NOT NULL,
        created_at INTEGER NOT NULL, due_at INTEGER, last TEXT) STRICT`);
      // An index, so that waiting events are found without reading the whole log.
      sql.exec("CREATE INDEX IF NOT EXISTS waiting ON deliveries (due_at) WHERE status = 'pending'");
      sql.exec('INSERT OR REPLACE INTO destination VALUES (1, ?)', JSON.stringify(record));
    },

    /** Adds an event; a known one stays as it is. Without a due time it counts as failed from the start. */
    add({ id, type, at, body }: OutgoingEvent, now: number, dueAt: number | null = now): void {
      sql.exec(
        `INSERT OR IGNORE INTO deliveries (event_id, type, at, body, status, tries, created_at, due_at)
          VALUES (?, ?, ?, ?, ?, 0, ?, ?)`,
        id,
        type,
        at,
        body,
        dueAt === null ? 'failed' : 'pending',
        now,
        dueAt,
      );
    },

    /** Makes an event due again, whatever happened before, with its own id and the whole schedule of tries. */
    again(id: string, dueAt: number): void {
      sql.exec("UPDATE deliveries SET status = 'pending', tries = 0, due_at = ? WHERE event_id = ?", dueAt, id);
    },

    /** How many events of a period in the log are past their first try; counting stops at `most`. */
    countBetween({ from, to, failedOnly }: LogRange, most: number): number {
      const some = `SELECT 1 FROM deliveries WHERE ${inRange(failedOnly)} LIMIT ?`;
      return Number(sql.exec(`SELECT count(*) AS found FROM (${some})`, from, to, most).one()['found']);
    },

    /** Makes all those due again, each at its own time; answers how many. */
    againBetween({ from, to, failedOnly }: LogRange): number {
      const again = "UPDATE deliveries SET status = 'pending', tries = 0, due_at = at";
      return sql.exec(`${again} WHERE ${inRange(failedOnly)} RETURNING 1`, from, to).toArray().length;
    },

    /**
     * The deliveries that were due first, plus the newest one, so that current events are sent while a long past is
     * replayed.
     */
    due(now: number, limit: number): StoredDelivery[] {
      const ordered = (order: string, most: number) =>
        sql
          .exec(`SELECT * FROM deliveries WHERE status = 'pending' AND due_at <= ? ${order} LIMIT ?`, now, most)
          .toArray()
          .map(toDelivery);
      const oldest = ordered('ORDER BY due_at, id', limit - 1);
      const [latest] = ordered('ORDER BY due_at DESC, id DESC', 1);
      const isThere = latest === undefined || oldest.some(({ event }) => event.id === latest.event.id);
      return isThere ? oldest : [...oldest, latest];
    },

    nextDue(): number | null {
      const [row] = sql.exec("SELECT min(due_at) AS due FROM deliveries WHERE status = 'pending'").toArray();
      return row?.['due'] == null ? null : Number(row['due']);
    },

    note({ event, status, tries, dueAt, last }: StoredDelivery): void {
      sql.exec(
        'UPDATE deliveries SET status = ?, tries = ?, due_at = ?, last = ? WHERE event_id = ?',
        status,
        tries,
        dueAt,
        last === null ? null : JSON.stringify(bare(last)),
        event.id,
      );
    },

    find(id: string): StoredDelivery | null {
      const [row] = sql.exec('SELECT * FROM deliveries WHERE event_id = ?', id).toArray();
      return row === undefined ? null : toDelivery(row);
    },

    /** Newest first. */
    page(status: Delivery['status'] | null, offset: number, limit: number): { items: StoredDelivery[]; total: number } {
      const where = status === null ? '' : 'WHERE status = ?';
      const asked = status === null ? [] : [status];
      const [row] = sql.exec(`SELECT count(*) AS total FROM deliveries ${where}`, ...asked).toArray();
      const rows = sql.exec(
        `SELECT * FROM deliveries ${where} ORDER BY id DESC LIMIT ? OFFSET ?`,
        ...asked,
        limit,
        offset,
      );
      // Each body counts twice: it is answered once as sent and once within what was signed.
      const items = withinOneCall(rows, ({ body }) => 2 * storedText(body).length).map(toDelivery);
      return { items, total: Number(row?.['total'] ?? 0) };
    },

    /**
     * Reads one piece of the log after `id`, and deletes events and answers for which `isTheirs` is true. Answers how
     * far it read.
     */
    forget(after: number, limit: number, isTheirs: (text: string) => boolean): number | null {
      if (!exists()) return null;
      const rows = sql
        .exec('SELECT id, body, last FROM deliveries WHERE id > ? ORDER BY id LIMIT ?', after, limit)
        .toArray();
      for (const row of rows) {
        const texts = [row['body'], row['last']].filter((text) => typeof text === 'string');
        if (texts.some(isTheirs)) sql.exec('DELETE FROM deliveries WHERE id = ?', Number(row['id']));
      }
      const last = rows.at(-1);
      return last === undefined ? null : Number(last['id']);
    },

    /** Deletes events whose ids begin with a prefix, sent or waiting, a few at a time; answers how many. */
    forgetEvents(prefix: string, limit: number): number {
      if (!exists()) return 0;
      return sql
        .exec(
          `DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE event_id >= ? AND event_id < ? LIMIT ?)
          RETURNING 1`,
          prefix,
          // The upper bound of the range: prefixes end in a hyphen, and the next character is the full stop, which no
          // id contains.
          `${prefix.slice(0, -1)}.`,
          limit,
        )
        .toArray().length;
    },

    /**
     * Deletes a few of the oldest that are neither waiting nor younger than this; they are stored in the order they
     * came.
     */
    forgetBefore(createdAt: number, limit: number): void {
      sql.exec(
        `DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries ORDER BY id LIMIT ?)
          AND status <> 'pending' AND created_at < ?`,
        limit,
        createdAt,
      );
    },
  };
}

/** Events of a period that may be sent again; samples are not. */
function inRange(failedOnly: boolean): string {
  const which = failedOnly
    ? "(status = 'failed' OR (status = 'pending' AND tries > 0))"
    : "(status <> 'pending' OR tries > 0)";
  return `at >= ? AND at < ? AND ${which} AND event_id NOT GLOB 'test-*'`;
}

/** Without the body, which is stored once with its event. */
function bare(attempt: Attempt): Attempt {
  return { ...attempt, request: { ...attempt.request, body: '' }, signed: '' };
}

function whole(attempt: Attempt, body: string): Attempt {
  const { headers } = attempt.request;
  const [id, timestamp] = [headers['webhook-id'], headers['webhook-timestamp']];
  const signed = timestamp === undefined ? '' : `${id}.${timestamp}.${body}`;
  return { ...attempt, request: { ...attempt.request, body }, signed };
}

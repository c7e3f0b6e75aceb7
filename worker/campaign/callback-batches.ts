import { EVENTS_PER_HANDOVER_COUNT } from '../../shared/sink-limits.ts';
import { bytesInJson } from '../callbacks/bytes-of-line.ts';
import { withinOneCall } from '../callbacks/one-call.ts';
import { storedJson, storedText } from '../stored-json.ts';

export interface BufferedCallback {
  readonly id: number;
  readonly receivedAt: number;
  readonly kind: string;
  readonly body: string;
  readonly contentType?: string;
  readonly query?: string;
  readonly encoding?: 'base64';
}

/** How a callback came, where its body does not say. */
export type CallbackWay = Pick<BufferedCallback, 'contentType' | 'query' | 'encoding'>;

/** Callbacks that lie in one KV value: `firstId` to `lastId` without a gap. */
export interface ArchivedBatch {
  readonly batch: number;
  readonly firstId: number;
  readonly lastId: number;
  readonly count: number;
}

/** What one batch may hold; the next callback begins another. */
export interface BatchRules {
  readonly callbacks: number;
  readonly bytes: number;
}

/** The batch that new callbacks are added to. */
interface Filling {
  readonly batch: number;
  nextId: number;
  count: number;
  bytes: number;
}

/**
 * Callbacks waiting for their archive, one table per batch: Cloudflare bills a write for each inserted or deleted row,
 * but dropping a table is free. A batch is full once a later one exists; then its content never changes, so its archive
 * can be written any number of times. Layout: docs/storage.md.
 */
export function createCallbackBatches(sql: SqlStorage, rules: BatchRules) {
  const tableOf = (batch: number) => `callbacks_${batch}`;
  let filling: Filling | null = null;

  function waiting(): number[] {
    return sql
      .exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'callbacks_[0-9]*'")
      .toArray()
      .map((row) => Number(storedText(row['name']).slice('callbacks_'.length)))
      .toSorted((a, b) => a - b);
  }

  function archived(): ArchivedBatch[] {
    return sql
      .exec('SELECT batch, first_id, last_id, count FROM archives WHERE done = 1 ORDER BY batch')
      .toArray()
      .map((row) => ({
        batch: Number(row['batch']),
        firstId: Number(row['first_id']),
        lastId: Number(row['last_id']),
        count: Number(row['count']),
      }));
  }

  function open(batch: number, firstId: number): Filling {
    sql.exec(`CREATE TABLE ${tableOf(batch)} (
      id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, way TEXT) STRICT`);
    return { batch, nextId: firstId, count: 0, bytes: 0 };
  }

  /** Finds the batch to add to, after a restart. */
  function find(): Filling {
    const last = waiting().at(-1);
    const before = archived().at(-1);
    if (last === undefined) return open((before?.batch ?? 0) + 1, (before?.lastId ?? 0) + 1);
    const [row] = sql
      .exec(
        `SELECT MAX(id) AS last, COUNT(*) AS count, SUM(LENGTH(CAST(json_quote(body) AS BLOB)) + COALESCE(LENGTH(way), 0)) AS bytes FROM ${tableOf(last)}`,
      )
      .toArray();
    const lastId = Number(row?.['last'] ?? 0);
    const ids = lastId > 0 ? lastId : idBefore(last, before);
    return { batch: last, nextId: ids + 1, count: Number(row?.['count'] ?? 0), bytes: Number(row?.['bytes'] ?? 0) };
  }

  /** The last id of the batches before an empty batch. */
  function idBefore(batch: number, before: ArchivedBatch | undefined): number {
    const earlier = waiting().findLast((each) => each < batch);
    if (earlier === undefined) return before?.lastId ?? 0;
    return Number(sql.exec(`SELECT MAX(id) AS last FROM ${tableOf(earlier)}`).one()['last']);
  }

  function* read(batch: number): Iterable<BufferedCallback> {
    for (const row of sql.exec(`SELECT * FROM ${tableOf(batch)} ORDER BY id`)) yield toCallback(row);
  }

  function toCallback(row: Record<string, SqlStorageValue>): BufferedCallback {
    return {
      id: Number(row['id']),
      receivedAt: Number(row['received_at']),
      kind: storedText(row['kind']),
      body: storedText(row['body']),
      ...(row['way'] == null ? {} : storedJson<CallbackWay>(row['way'])),
    };
  }

  /** Blanks callbacks that nobody may read any more; that one came, and when, stays. */
  function blank(isTheirs: (callback: BufferedCallback) => boolean): void {
    for (const batch of waiting()) {
      const theirs = [...read(batch)].filter(isTheirs);
      for (const { id } of theirs) sql.exec(`UPDATE ${tableOf(batch)} SET body = '', way = NULL WHERE id = ?`, id);
    }
  }

  /**
   * The oldest callbacks with ids above `id` that are not in KV yet: from one batch, as many as are handed over at
   * once.
   */
  function after(id: number): BufferedCallback[] {
    for (const batch of waiting()) {
      const query = `SELECT * FROM ${tableOf(batch)} WHERE id > ? ORDER BY id LIMIT ?`;
      const rows = sql.exec(query, id, EVENTS_PER_HANDOVER_COUNT);
      const found = withinOneCall(rows, ({ body }) => bytesInJson(storedText(body)));
      if (found.length > 0) return found.map(toCallback);
    }
    return [];
  }

  function isTable(name: string): boolean {
    return sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name).toArray().length > 0;
  }

  function add(
    receivedAt: number,
    kind: string,
    body: string,
    way: CallbackWay = {},
  ): { readonly id: number; readonly place: number } {
    filling ??= find();
    if (filling.count >= rules.callbacks || filling.bytes >= rules.bytes)
      filling = open(filling.batch + 1, filling.nextId);
    const id = filling.nextId;
    sql.exec(
      `INSERT INTO ${tableOf(filling.batch)} (id, received_at, kind, body, way) VALUES (?, ?, ?, ?, ?)`,
      id,
      receivedAt,
      kind,
      body,
      Object.keys(way).length === 0 ? null : JSON.stringify(way),
    );
    filling.nextId += 1;
    filling.count += 1;
    filling.bytes += bytesInJson(body) + (way.query?.length ?? 0);
    return { id, place: filling.count };
  }

  /** Closes the batch that fills, if it holds anything. */
  function seal(): void {
    filling ??= find();
    if (filling.count > 0) filling = open(filling.batch + 1, filling.nextId);
  }

  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS archives (
        batch INTEGER PRIMARY KEY, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL, count INTEGER NOT NULL, done INTEGER NOT NULL) STRICT`);
      if (!isTable('callbacks')) return;
      // Version 0.2 kept all waiting callbacks in one table. It may have died while writing the first of them to KV:
      // that batch comes first and keeps exactly those callbacks.
      const [begun] = sql.exec('SELECT last_id FROM archives WHERE done = 0').toArray();
      for (const row of sql.exec('SELECT id, received_at, kind, body FROM callbacks ORDER BY id').toArray()) {
        if (Number(row['id']) === Number(begun?.['last_id']) + 1) seal();
        add(Number(row['received_at']), storedText(row['kind']), storedText(row['body']));
      }
      sql.exec('DROP TABLE callbacks');
    },
    /** On disk before the answer. `place` counts within the batch, from 1. */
    add,
    /** Batches that are full, oldest first. */
    full: (): number[] => waiting().slice(0, -1),
    seal,
    /** When the oldest callback of the batch that fills came (epoch ms); null while that batch is empty. */
    fillingSince(): number | null {
      const last = waiting().at(-1);
      if (last === undefined) return null;
      const [row] = sql.exec(`SELECT received_at FROM ${tableOf(last)} ORDER BY id LIMIT 1`).toArray();
      return row === undefined ? null : Number(row['received_at']);
    },
    read,
    blank,
    after,
    /** The id of the last callback, archived or not; 0 before the first. */
    newest: (): number => (waiting().length === 0 ? (archived().at(-1)?.lastId ?? 0) : (filling ??= find()).nextId - 1),
    /** All callbacks that are not archived, in order. */
    *all(): Iterable<BufferedCallback> {
      for (const batch of waiting()) yield* read(batch);
    },
    archived,
    waiting,
    /**
     * Notes the batch before it is written to KV: if the process dies, the value may still arrive after an erasing,
     * which must then know its key.
     */
    begin({ batch, firstId, lastId, count }: ArchivedBatch): void {
      sql.exec('INSERT OR REPLACE INTO archives VALUES (?, ?, ?, ?, 0)', batch, firstId, lastId, count);
    },
    begun: (): number[] =>
      sql
        .exec('SELECT batch FROM archives WHERE done = 0')
        .toArray()
        .map((row) => Number(row['batch'])),
    /** In one step, so that a callback in KV is no longer stored here. */
    close(batch: number): void {
      sql.exec('UPDATE archives SET done = 1 WHERE batch = ?', batch);
      sql.exec(`DROP TABLE ${tableOf(batch)}`);
    },
    drop(): void {
      for (const batch of waiting()) sql.exec(`DROP TABLE ${tableOf(batch)}`);
      sql.exec('DROP TABLE IF EXISTS archives');
      filling = null;
    },
  };
}

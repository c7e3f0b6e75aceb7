import { EVENTS_PER_HANDOVER_COUNT } from '../../shared/sink-limits.ts';
import { withinOneCall } from '../callbacks/one-call.ts';
import { storedJson, storedText } from '../stored-json.ts';

/** What a sink is; written once, when it is made. */
export interface SinkRecord {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** Callbacks that lie in one KV value. `firstId` to `lastId` without a gap, received between `from` and `to` (epoch ms). */
export interface KeptBatch {
  readonly batch: number;
  readonly firstId: number;
  readonly lastId: number;
  readonly from: number;
  readonly to: number;
}

export interface FreshBatch extends KeptBatch {
  readonly bytes: number;
}

/**
 * All SQL of a sink, and nothing else. Callbacks wait in one table per batch, which is dropped when its batch is in KV:
 * dropping a table is free, deleting its rows costs a write each.
 */
export function createSinkStore(sql: SqlStorage) {
  const tableOf = (batch: number) => `batch_${batch}`;

  function exists(): boolean {
    return sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'sink'").toArray().length > 0;
  }

  return {
    /** Null before the sink was made and after it was erased; reading creates nothing. */
    record(): SinkRecord | null {
      const [row] = exists() ? sql.exec('SELECT body FROM sink').toArray() : [];
      return row === undefined ? null : storedJson<SinkRecord>(row['body']);
    },

    create(record: SinkRecord): void {
      sql.exec('CREATE TABLE IF NOT EXISTS sink (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
      sql.exec(`CREATE TABLE IF NOT EXISTS kept (batch INTEGER PRIMARY KEY, first_id INTEGER NOT NULL,
        last_id INTEGER NOT NULL, received_from INTEGER NOT NULL, received_to INTEGER NOT NULL) STRICT`);
      sql.exec('CREATE TABLE IF NOT EXISTS forwarded (id INTEGER PRIMARY KEY, up_to INTEGER NOT NULL) STRICT');
      sql.exec('INSERT OR REPLACE INTO sink VALUES (1, ?)', JSON.stringify(record));
    },

    /** Batches that wait for KV, oldest first; the last one is still being filled. */
    waiting(): number[] {
      return sql
        .exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'batch_[0-9]*'")
        .toArray()
        .map((row) => Number(storedText(row['name']).slice('batch_'.length)))
        .sort((a, b) => a - b);
    },

    openBatch(batch: number): void {
      sql.exec(
        `CREATE TABLE ${tableOf(batch)} (id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, line TEXT NOT NULL) STRICT`,
      );
    },

    add(batch: number, id: number, receivedAt: number, line: string): void {
      sql.exec(`INSERT INTO ${tableOf(batch)} VALUES (?, ?, ?)`, id, receivedAt, line);
    },

    describe(batch: number): FreshBatch | null {
      const [row] = sql
        .exec(
          `SELECT min(id) AS first, max(id) AS last, min(received_at) AS since, max(received_at) AS until,
            sum(length(CAST(line AS BLOB))) AS bytes FROM ${tableOf(batch)}`,
        )
        .toArray();
      if (row === undefined || row['first'] === null) return null;
      const [firstId, lastId, from, to, bytes] = [row['first'], row['last'], row['since'], row['until'], row['bytes']];
      return {
        batch,
        firstId: Number(firstId),
        lastId: Number(lastId),
        from: Number(from),
        to: Number(to),
        bytes: Number(bytes),
      };
    },

    lines(batch: number): string[] {
      return sql
        .exec(`SELECT line FROM ${tableOf(batch)} ORDER BY id`)
        .toArray()
        .map((row) => storedText(row['line']));
    },

    /** Rewrites callbacks that are not in KV yet: `blank` answers what a line becomes, or null if it stays. */
    blank(blank: (line: string) => string | null): void {
      for (const batch of this.waiting()) {
        for (const row of sql.exec(`SELECT id, line FROM ${tableOf(batch)} ORDER BY id`).toArray()) {
          const line = blank(storedText(row['line']));
          if (line !== null) sql.exec(`UPDATE ${tableOf(batch)} SET line = ? WHERE id = ?`, line, Number(row['id']));
        }
      }
    },

    /**
     * Lines with ids above `id` that are not in KV yet, oldest first: from one batch, as many as are handed over at
     * once.
     */
    linesAfter(id: number): { readonly id: number; readonly line: string }[] {
      for (const batch of this.waiting()) {
        const query = `SELECT id, line FROM ${tableOf(batch)} WHERE id > ? ORDER BY id LIMIT ?`;
        const found = withinOneCall(
          sql.exec(query, id, EVENTS_PER_HANDOVER_COUNT),
          ({ line }) => storedText(line).length,
        );
        if (found.length > 0) return found.map((row) => ({ id: Number(row['id']), line: storedText(row['line']) }));
      }
      return [];
    },

    /** The id of the last callback handed to the destinations; null if nobody ever wanted any. */
    forwarded(): number | null {
      const [row] = sql.exec('SELECT up_to FROM forwarded').toArray();
      return row === undefined ? null : Number(row['up_to']);
    },

    noteForwarded(id: number): void {
      sql.exec('INSERT OR REPLACE INTO forwarded VALUES (1, ?)', id);
    },

    /** In one step, so that a callback in KV is no longer stored here. */
    keep({ batch, firstId, lastId, from, to }: KeptBatch): void {
      sql.exec('INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)', batch, firstId, lastId, from, to);
      sql.exec(`DROP TABLE ${tableOf(batch)}`);
    },

    kept(): KeptBatch[] {
      return sql
        .exec('SELECT batch, first_id, last_id, received_from, received_to FROM kept ORDER BY batch')
        .toArray()
        .map((row) => ({
          batch: Number(row['batch']),
          firstId: Number(row['first_id']),
          lastId: Number(row['last_id']),
          from: Number(row['received_from']),
          to: Number(row['received_to']),
        }));
    },

    /** KV has already deleted them, because their retention is over. */
    forgetBefore(receivedAt: number): void {
      sql.exec('DELETE FROM kept WHERE received_to < ?', receivedAt);
    },
  };
}

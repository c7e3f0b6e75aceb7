import { storedJson, storedText } from '../stored-json.ts';
import type { ContactCalls } from './contact-calls.ts';

/** What one campaign object is about; written once, before the campaign is sent to Exotel. */
export interface CampaignRecord {
  readonly importId: string;
  /** Of the import's life that made it; '' before 0.3. */
  readonly incarnation: string;
  readonly seq: number;
  readonly retryCount: number;
  readonly retryOn: readonly string[];
  readonly country: string;
  /** Only of a campaign made elsewhere, whose people need not be known beforehand. */
  readonly open?: OpenSet;
}

/** Contacts that become known as they are reported. */
export interface OpenSet {
  /** How many there are, as far as anyone says. */
  readonly expected: number;
  /** Its caller id, which reports name beside the contact. */
  readonly sender: string | null;
}

export interface BufferedCallback {
  readonly id: number;
  readonly receivedAt: number;
  readonly kind: string;
  readonly body: string;
}

export interface ArchiveBatch {
  readonly batch: number;
  readonly firstId: number;
  readonly lastId: number;
  readonly count: number;
  readonly done: boolean;
}

const BEFORE_LIVES: Pick<CampaignRecord, 'incarnation'> = { incarnation: '' };

/** Archives of a campaign that is erased: each may yet be written by a request that was under way. */
export interface CampaignErasing {
  readonly keys: readonly string[];
  /** When the last of them cannot arrive any more; epoch ms. */
  readonly until: number;
}

/** All SQL of a campaign object, and nothing else. Layout: docs/storage.md. */
export function createCampaignStore(sql: SqlStorage) {
  /** The tables come with the first write: asking an object for nobody's campaign leaves nothing. */
  let isMade = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'campaign'").toArray().length > 0;

  function migrate(): void {
    sql.exec(
      'CREATE TABLE IF NOT EXISTS campaign (id INTEGER PRIMARY KEY, body TEXT NOT NULL, numbers BLOB NOT NULL) STRICT',
    );
    sql.exec('CREATE TABLE IF NOT EXISTS learned (slot INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT');
    sql.exec('CREATE TABLE IF NOT EXISTS contact_calls (chunk INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    // AUTOINCREMENT: an id is never used again, even after its callback was archived and deleted.
    sql.exec(`CREATE TABLE IF NOT EXISTS callbacks (
      id INTEGER PRIMARY KEY AUTOINCREMENT, received_at INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL) STRICT`);
    sql.exec(`CREATE TABLE IF NOT EXISTS archives (
      batch INTEGER PRIMARY KEY, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL, count INTEGER NOT NULL, done INTEGER NOT NULL) STRICT`);
  }

  function toBatch(row: Record<string, SqlStorageValue>): ArchiveBatch {
    return {
      batch: Number(row['batch']),
      firstId: Number(row['first_id']),
      lastId: Number(row['last_id']),
      count: Number(row['count']),
      done: row['done'] === 1,
    };
  }

  function toCallback(row: Record<string, SqlStorageValue>): BufferedCallback {
    return {
      id: Number(row['id']),
      receivedAt: Number(row['received_at']),
      kind: storedText(row['kind']),
      body: storedText(row['body']),
    };
  }

  if (isMade) migrate();

  return {
    /** Tables of 0.2 without a campaign: made for somebody who only asked, or left by an erasing. */
    isLitter: () => isMade && sql.exec('SELECT 1 FROM campaign').toArray().length === 0,
    /** What is still to be erased: an object that has this has nothing else. */
    erasing(): CampaignErasing | null {
      const isThere = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'erasing'").toArray().length > 0;
      const row = isThere ? sql.exec('SELECT body FROM erasing').toArray()[0] : undefined;
      return row === undefined ? null : storedJson<CampaignErasing>(row['body']);
    },
    /** Everything goes but that; to be called as one transaction. */
    beginErasing(task: CampaignErasing): void {
      for (const table of ['campaign', 'learned', 'contact_calls', 'callbacks', 'archives'])
        sql.exec(`DROP TABLE IF EXISTS ${table}`);
      isMade = false;
      sql.exec('CREATE TABLE IF NOT EXISTS erasing (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
      sql.exec('INSERT OR REPLACE INTO erasing (id, body) VALUES (1, ?)', JSON.stringify(task));
    },
    load(): { record: CampaignRecord; numbers: Float64Array } | null {
      if (!isMade) return null;
      const row = sql.exec('SELECT body, numbers FROM campaign WHERE id = 1').toArray()[0];
      if (row === undefined || !(row['numbers'] instanceof ArrayBuffer)) return null;
      return {
        record: { ...BEFORE_LIVES, ...storedJson<CampaignRecord>(row['body']) },
        numbers: new Float64Array(row['numbers']),
      };
    },
    save(record: CampaignRecord, numbers: Float64Array): void {
      if (!isMade) migrate();
      isMade = true;
      const bytes = numbers.slice().buffer;
      sql.exec('INSERT OR IGNORE INTO campaign (id, body, numbers) VALUES (1, ?, ?)', JSON.stringify(record), bytes);
    },
    /** Numbers of an open set that reports made known, by place. */
    learned(): (readonly [slot: number, number: number])[] {
      return sql
        .exec('SELECT slot, number FROM learned ORDER BY slot')
        .toArray()
        .map((row) => [Number(row['slot']), Number(row['number'])] as const);
    },
    learn(slot: number, number: number): void {
      sql.exec('INSERT OR REPLACE INTO learned (slot, number) VALUES (?, ?)', slot, number);
    },
    *contactCalls(): Iterable<readonly [index: number, contact: ContactCalls]> {
      for (const row of sql.exec('SELECT body FROM contact_calls')) {
        yield* storedJson<[number, ContactCalls][]>(row['body']);
      }
    },
    saveChunk(chunk: number, contacts: readonly (readonly [number, ContactCalls])[]): void {
      sql.exec('INSERT OR REPLACE INTO contact_calls (chunk, body) VALUES (?, ?)', chunk, JSON.stringify(contacts));
    },
    addCallback(receivedAt: number, kind: string, body: string): number {
      const row = sql
        .exec('INSERT INTO callbacks (received_at, kind, body) VALUES (?, ?, ?) RETURNING id', receivedAt, kind, body)
        .one();
      return Number(row['id']);
    },
    *bufferedCallbacks(): Iterable<BufferedCallback> {
      for (const row of sql.exec('SELECT * FROM callbacks ORDER BY id')) yield toCallback(row);
    },
    callbacksFrom(firstId: number, lastId: number): BufferedCallback[] {
      return sql
        .exec('SELECT * FROM callbacks WHERE id BETWEEN ? AND ? ORDER BY id', firstId, lastId)
        .toArray()
        .map(toCallback);
    },
    bufferedCount(): number {
      return Number(sql.exec('SELECT COUNT(*) AS count FROM callbacks').one()['count']);
    },
    /** The oldest callbacks, at most `limit` of them and no more than fit `maxBytes`; always one, where there is one. */
    firstBuffered(limit: number, maxBytes: number): { firstId: number; lastId: number; count: number } | null {
      const row = sql
        .exec(
          `SELECT MIN(id) AS first, MAX(id) AS last, COUNT(*) AS count FROM (
             SELECT id, SUM(bytes) OVER (ORDER BY id) - bytes AS bytes_before FROM (
               SELECT id, LENGTH(CAST(body AS BLOB)) AS bytes FROM callbacks ORDER BY id LIMIT ?))
           WHERE bytes_before < ?`,
          limit,
          maxBytes,
        )
        .one();
      if (row['first'] === null) return null;
      return { firstId: Number(row['first']), lastId: Number(row['last']), count: Number(row['count']) };
    },
    archives(): ArchiveBatch[] {
      return sql.exec('SELECT * FROM archives ORDER BY batch').toArray().map(toBatch);
    },
    openArchive(batch: ArchiveBatch): void {
      sql.exec(
        'INSERT INTO archives (batch, first_id, last_id, count, done) VALUES (?, ?, ?, ?, 0)',
        batch.batch,
        batch.firstId,
        batch.lastId,
        batch.count,
      );
    },
    closeArchive(batch: ArchiveBatch): void {
      sql.exec('UPDATE archives SET done = 1 WHERE batch = ?', batch.batch);
      sql.exec('DELETE FROM callbacks WHERE id <= ?', batch.lastId);
    },
  };
}

export type CampaignStore = ReturnType<typeof createCampaignStore>;

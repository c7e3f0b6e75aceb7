import { CALLBACKS_PER_ARCHIVE, CONTACTS_PER_CHUNK, MAX_ARCHIVE_BYTES } from '../../shared/limits.ts';
import { storedJson } from '../stored-json.ts';
import { TELLING_TABLES } from './telling-store.ts';
import { createCallbackBatches, type BufferedCallback } from './callback-batches.ts';
import { withoutPerson, type ContactCalls } from './contact-calls.ts';
import { ERASED } from './contact-index.ts';

/** Which campaign this object is for; written once, before the campaign is sent to Exotel. */
export interface CampaignRecord {
  readonly importId: string;
  /** The life of the import that made it; '' before 0.3. */
  readonly incarnation: string;
  readonly seq: number;
  readonly retryCount: number;
  readonly retryOn: readonly string[];
  readonly country: string;
  /** A test call: destinations get its callbacks as they came, but no events about the person whose row it borrowed. */
  readonly test?: boolean;
  /** Keyed hashes of people who were erased: later reports about them are not kept. */
  readonly erased?: readonly string[];
  /** Only for a campaign made elsewhere, whose people may not be known beforehand. */
  readonly open?: OpenSet;
}

/** Contacts whose numbers become known only when they are reported. */
export interface OpenSet {
  /** How many contacts there are, as far as anyone says. */
  readonly expected: number;
  /** The campaign's caller id: reports name it beside the contact, and it must not be taken for one. */
  readonly sender: string | null;
}

const BEFORE_LIVES: Pick<CampaignRecord, 'incarnation'> = { incarnation: '' };

/** Archives of a campaign that is erased. A request that was under way may still write any of them. */
export interface CampaignErasing {
  readonly keys: readonly string[];
  /** After this moment (epoch ms) none of them can arrive any more. */
  readonly until: number;
}

/** All SQL of a campaign object, its callbacks in `callbacks`, and nothing else. Layout: docs/storage.md. */
export function createCampaignStore(sql: SqlStorage) {
  const callbacks = createCallbackBatches(sql, { callbacks: CALLBACKS_PER_ARCHIVE, bytes: MAX_ARCHIVE_BYTES });
  /** The tables are created by the first write, so that asking an object without a campaign leaves nothing behind. */
  let isMade = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'campaign'").toArray().length > 0;

  function migrate(): void {
    sql.exec(
      'CREATE TABLE IF NOT EXISTS campaign (id INTEGER PRIMARY KEY, body TEXT NOT NULL, numbers BLOB NOT NULL) STRICT',
    );
    sql.exec('CREATE TABLE IF NOT EXISTS learned (slot INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT');
    sql.exec('CREATE TABLE IF NOT EXISTS contact_calls (chunk INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    callbacks.migrate();
  }

  if (isMade) migrate();

  return {
    /** Tables of 0.2 without a campaign, created when somebody only asked or left by an erasing. */
    isLitter: () => isMade && sql.exec('SELECT 1 FROM campaign').toArray().length === 0,
    /** What is still to be erased. An object that has this has nothing else. */
    erasing(): CampaignErasing | null {
      const isThere = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'erasing'").toArray().length > 0;
      const row = isThere ? sql.exec('SELECT body FROM erasing').toArray()[0] : undefined;
      return row === undefined ? null : storedJson<CampaignErasing>(row['body']);
    },
    /** Deletes everything except the erasing task. Call it inside one transaction. */
    beginErasing(task: CampaignErasing): void {
      for (const table of ['campaign', 'learned', 'contact_calls', ...TELLING_TABLES])
        sql.exec(`DROP TABLE IF EXISTS ${table}`);
      callbacks.drop();
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
    changeRecord(record: CampaignRecord): void {
      sql.exec('UPDATE campaign SET body = ? WHERE id = 1', JSON.stringify(record));
    },
    /** Numbers of an open set that became known from reports, by place. */
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
    /**
     * Call it inside one transaction. The person's places keep what became of them, but nothing that leads to the
     * person.
     */
    forgetPerson(number: number, hash: string, isTheirs: (callback: BufferedCallback) => boolean): void {
      const saved = this.load();
      if (saved === null) return;
      const record = { ...saved.record, erased: [...new Set([...(saved.record.erased ?? []), hash])] };
      const numbers = saved.numbers.map((each) => (each === number ? ERASED : each));
      const learned = this.learned().filter(([, each]) => each === number);
      const slots = new Set(learned.map(([slot]) => slot));
      for (const [place, each] of saved.numbers.entries()) if (each === number) slots.add(place);
      sql.exec(
        'UPDATE campaign SET body = ?, numbers = ? WHERE id = 1',
        JSON.stringify(record),
        numbers.slice().buffer,
      );
      sql.exec('UPDATE learned SET number = ? WHERE number = ?', ERASED, number);
      for (const chunk of new Set(Array.from(slots, (slot) => Math.floor(slot / CONTACTS_PER_CHUNK)))) {
        const row = sql.exec('SELECT body FROM contact_calls WHERE chunk = ?', chunk).toArray()[0];
        if (row === undefined) continue;
        const contacts = storedJson<[number, ContactCalls][]>(row['body']);
        this.saveChunk(
          chunk,
          contacts.map(([slot, calls]) => [slot, slots.has(slot) ? withoutPerson(calls) : calls]),
        );
      }
      callbacks.blank(isTheirs);
    },
    saveChunk(chunk: number, contacts: readonly (readonly [number, ContactCalls])[]): void {
      sql.exec('INSERT OR REPLACE INTO contact_calls (chunk, body) VALUES (?, ?)', chunk, JSON.stringify(contacts));
    },
    callbacks,
  };
}

export type CampaignStore = ReturnType<typeof createCampaignStore>;

import type { Keys } from '../../shared/people/key-meaning.ts';
import { storedJson, storedText } from '../stored-json.ts';

/** One launch of an import: what all its campaigns share. `life` tells it from an earlier import of the same id. */
export interface Claim {
  readonly life: string;
  readonly importId: string;
  /** Of the template it calls with; empty of a launch by 0.2 and before. */
  readonly template: string;
  readonly name: string;
  readonly by: string;
  readonly at: number;
  readonly channel: 'voice' | 'sms';
  /** Attempts planned for each number: one, and its retries. */
  readonly attempts: number;
  /** What keys mean in its template. */
  readonly keys: Keys;
  readonly confirmed: boolean;
}

/** One campaign's numbers, packed and rising; once it is closed, the attempts made of each and the minute of the last. */
export interface LedgerCampaign {
  readonly life: string;
  readonly seq: number;
  readonly numbers: Uint8Array;
  readonly made: Uint8Array | null;
  /** Minutes since 1970, by place. */
  readonly minutes: Uint32Array | null;
  readonly lastMinute: number;
}

type Row = Record<string, SqlStorageValue>;

function toClaim(row: Row): Claim {
  return {
    life: storedText(row['life']),
    importId: storedText(row['import_id']),
    template: storedText(row['template']),
    name: storedText(row['name']),
    by: storedText(row['claimed_by']),
    at: Number(row['claimed_at']),
    channel: row['channel'] === 'sms' ? 'sms' : 'voice',
    attempts: Number(row['attempts']),
    keys: storedJson<Keys>(row['keys']),
    confirmed: row['confirmed'] === 1,
  };
}

function toCampaign(row: Row): LedgerCampaign {
  const bytes = (name: string): Uint8Array | null =>
    row[name] instanceof ArrayBuffer ? new Uint8Array(row[name]) : null;
  const minutes = bytes('minutes');
  return {
    life: storedText(row['life']),
    seq: Number(row['seq']),
    numbers: bytes('numbers') ?? new Uint8Array(),
    made: bytes('made'),
    minutes: minutes === null ? null : new Uint32Array(minutes.buffer),
    lastMinute: Number(row['last_minute']),
  };
}

/** All SQL of who was called when: a row a campaign, never a row a contact. Layout: docs/storage.md. */
export function createLedgerStore(sql: SqlStorage) {
  /** Those under way, and those whose last call was at `sinceMinute` or later. */
  function* campaignsOf(life: string, sinceMinute: number): Iterable<LedgerCampaign> {
    const open = 'SELECT seq FROM ledger WHERE life = ? AND (made IS NULL OR last_minute >= ?) ORDER BY seq';
    const seqs = sql.exec(open, life, sinceMinute).toArray();
    // One at a time: a million numbers are not in memory at once.
    for (const { seq } of seqs) {
      yield toCampaign(sql.exec('SELECT * FROM ledger WHERE life = ? AND seq = ?', life, Number(seq)).one());
    }
  }

  function drop(life: string): void {
    sql.exec('DELETE FROM ledger WHERE life = ?', life);
    sql.exec('DELETE FROM claims WHERE life = ?', life);
  }

  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS claims (
        life TEXT PRIMARY KEY, import_id TEXT NOT NULL, name TEXT NOT NULL, claimed_by TEXT NOT NULL,
        claimed_at INTEGER NOT NULL, channel TEXT NOT NULL, attempts INTEGER NOT NULL,
        keys TEXT NOT NULL, confirmed INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID`);
      sql.exec(`CREATE TABLE IF NOT EXISTS ledger (
        life TEXT NOT NULL, seq INTEGER NOT NULL, numbers BLOB NOT NULL, made BLOB, minutes BLOB,
        last_minute INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (life, seq)) STRICT, WITHOUT ROWID`);
      const known = sql.exec("SELECT 1 FROM pragma_table_info('claims') WHERE name = 'template'").toArray();
      if (known.length === 0) sql.exec("ALTER TABLE claims ADD COLUMN template TEXT NOT NULL DEFAULT ''");
    },
    claim(claim: Claim, campaigns: readonly { readonly seq: number; readonly numbers: Uint8Array }[]): void {
      drop(claim.life);
      sql.exec(
        `INSERT INTO claims (life, import_id, template, name, claimed_by, claimed_at, channel, attempts, keys, confirmed)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        claim.life,
        claim.importId,
        claim.template,
        claim.name,
        claim.by,
        claim.at,
        claim.channel,
        claim.attempts,
        JSON.stringify(claim.keys),
        claim.confirmed ? 1 : 0,
      );
      for (const { seq, numbers } of campaigns) {
        sql.exec('INSERT INTO ledger (life, seq, numbers) VALUES (?, ?, ?)', claim.life, seq, numbers.slice().buffer);
      }
    },
    claimOf(life: string): Claim | null {
      const row = sql.exec('SELECT * FROM claims WHERE life = ?', life).toArray()[0];
      return row === undefined ? null : toClaim(row);
    },
    /** Oldest first. */
    claims(): Claim[] {
      return sql.exec('SELECT * FROM claims ORDER BY claimed_at, life').toArray().map(toClaim);
    },
    campaignsOf,
    confirm(life: string): void {
      sql.exec('UPDATE claims SET confirmed = 1 WHERE life = ?', life);
    },
    /** Never fewer than were planned before: other campaigns of it still have those. */
    planAttempts(life: string, attempts: number): void {
      sql.exec('UPDATE claims SET attempts = MAX(attempts, ?) WHERE life = ?', attempts, life);
    },
    /** The campaign is over: its reservation becomes what really happened. */
    settle(campaign: LedgerCampaign): void {
      const { life, seq, numbers, made, minutes, lastMinute } = campaign;
      sql.exec(
        'INSERT OR REPLACE INTO ledger (life, seq, numbers, made, minutes, last_minute) VALUES (?, ?, ?, ?, ?, ?)',
        life,
        seq,
        numbers.slice().buffer,
        made?.slice().buffer ?? null,
        minutes?.slice().buffer ?? null,
        lastMinute,
      );
    },
    drop,
  };
}

export type LedgerStore = ReturnType<typeof createLedgerStore>;

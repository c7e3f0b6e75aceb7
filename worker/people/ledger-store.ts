import { markNumbers } from '../../shared/people/marked-numbers.ts';
import { unpackNumbers } from '../../shared/people/packed-numbers.ts';
import type { Keys } from '../../shared/people/key-meaning.ts';
import { storedJson, storedText } from '../stored-json.ts';

/**
 * One launch of an import: what all its campaigns share. `life` tells it apart from an earlier import with the same id.
 */
export interface Claim {
  readonly life: string;
  readonly importId: string;
  /** The id of its template; empty for a launch by 0.2 and before. */
  readonly template: string;
  readonly name: string;
  readonly by: string;
  readonly at: number;
  readonly channel: 'voice' | 'sms';
  /** Planned attempts per number: one, plus retries. */
  readonly attempts: number;
  /** What the keys mean in its template. */
  readonly keys: Keys;
  readonly confirmed: boolean;
  /** The keyed mark of the heading that its status marks stand under; 0 if no statuses were taken. */
  readonly heading: number;
}

/**
 * One campaign's numbers, packed and ascending. Once it is over, also the attempts made for each and the minute of the
 * last.
 */
export interface LedgerCampaign {
  readonly life: string;
  readonly seq: number;
  readonly numbers: Uint8Array;
  readonly made: Uint8Array | null;
  /** Minutes since 1970, by place. */
  readonly minutes: Uint32Array | null;
  readonly lastMinute: number;
  /** Keyed marks of each person's status at the launch, by place; null if no column gave statuses. */
  readonly marks: Uint32Array | null;
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
    heading: Number(row['heading']),
  };
}

function toCampaign(row: Row): LedgerCampaign {
  const bytes = (name: string): Uint8Array | null =>
    row[name] instanceof ArrayBuffer ? new Uint8Array(row[name]) : null;
  const words = (name: string): Uint32Array | null => {
    const found = bytes(name);
    return found === null ? null : new Uint32Array(found.buffer);
  };
  return {
    life: storedText(row['life']),
    seq: Number(row['seq']),
    numbers: bytes('numbers') ?? new Uint8Array(),
    made: bytes('made'),
    minutes: words('minutes'),
    lastMinute: Number(row['last_minute']),
    marks: words('marks'),
  };
}

/** All SQL of who was called when: a row per campaign, never a row per contact. Layout: docs/storage.md. */
export function createLedgerStore(sql: SqlStorage) {
  /** Campaigns under way, and those whose last call was at `sinceMinute` or later. */
  function* campaignsOf(life: string, sinceMinute: number): Iterable<LedgerCampaign> {
    const open = 'SELECT seq FROM ledger WHERE life = ? AND (made IS NULL OR last_minute >= ?) ORDER BY seq';
    const seqs = sql.exec(open, life, sinceMinute).toArray();
    // One campaign at a time, so that a million numbers are never in memory at once.
    for (const { seq } of seqs) {
      yield toCampaign(sql.exec('SELECT * FROM ledger WHERE life = ? AND seq = ?', life, Number(seq)).one());
    }
  }

  /** Adds a column that earlier versions did not have. */
  function addColumn(table: string, name: string, type: string): void {
    const known = sql.exec('SELECT 1 FROM pragma_table_info(?) WHERE name = ?', table, name).toArray();
    if (known.length === 0) sql.exec(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
  }

  function drop(life: string): void {
    sql.exec('DELETE FROM ledger WHERE life = ?', life);
    sql.exec('DELETE FROM claims WHERE life = ?', life);
  }

  /** The marks written at the launch, for the numbers that are still in it. */
  function marksOf(life: string, seq: number, numbers: Uint8Array): Uint32Array | null {
    const query = 'SELECT * FROM ledger WHERE life = ? AND seq = ? AND marks IS NOT NULL';
    const before = sql.exec(query, life, seq).toArray().map(toCampaign)[0];
    if (before === undefined || before.marks === null) return null;
    return markNumbers(unpackNumbers(before.numbers), before.marks).among(unpackNumbers(numbers));
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
      addColumn('claims', 'template', "TEXT NOT NULL DEFAULT ''");
      addColumn('claims', 'heading', 'INTEGER NOT NULL DEFAULT 0');
      addColumn('ledger', 'marks', 'BLOB');
    },
    claim(claim: Claim, campaigns: readonly Pick<LedgerCampaign, 'seq' | 'numbers' | 'marks'>[]): void {
      drop(claim.life);
      sql.exec(
        `INSERT INTO claims (life, import_id, template, name, claimed_by, claimed_at, channel, attempts, keys, confirmed,
         heading) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
        claim.heading,
      );
      for (const { seq, numbers, marks } of campaigns) {
        const [body, marked] = [numbers.slice().buffer, marks?.slice().buffer ?? null];
        sql.exec('INSERT INTO ledger (life, seq, numbers, marks) VALUES (?, ?, ?, ?)', claim.life, seq, body, marked);
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
    /** Raises the planned attempts, never lowers them: other campaigns of the launch may still need the old number. */
    planAttempts(life: string, attempts: number): void {
      sql.exec('UPDATE claims SET attempts = MAX(attempts, ?) WHERE life = ?', attempts, life);
    },
    /**
     * The campaign is over, or one of its people is erased: its reservation becomes the attempts really made. Marks
     * stay.
     */
    settle(campaign: Omit<LedgerCampaign, 'marks'>): void {
      const { life, seq, numbers, made, minutes, lastMinute } = campaign;
      sql.exec(
        `INSERT OR REPLACE INTO ledger (life, seq, numbers, made, minutes, last_minute, marks)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        life,
        seq,
        numbers.slice().buffer,
        made?.slice().buffer ?? null,
        minutes?.slice().buffer ?? null,
        lastMinute,
        marksOf(life, seq, numbers)?.slice().buffer ?? null,
      );
    },
    drop,
  };
}

export type LedgerStore = ReturnType<typeof createLedgerStore>;

import { startOfDay } from '../../shared/plan/zoned-time.ts';
import { MIN_SPEND_HISTORY_CALLS, SPEND_HISTORY_DAYS, SPEND_KEPT_HOURS } from '../../shared/people-limits.ts';
import { estimateSpend, shareOut, toPaise } from '../../shared/people/spend.ts';
import { spendCapPassed } from '../../shared/people/spend-caps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isSamePerson } from '../../shared/team/roles.ts';
import { storedText } from '../stored-json.ts';
import type { CallsMade } from '../campaign/calls-made.ts';
import type { Claim } from './ledger-store.ts';
import type { UsedStore } from './used-store.ts';
import type { StoredSettings } from '../../shared/protocol/settings.ts';
import type { SpendEstimate, SpendPassed, SpendTerms, Spent } from '../../shared/protocol/spend.ts';

/** What decides a launch's cost, and whose money it is. */
export interface Spending extends Pick<Claim, 'life' | 'by' | 'channel'> {
  /** SMS parts of all messages; null for calls. */
  readonly parts: number | null;
  readonly campaigns: readonly { readonly seq: number; readonly contacts: number }[];
}

/**
 * Checks launches against the team's spending caps. A launch's likely cost counts as used on the day of its start,
 * until its campaigns are over and their real cost is known. Callers must run one after another.
 */
export function createSpendGuard(world: {
  readonly sql: SqlStorage;
  readonly settings: () => StoredSettings;
  readonly used: UsedStore;
  readonly timeZone: string;
}) {
  const { sql, settings, used, timeZone } = world;
  const store = createSpendStore(sql);

  function terms(now: number): SpendTerms {
    const { people, pulses } = used.lately(now - SPEND_HISTORY_DAYS * 86_400_000);
    const isKnown = people >= MIN_SPEND_HISTORY_CALLS && pulses > 0;
    return { prices: settings().prices, pulsesPerContact: isKnown ? pulses / people : null };
  }

  function estimate({ channel, parts, campaigns }: Spending, now: number): SpendEstimate | null {
    const contacts = campaigns.reduce((sum, campaign) => sum + campaign.contacts, 0);
    return estimateSpend({ channel, contacts, parts }, terms(now));
  }

  /** How much of the caps is used today, without this launch's own share. */
  function spentBy(person: string, now: number, life = '') {
    return store.since(startOfDay(now, timeZone), person, life);
  }

  function reserve(launch: Spending, now: number): SpendEstimate | null {
    const cost = estimate(launch, now);
    if (cost !== null) store.reserve({ ...launch, at: now, rupees: cost.likely });
    return cost;
  }

  return {
    migrate: () => store.migrate(),
    terms,
    spent: (person: string, now: number): Spent => ({
      ...spentBy(person, now),
      pulsesPerContact: terms(now).pulsesPerContact,
    }),
    reserve,
    /** Reserves the likely cost if that passes no cap. */
    claim(launch: Spending, now: number): Result<SpendEstimate | null, SpendPassed> {
      const cost = estimate(launch, now);
      const passed = spendCapPassed(settings().spend, cost?.likely ?? null, spentBy(launch.by, now, launch.life));
      return passed === null ? ok(reserve(launch, now)) : err(passed);
    },
    drop: (life: string) => store.drop(life),
    /** A campaign is over. For messages the number sent is known, for calls their lengths. */
    settle(
      { life, channel }: Pick<Claim, 'life' | 'channel'>,
      seq: number,
      calls: readonly (Pick<CallsMade, 'attempts'> & Partial<Pick<CallsMade, 'seconds'>>)[],
    ): void {
      if (channel === 'sms') return store.keepShare(life, seq, calls.filter(({ attempts }) => attempts > 0).length);
      const { pulse, pulseSeconds } = settings().prices;
      // The campaign ran in an earlier version, which did not know lengths, or prices were removed: the reserved cost
      // stays.
      if (pulse === null || calls.some(({ seconds }) => seconds === undefined)) return;
      const lengths = calls.flatMap(({ seconds = [] }) => seconds);
      const pulses = lengths.reduce((sum, each) => sum + Math.ceil(each / pulseSeconds), 0);
      store.settle(life, seq, pulses * pulse);
    },
  };
}

/** A launch, its likely cost, and how many people each of its campaigns calls. */
interface Reservation {
  readonly life: string;
  readonly by: string;
  readonly at: number;
  readonly rupees: number;
  readonly campaigns: readonly { readonly seq: number; readonly contacts: number }[];
}

/**
 * The cost of recent launches, one row per campaign: its share of the likely cost, until the campaign is over and the
 * real cost is known.
 */
function createSpendStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS spend (
        life TEXT NOT NULL, seq INTEGER NOT NULL, started_by TEXT NOT NULL, started_at INTEGER NOT NULL,
        contacts INTEGER NOT NULL, paise INTEGER NOT NULL, PRIMARY KEY (life, seq)) STRICT, WITHOUT ROWID`);
    },
    reserve({ life, by, at, rupees, campaigns }: Reservation): void {
      sql.exec('DELETE FROM spend WHERE life = ? OR started_at < ?', life, at - SPEND_KEPT_HOURS * 3_600_000);
      const shares = shareOut(
        toPaise(rupees),
        campaigns.map(({ contacts }) => contacts),
      );
      for (const [i, { seq, contacts }] of campaigns.entries()) {
        sql.exec('INSERT INTO spend VALUES (?, ?, ?, ?, ?, ?)', life, seq, by, at, contacts, shares[i] ?? 0);
      }
    },
    /** A campaign is over; `rupees` is its real cost. */
    settle(life: string, seq: number, rupees: number): void {
      sql.exec('UPDATE spend SET paise = ? WHERE life = ? AND seq = ?', toPaise(rupees), life, seq);
    },
    /** Reduces a campaign's share to the people who were really sent something. */
    keepShare(life: string, seq: number, people: number): void {
      sql.exec(
        `UPDATE spend SET paise = CAST(ROUND(1.0 * paise * MIN(?, contacts) / contacts) AS INTEGER), contacts = MIN(?, contacts)
         WHERE life = ? AND seq = ? AND contacts > 0`,
        people,
        people,
        life,
        seq,
      );
    },
    drop(life: string): void {
      sql.exec('DELETE FROM spend WHERE life = ?', life);
    },
    /**
     * Rupees of launches started since a time (epoch ms): everybody's, and one person's. The launch `life` is not
     * counted.
     */
    since(from: number, person: string, life = ''): { day: number; person: number } {
      const rows = sql
        .exec(
          'SELECT started_by, SUM(paise) AS paise FROM spend WHERE started_at >= ? AND life <> ? GROUP BY started_by',
          from,
          life,
        )
        .toArray()
        .map((row) => ({ by: storedText(row['started_by']), paise: Number(row['paise']) }));
      const sum = (some: typeof rows) => some.reduce((all, { paise }) => all + paise, 0) / 100;
      return { day: sum(rows), person: sum(rows.filter(({ by }) => isSamePerson(by, person))) };
    },
  };
}

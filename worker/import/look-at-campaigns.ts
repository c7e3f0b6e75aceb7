import { MAX_CAMPAIGNS_LOOKED_AT, TOTALS_WATCHED_MS, WATCHED_AFTER_LOOK_MS } from '../../shared/limits.ts';
import { logEvent } from '../log.ts';
import { noteTotals } from './record/apply-totals.ts';
import type { CampaignTotals } from '../campaign/outcome-tracker.ts';
import type { ImportSession } from './record/import-session.ts';

interface CampaignToLookAt {
  look(): Promise<CampaignTotals | null>;
}

/**
 * Campaigns tell their totals rarely while nobody watches. Whoever looks at the import has it ask those whose word is not
 * fresh, so that no screen and no script is told old numbers.
 */
export function createLook(now: () => number) {
  const heardAt = new Map<string, number>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  return {
    /** A campaign's totals came; `name` is its object's. */
    heard(name: string): void {
      heardAt.set(name, now());
    },
    /** Whether somebody looked a moment ago, as a script does that asks again and again. */
    isRecent(): boolean {
      return now() - lookedAt < WATCHED_AFTER_LOOK_MS;
    },
    /** `isAll`: from now on somebody watches, which each of them is to know. Answers how many were asked. */
    async look(
      session: ImportSession,
      campaign: (seq: number) => CampaignToLookAt,
      life: string,
      isAll: boolean,
    ): Promise<number> {
      lookedAt = now();
      const stale = session
        .rows()
        .filter(({ seq, sid, closed }) => sid !== null && !closed && (isAll || isStale(`${life}/${seq}`)))
        .slice(0, MAX_CAMPAIGNS_LOOKED_AT);
      await Promise.all(
        stale.map(async ({ seq }) => {
          heardAt.set(`${life}/${seq}`, now());
          try {
            const totals = await campaign(seq).look();
            if (totals !== null) noteTotals(session, { seq, totals, hint: null, now: now() });
          } catch (cause) {
            logEvent('campaign_not_looked_at', { seq }, cause);
          }
        }),
      );
      return stale.length;
    },
  };

  function isStale(name: string): boolean {
    return now() - (heardAt.get(name) ?? Number.NEGATIVE_INFINITY) >= TOTALS_WATCHED_MS;
  }
}

import { MAX_CAMPAIGNS_LOOKED_AT, TOTALS_WATCHED_MS, WATCHED_AFTER_LOOK_MS } from '../../shared/limits.ts';
import { logEvent } from '../log.ts';
import { noteTotals } from './record/apply-totals.ts';
import type { CampaignTotals } from '../campaign/outcome-tracker.ts';
import type { ImportSession } from './record/import-session.ts';

interface CampaignToLookAt {
  look(): Promise<CampaignTotals | null>;
}

/**
 * Campaigns send their totals rarely while nobody watches. So when somebody looks at the import, it asks those whose
 * totals are not fresh, and no screen or script gets old numbers.
 */
export function createLook(now: () => number) {
  const heardAt = new Map<string, number>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  return {
    /** A campaign's totals arrived; `name` is the name of its object. */
    heard(name: string): void {
      heardAt.set(name, now());
    },
    /** Whether somebody looked a moment ago, like a script that asks again and again. */
    isRecent(): boolean {
      return now() - lookedAt < WATCHED_AFTER_LOOK_MS;
    },
    /**
     * `isAll`: somebody watches from now on, so every campaign is asked and learns that. Answers how many were asked.
     */
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

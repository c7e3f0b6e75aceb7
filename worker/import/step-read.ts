import { ABSENT_LOOKUPS_REQUIRED } from '../../shared/limits.ts';
import { importToken } from '../../shared/plan/campaign-name.ts';
import { readCampaign, recentPath, searchPath, type UpstreamCampaign } from '../exotel/campaigns.ts';
import { isOver } from '../exotel/status.ts';
import { nextReading, type Ask, type EngineDeps } from './drive-import.ts';
import { afterLookup, afterRead, lookupFailed } from './outbox.ts';
import type { ExotelExchange } from '../exotel/client.ts';

/**
 * Searches for one campaign by its full name, which finds it whatever the rule of Exotel's search is. The last look-up
 * before a new POST does not trust the search at all: it goes through the newest campaigns of the account.
 */
export async function lookUpCampaign(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  const { name, lookups } = deps.row(seq);
  const last = lookups === ABSENT_LOOKUPS_REQUIRED - 1;
  const exchange = await ask('GET', last ? recentPath() : searchPath(name, 0));
  const now = deps.now();
  const listed = toCampaigns(exchange);
  const row = deps.row(seq);
  if (listed === null) deps.putRow(lookupFailed(row, deps.rules, now));
  else
    deps.putRow(
      afterLookup(
        row,
        listed.filter((campaign) => campaign.name === row.name),
        deps.rules,
        now,
      ),
    );
}

/** One request reads all campaigns of an import: they share a token in their names. */
export async function readCampaigns(deps: EngineDeps, ask: Ask): Promise<void> {
  const live = deps.rows().filter((row) => row.sid !== null && !isOver(row.state));
  const unlisted = live.length > 0 && live.every((row) => !row.listed);
  // A search that knows none of ours matches by another rule than "contains": then everything recent is read.
  const path = unlisted ? recentPath() : searchPath(importToken(deps.record().id), 0);
  const listed = toCampaigns(await ask('GET', path));
  const now = deps.now();
  deps.updateRecord({ readAt: nextReading(now) });
  if (listed === null) return;
  for (const row of deps.rows()) {
    const after = afterRead(row, listed, now);
    if (JSON.stringify(after) !== JSON.stringify(row)) deps.putRow(after);
  }
}

function toCampaigns({ result }: ExotelExchange): UpstreamCampaign[] | null {
  if (!result.ok) return result.error.code === 'not_found' ? [] : null;
  return result.value.items.map(readCampaign).filter((campaign) => campaign !== null);
}

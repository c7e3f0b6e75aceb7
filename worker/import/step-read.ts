import { ABSENT_LOOKUPS_REQUIRED, MAX_CAMPAIGNS_PER_IMPORT, READ_INTERVAL_SECONDS } from '../../shared/limits.ts';
import { importToken } from '../../shared/plan/campaign-name.ts';
import { recentPath, searchPath } from '../exotel/campaign-api.ts';
import { readCampaign, type UpstreamCampaign } from '../exotel/campaigns.ts';
import type { Ask, EngineDeps } from './engine.ts';
import { afterLookup, afterRead, lookupFailed } from './outbox.ts';
import type { ExotelExchange } from '../exotel/client.ts';

/**
 * Searches for one campaign by its full name, which finds it whatever the rule of Exotel's search is. The last look-up
 * before a new POST does not trust the search at all: it goes through the newest campaigns of the account.
 */
export async function lookUpCampaign(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  const { adoptSid } = deps.row(seq);
  if (adoptSid !== null) return adoptCampaign(deps, ask, seq, adoptSid);
  const { name, lookups } = deps.row(seq);
  const last = lookups === ABSENT_LOOKUPS_REQUIRED - 1;
  const exchange = await ask('GET', last ? recentPath(deps.api, 0) : searchPath(deps.api, name, 0));
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

/** A person names the campaign; it is adopted when Exotel shows it, else it waits for a person again. */
async function adoptCampaign(deps: EngineDeps, ask: Ask, seq: number, sid: string): Promise<void> {
  const { result } = await ask('GET', deps.api.campaignPath(sid));
  const row = deps.row(seq);
  const found = result.ok ? readCampaign(result.value.items[0]) : null;
  if (found !== null) {
    // It may bear another name, which our token does not find: it is read among the newest.
    deps.putRow({ ...afterLookup({ ...row, name: found.name }, [found], deps.rules, deps.now()), adoptSid: null });
    deps.updateRecord({ searchBlind: true });
  } else if (!result.ok && result.error.code === 'in_doubt') {
    deps.putRow(lookupFailed(row, deps.rules, deps.now()));
  } else {
    const refusal = { code: 'adopt_not_found', message: 'Exotel shows no campaign with the sid you named.' };
    deps.putRow({ ...row, state: 'refused', adoptSid: null, refusal });
  }
}

/**
 * One page of the campaigns of an import, which share a token in their names; the page after it is due at once. A search
 * that shows none of ours matches by another rule than "contains": then the account's newest are gone through instead.
 */
export async function readCampaigns(deps: EngineDeps, ask: Ask): Promise<void> {
  const { id, readOffset, searchBlind } = deps.record();
  const path = searchBlind ? recentPath(deps.api, readOffset) : searchPath(deps.api, importToken(id), readOffset);
  const exchange = await ask('GET', path);
  const now = deps.now();
  const listed = toCampaigns(exchange);
  if (listed === null) {
    deps.updateRecord({ readAt: now + READ_INTERVAL_SECONDS * 1000 });
    return;
  }
  for (const row of deps.rows()) {
    const after = afterRead(row, listed, now);
    if (JSON.stringify(after) !== JSON.stringify(row)) deps.putRow(after);
  }
  const sids = new Set(listed.map((campaign) => campaign.sid));
  const blind = readOffset === 0 && !searchBlind && !deps.rows().some((row) => row.sid !== null && sids.has(row.sid));
  const read = readOffset + listed.length;
  const more = listed.length > 0 && read < Math.min(totalOf(deps, exchange), MAX_CAMPAIGNS_PER_IMPORT);
  if (blind) deps.updateRecord({ searchBlind: true, readOffset: 0, readAt: now });
  else if (more) deps.updateRecord({ readOffset: read, readAt: now });
  else deps.updateRecord({ readOffset: 0, readAt: now + READ_INTERVAL_SECONDS * 1000 });
}

function totalOf({ api }: EngineDeps, { result }: ExotelExchange): number {
  if (!result.ok) return 0;
  const { items, total } = result.value;
  return total ?? (items.length < api.pageSize ? 0 : Number.POSITIVE_INFINITY);
}

function toCampaigns({ result }: ExotelExchange): UpstreamCampaign[] | null {
  if (!result.ok) return result.error.code === 'not_found' ? [] : null;
  return result.value.items.map(readCampaign).filter((campaign) => campaign !== null);
}

import {
  ABSENT_LOOKUPS_REQUIRED,
  MAX_CAMPAIGNS_PER_IMPORT,
  READ_INTERVAL_SECONDS,
  UPSTREAM_PAGE_SIZE,
} from '../../../shared/limits.ts';
import { importToken } from '../../../shared/plan/campaign-name.ts';
import { recentPath, searchPath } from '../../exotel/campaign-api.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { showsAll, totalBeyond } from '../../exotel/answer.ts';
import { readCampaign, type UpstreamCampaign } from '../../exotel/read-campaign.ts';
import { isWhole, readsAsNamed, shownWith } from './whole-reading.ts';
import type { Ask, EngineDeps } from './engine-ports.ts';
import { lifeOf } from '../../../shared/campaign/name-token.ts';
import { knownElsewhere, ownershipFault } from '../outbox/adoptable.ts';
import { afterLookup, lookupFailed } from '../outbox/campaign-transitions.ts';
import { afterRead } from '../outbox/seen-campaigns.ts';
import { isLookedFor } from '../outbox/unseen-creates.ts';
import { afterPass, afterMiss, isOurDoing } from '../outbox/missing-campaigns.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import { isThrottled, type ExotelExchange } from '../../exotel/client.ts';

/**
 * Searches for one campaign by its full name, which any kind of search at Exotel would find. The last look-up before a
 * new POST, and every third after it, does not use the search: it reads the account's newest campaigns. Where Exotel sends
 * fewer at a time than were asked for, a look takes several requests.
 */
export async function lookUpCampaign(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  const { adoptSid } = deps.row(seq);
  if (adoptSid !== null) return adoptCampaign(deps, ask, seq, adoptSid);
  const { name, lookups, lookOffset = 0 } = deps.row(seq);
  const last = (lookups + 1) % ABSENT_LOOKUPS_REQUIRED === 0;
  const exchange = await ask('GET', last ? recentPath(deps.api, lookOffset) : searchPath(deps.api, name, lookOffset));
  const now = deps.now();
  const listed = toCampaigns(exchange) ?? [];
  const isFound = listed.some((campaign) => isSameName(name, campaign.name));
  const showsNone = !exchange.result.ok && last && deps.rows().some(isListed);
  if (!isFound && (showsNone || !showsAll(exchange, readsAsNamed))) {
    deps.putRow(lookupFailed(deps.row(seq), deps.rules, now));
    return;
  }
  const isCut = isCutPage(deps, exchange, lookOffset);
  for (const row of deps.rows()) {
    const found = listed.filter((campaign) => isSameName(row.name, campaign.name));
    // Other campaigns that are looked for and shown here are noted too. That the answer does not show them means
    // nothing.
    const isAsked = (row.seq === seq && !isCut) || (isLookedFor(row) && found.length > 0);
    if (isAsked) deps.putRow(afterLookup(row, found, deps.rules, now));
  }
  const row = deps.row(seq);
  // All pages of one look go the same way.
  if (isCut) deps.putRow({ ...row, lookups, lookOffset: lookOffset + listed.length, lookupAt: now });
  else if (lookOffset > 0) deps.putRow({ ...row, lookOffset: 0 });
}

/** Whether Exotel sent fewer campaigns than were asked for, although it counts more. */
function isCutPage({ api }: EngineDeps, { result }: ExotelExchange, offset: number): boolean {
  if (!result.ok || result.value.items.length === 0) return false;
  return offset + result.value.items.length < Math.min(api.pageSize, result.value.total ?? 0);
}

/** Exotel has it: a list of the account's campaigns that shows none at all is no list. */
function isListed({ sid, state }: CampaignRow): boolean {
  return sid !== null && state !== 'deleted' && state !== 'archived';
}

/** A person names the campaign; it is adopted when Exotel shows it and it is this one, else it waits for a person again. */
async function adoptCampaign(deps: EngineDeps, ask: Ask, seq: number, sid: string): Promise<void> {
  const known = knownElsewhere(deps.row(seq), deps.rows(), sid);
  if (known !== null) return refuseAdoption(deps, seq, known);
  const { result } = await ask('GET', deps.api.campaignPath(sid));
  const row = deps.row(seq);
  const found = result.ok ? readCampaign(result.value.items[0]) : null;
  const fault = found === null ? null : ownershipFault(row, lifeOf(deps.record()), found.name);
  if (fault !== null) refuseAdoption(deps, seq, fault);
  else if (found !== null) {
    // Somebody may have changed the campaign's name around our token; from now on the row uses that name.
    deps.putRow({ ...afterLookup({ ...row, name: found.name }, [found], deps.rules, deps.now()), adoptSid: null });
  } else if (!result.ok && result.error.code === 'in_doubt') {
    deps.putRow(lookupFailed(row, deps.rules, deps.now()));
  } else {
    refuseAdoption(deps, seq, {
      code: 'adopt_not_found',
      message: 'Exotel shows no campaign with the sid you named.',
    });
  }
}

function refuseAdoption(deps: EngineDeps, seq: number, refusal: NonNullable<CampaignRow['refusal']>): void {
  deps.putRow({ ...deps.row(seq), state: 'refused', adoptSid: null, refusal });
}

/**
 * Reads one page of the import's campaigns, whose names share a token; the next page is due at once. If the search
 * shows none of ours, it does not match by "contains": then the account's newest campaigns are read instead.
 */
export async function readCampaigns(deps: EngineDeps, ask: Ask): Promise<void> {
  if (deps.record().origin.kind === 'campaign') return readAdopted(deps, ask);
  const { readOffset, readFrom, readSeen, readShown = null, searchBlind } = deps.record();
  const startedAt = readOffset === 0 ? deps.now() : readFrom;
  const path = searchBlind
    ? recentPath(deps.api, readOffset)
    : searchPath(deps.api, importToken(lifeOf(deps.record())), readOffset);
  const exchange = await ask('GET', path);
  const now = deps.now();
  const listed = toCampaigns(exchange);
  if (listed === null) {
    // A throttled request was not even tried: it is repeated in the next turn, which the account grants when the pause
    // is over.
    if (!isThrottled(exchange)) deps.updateRecord({ readAt: now + READ_INTERVAL_SECONDS * 1000 });
    return;
  }
  for (const row of deps.rows()) {
    const after = noteDeleted(deps, row, afterRead(row, listed, now));
    if (JSON.stringify(after) !== JSON.stringify(row)) deps.putRow(after);
  }
  const sids = new Set(listed.map((campaign) => campaign.sid));
  const ours = deps.rows().flatMap(({ sid }) => (sid !== null && sids.has(sid) ? [sid] : []));
  const blind = readOffset === 0 && !searchBlind && ours.length === 0;
  const seen = readOffset === 0 ? ours : [...readSeen, ...ours];
  const shown = shownWith(readOffset === 0 ? [] : readShown, exchange);
  const read = readOffset + listed.length;
  const more = listed.length > 0 && read < Math.min(totalOf(deps, exchange, read), MAX_CAMPAIGNS_PER_IMPORT);
  if (blind) deps.updateRecord({ searchBlind: true, readOffset: 0, readAt: now });
  else if (more) {
    deps.updateRecord({ readOffset: read, readFrom: startedAt, readSeen: seen, readShown: shown, readAt: now });
  } else {
    const whole = isWhole(shown, exchange);
    // Pages that were cut may hide the same campaign each time; the next reading asks for them in the other way and order.
    const nextBlind = whole || !exchange.result.ok ? searchBlind : !searchBlind;
    const readAt = now + READ_INTERVAL_SECONDS * 1000;
    deps.updateRecord({ readOffset: 0, readSeen: [], readShown: [], searchBlind: nextBlind, readAt });
    const isShown = exchange.result.ok && showsAll(exchange, readsAsNamed);
    endPass(deps, { seen: new Set(seen), startedAt, isShown, isWhole: whole });
  }
}

/**
 * Reads the one campaign of an adopted import by its sid: its name has no token of ours, and others of that name are
 * not its duplicates.
 */
async function readAdopted(deps: EngineDeps, ask: Ask): Promise<void> {
  deps.updateRecord({ readAt: deps.now() + READ_INTERVAL_SECONDS * 1000 });
  const [row] = deps.rows();
  if (row !== undefined) await findMissed(deps, ask, row.seq);
}

function endPass(deps: EngineDeps, pass: Parameters<typeof afterPass>[1]): void {
  for (const row of deps.rows()) {
    const after = afterPass(row, pass);
    if (after !== row) deps.putRow(after);
  }
}

/** Notes a campaign that is deleted though nobody asked for that here: somebody else deleted it. */
function noteDeleted(deps: EngineDeps, before: CampaignRow, after: CampaignRow): CampaignRow {
  const isNew = after.state === 'deleted' && before.state !== 'deleted' && !isOurDoing(before, deps.record().target);
  return isNew ? { ...after, goneAt: deps.now() } : after;
}

/** Asks for one campaign by its sid, because a reading of all campaigns did not show it. */
export async function findMissed(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  const { sid } = deps.row(seq);
  if (sid === null) return;
  const { result } = await ask('GET', deps.api.campaignPath(sid));
  const now = deps.now();
  const row = deps.row(seq);
  const found = result.ok ? readCampaign(result.value.items[0]) : null;
  if (found !== null)
    deps.putRow(
      noteDeleted(deps, row, afterRead({ ...row, missedAt: null, misses: 0, unlisted: false }, [found], now)),
    );
  else if (!result.ok && result.error.code === 'not_found') deps.putRow(afterMiss(row, deps.record().target, now));
  else if (!isThrottled({ result })) deps.putRow({ ...row, missedAt: now + READ_INTERVAL_SECONDS * 1000 });
}

function totalOf({ api }: EngineDeps, { result }: ExotelExchange, read: number): number {
  if (!result.ok) return 0;
  // Exotel may send fewer items than asked for, but hardly fewer than its own default.
  const isLast = result.value.items.length < Math.min(api.pageSize, UPSTREAM_PAGE_SIZE);
  return totalBeyond(result.value, read) ?? (isLast ? 0 : Number.POSITIVE_INFINITY);
}

/** Each campaign once: a page that changes while it is read may show one twice, which would be its own duplicate. */
function toCampaigns({ result }: ExotelExchange): UpstreamCampaign[] | null {
  if (!result.ok) return result.error.code === 'not_found' ? [] : null;
  const shown = result.value.items.map(readCampaign).filter((campaign) => campaign !== null);
  return [...new Map(shown.map((campaign) => [campaign.sid, campaign])).values()];
}
